"""From a scene and a view to which surface each sample shows, and the shadow. Knows no glyphs and no palettes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.picture.arrows import arrow_quads
from chairgame.graphics.picture.backdrop import shadow_corners, soft_shadow
from chairgame.graphics.picture.camera import Projection
from chairgame.graphics.picture.meshes import Faces, faces_of
from chairgame.graphics.picture.rasterizer import Ids, rasterize
from chairgame.graphics.picture.scene import Scene

FloatArray = NDArray[np.float64]
Corners = tuple[FloatArray, FloatArray]

ARROW, FAINT_ARROW = -1, -2  # in the place of a part's number
_ON_TOP, _NEXT_TO_TOP = 1e3, 5e2  # 1/cm: nearer than any part
_EDGE_ON = 1e-3  # cm in front of its own plane from which the eye still sees a face
_SOFT = 1  # cells that a softened shadow reaches beyond its edge


@dataclass(frozen=True, eq=False)
class Drawing:
    """A rectangle of cells that holds everything that is not backdrop."""

    rows: slice
    columns: slice
    ids: Ids
    """The surface of every sample, -1 for the backdrop; shape (rows * 8, columns * across)."""
    across: int
    """How many columns of samples a cell has."""
    part: NDArray[np.intp]
    """The part, or ARROW or FAINT_ARROW, of every surface; shape (K,)."""
    normals: FloatArray
    """Of every surface; shape (K, 3)."""
    shadow: NDArray[np.float32]
    """0 to 1 for the two halves of every cell; shape (rows, 2, columns)."""


def visible_faces(faces: Faces, view: Projection) -> Faces:
    """The faces turned towards the eye, wholly in front of it."""
    towards = ((faces.corners[:, 0] - view.eye) * faces.normals).sum(axis=1)
    seen = faces[towards < -_EDGE_ON]
    ahead = view.to_screen(seen.corners)[2].min(axis=1, initial=np.inf) > 0
    return seen[ahead]


def _on_screen(corners: FloatArray, view: Projection) -> Corners:
    """Screen corners of shape (4, F) of those faces, shape (F, 4, 3), that lie wholly in front of the eye."""
    x, y, inverse = view.to_screen(corners)
    ahead = (inverse > 0).all(axis=1)
    return x[ahead].T, y[ahead].T


def _bounds(*figures: Corners, rows: int, columns: int) -> tuple[slice, slice] | None:
    """The cells that figures on the screen may touch; None if there are none."""
    x = np.concatenate([figure[0].ravel() for figure in figures]) / CELL_COLUMNS
    y = np.concatenate([figure[1].ravel() for figure in figures]) / CELL_ROWS
    if not len(x):
        return None
    left, right = np.clip([x.min() - _SOFT, x.max() + _SOFT + 1], 0, columns).astype(int)
    top, bottom = np.clip([y.min() - _SOFT, y.max() + _SOFT + 1], 0, rows).astype(int)
    if left >= right or top >= bottom:
        return None
    return slice(int(top), int(bottom)), slice(int(left), int(right))


def draw(scene: Scene, view: Projection, rows: int, columns: int, stipple: int, across: int) -> Drawing | None:
    """Draw a scene on rows times columns cells of 8 by `across` samples; None if it leaves them empty. Ghosts are
    stippled, in square samples, and cast no shadow."""
    faces = faces_of(scene)
    ghost = np.zeros(len(scene.shapes), bool) if scene.ghost is None else scene.ghost
    seen = visible_faces(faces, view)
    solid = _on_screen(seen.corners, view)
    *arrows, faint = (*_no_corners(), np.zeros(0, bool)) if scene.arrows is None else arrow_quads(scene.arrows, view)
    shade = _on_screen(shadow_corners(faces[~ghost[faces.part]]), view)
    bounds = _bounds(solid, (arrows[0], arrows[1]), shade, rows=rows, columns=columns)
    if bounds is None:
        return None
    height, width = bounds[0].stop - bounds[0].start, bounds[1].stop - bounds[1].start
    left, top = bounds[1].start * CELL_COLUMNS, bounds[0].start * CELL_ROWS
    planes = view.shifted(left, top).inverse_depth_planes(seen.normals, seen.corners[:, 0])
    count, finer = arrows[0].shape[1], across / CELL_COLUMNS
    on_top = np.stack([np.zeros(count), np.zeros(count), np.where(faint, _NEXT_TO_TOP, _ON_TOP)])
    ids = rasterize(
        (np.concatenate([solid[0], arrows[0]], axis=1) - left) * finer,
        np.concatenate([solid[1], arrows[1]], axis=1) - top,
        np.concatenate([planes / [[finer], [1], [1]], on_top], axis=1),
        height * CELL_ROWS,
        width * across,
        np.concatenate([ghost[seen.part], faint]),
        (stipple, round(stipple * finer)),
    )
    part = np.concatenate([seen.part, np.where(faint, FAINT_ARROW, ARROW)])
    normals = np.concatenate([seen.normals, np.tile(-view.axes[2], (count, 1))])
    return Drawing(*bounds, ids, across, part, normals, soft_shadow(shade[0] - left, shade[1] - top, height, width))


def _no_corners() -> Corners:
    """No faces at all."""
    return np.zeros((4, 0)), np.zeros((4, 0))
