"""The instruction sheet: six lines that build six parts, by numbers or by what stands already. Knows no play.

A sheet asks nothing and thinks nothing: line by line each part goes where the line says, in any box.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import UNIT_CM
from chairgame.chair.parts import Chair, FloatArray, Part, Vector
from chairgame.chair.poses import Poses

AT, HIGH, ON, CORNER, BACK = KINDS = ("at", "high", "on", "corner", "back")
CORNERS = 4
_SIDES = ((-1, -1), (1, -1), (-1, 1), (1, 1))
_LEGS = ("A1", "A2", "A3", "A4")
SEAT, BOARD = "B", "C"
LABELS = (*_LEGS, SEAT, BOARD)


@dataclass(frozen=True)
class Line:
    """One instruction. `of` is the part whose numbers on the plan are copied (AT), or to which the part is put (HIGH,
    ON, CORNER, BACK); `corner` counts from 0. Without a kind the part is left where it lies."""

    part: str
    kind: str = ""
    of: str = ""
    corner: int = 0


def six_parts(width: float, depth: float, legs: float, thick: float, back: float, board: float, top: float) -> Chair:
    """A plain chair: four legs, a seat `board` thick, a back `top` thick."""
    leg, x, y = (thick, thick, legs), (width - thick) / 2, (depth - thick) / 2
    parts = [_part(label, "leg", leg, (a * x, b * y, legs / 2)) for label, (a, b) in zip(_LEGS, _SIDES, strict=True)]
    parts.append(_part(SEAT, "seat", (width, depth, board), (0, 0, legs + board / 2)))
    parts.append(_part(BOARD, "back", (width, top, back), (0, (depth - top) / 2, legs + board + back / 2)))
    return Chair("six-parts", {"en": "chair"}, tuple(parts))


def sledge(chair: Chair) -> Chair:
    """The same six parts, another idea: two legs are runners, two lie across, the back is the board in front."""
    (width, depth, board), (_, _, back) = chair.parts[4].size, chair.parts[5].size
    thick, x = chair.parts[0].size[0], width / 2 - chair.parts[0].size[0]
    top = chair.parts[5].size[1]
    places: tuple[tuple[Vector, Vector], ...] = (
        ((-x, 0, thick / 2), (90, 0, 0)),
        ((x, 0, thick / 2), (90, 0, 0)),
        ((0, -depth / 4, thick * 1.5), (0, 90, 0)),
        ((0, depth / 4, thick * 1.5), (0, 90, 0)),
        ((0, 0, 2 * thick + board / 2), (0, 0, 0)),
        ((0, -(depth + top) / 2, 2 * thick + back / 2), (0, 0, 0)),
    )
    parts = [
        Part(part.label, part.kind, part.shape, part.size, at, turn, part.material)
        for part, (at, turn) in zip(chair.parts, places, strict=True)
    ]
    return Chair("sledge", {"en": "sledge"}, tuple(parts))


def built(lines: Sequence[Line], chair: Chair, plan: Chair) -> FloatArray:
    """Where a sheet puts the parts of a chair: their centres in cm, shape (6, 3). Numbers are those of the plan that
    lay open when it was written. A part without an instruction lies in the middle of the floor."""
    sizes = {part.label: np.array(part.size) for part in chair.parts}
    numbers = {part.label: np.array(part.at, float) for part in plan.parts}
    stands: dict[str, FloatArray] = {}
    for line in lines:
        if line.kind:
            stands[line.part] = _placed(line, sizes, stands, numbers)
    lying = {label: np.array([0.0, 0.0, size[2] / 2]) for label, size in sizes.items()}
    return np.array([stands.get(label, lying[label]) for label in chair.labels])


def is_hanging(lines: Sequence[Line]) -> bool:
    """Whether a line is to put its part to another one that does not stand yet."""
    stands: set[str] = set()
    for line in lines:
        if line.kind in (ON, CORNER, BACK) and line.of not in stands:
            return True
        if line.kind:
            stands.add(line.part)
    return False


def _placed(
    line: Line,
    sizes: Mapping[str, FloatArray],
    stands: Mapping[str, FloatArray],
    numbers: Mapping[str, FloatArray],
) -> FloatArray:
    """Where one line puts its part. What is to hang on something that does not stand yet falls to the floor."""
    own, other = sizes[line.part], sizes[line.of]
    if line.kind == AT:
        return numbers[line.of]
    if line.kind == HIGH:
        return np.array([0, 0, other[2] + own[2] / 2])
    base = stands.get(line.of)
    if base is None:
        return np.array([0, 0, own[2] / 2])
    if line.kind == CORNER:
        x, y = _SIDES[line.corner]
        return np.array([base[0] + x * (other[0] - own[0]) / 2, base[1] + y * (other[1] - own[1]) / 2, own[2] / 2])
    above = base[2] + other[2] / 2 + own[2] / 2
    behind = (other[1] - own[1]) / 2 if line.kind == BACK else 0.0
    return np.array([base[0], base[1] + behind, above])


def off_cm(centres: FloatArray, chair: Chair) -> float:
    """How far off parts at these centres, none of them turned, are from a chair."""
    upright = np.tile([1.0, 0.0, 0.0, 0.0], (len(centres), 1))
    return ChairBox(chair).measure(np.hstack([centres / UNIT_CM, upright])).distance_cm


def poses_of(centres: FloatArray) -> Poses:
    """Parts at these centres, none of them turned."""
    return Poses(centres, np.tile([1.0, 0.0, 0.0, 0.0], (len(centres), 1)))


def _part(label: str, kind: str, size: Vector, at: Vector) -> Part:
    return Part(label, kind, "box", size, at, (0.0, 0.0, 0.0), "oak")
