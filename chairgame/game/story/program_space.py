"""All programs of a few compare-and-swap steps, and which of them sort whatever they are given. Knows no play.

A step names two places; the smaller number goes to the first one. Whether a program sorts is decided by rows of 0 and 1
alone. Source: Knuth, "The Art of Computer Programming" 3, 5.3.4 (the zero-one principle).
"""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np

NUMBERS = 4
STEPS = tuple(combinations(range(NUMBERS), 2))
Steps = tuple[tuple[int, int], ...]
_ROWS = np.array(list(product((0, 1), repeat=NUMBERS)))


def programs(length: int) -> Iterator[Steps]:
    """Every program of so many steps."""
    return product(STEPS, repeat=length)


def sorts(program: Steps) -> bool:
    """Whether it puts any four numbers in order."""
    rows = _ROWS.copy()
    for i, j in program:
        rows[:, i], rows[:, j] = np.minimum(rows[:, i], rows[:, j]), np.maximum(rows[:, i], rows[:, j])
    return bool((np.diff(rows, axis=1) >= 0).all())


def any_program(length: int, rng: np.random.Generator) -> Steps:
    """One of them, by chance."""
    return tuple(STEPS[index] for index in rng.integers(len(STEPS), size=length))
