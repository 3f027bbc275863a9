"""Arrows as flat quadrilaterals on the screen: a shaft and a head that always face the eye. Knows no colours."""

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.picture.camera import Projection
from chairgame.graphics.picture.meshes import FARTHEST_CM
from chairgame.graphics.picture.scene import Arrows

FloatArray = NDArray[np.float64]

SHAFT_CM, HEAD_CM = 1.3, 4.2  # half widths in the world
SHAFT_SAMPLES, HEAD_SAMPLES = 1.1, 3.0  # never thinner than this on the screen
HEAD_LENGTH = 2.0  # of the head's half width
LONGEST_HEAD = 0.6  # of the arrow
FAINT = 0.55  # of the width that an arrow has otherwise


def arrow_quads(arrows: Arrows, projection: Projection) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Screen corners x, y of shape (4, F) of all arrows that lie in front of the eye and are not points; and which of
    them are faint, shape (F,)."""
    ends = np.stack([arrows.tails, arrows.tips])
    near = np.asarray((np.abs(ends) < FARTHEST_CM).all(axis=(0, 2)))
    faint = np.zeros(len(near), bool) if arrows.faint is None else arrows.faint
    ends, faint = ends[:, near], faint[near]
    x, y, inverse = projection.to_screen(ends)
    long = np.hypot(x[1] - x[0], y[1] - y[0])
    seen = (inverse > 0).all(axis=0) & (long > 0.5)
    x, y, inverse, long, faint = x[:, seen], y[:, seen], inverse[:, seen], long[seen], faint[seen]
    dx, dy = (x[1] - x[0]) / long, (y[1] - y[0]) / long
    share = np.where(faint, FAINT, 1.0)
    shaft = share * np.maximum(SHAFT_CM * inverse[0] * projection.focal, SHAFT_SAMPLES)
    head = share * np.maximum(HEAD_CM * inverse[1] * projection.focal, HEAD_SAMPLES)
    reach = np.minimum(head * HEAD_LENGTH, long * LONGEST_HEAD)
    neck = (x[1] - dx * reach, y[1] - dy * reach)
    shafts = _ribbon((x[0], y[0]), neck, (dx, dy), shaft, shaft)
    heads = _ribbon(neck, (x[1], y[1]), (dx, dy), head, np.zeros_like(head))
    x, y = (np.concatenate([shafts[axis], heads[axis]], axis=1) for axis in (0, 1))
    return x, y, np.tile(faint, 2)


def _ribbon(
    start: tuple[FloatArray, FloatArray],
    end: tuple[FloatArray, FloatArray],
    along: tuple[FloatArray, FloatArray],
    start_half: FloatArray,
    end_half: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Quadrilaterals between two points, as wide at each as told."""
    across_x, across_y = -along[1], along[0]
    halves = np.stack([-start_half, start_half, end_half, -end_half])
    x = np.stack([start[0], start[0], end[0], end[0]]) + across_x * halves
    y = np.stack([start[1], start[1], end[1], end[1]]) + across_y * halves
    return x, y
