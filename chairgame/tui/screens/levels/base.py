"""What all levels' screens share: pages, goals, the news line, hints, undo, restart, the debrief and the ways out.

A subclass lists its keys, composes its stage and turns keys into moves.
"""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.news import Cm, Count, News, Value
from chairgame.game.sharing.cards import share_card
from chairgame.game.sharing.mementos import SHARE_CARDS, write_memento
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import Fact
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.screens.levels.keys import DEBRIEF_KEYS, PAGE_KEYS
from chairgame.tui.widgets.goals import GoalsPanel
from chairgame.tui.widgets.level_title import LevelTitle
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.pages import PagesPanel
from chairgame.tui.widgets.sentence import SentenceLine

WIDE = 100  # columns from which the goals take more room
GOALS_COLUMNS, WIDE_GOALS_COLUMNS = 24, 34

WHILE_READING = ("turn", "restart", "language", "colours", "help", "back", "leave", "interrupt")


class LevelScreen(GameScreen):
    """A level. A subclass's keys are its own and those of every level."""

    DEFAULT_CSS = """
    LevelScreen #title, LevelScreen #keys { height: 1; width: 100%; }
    LevelScreen #page-keys, LevelScreen #debrief-keys { height: 1; width: 100%; display: none; }
    LevelScreen #news { height: 2; width: 100%; }
    LevelScreen #pages { height: 1fr; width: 100%; display: none; }
    LevelScreen #body { height: 1fr; width: 100%; }
    LevelScreen #stage { height: 100%; width: 1fr; }
    LevelScreen #goals { height: 100%; }
    LevelScreen.-reading #pages, LevelScreen.-reading #page-keys { display: block; }
    LevelScreen.-reading #body, LevelScreen.-reading #news, LevelScreen.-reading #keys { display: none; }
    LevelScreen.-debrief #debrief-keys, LevelScreen.-telling #news { display: block; }
    LevelScreen.-debrief #page-keys { display: none; }
    """

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self.attempt = attempt

    # For subclasses

    def compose_stage(self) -> Iterator[Widget]:
        """The level's own widgets, laid out as children of a container of the width that the goals leave."""
        raise NotImplementedError

    def notes(self) -> tuple[str, ...]:
        """Lines of the level's own below the goals, in the player's language."""
        return ()

    def idle_sentence(self) -> str:
        """What the news line says when there is no news: what to do next."""
        return ""

    def move(self, move: str) -> None:
        """Make a move of the play and show what it did."""
        self.attempt.do(move)
        self.changed()

    def fit_stage(self, columns: int, rows: int) -> None:
        """Give the stage's widgets their sizes."""

    # The screen

    def compose(self) -> ComposeResult:
        """Title, stage and goals, a sentence, keys; pages take the place of the stage."""
        look = self.game.look
        yield TooSmall(look)
        yield LevelTitle(self.attempt, look)
        yield PagesPanel(self.attempt, look)
        with Horizontal(id="body"):
            with Container(id="stage"):
                yield from self.compose_stage()
            yield GoalsPanel(self.attempt, look, self.notes)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(self.KEYS, look)
        yield KeysLine(PAGE_KEYS, look, "page-keys")
        yield KeysLine(DEBRIEF_KEYS, look, "debrief-keys")

    def on_mount(self) -> None:
        """Text first."""
        self.clockwork = Clockwork(self, lambda: self.attempt, self.game.clock, self.game.frame_rate, self.moved)
        self.changed()

    def fit(self, columns: int, rows: int) -> None:
        """The goals beside the stage."""
        goals = WIDE_GOALS_COLUMNS if columns >= WIDE else GOALS_COLUMNS
        self.query_one(GoalsPanel).styles.width = goals
        self.fit_stage(columns - goals, rows - 4)

    def moved(self) -> None:
        """Time has moved something; it may have ended the level."""
        self.changed()
        self.judge_link()

    def changed(self) -> None:
        """Show what there is now."""
        is_reading = self.attempt.stage is not Stage.PLAY
        if self.has_class("-reading") != is_reading:
            self.set_class(is_reading, "-reading")
            self.remove_class("-telling")
            self.call_after_refresh(self.show)
        is_debrief = self.attempt.stage is Stage.DEBRIEF
        self.set_class(is_debrief, "-debrief")
        if is_debrief:
            self.game.level_ended(self.attempt)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """The play's news, else that it is won, else what to do."""
        _, play = self.game.look.words, self.attempt.play
        if play.news is not None:
            return play.news.sentence(_)
        if self.attempt.is_won:
            return _("Done! Go on for more stars, or press e to see what it was.")
        return self.idle_sentence()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While there is a page to read, only reading and leaving."""
        if not super().check_action(action, parameters):
            return False
        return self.attempt.stage is Stage.PLAY or action in WHILE_READING

    # Keys of every level

    def on_key(self, event: events.Key) -> None:
        """Pages turn by keys that mean other things in the play."""
        if self.attempt.stage is Stage.PLAY:
            return
        name = event.key
        if name == "s" and self.attempt.stage is Stage.DEBRIEF:
            self.action_share()
        for key in PAGE_KEYS:
            if key.action.startswith("turn") and name in key.keys.split(","):
                self.action_turn(1 if key.action == "turn(1)" else -1)

    def action_turn(self, pages: int) -> None:
        """Through the pages; beyond the debrief's last one to the next level."""
        attempt = self.attempt
        if attempt.stage is Stage.DEBRIEF and attempt.page + pages >= len(attempt.pages):
            self.game.go(places.After(attempt.level))
            return
        attempt.turn(pages)
        self.changed()

    def action_share(self) -> None:
        """The five lines for a friend, to the player's folder; and say where they are."""
        attempt, _ = self.attempt, self.game.look.words
        text = "".join(f"{line}\n" for line in share_card(attempt, _))
        try:
            (file,) = write_memento(self.game.options.home, SHARE_CARDS, attempt.level.id, {".txt": text})
        except PlayerError as error:
            attempt.play.news = News.of_error(error)
        else:
            attempt.play.say(N_("Five lines for your friends: {file}"), file=str(file))
        self.add_class("-telling")
        self.call_after_refresh(self.show)

    def action_hint(self) -> None:
        """The next hint that fits."""
        hint = self.attempt.hint()
        if hint is not None:
            self.attempt.play.say(hint.text, **_fields(self.attempt))
        self.show()

    def action_undo(self) -> None:
        """Back by one move."""
        if not self.attempt.undo():
            self.attempt.play.say(N_("There is nothing to undo."))
        self.changed()

    def action_finish(self) -> None:
        """To the debrief."""
        self.attempt.finish()
        self.changed()

    def action_read_again(self) -> None:
        """The pages once more."""
        self.attempt.read_again()
        self.changed()

    def action_restart(self) -> None:
        """From the beginning."""
        self.attempt.restart()
        self.changed()

    def action_back(self) -> None:
        """To the map."""
        self.game.go(places.Map())


def _fields(attempt: Attempt) -> dict[str, Value]:
    """The facts that a hint may name: a fraction is a distance, since plays know no others."""
    return {name: _value(fact) for name, fact in attempt.play.facts().items()}


def _value(fact: Fact) -> Value:
    if isinstance(fact, str):
        return fact
    return Cm(fact) if isinstance(fact, float) else Count(fact)
