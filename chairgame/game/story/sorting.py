"""A machine that follows an instruction: ten thousand numbers put in order by comparing two at a time.

Plain Python on purpose: that is what instructions cost that are followed step by step. Knows no play and no clock.
"""

from collections.abc import Sequence

import numpy as np

LARGEST = 1_000_000


def shuffled(count: int, seed: int) -> list[int]:
    """Numbers for a machine."""
    return [int(number) for number in np.random.default_rng([seed, 4]).integers(LARGEST, size=count)]


class InsertionSort:
    """The player's own instruction: swap neighbours in wrong order. A step takes the next number to its place."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = list(numbers)
        self.comparisons = 0
        self.done = min(1, len(self.numbers))
        """How many from the left are in order already."""

    @property
    def is_over(self) -> bool:
        """Whether all are in order."""
        return self.done >= len(self.numbers)

    def step(self) -> None:
        """Neighbour by neighbour to the left, as long as that one is larger."""
        numbers, place = self.numbers, self.done
        number = numbers[place]
        while place and numbers[place - 1] > number:
            numbers[place] = numbers[place - 1]
            place -= 1
        numbers[place] = number
        self.comparisons += self.done - place + (place > 0)
        self.done += 1


class MergeSort:
    """A better instruction: pairs of sorted rows are merged into one, again and again. A step is two rows."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.comparisons = 0
        self._rows = [[number] for number in numbers]
        self._merged: list[list[int]] = []

    @property
    def is_over(self) -> bool:
        """Whether one row is left."""
        return len(self._rows) + len(self._merged) <= 1

    @property
    def numbers(self) -> list[int]:
        """All of them, row behind row."""
        return [number for row in (*self._merged, *reversed(self._rows)) for number in row]

    def step(self) -> None:
        """Take two rows and make one of them."""
        if len(self._rows) < 2:
            self._rows, self._merged = [*self._rows, *reversed(self._merged)], []
        if len(self._rows) >= 2:
            self._merged.append(self._merge(self._rows.pop(), self._rows.pop()))

    def _merge(self, left: list[int], right: list[int]) -> list[int]:
        row: list[int] = []
        a = b = 0
        while a < len(left) and b < len(right):
            if left[a] <= right[b]:
                row.append(left[a])
                a += 1
            else:
                row.append(right[b])
                b += 1
        self.comparisons += a + b
        return [*row, *left[a:], *right[b:]]


class SortRace:
    """The machine beside the player: first the player's instruction, then the better one. `seconds` are those that
    passed meanwhile, as whoever lets it work has counted them."""

    def __init__(self, count: int, seed: int) -> None:
        numbers = shuffled(count, seed)
        self.plain, self.better = InsertionSort(numbers), MergeSort(numbers)
        self.seconds = 0.0
        """That the player's instruction took."""

    @property
    def is_over(self) -> bool:
        """Whether both are done."""
        return self.plain.is_over and self.better.is_over

    def step(self) -> None:
        """The next step of the one, then of the other."""
        if not self.plain.is_over:
            self.plain.step()
        elif not self.better.is_over:
            self.better.step()


def row_of(count: int, swaps: int, seed: int) -> tuple[int, ...]:
    """The numbers 1 to `count`, so mixed that swapping neighbours takes at least so many swaps."""
    rng = np.random.default_rng([seed, 7])
    while True:
        row = (rng.permutation(count) + 1).tolist()
        if inversions(row) == swaps:
            return tuple(row)


def inversions(row: Sequence[int]) -> int:
    """How many pairs stand in the wrong order: the fewest swaps of neighbours that sort a row."""
    return sum(row[i] > row[j] for i in range(len(row)) for j in range(i + 1, len(row)))
