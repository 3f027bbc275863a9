"""Where to stand so that everything is in the picture and nothing of the picture is wasted. Knows no parts and no
screen: it is given points, and looks at them from a side that is chosen already.
"""

from math import cos, tan

import numpy as np

from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.picture.camera import FARTHEST, NEAR_PLANE, NEAREST, Camera, FloatArray
from chairgame.graphics.picture.meshes import faces_of
from chairgame.graphics.picture.scene import Scene

MARGIN = 2.0  # samples that stay free at each edge
MOST = 3.0  # times as large as at the beginning: what lies farther away is smoke, and not worth stepping back for
_SMALLEST = 0.5  # samples from the middle to a margin, in a picture of next to nothing
_HALVINGS = 50
_RING = 24


def fitted_camera(points: FloatArray, columns: int, rows: int, azimuth: float, elevation: float) -> Camera:
    """The nearest camera on that side which shows points in cm, shape (K, 3), on so many cells.

    The upright axis through the middle of the points' box stays in the middle of the picture, as much is free above as
    below, and some point touches the margin, unless that would be nearer or farther than cameras go. Points that are
    not finite do not count; without any it is the default camera.

    A camera that looks ahead sees a point beside the middle if its way to the right is at most so large a share of its
    way ahead; that is linear in the eye's place, so the nearest eye needs no search.
    """
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return Camera(azimuth, elevation)
    side = Camera(azimuth, elevation)
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    right, up, ahead = ((points - middle) @ side.axes.T).T
    across, upright = _shares(side, columns, rows)
    eye_ahead = min(
        float((ahead - np.abs(right) / across).min()),
        float((up + upright * ahead).min() - (up - upright * ahead).max()) / (2 * upright),
        float(ahead.min()) - NEAR_PLANE - 1,
    )
    distance = min(FARTHEST, max(NEAREST, -eye_ahead))
    height = _centred(up, np.maximum(ahead + distance, NEAR_PLANE))
    return _aimed(side, middle, height, distance)


def _shares(side: Camera, columns: int, rows: int) -> tuple[float, float]:
    """How far to the side and up a point may be, per cm ahead."""
    width, height = max(1, columns) * CELL_COLUMNS, max(1, rows) * CELL_ROWS
    focal = side.projection(width, height).focal
    return max(_SMALLEST, width / 2 - MARGIN) / focal, max(_SMALLEST, height / 2 - MARGIN) / focal


def _centred(up: FloatArray, ahead: FloatArray) -> float:
    """How high the eye has to be so that the highest and the lowest of points are as far from the picture's middle."""
    low, high = float(up.min()), float(up.max())
    for _ in range(_HALVINGS):
        height = (low + high) / 2
        seen = (up - height) / ahead
        low, high = (height, high) if seen.max() > -seen.min() else (low, height)
    return (low + high) / 2


def _aimed(side: Camera, middle: FloatArray, height: float, distance: float) -> Camera:
    """Looking past the middle at that height; the target is on the upright axis, so that one walks around it, or as
    near to it as a camera's distance can be."""
    ahead = min(FARTHEST - distance, max(NEAREST - distance, height * tan(side.elevation)))
    target = middle + height * side.axes[1] + ahead * side.axes[2]
    x, y, z = (float(value) for value in target)
    return Camera(side.azimuth, side.elevation, distance + ahead, (x, y, z))


def row_cm(camera: Camera, columns: int, rows: int) -> float:
    """What a row of cells stands for in cm, in a picture of so many cells, at what the camera looks at."""
    view = camera.projection(max(1, columns) * CELL_COLUMNS, max(1, rows) * CELL_ROWS)
    return CELL_ROWS * camera.distance / view.focal


def corners_of(scene: Scene) -> FloatArray:
    """The corners of all that is drawn of a scene in cm, shape (K, 3)."""
    return faces_of(scene).corners.reshape(-1, 3)


def bounded(points: FloatArray, start: FloatArray, most: float = MOST) -> FloatArray:
    """The points, shape (K, 3), but none farther out than `most` times the box of the points at the start, (J, 3)."""
    low, high = start.min(axis=0), start.max(axis=0)
    middle, reach = (low + high) / 2, most * (high - low) / 2
    return np.clip(points, middle - reach, middle + reach)


def from_all_sides(points: FloatArray) -> FloatArray:
    """Points in cm, shape (K, 3), that hold the given ones, shape (J, 3), from wherever one looks: a camera that fits
    them can be walked around."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    radius = float(np.hypot(points[:, 0] - middle[0], points[:, 1] - middle[1]).max(initial=0.0))
    angles = np.arange(_RING) * 2 * np.pi / _RING
    ring = middle[:2] + radius / cos(np.pi / _RING) * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.concatenate([np.column_stack([ring, np.full(_RING, z)]) for z in (low[2], high[2])])
