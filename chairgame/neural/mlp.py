"""A multi-layer perceptron as one flat vector of parameters and pure functions on it.

Hidden layers share one activation; the output layer is linear. Knows nothing of what its outputs mean or of any loss.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike

from chairgame.neural.activations import ACTIVATIONS, FloatArray
from chairgame.neural.network import Inputs

Layer = tuple[FloatArray, FloatArray]


@dataclass(frozen=True)
class Architecture:
    """The units per layer, inputs first and outputs last, and the hidden layers' activation."""

    units: tuple[int, ...]
    activation: str

    @cached_property
    def offsets(self) -> tuple[tuple[int, int, int, int], ...]:
        """Per layer: where its weights begin, its biases begin, and it ends in the flat vector; its units."""
        bounds, start = [], 0
        for fan_in, fan_out in pairwise(self.units):
            bias = start + fan_in * fan_out
            bounds.append((start, bias, bias + fan_out, fan_out))
            start = bias + fan_out
        return tuple(bounds)

    @property
    def parameter_count(self) -> int:
        """The length of the flat vector: all weights and biases."""
        return self.offsets[-1][2]

    def workspace(self, rows: int, dtype: DTypeLike = np.float64) -> "Passes":
        """Memory for the passes of batches of so many rows."""
        return Passes(self, rows, dtype)

    def layers(self, params: FloatArray) -> tuple[Layer, ...]:
        """Views into the flat vector: per layer the weights, shape (fan in, fan out), and biases, shape (fan out,)."""
        return tuple(
            [(params[start:bias].reshape(-1, units), params[bias:end]) for start, bias, end, units in self.offsets]
        )


class Passes:
    """A batch's way forward and back: what every layer says, then what it hears. A workspace: see `network`."""

    def __init__(self, architecture: Architecture, rows: int, dtype: DTypeLike) -> None:
        self._architecture = architecture
        self._activation = ACTIVATIONS[architecture.activation]
        self._answers = [np.empty((rows, units), dtype) for units in architecture.units[1:]]
        self._layers: tuple[Layer, ...] = ()
        self._inputs = self._first_signal = self._answers[0]

    @cached_property
    def _memory_back(self) -> tuple[FloatArray, tuple[Layer, ...], list[FloatArray], list[FloatArray]]:
        """What only the way back needs: the gradient, flat and by layer; for each hidden layer signals and slopes."""
        gradient = np.empty(self._architecture.parameter_count, self._answers[0].dtype)
        signals, slopes = ([np.empty_like(answer) for answer in self._answers[:-1]] for _ in range(2))
        return gradient, self._architecture.layers(gradient), signals, slopes

    @property
    def activations(self) -> tuple[FloatArray, ...]:
        """Every layer's activations of the last forward pass, the inputs first, the outputs last."""
        return (self._inputs, *self._answers)

    @property
    def outputs(self) -> FloatArray:
        """The network's answer, shape (rows, outputs)."""
        return self._answers[-1]

    def forward(self, params: FloatArray, inputs: Inputs) -> FloatArray:
        """The outputs for a batch, shape (rows, inputs)."""
        self._inputs, self._layers = inputs, self._architecture.layers(params)
        signal, outputs = inputs, self._answers[-1]
        for (weights, biases), answer in zip(self._layers, self._answers, strict=True):
            np.dot(signal, weights, out=answer)
            np.add(answer, biases, out=answer)
            if answer is not outputs:
                self._activation.function(answer, out=answer)
            signal = answer
        return outputs

    def backward(self, output_gradient: FloatArray) -> FloatArray:
        """The gradient of the loss for every parameter, a flat vector, from its gradient at the outputs.

        Backpropagation: Rumelhart, Hinton & Williams (1986).
        """
        gradient, gradients, signals, slopes = self._memory_back
        signal = output_gradient
        for index in range(len(self._layers) - 1, -1, -1):
            weights_gradient, biases_gradient = gradients[index]
            heard = self._answers[index - 1] if index else self._inputs
            np.dot(heard.T, signal, out=weights_gradient)
            np.add.reduce(signal, axis=0, out=biases_gradient)
            if index:
                slope = self._activation.derivative(heard, out=slopes[index - 1])
                signal = np.dot(signal, self._layers[index][0].T, out=signals[index - 1])
                np.multiply(signal, slope, out=signal)
        self._first_signal = signal
        return gradient

    def input_gradient(self) -> FloatArray:
        """After the way back: the loss's gradient at the inputs, shape (rows, inputs)."""
        return np.asarray(np.dot(self._first_signal, self._layers[0][0].T))


def initialise(
    architecture: Architecture,
    inputs: FloatArray,
    rng: np.random.Generator,
    hidden_scale: float = 1.0,
    output_scale: float = 0.55,
    output_bias: FloatArray | None = None,
) -> FloatArray:
    """Random parameters whose pre-activations have a given root mean square over `inputs`, whatever depth and width.

    Gaussian weights, then each layer in turn is scaled on the data it will see, so that neither depth nor activation
    lets the first answer shrink or explode. Source: layer-sequential unit variance, Mishkin & Matas (2016).
    """
    params = np.zeros(architecture.parameter_count)
    layers = architecture.layers(params)
    activation = ACTIVATIONS[architecture.activation].function
    signal = inputs
    for index, (weights, biases) in enumerate(layers):
        last = index == len(layers) - 1
        weights[:] = rng.normal(size=weights.shape)
        answer = signal @ weights
        spread = float(np.sqrt(np.mean(answer * answer)))
        np.multiply(weights, (output_scale if last else hidden_scale) / (spread or 1.0), out=weights)
        if last and output_bias is not None:
            biases[:] = output_bias
        signal = activation(signal @ weights + biases)
    return params


def forward(architecture: Architecture, params: FloatArray, inputs: FloatArray) -> Passes:
    """The forward pass of a batch, shape (batch, inputs), in memory of its own."""
    passes = architecture.workspace(len(inputs), params.dtype)
    passes.forward(params, inputs)
    return passes
