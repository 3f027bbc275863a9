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
SHADOW_STRENGTH = 0.62
HALF_CELL = 4  # samples a side
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
    floor, checker = _floor(view, x, y)
    down = np.linspace(0, 1, 2 * rows)[:, None, None] if gradient else np.zeros((2 * rows, 1, 1))
    sky = SKY_TOP + (SKY_BOTTOM - SKY_TOP) * down if gradient else PLAIN + down
    ground = FLOOR_DARK + (FLOOR_LIGHT - FLOOR_DARK) * checker[..., None]
    colours = sky + (ground - sky) * floor[..., None]
    shape = (rows, 2, columns)
    return Backdrop(colours.astype(np.float32).reshape(*shape, 3), floor.astype(np.float32).reshape(shape))


def _floor(view: Projection, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How much floor there is, and its checker from dark 0 to light 1, at screen points; shapes (len(y), len(x))."""
    rays = view.directions(x, y)
    falls = rays[..., 2] < -1e-3
    depth = view.eye[2] / -np.where(falls, rays[..., 2], -1)
    hit = view.eye + depth[..., None] * rays
    gaze = view.eye - view.axes[2] * (view.eye[2] / min(view.axes[2][2], -1e-3))
    reach = min(float(np.linalg.norm(view.eye - gaze)), 4 * float(view.eye[2]) + 100)
    away = np.hypot(hit[..., 0] - gaze[0] * 0.5, hit[..., 1] - gaze[1] * 0.5) / max(reach, 1.0)
    fade = np.clip((FADE_TO - away) / (FADE_TO - FADE_FROM), 0, 1)
    floor = fade * fade * (3 - 2 * fade) * (falls & (depth > 0))
    waves = np.sin(hit[..., :2] * (np.pi / TILE_CM)).prod(axis=-1)
    footprint = np.abs(depth) * HALF_CELL / view.focal / np.maximum(-rays[..., 2], 1e-3)
    edge = TILE_CM / (np.pi * footprint + 1e-9)  # an edge of a tile is as soft as half a cell is large
    return floor, 0.5 + 0.5 * np.clip(waves * edge, -1, 1)


def shadow_corners(faces: Faces) -> FloatArray:
    """The faces that the key light meets, laid flat on the floor along its rays; shape (F, 4, 3), cm."""
    corners = faces.corners[faces.normals @ KEY_LIGHT > 1e-3]
    height = np.maximum(corners[..., 2:], 0)
    flat = corners - height / KEY_LIGHT[2] * KEY_LIGHT
    flat[..., 2] = 0
    return np.asarray(flat)


def soft_shadow(x: FloatArray, y: FloatArray, rows: int, columns: int) -> Field:
    """Shadow 0 to 1, shape (rows, 2, columns), of faces with screen corners x, y of shape (4, F), in samples."""
    scale = SHADOW_SAMPLES / HALF_CELL
    dark = covered(x * scale, y * scale, 2 * rows * SHADOW_SAMPLES, columns * SHADOW_SAMPLES)
    halves = dark.reshape(2 * rows, SHADOW_SAMPLES, columns, SHADOW_SAMPLES).mean(axis=(1, 3), dtype=np.float32)
    framed = np.pad(halves, 1, mode="edge")
    across = 0.25 * framed[:, :-2] + 0.5 * framed[:, 1:-1] + 0.25 * framed[:, 2:]
    soft = 0.25 * across[:-2] + 0.5 * across[1:-1] + 0.25 * across[2:]
    return np.asarray(soft, np.float32).reshape(rows, 2, columns)
