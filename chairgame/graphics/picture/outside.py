"""What is beyond the edges of a picture: at which edge, and how far away. Knows no words and no colours."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.picture.camera import Camera, FloatArray


class Edge(Enum):
    """Of a picture: the way there, in columns and rows."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    TOP = (0, -1)
    BOTTOM = (0, 1)


@dataclass(frozen=True)
class Outside:
    """What is beyond one edge."""

    edge: Edge
    part: int
    """The nearest of those parts."""
    away_cm: float
    """How far that one is from what the camera looks at."""
    row: int
    column: int
    """The cell at the edge that is nearest to it."""
    count: int
    """How many parts are there."""


def outside(centres: FloatArray, camera: Camera, columns: int, rows: int) -> tuple[Outside, ...]:
    """The parts, by their centres in cm, shape (N, 3), that a picture of so many cells leaves out: the nearest beyond
    each edge. Parts at places that are not finite are smoke, and nowhere."""
    if columns < 1 or rows < 1:
        return ()
    finite = np.flatnonzero(np.isfinite(centres).all(axis=1))
    half = np.array([columns * CELL_COLUMNS, rows * CELL_ROWS]) / 2
    ways = _ways(centres[finite], camera, half)
    found = np.abs(ways).max(axis=1) > 1
    away = np.linalg.norm(centres[finite] - camera.target, axis=1)
    beyond: dict[Edge, list[int]] = {}
    for i in np.flatnonzero(found):
        beyond.setdefault(_edge_of(ways[i]), []).append(int(i))
    notes = []
    for edge, there in beyond.items():
        nearest = min(there, key=lambda i: away[i])
        row, column = _cell_of(ways[nearest], columns, rows)
        notes.append(Outside(edge, int(finite[nearest]), float(away[nearest]), row, column, len(there)))
    return tuple(notes)


def _ways(points: FloatArray, camera: Camera, half: FloatArray) -> FloatArray:
    """The way from the picture's middle to each point, to the right and down, in halves of the picture, shape (K, 2);
    of what lies behind the eye the way to turn, and out of the picture."""
    view = camera.projection(int(2 * half[0]), int(2 * half[1]))
    x, y, inverse = view.to_screen(points)
    seen = np.stack([x, y], axis=1) / half - 1
    seen_from_eye = view.to_camera(points)[:, :2] * [1, -1]
    turn = 2 * seen_from_eye / np.maximum(np.abs(seen_from_eye).max(axis=1, keepdims=True), 1e-9)
    turn[~turn.any(axis=1)] = [0, 2]
    return np.where((inverse > 0)[:, None], seen, turn)


def _edge_of(way: FloatArray) -> Edge:
    x, y = way
    if abs(x) > abs(y):
        return Edge.RIGHT if x > 0 else Edge.LEFT
    return Edge.BOTTOM if y > 0 else Edge.TOP


def _cell_of(way: FloatArray, columns: int, rows: int) -> tuple[int, int]:
    """Where the way crosses the edge."""
    x, y = way / np.abs(way).max()
    return min(rows - 1, int((y + 1) / 2 * rows)), min(columns - 1, int((x + 1) / 2 * columns))
