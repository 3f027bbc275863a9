"""What level 1's box hides: a thing of a few parts on a coarse grid, and how many points any recipe for it is off.

Points are the squared distance in tiles, summed over the parts: whole numbers, and one tile along one direction always
changes them by an odd number, which says how far it still is. Knows no play.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import OUTPUTS, UNIT_CM
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.chair.sculpture import CELL_CM, COLUMNS, ROWS, STOREYS, place_of, sculpture

Cell = tuple[int, int, int]
"""Columns from the left, rows from the front, storeys from the floor."""
Recipe = tuple[Cell, ...]
IntArray = NDArray[np.int64]

SHAPE = (COLUMNS, ROWS, STOREYS)
CELLS = tuple(product(range(COLUMNS), range(ROWS), range(STOREYS)))
RIVALS = (12, 1000)  # builds at random that the stars are about


@dataclass(frozen=True, eq=False)
class Thing:
    """What a level hides: the parts, and the points of each part in each cell, shape (N, 100)."""

    chair: Chair
    squares: IntArray
    random_points: IntArray
    """The best of the first 1, 2, 3 … builds at random; shape (1000,)."""

    def points(self, recipe: Recipe) -> int:
        """How far off a build is."""
        return sum(int(self.squares[part, CELLS.index(cell)]) for part, cell in enumerate(recipe))

    def distance_cm(self, points: int) -> float:
        """The same as the scanner of the other levels says it: the root mean square over the parts."""
        return float(CELL_CM * np.sqrt(points / len(self.squares)))

    @property
    def recipe(self) -> Recipe:
        """The only one that is no point off."""
        return tuple(CELLS[int(cell)] for cell in self.squares.argmin(axis=1))

    @cached_property
    def recipes_by_points(self) -> Counter[int]:
        """How many of all recipes are so many points off."""
        counts = Counter({0: 1})
        for squares in self.squares.tolist():
            by_part = Counter[int](squares)
            sums = Counter[int]()
            for (total, ways), (points, cells) in product(counts.items(), by_part.items()):
                sums[total + points] += ways * cells
            counts = sums
        return counts

    def builds_needed(self, points: int) -> int:
        """How many builds at random it takes, on average, until one is at most so many points off."""
        good = sum(count for off, count in self.recipes_by_points.items() if off <= points)
        return round(float(len(CELLS)) ** len(self.squares) / good)

    def random_builds(self, rng: np.random.Generator, count: int) -> IntArray:
        """The points of so many builds at random, shape (count,)."""
        return _random_builds(self.squares, rng, count)


@cache
def thing_of(seed: int, parts: int) -> Thing:
    """The hidden thing of a seed. The box itself has measured every part in every cell."""
    chair = sculpture(seed, parts)
    box = ChairBox(chair)
    squares = np.empty((parts, len(CELLS)), np.int64)
    for index, cell in enumerate(CELLS):
        outputs = np.zeros((parts, OUTPUTS))
        outputs[:, :3] = np.array(place_of(*cell)) / UNIT_CM
        outputs[:, 3] = 1
        squares[:, index] = np.rint((box.measure(outputs).part_distances_cm / CELL_CM) ** 2)
    builds = _random_builds(squares, np.random.default_rng([seed, 12]), max(RIVALS))
    return Thing(chair, squares, np.minimum.accumulate(builds))


def _random_builds(squares: IntArray, rng: np.random.Generator, count: int) -> IntArray:
    cells = rng.integers(len(CELLS), size=(count, len(squares)))
    return np.asarray(squares[np.arange(len(squares)), cells].sum(axis=1))


def first_recipe(parts: int) -> Recipe:
    """Where a recipe begins: side by side on the floor, in the middle row, so that every part can be seen."""
    left = (COLUMNS - min(parts, COLUMNS)) // 2
    return tuple((left + index % COLUMNS, ROWS // 2, 0) for index in range(parts))


def poses_of(recipe: Sequence[Cell]) -> Poses:
    """The parts in their cells; nothing is turned."""
    centres: FloatArray = np.array([place_of(*cell) for cell in recipe])
    return Poses(centres, np.tile([1.0, 0.0, 0.0, 0.0], (len(recipe), 1)))
