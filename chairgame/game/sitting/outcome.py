"""Who sits down, and what comes of it: all that a sentence or a picture of a sit test needs, not how it is found."""

from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from chairgame.chair.parts import FloatArray
from chairgame.game.sitting.solids import BoolArray


@dataclass(frozen=True)
class Sitter:
    """Somebody who sits down: by what gap the supports may miss, the weight in kg, half the width needed in cm, and how
    far inside the feet the weight has to be in cm, since nobody sits quite still."""

    name: str
    within_cm: float
    weight_kg: float
    radius_cm: float
    safe_cm: float


CAT = Sitter("cat", 6.0, 4.0, 8.0, 4.0)
GRANDMOTHER = Sitter("grandmother", 3.0, 65.0, 12.0, 5.0)
HIPPOPOTAMUS = Sitter("hippopotamus", 1.0, 1500.0, 13.0, 5.0)
SITTERS = (CAT, GRANDMOTHER, HIPPOPOTAMUS)
"""From the one who minds least to the one who minds most."""


class Reason(Enum):
    """What decided a sit test."""

    HOLDS = "it holds"
    SMOKE = "there is nothing to sit on at all"
    NO_SEAT = "no flat place large enough"
    STEEP = "what could be the seat slants"
    LOW = "what could be the seat is too low"
    HIGH = "what could be the seat is too high"
    LOOSE = "a part that is needed is joined to nothing that stands"
    FLOATS = "a part that is needed ends above the floor"
    LONG = "a part reaches lower than the others"
    TIPS = "the weight is not over the feet"


class Side(Enum):
    """Where the weight falls, for somebody who stands before the chair: it faces -y, and x grows to the right."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    FRONT = (0, -1)
    BACK = (0, 1)


def nowhere() -> FloatArray:
    """No places on the floor, shape (0, 2)."""
    return np.zeros((0, 2))


@dataclass(frozen=True, eq=False)
class SitTest:
    """What came of it, and all that a picture of it needs. Lengths in cm, in the poses' own coordinates."""

    sitter: Sitter
    holds: bool
    reason: Reason
    guilty: int | None = None
    """The part to blame."""
    gap_cm: float | None = None
    """By how much: a gap, a height, how far beside the feet the weight falls; for STEEP degrees."""
    side: Side | None = None
    """Where it tips."""
    floor_cm: float = 0.0
    """The height of the lowest point of what stands: it has sunk or dropped until that is on the floor."""
    structure: BoolArray = field(default_factory=lambda: np.zeros(0, bool))
    """Which parts hang together with the seat, shape (N,)."""
    seat_part: int | None = None
    seat_point: FloatArray | None = None
    """Where the sitter sits, shape (3,)."""
    contact_parts: tuple[int, ...] = ()
    """The parts that touch the floor, within what the sitter does not mind."""
    contacts: FloatArray = field(default_factory=nowhere)
    """Where they do, from above, shape (K, 2)."""
    polygon: FloatArray = field(default_factory=nowhere)
    """The convex hull of those places, counter-clockwise, shape (M, 2)."""
    weight_point: FloatArray | None = None
    """The centre of mass with the sitter, on the floor, shape (2,)."""
    margin_cm: float = -np.inf
    """How far inside that polygon it is; negative outside."""

    @property
    def falls(self) -> bool:
        """Whether somebody went down with it. Where there is no seat nobody sits down, and that is no fall."""
        return not self.holds and self.seat_point is not None
