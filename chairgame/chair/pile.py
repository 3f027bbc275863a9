"""The pile of parts before a build, as if a box had been emptied beside the place of the chair.

Knows no physics beyond "nothing lies in the floor or in another part": a part lies flat on the highest thing below it.
"""

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, quaternion_product, quaternions_of_turns, rotation_matrices, standing_box

_CELLS = 64  # squares along each side of the map of heights: fine enough for slats, quick for 200 parts
_TRIES = 10  # places tried for each part; it takes the lowest, as a part slides off a heap
_BESIDE = np.array([-0.4, 0.2])  # from the chair's front left corner, in radii of the heap: both fit in one view
_LYING = np.array([[0.0, 90.0, 0.0], [90.0, 0.0, 0.0], [0.0, 0.0, 0.0]])  # the turn that puts axis x, y or z upright


def pile_poses(chair: Chair, rng: np.random.Generator) -> Poses:
    """A heap of the chair's parts on the floor, to the front and the left of where the chair stands.

    Every part lies on its largest face and is turned about the vertical at random; none is below the floor. The same
    state of `rng` gives the same heap.
    """
    thin = np.argmin(chair.sizes, axis=1)
    yaw = rng.uniform(0, 360, len(thin))
    lying = quaternions_of_turns(_LYING[thin])
    quaternions = quaternion_product(quaternions_of_turns(yaw[:, None] * [0.0, 0.0, 1.0]), lying)
    extents = _lying_extents(chair.sizes, lying)
    low, high = standing_box(chair)
    radius = _heap_radius(float(np.max(high - low)), chair.sizes)
    centres = _heap(extents, np.radians(yaw), radius, rng)
    centres[:, :2] += low[:2] + radius * _BESIDE
    return Poses(centres, quaternions)


def _lying_extents(sizes: FloatArray, lying: FloatArray) -> FloatArray:
    """Length along x, along y and height of each part as it lies, before its yaw; shape (N, 3)."""
    return np.asarray(np.abs(np.einsum("nij,nj->ni", rotation_matrices(lying), sizes)))


def _heap_radius(chair_extent: float, sizes: FloatArray) -> float:
    """How far from the middle of the heap parts may lie, in cm: near, but not so near that bulky parts make a tower."""
    bulk = float(np.cbrt(np.sum(np.prod(sizes, axis=1))))
    return max(0.3 * chair_extent, 1.1 * bulk)


def _heap(extents: FloatArray, yaw: FloatArray, radius: float, rng: np.random.Generator) -> FloatArray:
    """Centres, shape (N, 3), of parts dropped one after another, the largest first, around the origin."""
    reach = radius + float(np.max(np.linalg.norm(extents[:, :2], axis=1))) / 2
    squares = (np.arange(_CELLS) + 0.5) * (2 * reach / _CELLS) - reach
    grid = np.stack(np.meshgrid(squares, squares, indexing="ij"), axis=-1).reshape(-1, 2)
    heights = np.zeros(len(grid))
    centres = np.zeros_like(extents)
    for part in np.argsort(-extents[:, 0] * extents[:, 1], kind="stable"):
        places = _places(radius, rng)
        covered = _covered(grid - places[:, None], extents[part], yaw[part], reach / _CELLS)
        floors = np.max(np.where(covered, heights, 0.0), axis=1)
        best = int(np.argmin(floors))
        top = floors[best] + extents[part, 2]
        heights[covered[best]] = top
        centres[part] = (*places[best], top - extents[part, 2] / 2)
    return centres


def _places(radius: float, rng: np.random.Generator) -> FloatArray:
    """Random places in a disc, denser in the middle; shape (_TRIES, 2)."""
    distance, angle = radius * rng.random(_TRIES), rng.uniform(0, 2 * np.pi, _TRIES)
    return np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=-1)


def _covered(offsets: FloatArray, extents: FloatArray, yaw: float, margin: float) -> NDArray[np.bool_]:
    """Which squares a lying part covers, from their offsets to its centre; shape (tries, squares).

    `margin` in cm widens the part, so that one thinner than a square never slips between their centres.
    """
    along = offsets @ np.array([np.cos(yaw), np.sin(yaw)])
    across = offsets @ np.array([-np.sin(yaw), np.cos(yaw)])
    return np.asarray((np.abs(along) <= extents[0] / 2 + margin) & (np.abs(across) <= extents[1] / 2 + margin))
