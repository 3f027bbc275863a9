"""The race of level 1's debrief: somebody builds at random on the same box, live, until it is as good as the player.

Slowly at first, so that one sees it count, and ever faster, so that a million builds pass while a page is read. Knows
no play and no screen.
"""

import numpy as np

from chairgame.game.story.recipe_thing import Thing

FIRST_BUILDS_A_SECOND, FASTER_EACH_SECOND, MOST_BUILDS_A_SECOND = 8.0, 3.0, 150_000.0


class RandomSearch:
    """Counts, and stops at the first build that is as good; the same builds whatever the frames."""

    def __init__(self, thing: Thing, seed: int) -> None:
        self._thing, self._rng = thing, np.random.default_rng([seed, 13])
        self._seconds, self._owed = 0.0, 0.0
        self.count = 0
        self.best: int | None = None
        """Points of the best build; nothing before the first."""

    def tick(self, seconds: float, wanted: int) -> bool:
        """Go on; False once it has found a build of at most so many points."""
        if self._is_done(wanted):
            return False
        rate = min(FIRST_BUILDS_A_SECOND * FASTER_EACH_SECOND**self._seconds, MOST_BUILDS_A_SECOND)
        self._seconds += seconds
        self._owed += rate * seconds
        count = int(self._owed)
        self._owed -= count
        if count:
            self._build(count, wanted)
        return True

    def _is_done(self, wanted: int) -> bool:
        return self.best is not None and self.best <= wanted

    def _build(self, count: int, wanted: int) -> None:
        """So many more, or fewer if one is good enough."""
        builds = self._thing.random_builds(self._rng, count)
        reached = np.flatnonzero(builds <= wanted)
        builds = builds[: reached[0] + 1] if len(reached) else builds
        self.count += len(builds)
        best = int(builds.min())
        self.best = best if self.best is None else min(self.best, best)
