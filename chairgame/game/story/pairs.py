"""Two rebuilds of one real run, of which one holds grandmother and the other does not: which would you give her?

Usually the smaller number is the better chair. Four of five pairs are chosen because there it is not, and one, shown
third, because there it is: who goes by the number alone, either way, never gets all five. Everything that is told of a
pair is found out by running it; what is written down here is only where to look.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.feet import feet_of
from chairgame.game.sitting.outcome import GRANDMOTHER, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.solids import Solids
from chairgame.game.story.course import Course
from chairgame.training.settings import Settings

CHAIR = "kitchen"
LEAST_SPREAD_CM = 1.7  # by how much the feet of the one that holds have to be more even, so that looking decides
_SLICE = 4  # rebuilds


@dataclass(frozen=True)
class Pair:
    """A brain's number, and two of its rebuilds: one that falls and one that holds."""

    seed: int
    falls: int
    holds: int

    @property
    def falls_left(self) -> bool:
        """On which side the one that falls is shown. The brain's number says so: a replay is the same, and no habit
        helps."""
        return self.seed % 2 == 1


FINALES = (
    (Pair(76, 32, 19), Pair(46, 33, 27), Pair(3, 28, 40), Pair(4, 34, 22), Pair(21, 31, 15)),
    (Pair(9, 36, 32), Pair(47, 28, 20), Pair(92, 27, 42), Pair(59, 34, 26), Pair(45, 32, 12)),
    (Pair(99, 33, 27), Pair(82, 36, 31), Pair(27, 25, 38), Pair(32, 35, 25), Pair(18, 26, 17)),
)
"""The level's five pairs, and those of a second and a third play."""
THE_OTHER_WAY = 2  # the pair of a finale whose smaller number holds


@dataclass(frozen=True, eq=False)
class Built:
    """One rebuild, and how grandmother fares on it."""

    rebuild: int
    chair: Chair
    poses: Poses
    distance_cm: float
    """What the scanner reads."""
    test: SitTest

    @property
    def holds(self) -> bool:
        """Whether she can sit."""
        return self.test.holds

    @cached_property
    def feet(self) -> tuple[tuple[str, float], ...]:
        """Each leg's label, and how high it ends above the lowest part in cm."""
        return feet_of(self.chair, self.poses)

    @property
    def lowest_cm(self) -> float:
        """Where the lowest part ends, which is where the floor is."""
        return float(Solids.of(self.chair, self.poses).lowest.min())

    @property
    def spread_cm(self) -> float:
        """Between the highest and the lowest foot."""
        return float(np.ptp([cm for _label, cm in self.feet]))


@dataclass(frozen=True, eq=False)
class Facts:
    """What running a pair brought to light."""

    pair: Pair
    falls: Built
    holds: Built

    @property
    def smaller_falls(self) -> bool:
        """Whether the smaller number is the worse chair."""
        return self.falls.distance_cm < self.holds.distance_cm

    @property
    def is_fair(self) -> bool:
        """Whether it is as it is said to be, and whoever looks at the feet can tell."""
        looks_even = self.falls.spread_cm - self.holds.spread_cm >= LEAST_SPREAD_CM
        return self.falls.test.falls and self.holds.holds and looks_even

    def shown(self) -> tuple[Built, Built]:
        """Left and right."""
        return (self.falls, self.holds) if self.pair.falls_left else (self.holds, self.falls)


def slices_of(pair: Pair) -> Iterator[None]:
    """Learn what `facts_of` needs, in slices of a few milliseconds."""
    course = Course(CHAIR, Settings(seed=pair.seed))
    for rebuild in range(0, max(pair.falls, pair.holds) + 1, _SLICE):
        course.row(rebuild)
        yield
    built_at(pair.seed, pair.falls)
    yield
    built_at(pair.seed, pair.holds)
    yield


@lru_cache(64)
def facts_of(pair: Pair) -> Facts:
    """Run it."""
    return Facts(pair, built_at(pair.seed, pair.falls), built_at(pair.seed, pair.holds))


@lru_cache(64)
def built_at(seed: int, rebuild: int) -> Built:
    """What a brain of that number has built after so many rebuilds, and grandmother on it."""
    course = Course(CHAIR, Settings(seed=seed))
    seen = rebuild_of(course.history(rebuild), rebuild)
    test = sit_down(course.chair, seen.poses, GRANDMOTHER)
    return Built(rebuild, course.chair, seen.poses, seen.measurement.distance_cm, test)
