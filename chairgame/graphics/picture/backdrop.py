"""What lies behind the parts: a gradient, a floor with a soft checker that fades out, and the parts' shadow on it.

Works in halves of cells, which are square. Knows no glyphs and no palettes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.picture.camera import Projection
from chairgame.graphics.picture.meshes import Faces
from chairgame.graphics.picture.rasterizer import covered
from chairgame.graphics.picture.shading import KEY_LIGHT

FloatArray = NDArray[np.float64]
Field = NDArray[np.float32]

SKY_TOP = np.array([22.0, 24.0, 34.0])
SKY_BOTTOM = np.array([43.0, 45.0, 57.0])
PLAIN = np.array([28.0, 28.0, 28.0])  # where the palette has no room for a gradient
FLOOR_DARK = np.array([36.0, 38.0, 46.0])
FLOOR_LIGHT = np.array([49.0, 51.0, 59.0])
TILE_CM = 38.0
FADE_FROM, FADE_TO = 0.34, 0.62  # of the eye's distance from the point under its gaze
TILE_POINTS = 2  # a side of half a cell, at which it is looked whether tiles are light
_LEAST_FALL = 1e-3  # of a ray per cm forward
_FARTHEST_FLOOR = 5e4  # cm: there it has long faded
_EVEN = 4096  # tiles, from which all counts are positive
SHADOW_STRENGTH = 0.62
HALF_CELL = 4  # samples a side
_SOFTNESS = np.float32(0.125)  # of a half cell's shadow that each neighbour gets
SHADOW_SAMPLES = 2  # a half cell's side in samples of the shadow: coarse, since it is softened anyway


@dataclass(frozen=True, eq=False)
class Backdrop:
    """Colours 0 to 255, shape (rows, 2, columns, 3), and how much of each is floor, 0 to 1, (rows, 2, columns)."""

    colours: Field
    floor: Field

    def cut(self, rows: slice, columns: slice) -> "Backdrop":
        """A rectangle of cells of it."""
        return Backdrop(self.colours[rows, :, columns], self.floor[rows, :, columns])

    def shadowed(self, shadow: Field) -> Field:
        """The colours under a shadow of 0 to 1, shape (rows, 2, columns)."""
        return np.asarray(self.colours * (1 - np.float32(SHADOW_STRENGTH) * shadow * self.floor)[..., None])


def backdrop(view: Projection, rows: int, columns: int, gradient: bool) -> Backdrop:
    """The empty workshop in a view of rows times columns cells."""
    x = (np.arange(columns, dtype=np.float64) + 0.5) * HALF_CELL
    y = (np.arange(2 * rows, dtype=np.float64) + 0.5) * HALF_CELL
    floor, checker = _floor(view, x, y), _checker(view, 2 * rows, columns)
    down = np.linspace(0, 1, 2 * rows)[:, None, None] if gradient else np.zeros((2 * rows, 1, 1))
    sky = SKY_TOP + (SKY_BOTTOM - SKY_TOP) * down if gradient else PLAIN + down
    ground = FLOOR_DARK + (FLOOR_LIGHT - FLOOR_DARK) * checker[..., None]
    colours = sky + (ground - sky) * floor[..., None]
    shape = (rows, 2, columns)
    return Backdrop(colours.astype(np.float32).reshape(*shape, 3), floor.astype(np.float32).reshape(shape))


def _floor(view: Projection, x: FloatArray, y: FloatArray) -> FloatArray:
    """How much floor there is at screen points; shape (len(y), len(x))."""
    rays = view.directions(x, y)
    falls = rays[..., 2] < -1e-3
    depth = view.eye[2] / -np.where(falls, rays[..., 2], -1)
    hit = view.eye + depth[..., None] * rays
    gaze = view.eye - view.axes[2] * (view.eye[2] / min(view.axes[2][2], -1e-3))
    reach = min(float(np.linalg.norm(view.eye - gaze)), 4 * float(view.eye[2]) + 100)
    away = np.hypot(hit[..., 0] - gaze[0] * 0.5, hit[..., 1] - gaze[1] * 0.5) / max(reach, 1.0)
    fade = np.clip((FADE_TO - away) / (FADE_TO - FADE_FROM), 0, 1)
    return np.asarray(fade * fade * (3 - 2 * fade) * (falls & (depth > 0)))


def _checker(view: Projection, halves: int, columns: int) -> Field:
    """The floor's checker from dark 0 to light 1 in halves of cells, shape (halves, columns): the share of each that
    light tiles cover, counted at points within it.

    The eye never tilts its head, so that points in one row of the screen see the floor at one depth.
    """
    step = HALF_CELL / TILE_POINTS
    right = ((np.arange(columns * TILE_POINTS) + 0.5) * step - view.centre[0]) / view.focal
    up = (view.centre[1] - (np.arange(halves * TILE_POINTS) + 0.5) * step) / view.focal
    ahead = up[:, None] * view.axes[1] + view.axes[2]
    depth = np.minimum(view.eye[2] / np.maximum(-ahead[:, 2], _LEAST_FALL), _FARTHEST_FLOOR)[:, None]
    nearest = (view.eye[:2] + depth * ahead[:, :2]) / TILE_CM + _EVEN
    along = depth / TILE_CM * view.axes[0, :2]
    across = right.astype(np.float32)
    tiles = [
        (nearest[:, axis, None].astype(np.float32) + along[:, axis, None].astype(np.float32) * across).astype(np.int32)
        for axis in (0, 1)
    ]
    light = (tiles[0] ^ tiles[1] ^ 1) & 1
    counted = light.reshape(halves, TILE_POINTS, columns, TILE_POINTS).sum(axis=(1, 3))
    return np.asarray(counted / np.float32(TILE_POINTS**2), np.float32)


def shadow_corners(faces: Faces) -> FloatArray:
    """The faces that the key light meets, laid flat on the floor along its rays; shape (F, 4, 3), cm."""
    corners = faces.corners[faces.normals @ KEY_LIGHT > 1e-3]
    height = np.maximum(corners[..., 2:], 0)
    flat = corners - height / KEY_LIGHT[2] * KEY_LIGHT
    flat[..., 2] = 0
    return np.asarray(flat)


def soft_shadow(at_x: FloatArray, at_y: FloatArray, rows: int, columns: int) -> Field:
    """Shadow 0 to 1, shape (rows, 2, columns), of faces with screen corners of shape (4, F), in samples."""
    scale = SHADOW_SAMPLES / HALF_CELL
    dark = covered(at_x * scale, at_y * scale, 2 * rows * SHADOW_SAMPLES, columns * SHADOW_SAMPLES)
    every = range(SHADOW_SAMPLES)
    counts = [dark[y::SHADOW_SAMPLES, x::SHADOW_SAMPLES].astype(np.float32) for y in every for x in every]
    halves = np.add.reduce(counts) / np.float32(SHADOW_SAMPLES**2)
    return _softened(_softened(halves.T).T).reshape(rows, 2, columns)


def _softened(shadow: Field) -> Field:
    """A shadow of which each row gives a share to its neighbours, and keeps its own at the edges."""
    soft = shadow * (1 - 2 * _SOFTNESS)
    soft[1:] += _SOFTNESS * shadow[:-1]
    soft[:-1] += _SOFTNESS * shadow[1:]
    soft[0] += _SOFTNESS * shadow[0]
    soft[-1] += _SOFTNESS * shadow[-1]
    return soft
