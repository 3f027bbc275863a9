"""What every black box answers, whatever it hides: a loss, a signal for every output, and a score with its unit.

Knows no box in particular; the loop that learns knows nothing else.
"""

from enum import StrEnum
from typing import Protocol, Self

from chairgame.blackbox.losses import FloatArray, Indices


class Unit(StrEnum):
    """What a score counts in, and so how it is written and which of two is the better one."""

    CM = "cm"
    SHARE = "share"
    MISSING = "missing"
    BEADS = "beads"

    @property
    def lower_is_better(self) -> bool:
        """Whether less is better: of a distance, of what is missing, but not of a share of right answers."""
        return self is not Unit.SHARE


class Measurement(Protocol):
    """What a box says of a batch of outputs, shape (rows, outputs)."""

    @property
    def loss(self) -> float:
        """What learning makes small."""
        ...

    @property
    def score(self) -> float:
        """What a player is told, in the box's unit; NaN or infinite where outputs have no meaning."""
        ...

    @property
    def output_gradient(self) -> FloatArray:
        """The slope of the loss for every output, shape (rows, outputs): what the headphones play."""
        ...


class Box(Protocol):
    """What a task is measured by."""

    @property
    def unit(self) -> Unit:
        """The unit of its scores."""
        ...

    def measure(self, outputs: FloatArray, loss: str = ..., rows: Indices | None = None) -> Measurement:
        """Measure outputs, shape (rows, outputs). `rows` says which of the task's rows they are; None is all."""
        ...

    def reusing(self) -> Self:
        """The same box with memory of its own that it uses again: each measurement is overwritten by the next one."""
        ...
