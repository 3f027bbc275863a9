"""Where one could sit down: flat places wide enough, with nothing above them. Found by geometry alone; what a part is
called does not matter.
"""

from dataclasses import dataclass

import numpy as np

from chairgame.chair.parts import FloatArray
from chairgame.game.sitting.solids import ROUNDING_CM, BoolArray, IntArray, Solids

STEEPEST = 25.0  # degrees: on a steeper seat one slides off
_ROUNDING = 1e-5  # degrees
SMALLEST_CM2 = 100.0  # a smaller face is no part of a seat
UNEVEN_CM = 5.0 + ROUNDING_CM  # bumps and dips that nobody minds
MOST_BLOCKED, FEWEST_LEVEL = 1, 10  # of the 13 probes of a place
_SPREAD = 0.5  # of a face's half: where else on it than in its middle

_RING = np.arange(6) * np.pi / 3
_PROBES = np.concatenate(
    [[[0.0, 0.0]], *(share * np.stack([np.cos(_RING), np.sin(_RING)], axis=1) for share in (0.55, 1.0))]
)


@dataclass(frozen=True, eq=False)
class Faces:
    """The uppermost flat face of N parts: its middle in cm, shape (N, 3), its unit normal (N, 3), the halves of its
    sides as vectors (N, 2, 3), how steep it is in degrees (N,) and its area in cm² (N,)."""

    middles: FloatArray
    normals: FloatArray
    sides: FloatArray
    steepness: FloatArray
    areas: FloatArray


def upper_faces(solids: Solids) -> Faces:
    """Of a box the face that looks up most; of a cylinder an end, for nobody sits on what rolls."""
    count = np.arange(len(solids.centres))
    upright = np.where(solids.is_round, 2, np.abs(solids.rotations[:, 2, :]).argmax(axis=1))
    sign = np.where(solids.rotations[count, 2, upright] < 0, -1.0, 1.0)
    normals = solids.rotations[count, :, upright] * sign[:, None]
    others = np.stack([(upright + 1) % 3, (upright + 2) % 3], axis=1)
    halves = solids.halves[count[:, None], others]
    sides = np.swapaxes(solids.rotations, 1, 2)[count[:, None], others] * halves[..., None]
    areas = 4 * halves.prod(axis=1) * np.where(solids.is_round, np.pi / 4, 1.0)
    middles = solids.centres + normals * solids.halves[count, upright][:, None]
    steepness = np.degrees(np.arccos(np.clip(normals[:, 2], 0, 1)))
    return Faces(middles, normals, sides, steepness, areas)


def sitting_places(solids: Solids, radius_cm: float, above_cm: float) -> tuple[IntArray, FloatArray]:
    """Where there is room for somebody so wide: the parts, shape (K,), and the places on them in cm, shape (K, 3).

    Looks only higher than `above_cm`.
    """
    faces = upper_faces(solids)
    low = faces.middles[:, 2] < above_cm - ROUNDING_CM
    fit = (faces.steepness <= STEEPEST + _ROUNDING) & (faces.areas >= SMALLEST_CM2) & ~low
    parts = np.flatnonzero(fit)
    steps = np.array([[0.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]]) * _SPREAD
    places = faces.middles[parts, None] + np.einsum("sk,pkj->psj", steps, faces.sides[parts])
    parts, places = np.repeat(parts, len(steps)), places.reshape(-1, 3)
    has_room = _has_room(solids, faces, parts, places, radius_cm)
    return _uppermost(solids, places[has_room])


def _uppermost(solids: Solids, places: FloatArray) -> tuple[IntArray, FloatArray]:
    """What one really sits on at those places: a cushion may lie on the face that was found."""
    tops = solids.tops(places[:, :2])
    return tops.argmax(axis=1), np.column_stack([places[:, :2], tops.max(axis=1, initial=-np.inf)])


def _has_room(solids: Solids, faces: Faces, parts: IntArray, places: FloatArray, radius_cm: float) -> BoolArray:
    """Whether around a place, on the plane of its face, nearly everything is as high as that plane; shape (K,)."""
    normals = faces.normals[parts]
    forward = faces.sides[parts, 0, :2]
    forward = forward / np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
    sideward = np.stack([-forward[:, 1], forward[:, 0]], axis=1)
    offsets = radius_cm * (_PROBES[None, :, :1] * forward[:, None] + _PROBES[None, :, 1:] * sideward[:, None])
    expected = places[:, None, 2] - np.sum(offsets * normals[:, None, :2], axis=2) / normals[:, None, 2]
    tops = solids.tops((places[:, None, :2] + offsets).reshape(-1, 2)).max(axis=1, initial=-np.inf)
    over = tops.reshape(expected.shape) - expected
    level, blocked = (np.abs(over) <= UNEVEN_CM).sum(axis=1), (over > UNEVEN_CM).sum(axis=1)
    return np.asarray((level >= FEWEST_LEVEL) & (blocked <= MOST_BLOCKED) & (np.abs(over[:, 0]) <= UNEVEN_CM))
