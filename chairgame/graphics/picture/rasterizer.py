"""Which face each sample of a picture shows: convex quadrilaterals to row spans to samples, all faces at once.

A sample belongs to a face if its centre lies inside. Knows no colours, no cells and no world: only screen coordinates.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]
Ids = NDArray[np.signedinteger]

EMPTY = -1
_FAR_OUT = 1e9
_NEXT = [1, 2, 3, 0]  # corner of each of four
_LEVEL = 1e-9  # an edge that rises by less than this many samples would overflow its slope
_MANY_FACES = 1 << 15
_SAME_DEPTH = 1 + 4e-6  # closer together than this, two faces count as equally near: float32 tells them no further


@dataclass(frozen=True, eq=False)
class Spans:
    """Runs of samples along rows: face, row, first sample and number of samples; shapes (S,)."""

    face: IntArray
    row: IntArray
    start: IntArray
    length: IntArray


def _rows_of(y: FloatArray, height: int) -> tuple[IntArray, IntArray]:
    """Face and row of every row whose centre a face may cross, face by face. y has shape (4, F)."""
    first = np.ceil(np.clip(y.min(axis=0) - 0.5, 0, height)).astype(np.int32)
    last = np.floor(np.clip(y.max(axis=0) - 0.5, -1, height - 1)).astype(np.int32)
    count = np.maximum(last - first + 1, 0)
    face = np.repeat(np.arange(len(count), dtype=np.int32), count)
    before = (np.cumsum(count) - count).astype(np.int32)
    return face, np.arange(len(face), dtype=np.int32) + (first - before)[face]


def spans(x: FloatArray, y: FloatArray, height: int, width: int) -> Spans:
    """The spans of convex quadrilaterals with corners x, y of shape (4, F), in the order of the faces."""
    face, row = _rows_of(y, height)
    rise = y[_NEXT] - y
    slope = (x[_NEXT] - x) / np.where(np.abs(rise) < _LEVEL, 1, rise)
    below = y[:, face] - (row + 0.5)  # how far each corner lies below the row's centre
    is_above = below <= 0
    crossed = is_above != is_above[_NEXT]
    at = x[:, face] - below * slope[:, face]
    left = np.where(crossed, at, _FAR_OUT).min(axis=0)
    right = np.where(crossed, at, -_FAR_OUT).max(axis=0)
    start = np.ceil(np.clip(left - 0.5, 0, width)).astype(np.int32)
    end = np.ceil(np.clip(right - 0.5, 0, width)).astype(np.int32)
    length = np.maximum(end - start, 0)
    some = length > 0
    return Spans(face[some], row[some], start[some], length[some])


def rasterize(
    x: FloatArray,
    y: FloatArray,
    planes: FloatArray,
    height: int,
    width: int,
    stippled: BoolArray,
    stipple: tuple[int, int] = (1, 1),
) -> Ids:
    """The nearest face of every sample or EMPTY, shape (height, width).

    Corners x, y of shape (4, F); planes (3, F) with inverse depth = A x + B y + C, positive. A stippled face covers
    every second rectangle of `stipple` rows and columns of samples only.
    """
    order = np.argsort(planes[0] * x.mean(axis=0) + planes[1] * y.mean(axis=0) + planes[2], kind="stable")
    runs = spans(x[:, order], y[:, order], height, width)
    a, b, c = planes[:, order[runs.face]].astype(np.float32)
    length = runs.length
    before = (np.cumsum(length) - length).astype(np.int32)
    column: IntArray = np.arange(int(length.sum()), dtype=np.int32) + np.repeat(runs.start - before, length)
    nearness: NDArray[np.float32] = np.repeat(a, length)
    nearness *= column
    nearness += np.repeat(a * np.float32(0.5) + b * (runs.row + np.float32(0.5)) + c, length)
    np.maximum(nearness, 0, out=nearness)  # rounding at the rim of a face seen from the side
    kind = np.int16 if x.shape[1] < _MANY_FACES else np.int32  # half the bytes to write and to compare
    face = np.repeat(order[runs.face].astype(kind), length)
    sample = (column + np.repeat(runs.row * np.int32(width), length)).astype(np.intp)  # once, not at each use
    if stippled.any():
        row = np.repeat(runs.row, length)
        kept = ~stippled[face] | ((column // stipple[1] + row // stipple[0]) % 2 == 0)
        sample, nearness, face = sample[kept], nearness[kept], face[kept]
    return _nearest(sample, nearness, face, height * width).reshape(height, width)


def _nearest(sample: NDArray[np.intp], nearness: NDArray[np.float32], face: Ids, size: int) -> Ids:
    """The face with the largest nearness of every sample.

    Far faces come first, so writing in order is nearly right; only samples that a farther face won are written again.
    """
    best = np.zeros(size, np.float32)
    ids = np.full(size, EMPTY, face.dtype)
    while len(sample):
        best[sample] = nearness
        ids[sample] = face
        lost = nearness > best.take(sample) * np.float32(_SAME_DEPTH)
        sample, nearness, face = sample[lost], nearness[lost], face[lost]
    return ids


def covered(x: FloatArray, y: FloatArray, height: int, width: int) -> BoolArray:
    """Which samples any face covers, shape (height, width); corners x, y of shape (4, F)."""
    runs = spans(x, y, height, width)
    line = runs.row * (width + 1) + runs.start
    size = height * (width + 1)
    changes = np.bincount(line, minlength=size) - np.bincount(line + runs.length, minlength=size)
    return np.asarray(np.cumsum(changes.reshape(height, width + 1), axis=1, dtype=np.int32)[:, :width] > 0)
