"""A family of chairs: ten parts each, alike in their plan and different in seven measures. Knows no network.

Whoever is to build one hears of each part which it is, how large it is, and the sizes of all that lies in the box:
enough to work out where it belongs, and nothing that says so.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Self

import numpy as np

from chairgame.chair.encoding import LABEL_CODE, UNIT_CM
from chairgame.chair.parts import Chair, FloatArray, Part, Vector

PARTS = 10
SLATS = 3
SLAT_DEPTH = 0.6  # of a post's
_SIDES = ((-1, -1), (1, -1), (-1, 1), (1, 1))
_STILL: Vector = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Measures:
    """What makes one chair of the family another than the next, all in cm: how wide and deep the seat is, and how high
    its top; how thick a leg and the seat are; how high the back stands above the seat, and how high a slat is."""

    width: float
    depth: float
    height: float
    leg: float
    seat: float
    back: float
    slat: float

    @classmethod
    def drawn(cls, rng: np.random.Generator) -> Self:
        """Those of a chair of the family, by chance."""
        low, high = np.array(astuple(SMALLEST)), np.array(astuple(LARGEST))
        return cls(*(low + (high - low) * rng.random(len(low))).tolist())


SMALLEST = Measures(30, 30, 30, 2.5, 2, 25, 3)
LARGEST = Measures(60, 55, 60, 6, 5, 60, 8)
USUAL = Measures(45, 42, 45, 4, 3.5, 42, 5)
"""A chair in the middle of the family."""


def family_chair(measures: Measures) -> Chair:
    """The chair of those measures: a seat, four legs, two posts, three slats."""
    m = measures
    aside, behind = (m.width - m.leg) / 2, (m.depth - m.leg) / 2
    leg = (m.leg, m.leg, m.height - m.seat)
    parts = [_part("S", "seat", (m.width, m.depth, m.seat), (0, 0, m.height - m.seat / 2))]
    for number, (x, y) in enumerate(_SIDES, 1):
        parts.append(_part(f"L{number}", "leg", leg, (x * aside, y * behind, leg[2] / 2)))
    for number, x in enumerate((-1, 1), 1):
        at = (x * aside, behind, m.height + m.back / 2)
        parts.append(_part(f"P{number}", "post", (m.leg, m.leg, m.back), at))
    gap = (m.back - SLATS * m.slat) / SLATS
    for number in range(SLATS):
        at = (0, behind, m.height + m.back - m.slat / 2 - number * (m.slat + gap))
        parts.append(_part(f"B{number + 1}", "slat", (m.width - 2 * m.leg, m.leg * SLAT_DEPTH, m.slat), at))
    return Chair("family", {"en": "chair"}, tuple(parts))


def crate(chairs: Sequence[Chair]) -> Chair:
    """The parts of many chairs of the family as one thing, chair after chair: what a box measures at once."""
    return Chair("family", {"en": "chairs"}, tuple(part for chair in chairs for part in chair.parts))


def encode_family(chairs: Sequence[Chair]) -> FloatArray:
    """Input vectors of K chairs, shape (10 K, 43): which part, one-hot and loud; its size, and all sizes, / 50 cm."""
    labels = LABEL_CODE * np.eye(PARTS)
    sizes = [chair.sizes / UNIT_CM for chair in chairs]
    return np.vstack([np.hstack([labels, own, np.tile(own.ravel(), (PARTS, 1))]) for own in sizes])


def most_alike(chair: Chair, known: Sequence[Chair]) -> Chair:
    """What a table of known chairs would build: the one whose parts differ least in size, all differences added."""
    return min(known, key=lambda other: float(np.abs(other.sizes - chair.sizes).sum()))


def _part(label: str, kind: str, size: Vector, at: Vector) -> Part:
    return Part(label, kind, "box", size, at, _STILL, "oak")
