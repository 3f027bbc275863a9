"""The turns of a box that leave it looking the same. Knows only the three sizes."""

from itertools import permutations, product

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def _turns_of_a_cube() -> FloatArray:
    """The 24 rotation matrices of a cube, shape (24, 3, 3): signed permutations of determinant 1, identity first."""
    turns = []
    for order in permutations(range(3)):
        for signs in product((1.0, -1.0), repeat=3):
            turn = np.zeros((3, 3))
            turn[range(3), order] = signs
            if np.linalg.det(turn) > 0:
                turns.append(turn)
    return np.array(turns)


CUBE_TURNS = _turns_of_a_cube()


def own_turns(size: FloatArray) -> FloatArray:
    """Rotation matrices, shape (k, 3, 3), that map a box of this size (x, y, z) onto itself: 4, 8 or 24 of them.

    A size of (0, 0, z) is a bare axis, as of a cylinder: the 8 turns that keep it in place or swap its ends.
    """
    turned = np.abs(CUBE_TURNS) @ size
    return np.asarray(CUBE_TURNS[(turned == size).all(axis=1)])
