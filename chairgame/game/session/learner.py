"""Who does the work of a run that may take long: learning an epoch, going back through many.

The work is pure: it is given immutable states and gives new ones, so it may be done anywhere. Whoever asked takes up
what comes of it, if the run is still as it was. The same work gives the same bits wherever it is done.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from chairgame.training.history import History
from chairgame.training.practice import always
from chairgame.training.settings import Settings
from chairgame.training.tasks import Task

T = TypeVar("T")
Work = Callable[[Callable[[], bool]], T | None]
"""Asks whether it may go on, and gives None where it was broken off."""


class Learner(Protocol):
    """Does one piece of work at a time."""

    @property
    def foresees(self) -> bool:
        """Whether what comes of a rebuild is worked out while it is looked at."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out."""

    def is_long(self, seconds: float) -> bool:
        """Whether work of about so many seconds is better not waited for."""

    def do(self, work: Work[T], then: Callable[[T], object], seconds: float) -> None:
        """Do this instead of what was asked before. `then` is given what comes of it, now or from a later `poll`."""

    def poll(self) -> bool:
        """Hand over what has been worked out. True if there was something."""

    def drop(self) -> None:
        """What was asked before is of no use any more."""


class InlineLearner:
    """Does everything at once: whoever asks waits. For tests, films, dialogues, and whatever has no screen."""

    foresees = True
    is_busy = False

    def is_long(self, seconds: float) -> bool:  # noqa: ARG002
        """Never: there is nobody who would mind."""
        return False

    def do(self, work: Work[T], then: Callable[[T], object], seconds: float) -> None:  # noqa: ARG002
        """Work, and hand over."""
        result = work(always)
        if result is not None:
            then(result)

    def poll(self) -> bool:
        """Everything has been handed over."""
        return False

    def drop(self) -> None:
        """Everything is done."""


def seconds_of(task: Task, settings: Settings, epochs: int = 1) -> float:
    """About how long some epochs take on a usual machine: rough, and the same for the same run.

    For each update a fixed price of calls, a look at its parts, and a walk through all weights and their memory.
    """
    weights, rows = task.network.parameter_count, len(task.inputs)
    batch = rows if settings.batch is None else min(settings.batch, rows)
    updates = -(-rows // batch)
    looks = 2 if updates > 1 else 1  # minibatches begin with a look at everything
    return epochs * (updates * (60e-6 + 12e-9 * weights) + looks * 0.3e-9 * weights * rows)


def seconds_to_see(history: History, epoch: int) -> float:
    """About how long it takes to see an epoch of a run: the way back, and a look at everything."""
    task, settings = history.task, history.settings_at(epoch)
    return seconds_of(task, replace(settings, batch=None)) + seconds_of(task, settings, history.distance_to(epoch))


def seconds_to_wire(task: Task, settings: Settings) -> float:
    """About how long it takes to wire a new brain, and to look at what it builds."""
    return 20e-9 * task.network.parameter_count + seconds_of(task, replace(settings, batch=None))


def seconds_to_sit(parts: int) -> float:
    """About how long it takes to see whether somebody could sit on so many parts: each may touch any other."""
    return 2e-3 + 1.5e-6 * parts**2
