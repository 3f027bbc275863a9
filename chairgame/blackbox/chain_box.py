"""The black box of folding: hides where the beads of chains lie, and plays a signal for every bend.

A chain lies in the plane; each bead is a bead's length from the one before, and a bend turns all of the chain that
comes after it. So the signal runs back along the chain. Takes outputs, gives measurements. Knows no letters.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Self

import numpy as np

from chairgame.blackbox.losses import FloatArray, Indices
from chairgame.blackbox.measurement import Unit


@dataclass(frozen=True, eq=False)
class ChainMeasurement:
    """What the scanner says of K chains: how far their beads are off, in bead lengths, the root of the mean square."""

    loss: float
    output_gradient: FloatArray
    """Shape (K N, 1): for each bend."""

    @property
    def score(self) -> float:
        """The distance in bead lengths."""
        return sqrt(self.loss)


class ChainBox:
    """Hides beads, shape (K, N, 2). Only the first `let_out` of each chain are looked at; None: all of them."""

    unit = Unit.BEADS

    def __init__(self, beads: FloatArray, let_out: int | None = None) -> None:
        self._beads = beads
        self._let_out = beads.shape[1] if let_out is None else let_out

    def measure(
        self,
        outputs: FloatArray,
        loss: str = "squared",  # noqa: ARG002  (a box of chains knows one loss, whatever is asked for)
        rows: Indices | None = None,
    ) -> ChainMeasurement:
        """Bends in radians, shape (K N, 1), chain after chain: the mean squared distance of the beads that count.

        Raises ValueError for some of the rows alone: a bead lies where all bends before it put it.
        """
        if rows is not None:
            raise ValueError("a chain is measured as a whole")
        bends = outputs.reshape(self._beads.shape[:2])
        directions = np.cumsum(bends, axis=1)
        off = beads_of(bends) - self._beads
        off[:, self._let_out :] = 0.0
        count = len(off) * self._let_out
        pulls = 2 * off / count
        carried = np.cumsum(pulls[:, ::-1], axis=1)[:, ::-1]  # a step moves its own bead and all that come after it
        turning = np.cos(directions) * carried[:, :, 1] - np.sin(directions) * carried[:, :, 0]
        slopes = np.cumsum(turning[:, ::-1], axis=1)[:, ::-1]  # and a bend turns its own step and all after that
        return ChainMeasurement(float((off * off).sum()) / count, slopes.reshape(-1, 1))

    def reusing(self) -> Self:
        """Itself: it has no memory that would be worth keeping."""
        return self


def beads_of(bends: FloatArray) -> FloatArray:
    """Where the beads of K chains lie, in bead lengths from where each begins: bends (K, N) to places (K, N, 2)."""
    directions = np.cumsum(bends, axis=1)
    return np.cumsum(np.stack([np.cos(directions), np.sin(directions)], axis=2), axis=1)
