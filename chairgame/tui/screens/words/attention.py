"""The third bench: one head of attention learns who has what, live. Shows the bench and sends it commands."""

from dataclasses import replace
from operator import attrgetter

from textual.widget import Widget

from chairgame.game.news import News
from chairgame.game.session.saving import save_by_key
from chairgame.game.words.attending import AttentionBench
from chairgame.game.words.facts_words import as_typed, facts_in, facts_typed
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.runs import run_of
from chairgame.tui.keys import GAME, TIME, Key, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.words.base import WordsScreen, clockwork_of
from chairgame.tui.screens.words.keys import BENCH_KEYS, BRAIN, GOING_KEYS, TEXT
from chairgame.tui.widgets.words_attention import AttentionPanel

COMMANDS = ("tell", "enter", "erase", "save", "type_text")
POINTING = N_("Pointing")
ATTENTION_KEYS = (
    Key("space", N_("space"), "tell('toggle_play')", N_("learn, or hold"), TIME, 1, N_("learn")),
    Key("n", "n", "tell('next_step')", N_("one step more"), TIME, 2, N_("step"), "is_free"),
    Key("comma,pageup", ", PgUp", "tell('step', -1)", N_("one step back"), TIME),
    Key("full_stop,pagedown", ". PgDn", "tell('step', 1)", N_("one step on"), TIME),
    Key("home", "Home", "tell('seek', 0)", N_("rewind to the start"), TIME),
    Key("end", "End", "tell('hurry')", N_("to the newest step; then until it knows"), TIME),
    Key("less_than_sign", "<", "tell('change_speed', -1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "tell('change_speed', 1)", N_("faster"), TIME),
    Key("left", "← →", "tell('texts.ask_another', -1)", N_("ask for another name"), TEXT, 4, N_("ask"), "is_free"),
    Key("right", "→", "tell('texts.ask_another', 1)", N_("ask for the next name"), TEXT),
    Key(
        "left_square_bracket",
        "[ ]",
        "tell('texts.change_facts', -1)",
        N_("fewer facts"),
        TEXT,
        6,
        N_("facts"),
        "is_free",
    ),
    Key("right_square_bracket", "]", "tell('texts.change_facts', 1)", N_("more facts, up to 8"), TEXT),
    Key("enter", "Enter", "enter", N_("a fresh text; in the game: it looks"), TEXT, 5, N_("fresh text"), "is_free"),
    Key("b", "b", "tell('begin_game')", N_("point before it looks: five texts"), POINTING, 3, N_("point"), "may_point"),
    Key("up", "↑ ↓", "tell('point', -1)", N_("point further up"), POINTING, 2, N_("point"), "is_pointing"),
    Key("down", "↓", "tell('point', 1)", N_("point further down"), POINTING),
    Key("0", "0", "tell('switch_head')", N_("the head off, or on again"), BRAIN, 7, N_("head off"), "is_free"),
    Key("plus,equals_sign", "+", "tell('change_volume', 1)", N_("volume up (learning rate)"), BRAIN),
    Key("minus", "-", "tell('change_volume', -1)", N_("volume down"), BRAIN),
    Key("R", "R", "tell('new_brain')", N_("a new brain (the next seed)"), BRAIN),
    Key("f", "f", "tell('fork')", N_("fork: go on from here on a branch of its own"), BRAIN),
    Key("v", "v", "tell('switch_branch')", N_("the next branch"), BRAIN),
    Key("u", "u", "tell('undo')", N_("undo"), BRAIN),
    Key("backspace", "BkSp", "erase", N_("undo; in a text a letter less"), BRAIN),
    Key("t", "t", "type_text", N_("other names and things; the brain hears numbers"), TEXT, 8, N_("names"), "is_free"),
    *(key for key in BENCH_KEYS if key.action != "sample"),
    Key("S", "S", "save", N_("save the run"), GAME),
    *GOING_KEYS,
)


class AttentionScreen(WordsScreen):
    """The text and where it looks; and the game of pointing before it does."""

    BENCH = "attention"
    FIELD = N_("8 names, then 8 things: {typed}_   Enter: these, Esc: as it was.")
    KEYS = ATTENTION_KEYS
    BINDINGS = bindings_of(KEYS)

    def bench_widget(self) -> Widget:
        """One picture of all of it."""
        words, desk = self.game.look.words, self.desk
        make = AttentionBench
        self.bench = desk.bench("attention", lambda: make(facts_in(words), desk.wishes.seed, self.limits))
        return AttentionPanel(self.bench, self.game.look)

    def on_mount(self) -> None:
        """Time stands until somebody lets it learn."""
        self.clockwork = clockwork_of(self, self.bench)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """What the bench has to say; at first what this is, at last what it does."""
        bench, _ = self.bench, self.game.look.words
        if bench.news is not None:
            return bench.news.sentence(_)
        if bench.game is not None:
            return _("Where will it look most? ↑ ↓ point, Enter: it looks.") if self.is_pointing else ""
        if bench.history.newest == 0:
            return _("Who has what? It has read nothing yet and looks everywhere alike. Space lets it learn.")
        if bench.told_learned and not bench.runs and bench.epoch == bench.history.newest:
            return _("It looks for the name, and says the thing that stands two words on. b: point before it looks.")
        return ""

    # When the footer names a key

    @property
    def is_free(self) -> bool:
        """Whether no game is played."""
        return self.bench.game is None

    @property
    def is_pointing(self) -> bool:
        """Whether the player has to point."""
        game = self.bench.game
        return game is not None and not game.has_looked

    @property
    def may_point(self) -> bool:
        """Whether it knows where to look, and no game is played."""
        return self.is_free and self.bench.told_learned

    def working_keys(self) -> tuple[Key, ...]:
        """Enter has its own word in the game."""
        keys = super().working_keys()
        if self.is_free:
            return keys
        word = N_("it looks") if self.is_pointing else N_("on")
        enter = next(key for key in self.KEYS if key.action == "enter")
        return (*keys, replace(enter, short=word, footer=1))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a saved run is lived through again, it is only looked at."""
        if action in COMMANDS and self.is_mounted and self.bench.is_reviving:
            return False
        return super().check_action(action, parameters)

    def hold(self) -> None:
        """Nothing learns."""
        self.bench.hold()

    def take_look(self, look: Look) -> None:
        """Names that nobody has typed are those of the language."""
        if not self.bench.is_renamed:
            self.bench.facts = facts_in(look.words)
        super().take_look(look)

    def changed(self) -> None:
        """Let time run or stand, and show what there is now."""
        self.told = None
        self.clockwork.follow()
        self.show()

    def action_tell(self, command: str, *arguments: object) -> None:
        """A command of the bench. What was said before it is no news any more."""
        self.bench.hush()
        attrgetter(command)(self.bench)(*arguments)
        self.changed()

    def entered(self) -> None:
        """A fresh text; in the game it looks."""
        self.action_tell("enter")

    def take_back(self) -> None:
        """Backspace."""
        self.action_tell("undo")

    def action_type_text(self) -> None:
        """The words as they are, to be changed."""
        super().action_type_text()
        self.field.begin(as_typed(self.bench.facts) + " ")
        self.show()

    def take_field(self, typed: str) -> None:
        """Other words for the same numbers."""
        facts = facts_typed(typed, self.bench.facts)
        if facts is None:
            self.told = News(N_("Sixteen different words are needed: 8 names, then 8 things."))
        else:
            self.bench.rename(facts)

    def action_back(self) -> None:
        """Out of the game first."""
        if not self.field.is_open and self.bench.leave_game():
            self.changed()
        else:
            super().action_back()

    def action_save(self) -> None:
        """As a run that can be played again, with the names that it has now."""
        history = self.bench.history
        run = run_of(history, "burned_out" if history.burned_out else "interrupted")
        try:
            path = save_by_key(replace(run, about=self.bench.facts), self.game.options.home)
        except PlayerError as error:
            self.told = News.of_error(error)
        else:
            self.told = News(N_("Saved. chairgame replay {name} plays it again."), {"name": path.stem})
        self.show()


SCREEN = AttentionScreen
