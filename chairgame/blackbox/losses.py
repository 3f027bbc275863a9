"""Losses of a point's distance from its place, each with its derivative side by side. Distances in units of 50 cm."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Indices = NDArray[np.int64]

HUBER_DELTA = 0.1  # in units of 50 cm: 5 cm


@dataclass(frozen=True)
class Loss:
    """ρ(r) of a squared distance r², and the factor ρ'(r) / r that turns a displacement into its gradient."""

    name: str
    value: Callable[[FloatArray], FloatArray]
    factor: Callable[[FloatArray], FloatArray]


def _reciprocal(distance: FloatArray) -> FloatArray:
    """1 / r, and 0 at r = 0: at the kink the gradient is chosen to be nothing."""
    return np.asarray(np.divide(1.0, distance, out=np.zeros_like(distance), where=distance > 0))


def _huber(square: FloatArray) -> FloatArray:
    linear = HUBER_DELTA * (np.sqrt(square) - HUBER_DELTA / 2)
    return np.where(square <= HUBER_DELTA**2, square / 2, linear)


LOSSES = {
    loss.name: loss
    for loss in (
        Loss("squared", lambda square: square, lambda square: np.full_like(square, 2.0)),
        Loss("absolute", np.sqrt, lambda square: _reciprocal(np.sqrt(square))),
        # Source: Huber (1964): half the square near by, a straight line beyond delta.
        Loss("huber", _huber, lambda square: np.minimum(1.0, HUBER_DELTA * _reciprocal(np.sqrt(square)))),
    )
}
