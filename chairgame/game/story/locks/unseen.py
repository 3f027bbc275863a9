"""Lock 6: three brains that practised as long on one chair, on a few and on many, and which of them knows by heart."""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.game.story.family_runs import FamilyRun, drawn
from chairgame.game.story.family_setup import FamilySetup
from chairgame.game.story.level import level_named
from chairgame.game.story.locks.lock import Slices

LEVEL = "never-seen"
BY_HEART, UNDERSTOOD, HALF_BAKED = (1, 2), (8, 12), (30, 40)
"""Numbers of chairs, of which each comes to that under that budget."""
STREAM = 2  # of the chairs that are practised on
HEART_CM, UNSEEN_CM = 1.0, 4.0  # below which the practised ones are known by heart, and above which unseen ones are not
BUILDS = 1500  # that each of them has time for: a quarter of the level's, since somebody waits
SLICE = 20  # builds of a chair


@dataclass(frozen=True)
class UnseenLock:
    """For each brain on how many chairs it practised, and how far off it is on those and on unseen ones, in cm."""

    right: int
    chairs: tuple[int, ...]
    trained_cm: tuple[float, ...]
    unseen_cm: tuple[float, ...]


def forge(rng: np.random.Generator, right: int) -> Slices[UnseenLock]:
    """Three newborn brains practise, until one of them, and that one alone, knows by heart."""
    setup = replace(level_named(LEVEL).setup_as(FamilySetup), builds=BUILDS)
    while True:
        seed = int(rng.integers(10_000))
        counts = [int(rng.choice(few_or_many)) for few_or_many in (BY_HEART, UNDERSTOOD, HALF_BAKED)]
        runs: list[FamilyRun] = []
        for count in counts:
            chairs = drawn(seed, STREAM, count)
            yield
            runs.append(run := FamilyRun(setup, seed, chairs))
            while not run.is_over:
                for _rebuild in range(max(1, SLICE // count)):
                    if not run.is_over:
                        run.learn()
                yield
        if [run.trained_cm < HEART_CM and run.unseen_cm > UNSEEN_CM for run in runs] == [True, False, False]:
            break
    order = [1, 2] if rng.random() < 0.5 else [2, 1]
    order.insert(right, 0)
    return UnseenLock(
        right,
        tuple(counts[index] for index in order),
        tuple(runs[index].trained_cm for index in order),
        tuple(runs[index].unseen_cm for index in order),
    )
