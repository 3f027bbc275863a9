"""Lock 1: three builds of one chair by three brains, and which of them the scanner would give the smallest number."""

from dataclasses import dataclass

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.story.course import Course
from chairgame.game.story.locks.lock import OPTIONS, Slices
from chairgame.training.settings import Settings

CHAIR = "kitchen"
EPOCHS = 3, 45  # between which a build is taken
LEAST_CM, CLEARLY = 2.0, 1.7  # what the smallest number is at least; the next one is so many times as large


@dataclass(frozen=True, eq=False)
class ScannerLock:
    """Three builds and what the scanner reads of each, in cm."""

    right: int
    chair: Chair
    builds: tuple[Poses, ...]
    distances_cm: tuple[float, ...]


def forge(rng: np.random.Generator, right: int) -> Slices[ScannerLock]:
    """Brains and rebuilds by chance, until one build is clearly the nearest."""
    while True:
        found: list[tuple[float, Course, int]] = []
        for _build in range(OPTIONS):
            course, epoch = Course(CHAIR, Settings(seed=int(rng.integers(10_000)))), int(rng.integers(*EPOCHS))
            for step in range(0, epoch + 1, 5):
                course.grown_to(step)
                yield
            distance = course.distance_cm(course.grown_to(epoch))
            assert distance is not None, "a quiet Adam does not burn"
            found.append((distance, course, epoch))
        found.sort(key=lambda build: build[0])
        if found[0][0] >= LEAST_CM and found[1][0] >= CLEARLY * found[0][0]:
            break
    placed = [*found[1:]]
    placed.insert(right, found[0])
    builds = tuple(course.built(epoch) for _distance, course, epoch in placed)
    return ScannerLock(right, placed[0][1].chair, builds, tuple(distance for distance, _course, _epoch in placed))
