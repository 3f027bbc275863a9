"""A black box whose scanner does not see everything, and whose cable may hiss.

It wraps a box of chairs. What is not seen is taken to be where it belongs, and plays no signal: so nobody learns it.
Takes outputs, gives measurements; knows no network.
"""

from copy import copy
from dataclasses import replace
from enum import Enum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.chairbox import ChairBox, ChairMeasurement
from chairgame.blackbox.losses import FloatArray, Indices
from chairgame.blackbox.measurement import Unit
from chairgame.chair.encoding import OUTPUTS, UNIT_CM
from chairgame.chair.parts import Chair

BACK_KINDS = ("post", "slat", "rail", "back")
LEG_KINDS = ("leg",)
SIDEWAYS, UPWARDS, FIRST_OF_TURN = 0, 2, 3
"""Columns of the outputs: a centre's x and z, and where the quaternion begins."""


class BlindSpot(Enum):
    """What a scanner does not see."""

    NOTHING = "nothing"
    LEGS = "legs"
    BACK = "back"
    HEIGHTS = "heights"
    SIDEWAYS = "sideways"
    TURNS = "turns"


def seen_by(chair: Chair, spot: BlindSpot) -> NDArray[np.bool_]:
    """Which of the outputs for a chair's N parts a scanner with a blind spot sees, shape (N, 7)."""
    seen = np.ones((len(chair.parts), OUTPUTS), np.bool_)
    kinds = np.array([part.kind for part in chair.parts])
    match spot:
        case BlindSpot.LEGS:
            seen[np.isin(kinds, LEG_KINDS)] = False
        case BlindSpot.BACK:
            seen[np.isin(kinds, BACK_KINDS)] = False
        case BlindSpot.HEIGHTS:
            seen[:, UPWARDS] = False
        case BlindSpot.SIDEWAYS:
            seen[:, SIDEWAYS] = False
        case BlindSpot.TURNS:
            seen[:, FIRST_OF_TURN:] = False
    return seen


class BlindBox:
    """A box with one ideal chair inside, and a scanner that sees some of the outputs only."""

    unit = Unit.CM

    def __init__(self, chair: Chair, spot: BlindSpot) -> None:
        self._box = ChairBox(chair)
        ideal = self._box.reveal()
        self._ideal = np.hstack([ideal.centres / UNIT_CM, ideal.quaternions])
        self._seen = seen_by(chair, spot)

    def measure(self, outputs: FloatArray, loss: str = "squared", rows: Indices | None = None) -> ChairMeasurement:
        """Measure outputs, shape (N, 7), as a `ChairBox` does, but for what is not seen.

        The distance is that of the parts of which anything is seen.
        """
        seen, ideal = (self._seen, self._ideal) if rows is None else (self._seen[rows], self._ideal[rows])
        measured = self._box.measure(np.where(seen, outputs, ideal), loss, rows)
        known = seen.any(axis=1)
        mean = float(measured.squares[known].mean()) if known.any() else 0.0
        return replace(measured, output_gradient=np.where(seen, measured.output_gradient, 0.0), mean_square=mean)

    def reusing(self) -> Self:
        """The same with memory of its own that it uses again: the next measurement overwrites."""
        box = copy(self)
        box._box = self._box.reusing()
        return box


class HissingBox:
    """Another box, with noise on the cable: a normal one of `loudness` on every output's signal, from a stream."""

    unit = Unit.CM

    def __init__(self, box: ChairBox | BlindBox, loudness: float, rng: np.random.Generator) -> None:
        self._box, self._loudness, self._rng = box, loudness, rng

    def measure(self, outputs: FloatArray, loss: str = "squared", rows: Indices | None = None) -> ChairMeasurement:
        """As the other box, but for the signals."""
        measured = self._box.measure(outputs, loss, rows)
        hiss = self._loudness * self._rng.normal(size=measured.output_gradient.shape)
        return replace(measured, output_gradient=measured.output_gradient + hiss)

    def reusing(self) -> Self:
        """Itself: the stream goes on."""
        return self
