"""A lesson being given: which stop, whether the room is asked or answered, raised hands, and what moves.

The one mutable model of the presenter's screen. Knows no screen and no clock: `tick` is told how much time has passed.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from chairgame.game.lesson.lesson import LETTERS, Lesson, Stop
from chairgame.game.lesson.word_run import WordRun
from chairgame.game.session.beats import FULL, Phase
from chairgame.game.session.learner import Learner
from chairgame.game.session.model import GameSession
from chairgame.training.history import History
from chairgame.training.tasks import chair_task

SLOW = 0  # the speed at which every rebuild is a full cycle
WORD_EPOCH_SECONDS = 0.3
FIRST_ANSWER_SECONDS = 2.5  # for what an untrained network of words says
MOST_HANDS = 9999
READING_SECONDS = 9.0
TURN = math.radians(12)  # a second, for a thing that is shown from all sides


class Step(Enum):
    """The question comes before the motion, the answer after it."""

    ASK = "ask"
    MOVE = "move"
    TELL = "tell"


class Talk:
    """The lesson at one moment. Every stop is set up anew from its seed: it is the same each time."""

    session: GameSession | None
    words: WordRun | None
    _word_seconds: float

    def __init__(self, lesson: Lesson, *, goes_on: bool = False) -> None:
        self.lesson = lesson
        self.goes_on = goes_on
        """The lesson gives itself, over and over, as at a stand."""
        self.is_blank = False
        self.restart()

    # Where we are

    @property
    def stop(self) -> Stop:
        """The stop shown."""
        return self.lesson.stops[self.index]

    @property
    def is_asking(self) -> bool:
        """Whether the room is raising hands: letters and digits count them."""
        return self.step is Step.ASK and bool(self.stop.answers) and not self.is_blank

    @property
    def playing(self) -> bool:
        """Whether something moves."""
        return (self.goes_on or self.step is Step.MOVE or self.is_unveiled) and not self.is_blank

    @property
    def is_unveiled(self) -> bool:
        """Whether what the box hides is told by its name: it turns to be seen from all sides."""
        return self.step is Step.TELL and self.stop.motion.opens and self.session is not None

    def restart(self) -> None:
        """From the first stop, and no hands raised."""
        self.hands: list[dict[str, int]] = [{} for _ in self.lesson.stops]
        self.jump(1)

    def jump(self, number: int) -> None:
        """To a stop, counted from 1; a number that is no stop does nothing."""
        if not 1 <= number <= len(self.lesson.stops):
            return
        self.index, self.step, self.is_blank, self._waited = number - 1, Step.ASK, False, 0.0
        self.counting: str | None = None
        self.typed = ""
        self.turned = 0.0
        """Radians by which an unveiled thing has turned."""
        self._set_up()

    def on(self) -> None:
        """One press further: the motion, its end, the next stop. At the very end nothing more."""
        self.stop_counting()
        if self.is_blank:
            self.is_blank = False
        elif self.step is Step.ASK:
            self._move()
        elif self.step is Step.MOVE:
            self._arrive()
        elif self.index + 1 < len(self.lesson.stops):
            self.jump(self.index + 2)

    def back(self) -> None:
        """One press back: to the question, or to the stop before."""
        if self.is_blank:
            self.is_blank = False
        elif self.step is not Step.ASK:
            self.jump(self.index + 1)
        else:
            self.jump(max(1, self.index))

    @property
    def is_at_end(self) -> bool:
        """Whether there is nothing more to come."""
        return self.step is Step.TELL and self.index + 1 == len(self.lesson.stops)

    def apart(self, learner: Learner) -> GameSession | None:
        """A session of its own in the very state that is shown, to be played with; None where there are only words."""
        shown = self.session
        if shown is None:
            return None
        apart = GameSession(shown.chair, shown.settings, shown.history.fork(shown.newest), learner)
        apart.seek(shown.epoch)
        apart.player.set_speed(shown.player.speed_index)
        apart.player.show_moment(shown.player.elapsed)
        return apart

    # Raised hands

    def count(self, letter: str) -> None:
        """Begin to type how many hands an answer has."""
        if self.is_asking and letter in LETTERS[: len(self.stop.answers)]:
            self._put_count()
            self.counting, self.typed = letter, ""

    def type(self, digit: str) -> None:
        """A digit of the count."""
        if self.counting is not None and int(self.typed + digit) <= MOST_HANDS:
            self.typed += digit

    def erase(self) -> None:
        """A digit less."""
        self.typed = self.typed[:-1]

    def stop_counting(self) -> None:
        """The number is whole."""
        self._put_count()
        self.counting, self.typed = None, ""

    def _put_count(self) -> None:
        if self.counting is not None and self.typed:
            self.hands[self.index][self.counting] = int(self.typed)

    # Motion

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        if not self.playing:
            return False
        if self.step is not Step.MOVE:
            self.turned += TURN * seconds
            return (self.goes_on and self._go_on(seconds)) or self.is_unveiled
        motion = self.stop.motion
        if self.words is not None:
            self._tick_words(self.words, seconds)
        elif motion.phases:
            self._tick_phases(seconds)
        elif self.session is not None:
            self.session.tick(seconds, may_learn)
            if not self.session.playing or self._has_learned(self.session, motion.until):
                self._arrive()
        return True

    def _go_on(self, seconds: float) -> bool:
        """The next press comes by itself once everybody has read what is there."""
        self._waited += seconds
        if self._waited < READING_SECONDS:
            return False
        self._waited = 0.0
        if self.is_at_end:
            self.restart()
        else:
            self.on()
        return True

    def _has_learned(self, session: GameSession, until: int) -> bool:
        player = session.player
        return session.epoch > until or (
            session.epoch == until and (player.beat.is_cut or player.elapsed >= 0.9 * player.beat.seconds)
        )

    def _tick_phases(self, seconds: float) -> None:
        session, phases = self.session, self.stop.motion.phases
        if session is None:
            return
        session.player.pass_time(seconds)
        if session.player.elapsed >= FULL.end_of(phases[-1]):
            self._arrive()

    def _tick_words(self, words: WordRun, seconds: float) -> None:
        self._word_seconds += seconds
        epochs = max(0, int(self._word_seconds / WORD_EPOCH_SECONDS))
        self._word_seconds -= epochs * WORD_EPOCH_SECONDS
        until = self.stop.motion.until
        if not words.learn_to(min(words.epoch + epochs, until)) or words.epoch >= until:
            self._arrive()

    def _set_up(self) -> None:
        scene = self.stop.scene
        self.session = None
        self.words = None
        self._word_seconds = 0.0
        if scene.chair is None:
            self.words = WordRun(scene.text, scene.settings)
            self.words.learn_to(scene.epoch)
            return
        history = History(chair_task(scene.chair, scene.settings), scene.settings)
        while history.newest < scene.epoch and not history.burned_out:
            history.advance()
        self.session = session = GameSession(scene.chair, scene.settings, history)
        session.seek(scene.epoch)
        session.voice.hush()
        session.player.set_speed(SLOW)
        phases = self.stop.motion.phases
        if phases:
            session.player.show_moment(_start_of(phases[0]))
        elif scene.epoch == 0 and self.stop.motion.until:
            session.player.show_start()
        else:
            session.player.show_end()

    def _move(self) -> None:
        self.step = Step.MOVE
        self._word_seconds = -FIRST_ANSWER_SECONDS
        motion, session = self.stop.motion, self.session
        if not motion.phases and not motion.until:
            self._arrive()
        elif session is not None and motion.until:
            session.player.set_speed(motion.speed)
            if motion.learning_rate is not None:
                session.change_settings(replace(session.settings, learning_rate=motion.learning_rate))
            session.player.play()
            if session.epoch:
                session.player.show_end()

    def _arrive(self) -> None:
        """The motion's end, at once if it was still under way: what it would have shown is computed."""
        self.step = Step.TELL
        motion, session = self.stop.motion, self.session
        if self.words is not None:
            self.words.learn_to(motion.until)
        if session is None:
            return
        session.player.pause()
        if motion.phases:
            session.player.show_moment(FULL.end_of(motion.phases[-1]))
            if motion.phases[-1] is Phase.ADJUST:
                session.player.show_moment(FULL.seconds)
        while motion.until and session.newest < motion.until and not session.rebuild.burned_out:
            session.next_epoch()
        if motion.until:
            session.seek(min(motion.until, session.newest))


def _start_of(phase: Phase) -> float:
    return 0.0 if phase is Phase.BUILD else FULL.end_of(Phase(phase - 1)) + 2e-6
