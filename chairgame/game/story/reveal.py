"""What a box hid beside what the player built, for the levels in which something was built blind. Knows no level."""

from dataclasses import dataclass

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses


@dataclass(frozen=True)
class Gap:
    """A part that the player has put elsewhere than it belongs, and how far, in whatever the level counts."""

    part: int
    off: float


@dataclass(frozen=True, eq=False)
class Reveal:
    """The player's best and the thing itself."""

    chair: Chair
    best: Poses
    thing: Poses
    gaps: tuple[Gap, ...]
    """Of those parts only that differ."""
    unit: str = ""
    """Behind the number, where it is not tiles: "cm"."""
