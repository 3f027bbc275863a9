"""Activation functions and their derivatives, side by side in one table."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Elementwise(Protocol):
    """A function of every number in an array; into `out`, where that is given, which may be the argument itself."""

    def __call__(self, numbers: FloatArray, /, out: FloatArray | None = None) -> FloatArray: ...  # noqa: D102


@dataclass(frozen=True)
class Activation:
    """A function of the pre-activation, and its derivative written in terms of the function's own output."""

    name: str
    function: Elementwise
    derivative: Elementwise


def _tanh(z: FloatArray, out: FloatArray | None = None) -> FloatArray:
    return np.tanh(z, out=out)


def _tanh_slope(a: FloatArray, out: FloatArray | None = None) -> FloatArray:
    out = np.multiply(a, a, out=out)
    return np.subtract(1.0, out, out=out)


def _relu(z: FloatArray, out: FloatArray | None = None) -> FloatArray:
    return np.maximum(z, 0, out=out)


def _relu_slope(a: FloatArray, out: FloatArray | None = None) -> FloatArray:
    return np.greater(a, 0, out=np.empty_like(a) if out is None else out)


def _sigmoid(z: FloatArray, out: FloatArray | None = None) -> FloatArray:
    out = np.multiply(0.5, z, out=out)  # (1 + tanh(z / 2)) / 2 overflows nowhere
    np.tanh(out, out=out)
    np.add(1.0, out, out=out)
    return np.multiply(0.5, out, out=out)


def _sigmoid_slope(a: FloatArray, out: FloatArray | None = None) -> FloatArray:
    return np.multiply(a, np.subtract(1.0, a, out=np.empty_like(a) if out is a else out), out=out)


def _linear(z: FloatArray, out: FloatArray | None = None) -> FloatArray:
    return np.positive(z, out=out)


def _linear_slope(a: FloatArray, out: FloatArray | None = None) -> FloatArray:
    out = np.empty_like(a) if out is None else out
    out.fill(1)
    return out


ACTIVATIONS = {
    activation.name: activation
    for activation in (
        Activation("tanh", _tanh, _tanh_slope),
        Activation("relu", _relu, _relu_slope),
        Activation("sigmoid", _sigmoid, _sigmoid_slope),
        Activation("linear", _linear, _linear_slope),
    )
}
