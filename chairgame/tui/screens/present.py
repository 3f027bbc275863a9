"""A lesson on a projector: big, calm, one key. No key leaves by accident."""

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.game.lesson.lesson import Lesson
from chairgame.game.lesson.talk import Step, Talk
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import Cells
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import PRESENT_KEYS, Key, bindings_of
from chairgame.tui.learning import BackgroundLearner
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.fitted_viewport import FittedViewport
from chairgame.tui.widgets.lesson import Board, Question, SpeakerLine, StopLine, WordNet
from chairgame.tui.widgets.unveiling import Unveiling
from chairgame.tui.widgets.viewport import Viewport

WIDE = 100
BOARD, WIDE_BOARD = 32, 46  # columns
QUESTION, TALL_QUESTION = 7, 9  # rows
TALL = 34
LEAST_BODY = 9  # rows of floor and text that a large question leaves
NEXT = {Step.ASK: N_("the answer"), Step.MOVE: N_("to its end"), Step.TELL: N_("the next stop")}


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
    PresentScreen #stop, PresentScreen #keys { height: 1; width: 100%; }
    PresentScreen #body { height: 1fr; width: 100%; }
    PresentScreen #viewport, PresentScreen #word-net, PresentScreen #unveiling { width: 1fr; height: 100%; }
    PresentScreen #board { height: 100%; }
    PresentScreen #question { width: 100%; }
    PresentScreen #word-net, PresentScreen #unveiling, PresentScreen #blank { display: none; }
    PresentScreen #blank { width: 100%; height: 100%; }
    PresentScreen.-words #viewport { display: none; }
    PresentScreen.-words #word-net { display: block; }
    PresentScreen.-unveiled #viewport { display: none; }
    PresentScreen.-unveiled #unveiling { display: block; }
    PresentScreen.-blank > * { display: none; }
    PresentScreen.-blank > #blank { display: block; }
    """

    def __init__(self, lesson: Lesson, *, attract: bool = False, has_way_back: bool = False) -> None:
        super().__init__()
        self.has_way_back = has_way_back
        self.talk = Talk(lesson, goes_on=attract)
        self._said = ""
        self._is_timed = False
        self._arranged: object = None  # for what the widgets have their sizes
        # A stop of words has no parts; the floor behind it needs some all the same.
        self._spare = GameSession(load_chair("three-part-stool"), Settings())

    def compose(self) -> ComposeResult:
        """Stop and phases, floor and board, the question, one line for the speaker."""
        talk, look = self.talk, self.game.look
        yield TooSmall(look)
        yield Blank(look)
        yield StopLine(talk, look, "stop")
        with Horizontal(id="body"):
            yield FittedViewport(talk.session or self._spare, look)
            yield WordNet(talk, look, "word-net")
            yield Unveiling(talk, look)
            yield Board(talk, look, "board")
        yield Question(talk, look, "question")
        yield SpeakerLine(self.working_keys, self.sentence, self.elapsed, look)

    def on_mount(self) -> None:
        """The room is asked first."""
        self._began = self.game.clock()
        self._second = self.set_interval(1, self.show, pause=True)
        self.clockwork = Clockwork(self, lambda: self.talk, self.game.clock, self.game.frame_rate, self.moved)
        self.changed()

    def fit(self, columns: int, rows: int) -> None:
        """More room for words where there is any."""
        stop = self.query_one(StopLine)
        stop.styles.height = stop.rows_in(columns)
        self.query_one(Board).styles.width = 1 + (WIDE_BOARD if columns >= WIDE else min(BOARD, columns * 2 // 5))
        question, usual = self.query_one(Question), TALL_QUESTION if rows >= TALL else QUESTION
        large = question.large_rows(columns)
        has_room = large <= rows - stop.rows_in(columns) - LEAST_BODY - 1
        question.styles.height = max(large, usual) if has_room else usual

    def take_look(self, look: Look) -> None:
        """Words have other lengths in another language."""
        super().take_look(look)
        self.changed()

    def moved(self) -> None:
        """Time has moved something, perhaps on to another stop."""
        self.changed()
        self.painter.judge_link(self.game)

    def changed(self) -> None:
        """Show the stop as it is now, once there is anything to show it with."""
        if self.painter.clockwork is None:
            return
        talk = self.talk
        viewport = self.query_one(Viewport)
        viewport.session = talk.session or self._spare
        classes = {"-words": talk.words is not None, "-unveiled": talk.is_unveiled, "-blank": talk.is_blank}
        arranged = talk.index, talk.step, self.game.look.language, *classes.values()
        if arranged != self._arranged:
            self._arranged = arranged
            for name, is_wanted in classes.items():
                self.set_class(is_wanted, name)
            self.lay_out()
            self.call_after_refresh(self.show)
        self.clockwork.follow()
        self.show()

    # What the line at the bottom says

    def working_keys(self) -> tuple[Key, ...]:
        """What a press does next has its own word at each step."""
        word = NEXT[self.talk.step] if not self.talk.is_blank else N_("go on")
        keys = super().working_keys()
        return tuple(replace(key, short=word) if key.action == "on" else key for key in keys)

    @property
    def can_go_on(self) -> bool:
        """Whether there is more to come."""
        return self.talk.is_blank or not self.talk.is_at_end

    def elapsed(self) -> str:
        """For how long the lesson has been given, if the speaker wants to see that: minutes and seconds."""
        if not self._is_timed:
            return ""
        minutes, seconds = divmod(int(self.game.clock() - self._began), 60)
        return f"{minutes}:{seconds:02}"

    def sentence(self) -> str:
        """What the speaker has to know before the keys."""
        _, talk = self.game.look.words, self.talk
        if self.asking.question:
            return self.asking.question
        if talk.counting is not None:
            return _("Hands for {letter}: type the number, Enter.", letter=talk.counting)
        return self._said

    # Keys

    def on_key(self, event: events.Key) -> None:
        """A digit is read as a key."""
        if event.character and event.character.isdigit():
            self._take_digit(event.character)
        self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits are read as keys."""
        return action != "digit" and super().check_action(action, parameters)

    def acts(self, action: str) -> None:
        """What was said holds until the next key that does something."""
        super().acts(action)
        if action:
            self._said = ""

    def _take_digit(self, digit: str) -> None:
        """Of a count while a question is open, else a stop's number."""
        talk, self._said = self.talk, ""
        if self._interrupted():
            return
        if not talk.is_asking:
            talk.jump(int(digit))
        elif talk.counting is None:
            self._said = self.game.look.words("First whose hands: a, b or c. Then how many.")
        else:
            talk.type(digit)

    def action_on(self) -> None:
        if not self._interrupted():
            self.talk.on()
            self.changed()

    def action_enter(self) -> None:
        """The end of a number; else as Space."""
        if self.talk.counting is None:
            self.action_on()
            return
        self.talk.stop_counting()
        self.changed()

    def action_back_up(self) -> None:
        if not self._interrupted():
            self.talk.back()
            self.changed()

    def action_hands(self, letter: str) -> None:
        """How many, for an answer."""
        if not self._interrupted():
            self.talk.count(letter)
            self.changed()

    def action_second(self) -> None:
        """The second answer's letter while a question is open; else it blanks the screen."""
        if self.talk.is_asking:
            self.action_hands("B")
        else:
            self.action_blank()

    def action_erase(self) -> None:
        if not self._interrupted():
            self.talk.erase()
            self.changed()

    def action_restart(self) -> None:
        if not self._interrupted():
            self.talk.restart()
            self._began = self.game.clock()
            self.changed()

    def action_wait(self) -> None:
        """The lab, with what is shown."""
        if self._interrupted() or (session := self.talk.apart(BackgroundLearner())) is None:
            return
        from chairgame.tui.screens.wait import WaitScreen  # noqa: PLC0415  (few lessons are stopped so)

        self.app.push_screen(WaitScreen(session))

    def action_timer(self) -> None:
        """The projector shows no clock, unless the speaker wants one."""
        if not self._interrupted():
            self._is_timed = not self._is_timed
            self._second.resume() if self._is_timed else self._second.pause()
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
        """To the title, if one came from there; once it is sure."""
        self._interrupted()
        if not self.asking.is_sure(
            "leave", self.game.look.words("Leave the lesson? q once more. Any other key: go on.")
        ):
            self.changed()
        elif self.has_way_back:
            self.game.go(places.Title())
        else:
            self.game.leave(0)

    def _interrupted(self) -> bool:
        """Whether the key only ended the going on by itself."""
        talk = self.talk
        was = talk.goes_on
        if was:
            talk.goes_on = False
            talk.restart()
            self.changed()
        return was
