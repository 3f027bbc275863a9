"""Parts as quadrilateral faces: boxes, cylinders as prisms. Knows no camera and no colours."""

from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.picture.scene import Scene

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]

CYLINDER_SIDES = 12
FARTHEST_CM = 1e6  # parts beyond 10 km are not drawn: nothing of them could be seen
THINNEST_CM = 0.01


@dataclass(frozen=True, eq=False)
class Faces:
    """Flat convex quadrilaterals, some with two corners in one place."""

    corners: FloatArray
    """World coordinates in cm, in order around the face; shape (F, 4, 3)."""
    normals: FloatArray
    """Unit vectors pointing outwards; shape (F, 3)."""
    part: IntArray
    """Which part of the scene a face belongs to; shape (F,)."""

    def __getitem__(self, chosen: BoolArray) -> Self:
        return type(self)(self.corners[chosen], self.normals[chosen], self.part[chosen])


@dataclass(frozen=True, eq=False)
class Solid:
    """A shape with half sizes of 1: vertices (V, 3), faces as vertex indices (Q, 4), outward normals (Q, 3)."""

    vertices: FloatArray
    quads: IntArray
    normals: FloatArray


@cache
def box() -> Solid:
    """A cube from -1 to 1."""
    vertices = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    quads = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])
    return Solid(vertices, quads, np.sign(vertices[quads].mean(axis=1)))


@cache
def cylinder(sides: int = CYLINDER_SIDES) -> Solid:
    """A prism of an even number of sides around z, its corners on the unit circle; each cap is cut into quads."""
    angles = 2 * np.pi * np.arange(sides) / sides
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    vertices = np.concatenate([np.insert(ring, 2, -1, axis=1), np.insert(ring, 2, 1, axis=1)])
    i = np.arange(sides)
    j = (i + 1) % sides
    walls = np.stack([i, j, j + sides, i + sides], axis=1)
    fan = np.array([[0, k, k + 1, k + 2] for k in range(1, sides - 1, 2)])
    outwards = angles + np.pi / sides
    normals = np.concatenate(
        [
            np.stack([np.cos(outwards), np.sin(outwards), np.zeros(sides)], axis=1),
            np.tile([0.0, 0.0, -1.0], (len(fan), 1)),
            np.tile([0.0, 0.0, 1.0], (len(fan), 1)),
        ]
    )
    return Solid(vertices, np.concatenate([walls, fan, fan + sides]), normals)


def drawable(scene: Scene) -> BoolArray:
    """Which parts have finite numbers of a size that can be drawn; shape (N,)."""
    numbers = np.concatenate([scene.sizes, scene.centres, scene.rotations.reshape(-1, 9)], axis=1)
    return np.asarray((np.abs(numbers) < FARTHEST_CM).all(axis=1))  # a comparison with nan is false


def _placed(solid: Solid, scene: Scene, parts: IntArray) -> Faces:
    """The faces of parts that share a shape."""
    half = np.maximum(np.abs(scene.sizes[parts]) / 2, THINNEST_CM)[:, None]
    turn = scene.rotations[parts].transpose(0, 2, 1)
    vertices = (solid.vertices * half) @ turn + scene.centres[parts][:, None]
    slopes = solid.normals / half
    normals = (slopes / np.linalg.norm(slopes, axis=2, keepdims=True)) @ turn
    per_part = len(solid.quads)
    return Faces(vertices[:, solid.quads].reshape(-1, 4, 3), normals.reshape(-1, 3), np.repeat(parts, per_part))


def faces_of(scene: Scene) -> Faces:
    """The faces of all parts that can be drawn."""
    fine = drawable(scene)
    round_ = np.array([shape == "cylinder" for shape in scene.shapes], bool)
    boxes = _placed(box(), scene, np.flatnonzero(fine & ~round_))
    cylinders = _placed(cylinder(), scene, np.flatnonzero(fine & round_))
    return Faces(
        np.concatenate([boxes.corners, cylinders.corners]),
        np.concatenate([boxes.normals, cylinders.normals]),
        np.concatenate([boxes.part, cylinders.part]),
    )
