"""The second bench: the text on the desk becomes tokens, merge by merge. Shows the bench and sends it commands."""

from textual.widget import Widget

from chairgame.game.words.samples import page_in
from chairgame.game.words.tokens import TokenBench
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.keys import TIME, Key, bindings_of
from chairgame.tui.screens.words.base import WordsScreen, clockwork_of
from chairgame.tui.screens.words.keys import BENCH_KEYS, GOING_KEYS, TEXT
from chairgame.tui.widgets.words_tokens import TokensPanel

MERGES = N_("Merges")
TOKENS_KEYS = (
    Key("space", N_("space"), "tell('toggle_play')", N_("merge on and on, or hold"), TIME, 1, N_("merge"), "is_free"),
    Key("n,right", "n →", "tell('merge_next')", N_("one merge: the commonest pair"), TIME, 2, N_("next"), "is_free"),
    Key("left", "←", "tell('take_back')", N_("take the last merge back"), TIME, 3, N_("back"), "can_go_back"),
    Key("home", "Home", "tell('to_start')", N_("back to single characters"), TIME),
    Key("end", "End", "tell('hurry')", N_("on to 400 merges, then to the end"), TIME, 10, N_("to 400"), "is_free"),
    Key("less_than_sign", "<", "tell('change_speed', -1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "tell('change_speed', 1)", N_("faster"), TIME),
    Key("up", "↑ ↓", "tell('choose', -1)", N_("the pair above"), MERGES, 4, N_("pair"), "has_pairs"),
    Key("down", "↓", "tell('choose', 1)", N_("the pair below"), MERGES),
    Key("enter", "Enter", "enter", N_("merge the chosen pair"), MERGES, 4, N_("merge it"), "has_pairs"),
    Key("r", "r", "tell('begin_race')", N_("race the machine: guess the commonest pair"), MERGES, 5, N_("race")),
    Key("L", "L", "learn", N_("learn on these tokens: to the brain"), TEXT, 7, N_("learn on them"), "may_learn"),
    Key("t", "t", "type_text", N_("another word to cut up"), TEXT, 6, N_("a word")),
    Key("backspace", "BkSp", "erase", N_("take back; in a word a letter less"), TEXT),
    *BENCH_KEYS,
    *GOING_KEYS,
)


class TokensScreen(WordsScreen):
    """The text in tokens, the pairs, a word in two alphabets; and the race."""

    BENCH = "tokens"
    FIELD = N_("A word to cut up: {typed}_   Enter: cut it, Esc: as it was.")
    KEYS = TOKENS_KEYS
    BINDINGS = bindings_of(KEYS)

    def bench_widget(self) -> Widget:
        """One picture of all of it."""
        _, desk = self.game.look.words, self.desk
        foreign = page_in(Catalogue("en" if _.language == "pl" else "pl"))
        word = _.context("a word that one language has", "unreasonable")
        self.bench = desk.bench("tokens", lambda: TokenBench(desk.source.content, foreign, word, desk.wishes.seed))
        return TokensPanel(self.bench, self.game.look)

    def on_mount(self) -> None:
        """Nothing is merged until somebody wants it."""
        self.clockwork = clockwork_of(self, self.bench)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """What the bench has to say; at first what this is, later what it shows."""
        bench, _ = self.bench, self.game.look.words
        race = bench.race
        if race and race.is_over:
            share = round(100 * race.share)
            if race.knows_the_language:
                return _("{n} % of what the machine saved: that is no guess, you know the language.", n=share)
            return _("{n} % of what the machine saved. Guessing gets about 75; r: once more.", n=share)
        if bench.news is not None:
            return bench.news.sentence(_)
        if not bench.merging.done:
            return _("A text is characters. The pair that comes most often becomes one token, again and again. Space.")
        ours, theirs = (len(bench.word_in(merging)) for merging in (bench.merging, bench.foreign))
        if ours < theirs:
            return _(
                "“{word}”: {ours} here, {theirs} there. In tokens made from another language everything costs more.",
                word=bench.word,
                ours=_.plural("{n} token", "{n} tokens", ours),
                theirs=theirs,
            )
        return ""

    # When the footer names a key

    @property
    def is_free(self) -> bool:
        """Whether there is something to merge, and no race."""
        return self.bench.race is None and not self.bench.is_at_end

    @property
    def can_go_back(self) -> bool:
        """Whether there is a merge to take back."""
        return self.bench.race is None and bool(self.bench.merging.done)

    @property
    def has_pairs(self) -> bool:
        """Whether there are pairs to choose from."""
        return bool(self.bench.pairs)

    @property
    def may_learn(self) -> bool:
        """Whether there are tokens to learn on."""
        return self.bench.race is None and bool(self.bench.merging.done)

    # Keys

    def hold(self) -> None:
        """Nothing is merged by itself."""
        self.bench.hold()

    def changed(self) -> None:
        """Let time run or stand, and show what there is now."""
        self.told = None
        self.clockwork.follow()
        self.show()

    def action_tell(self, command: str, *arguments: object) -> None:
        """A command of the bench."""
        getattr(self.bench, command)(*arguments)
        self.changed()

    def entered(self) -> None:
        """The chosen pair becomes one."""
        self.action_tell("merge_chosen")

    def take_back(self) -> None:
        """Backspace."""
        self.action_tell("take_back")

    def take_field(self, typed: str) -> None:
        """Another word."""
        self.bench.cut_up(typed)

    def action_learn(self) -> None:
        """The brain reads these tokens from now on: to the first bench."""
        if self.may_learn:
            self.hold()
            self.desk.read_in_tokens(len(self.bench.merging.done))
            self._go_to("brain")

    def action_back(self) -> None:
        """Out of the race first."""
        if not self.field.is_open and self.bench.race:
            self.action_tell("end_race")
        else:
            super().action_back()


SCREEN = TokensScreen
