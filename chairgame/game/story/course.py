"""A run of learning that is known by what was asked of it, for plays that replay it again and again.

Learning is deterministic, so all attempts share what was computed once: undo, the solutions' replay and random players
ask for the same epochs many times. Nobody may change a shared history; a `Watched` session gets a fork of its own.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from chairgame.blackbox.blind import BlindSpot
from chairgame.chair.catalogue import load_chair
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.session.learner import InlineLearner
from chairgame.game.session.model import GameSession
from chairgame.game.session.rebuild import rebuild_of
from chairgame.neural.mlp import Architecture
from chairgame.training.history import History
from chairgame.training.rows import Row
from chairgame.training.settings import Settings
from chairgame.training.tasks import Task, blind_task, chair_task

RUNS = 96  # that are remembered
BUDGET = 512 * 1024  # bytes of keyframes for each of them


@dataclass(frozen=True)
class Course:
    """A chair, how its brain begins, and the epochs in which the volume was turned, ascending, with the new rate."""

    chair_name: str
    settings: Settings
    turns: tuple[tuple[int, float], ...] = ()
    spot: BlindSpot = BlindSpot.NOTHING
    """What the scanner does not see."""
    hiss: float = 0.0
    """How loud the noise on its cable is."""

    @property
    def chair(self) -> Chair:
        """The chair in the box; always the same object for a name."""
        return _chair(self.chair_name)

    @property
    def rate(self) -> float:
        """The learning rate after the last turn."""
        return self.turns[-1][1] if self.turns else self.settings.learning_rate

    @property
    def architecture(self) -> Architecture:
        """How the brain is wired."""
        return self._grown(0).trainer.architecture

    @property
    def weights(self) -> int:
        """How many the brain has."""
        return self.architecture.parameter_count

    @property
    def updates_an_epoch(self) -> int:
        """How often each of them is changed in an epoch."""
        rows = len(self.chair.parts)
        return -(-rows // min(rows, self.settings.batch or rows))

    def turned(self, epoch: int, rate: float) -> "Course":
        """The same run, with another learning rate from an epoch on."""
        if epoch == 0:
            return replace(self, settings=replace(self.settings, learning_rate=rate), turns=())
        return replace(self, turns=(*(turn for turn in self.turns if turn[0] < epoch), (epoch, rate)))

    def row(self, epoch: int) -> Row:
        """The figures of an epoch. Raises IndexError beyond a burn-out."""
        return self._grown(epoch).rows[epoch]

    def distance_cm(self, epoch: int) -> float | None:
        """What the scanner reads in an epoch; nothing for smoke. Raises IndexError beyond a burn-out."""
        return None if self.is_burned_at(epoch) else self.row(epoch).distance_cm

    def is_burned_at(self, epoch: int) -> bool:
        """Whether the brain burned out in an epoch, or before it."""
        history = self._grown(epoch)
        return history.burned_out and epoch >= history.newest

    def grown_to(self, epoch: int) -> int:
        """Learn up to an epoch, and return it; an earlier one where the brain burned out before."""
        return min(epoch, self._grown(epoch).newest)

    def built(self, epoch: int) -> Poses:
        """Where the brain of an epoch puts the parts."""
        return rebuild_of(self.history(epoch), epoch).poses

    def history(self, epoch: int) -> History:
        """A history of the run up to an epoch, for whoever wants to go on with it alone."""
        return self._grown(epoch).fork(epoch)

    def _grown(self, epoch: int) -> History:
        history = _shared(self)
        while history.newest < epoch and not history.burned_out:
            history.advance()
        history.measure_newest()
        return history


@cache
def _chair(name: str) -> Chair:
    return load_chair(name)


@lru_cache(RUNS)
def _shared(course: Course) -> History:
    if not course.turns:
        return History(_task_of(course), course.settings, BUDGET)
    epoch, rate = course.turns[-1]
    history = replace(course, turns=course.turns[:-1]).history(epoch)
    history.change_settings(replace(history.settings_at(epoch), learning_rate=rate))
    return history


def _task_of(course: Course) -> Task:
    if course.spot is BlindSpot.NOTHING and not course.hiss:
        return chair_task(course.chair, course.settings)
    return blind_task(course.chair, course.settings, course.spot, course.hiss)


class Onlooker(InlineLearner):
    """Looks at what is there, and learns nothing from it: that is the play's."""

    foresees = False


class Watched:
    """The session that shows a course: what the lab's widgets look at. It follows the play and tells it nothing.

    Whoever asks for it has let the course learn that far; what is shown is seen again, and nothing is learned for it.
    """

    def __init__(self) -> None:
        self._course: Course | None = None
        self._epoch = -1
        self._session: GameSession | None = None

    def at(self, course: Course, epoch: int, playing: bool) -> GameSession:
        """The session at an epoch; the next one is shown from its beginning while it plays, after a leap the end."""
        session = self._session
        if session is None or (course, epoch) != (self._course, self._epoch):
            is_next = epoch == 0 or (course == self._course and epoch == self._epoch + 1)
            session = GameSession(course.chair, course.settings, course.history(epoch), Onlooker())
            session.seek(epoch)
            if is_next and playing:
                session.player.show_start()
            else:
                session.player.show_end()
            self._course, self._epoch, self._session = course, epoch, session
        if playing:
            session.player.play()
        else:
            session.player.pause()
        return session
