"""What the loop asks of a network, whatever is inside: a flat vector of parameters, and passes forward and back.

Knows no network in particular.
"""

from typing import Any, Protocol

import numpy as np
from numpy.typing import DTypeLike, NDArray

from chairgame.neural.activations import FloatArray

Inputs = NDArray[Any]  # numbers, or places in a table


class Workspace(Protocol):
    """The memory of one batch's passes. What it gives is its own and overwritten by its next pass."""

    @property
    def activations(self) -> tuple[FloatArray, ...]:
        """Every layer's activations of the last forward pass, the inputs first, the outputs last."""
        ...

    def forward(self, params: FloatArray, inputs: Inputs) -> FloatArray:
        """The outputs for a batch of inputs, a row each."""
        ...

    def backward(self, output_gradient: FloatArray) -> FloatArray:
        """The gradient for every parameter, a flat vector, from that at the outputs of the last forward pass."""
        ...


class Network(Protocol):
    """A network's build, without any parameters."""

    @property
    def parameter_count(self) -> int:
        """The length of the flat vector."""
        ...

    def workspace(self, rows: int, dtype: DTypeLike = np.float64) -> Workspace:
        """Memory for the passes of batches of so many rows."""
        ...
