"""How fast this very machine multiplies: one number after another, and all at once. Measured live, by a clock that is
passed in, in slices that no key has to wait for. Knows no play: times are shown, and never scored.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE = 64  # rows and columns of the two matrices
LARGE = 512  # of those by which the machine's speed is taken
TRIES = 20
LEAST_SECONDS = 1e-7  # a clock that stands has measured nothing

Clock = Callable[[], float]


@dataclass(frozen=True)
class Race:
    """The best that was measured: seconds for the small product in both ways, and the machine's operations a second."""

    one_by_one: float
    at_once: float
    is_equal: bool
    """To the last digit."""
    operations_a_second: float

    @property
    def times(self) -> float:
        """How many times as fast all at once is."""
        return self.one_by_one / self.at_once

    @property
    def operations_one_by_one(self) -> float:
        """A second, a multiplication and an addition counted as two."""
        return 2 * SIZE**3 / self.one_by_one


class ChipBench:
    """Measures once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.rows = 0
        """How many rows of the product have been worked out one by one."""
        self.race: Race | None = None
        self._steps: Iterator[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._steps is not None and self.race is None

    def begin(self) -> None:
        """Measure, from the next slice on."""
        if self._steps is None:
            self._steps = self._measure()

    def go_on(self) -> None:
        """A slice: a row one by one, or a few products at once."""
        if self._steps is not None:
            next(self._steps, None)

    def _measure(self) -> Iterator[None]:
        rng = np.random.default_rng(SIZE)
        one, other = (rng.integers(-9, 10, (SIZE, SIZE)).astype(float) for _matrix in range(2))
        lists, by_hand, slow = (one.tolist(), other.T.tolist()), [], float("inf")
        for row in lists[0]:
            begun = self._clock()
            by_hand.append([_one_by_one(row, column) for column in lists[1]])
            slow = min(slow, self._clock() - begun)
            self.rows += 1
            yield
        fast, product = self._best(one, other)
        yield
        large = rng.random((LARGE, LARGE)).astype(np.float32)
        seconds, _product = self._best(large, large)
        is_equal = bool(np.array_equal(np.array(by_hand), product))
        self.race = Race(SIZE * max(slow, LEAST_SECONDS), fast, is_equal, 2 * LARGE**3 / seconds)

    def _best(self, one: NDArray[np.floating], other: NDArray[np.floating]) -> tuple[float, NDArray[np.floating]]:
        """The shortest of some tries, and the product."""
        seconds, product = float("inf"), one
        for _try in range(TRIES if len(one) == SIZE else 3):
            begun = self._clock()
            product = one @ other
            seconds = min(seconds, self._clock() - begun)
        return max(seconds, LEAST_SECONDS), product


def _one_by_one(row: list[float], column: list[float]) -> float:
    total = 0.0
    for a, b in zip(row, column, strict=True):
        total += a * b
    return total
