"""Lock 4: one newborn brain at three volumes, how each run began, and which of them burns out."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from chairgame.game.story.course import Course
from chairgame.game.story.locks.lock import Slices
from chairgame.training.settings import Settings

CHAIR = "kitchen"
QUIET, LEARNING, LOUD = 0.02, 0.2, 0.6
"""Volumes of plain descent: the first crawls, the second learns, the third burns out after a few rebuilds."""
SHOWN, EPOCHS = 5, 40  # rebuilds of a beginning, and of a whole run
LEAST_SHOWN = 4
LEARNED, CRAWLED, RISEN = 0.5, 0.6, 1.2  # the share of the first distance that is left: at most, at least, at least


@dataclass(frozen=True)
class VolumeLock:
    """How three runs began, in cm, the first rebuild included; the volume of each."""

    right: int
    curves: tuple[tuple[float, ...], ...]
    rates: tuple[float, ...]


def forge(rng: np.random.Generator, right: int) -> Slices[VolumeLock]:
    """Newborn brains by chance, until one burns at the loud volume, neither at once nor slowly."""
    while True:
        seed = int(rng.integers(10_000))
        courses = [_course(seed, rate) for rate in (LOUD, QUIET, LEARNING)]
        burned = yield from _burned_at(courses[0])
        if burned is None or burned <= LEAST_SHOWN:
            continue
        shown = min(SHOWN, burned - 1)
        for course in courses[1:]:
            for epoch in range(shown + 1):
                course.grown_to(epoch)
                yield
        curves = [tuple(course.distance_cm(epoch) or 0.0 for epoch in range(shown + 1)) for course in courses]
        burns, crawls, learns = (curve[-1] / curve[0] for curve in curves)
        if burns >= RISEN and crawls >= CRAWLED and learns <= LEARNED:
            break
    others = [1, 2] if rng.random() < 0.5 else [2, 1]
    others.insert(right, 0)
    return VolumeLock(right, tuple(curves[index] for index in others), tuple(courses[index].rate for index in others))


def _course(seed: int, rate: float) -> Course:
    return Course(CHAIR, Settings(seed=seed, optimizer="sgd", learning_rate=rate))


def _burned_at(course: Course) -> Generator[None, None, int | None]:
    """The rebuild in which a run burned out, if it did; in slices."""
    for epoch in range(EPOCHS + 1):
        yield
        if course.grown_to(epoch) < epoch or course.is_burned_at(epoch):
            return epoch
    return None
