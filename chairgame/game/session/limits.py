"""How much a session may take, whatever a player does and however long."""

from dataclasses import dataclass

from chairgame.training.history import MAXIMUM_EPOCHS
from chairgame.training.keyframes import LARGEST_BUDGET, SMALL_BUDGET


@dataclass(frozen=True)
class Limits:
    """Of one session."""

    longest_run: int = MAXIMUM_EPOCHS
    """Epochs after which a run rests."""
    keyframe_bytes: int = LARGEST_BUDGET
    """Memory for the way back, of all branches together."""


USUAL = Limits()
HOSTED = Limits(20_000, SMALL_BUDGET)  # a server has many guests
