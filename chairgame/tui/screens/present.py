"""A lesson on a projector: big, calm, one key. No key leaves by accident."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.game.lesson.lesson import Lesson
from chairgame.game.lesson.talk import Talk
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import Cells
from chairgame.training.settings import Settings
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import PRESENT_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lesson import Board, Question, StatusLine, StopLine, WordNet
from chairgame.tui.widgets.viewport import Viewport

WIDE = 100
BOARD, WIDE_BOARD = 32, 46  # columns
QUESTION, TALL_QUESTION = 7, 9  # rows
TALL = 34


class Blank(CellsWidget):
    """Nothing at all: the room looks at the speaker."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="blank")
        self.look = look

    def key(self) -> object:
        """Always the same."""
        return self.look

    def paint(self, height: int, width: int) -> Cells:
        """An empty screen."""
        return Cells.blank(height, width, self.look.theme.text, self.look.theme.background)


class PresentScreen(GameScreen):
    """Gives a lesson. With `attract` it goes on by itself until a key is pressed."""

    KEYS = PRESENT_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    PresentScreen #stop, PresentScreen #status { height: 1; width: 100%; }
    PresentScreen #body { height: 1fr; width: 100%; }
    PresentScreen #viewport, PresentScreen #word-net { width: 1fr; height: 100%; }
    PresentScreen #board { height: 100%; margin: 1 0 0 1; }
    PresentScreen #question { width: 100%; }
    PresentScreen #word-net, PresentScreen #blank { display: none; }
    PresentScreen #blank { width: 100%; height: 100%; }
    PresentScreen.-words #viewport { display: none; }
    PresentScreen.-words #word-net { display: block; }
    PresentScreen.-blank > * { display: none; }
    PresentScreen.-blank > #blank { display: block; }
    """

    def __init__(self, lesson: Lesson, *, attract: bool = False, has_way_back: bool = False) -> None:
        super().__init__()
        self.has_way_back = has_way_back
        self.talk = Talk(lesson, goes_on=attract)
        # A stop of words has no parts; the floor behind it needs some all the same.
        self._spare = GameSession(load_chair("three-part-stool"), Settings())

    def compose(self) -> ComposeResult:
        """Stop and phases, floor and board, the question, one line for the speaker."""
        talk, look = self.talk, self.game.look
        yield TooSmall(look)
        yield Blank(look)
        yield StopLine(talk, look, "stop")
        with Horizontal(id="body"):
            yield Viewport(talk.session or self._spare, look)
            yield WordNet(talk, look, "word-net")
            yield Board(talk, look, "board")
        yield Question(talk, look, "question")
        yield StatusLine(talk, look, "status")

    def on_mount(self) -> None:
        """The room is asked first."""
        self.clockwork = Clockwork(self, lambda: self.talk, self.game.clock, self.game.frame_rate, self.moved)
        self.changed()

    def fit(self, columns: int, rows: int) -> None:
        """More room for words where there is any."""
        self.query_one(Board).styles.width = WIDE_BOARD if columns >= WIDE else min(BOARD, columns * 2 // 5)
        self.query_one(Question).styles.height = TALL_QUESTION if rows >= TALL else QUESTION

    def moved(self) -> None:
        """Time has moved something, perhaps on to another stop."""
        self.changed()
        self.judge_link()

    def changed(self) -> None:
        """Show the stop as it is now."""
        talk = self.talk
        viewport = self.query_one(Viewport)
        viewport.session = talk.session or self._spare
        classes = (("-words", talk.words is not None), ("-blank", talk.is_blank))
        if any(self.has_class(name) != wanted for name, wanted in classes):
            for name, wanted in classes:
                self.set_class(wanted, name)
            self.call_after_refresh(self.show)
        self.clockwork.follow()
        self.show()

    def on_key(self, event: events.Key) -> None:
        """A digit: of a count, or a stop's number. Any key at all ends the going on by itself and the leaving."""
        if event.character and event.character.isdigit():
            self.action_digit(event.character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Any key but the leaving one takes the question back; digits are read as keys."""
        if not super().check_action(action, parameters):
            return False
        return action != "digit"

    # Keys

    def action_on(self) -> None:
        if self._interrupted():
            return
        if self.talk.counting is not None:
            self.talk.stop_counting()
        else:
            self.talk.on()
        self.changed()

    def action_back_up(self) -> None:
        if not self._interrupted():
            self.talk.back()
            self.changed()

    def action_digit(self, digit: str) -> None:
        """To a stop, or a digit of a count."""
        if self._interrupted():
            return
        if self.talk.counting is not None:
            self.talk.type(digit)
        else:
            self.talk.jump(int(digit))
        self.changed()

    def action_erase(self) -> None:
        if not self._interrupted():
            self.talk.typed = self.talk.typed[:-1]
            self.changed()

    def action_count(self, letter: str) -> None:
        if not self._interrupted():
            self.talk.count(letter)
            self.changed()

    def action_restart(self) -> None:
        if not self._interrupted():
            self.talk.restart()
            self.changed()

    def action_blank(self) -> None:
        """Nothing on the screen, or the stop again."""
        if not self._interrupted():
            self.talk.is_blank = not self.talk.is_blank
            self.changed()

    def action_help(self) -> None:
        if not self._interrupted():
            super().action_help()

    def action_language(self) -> None:
        if not self._interrupted():
            super().action_language()

    def action_colours(self) -> None:
        if not self._interrupted():
            super().action_colours()

    def action_leave(self) -> None:
        """Asks once, leaves the second time: to the title, if one came from there."""
        if self.talk.is_leaving and self.has_way_back:
            self.game.go(places.Title())
            return
        if self.talk.is_leaving:
            self.game.leave(0)
        self.talk.is_leaving, self.talk.goes_on = True, False
        self.changed()

    def _interrupted(self) -> bool:
        """Whether the key only took back a leaving, or ended the going on by itself."""
        talk = self.talk
        was = talk.is_leaving or talk.goes_on
        if talk.goes_on:
            talk.goes_on = False
            talk.restart()
        talk.is_leaving = False
        if was:
            self.changed()
        return was
