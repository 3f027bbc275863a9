"""A multi-layer perceptron as one flat vector of parameters and pure functions on it.

Hidden layers share one activation; the output layer is linear. Knows nothing of what its outputs mean or of any loss.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from chairgame.neural.activations import ACTIVATIONS, FloatArray

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

    def layers(self, params: FloatArray) -> tuple[Layer, ...]:
        """Views into the flat vector: per layer the weights, shape (fan in, fan out), and biases, shape (fan out,)."""
        return tuple(
            [(params[start:bias].reshape(-1, units), params[bias:end]) for start, bias, end, units in self.offsets]
        )


@dataclass(frozen=True, eq=False)
class Trace:
    """What a forward pass leaves behind: every layer's activations, the inputs first, the outputs last."""

    activations: tuple[FloatArray, ...]

    @property
    def outputs(self) -> FloatArray:
        """The network's answer, shape (batch, outputs)."""
        return self.activations[-1]


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


def forward(architecture: Architecture, params: FloatArray, inputs: FloatArray) -> Trace:
    """The forward pass of a batch, shape (batch, inputs)."""
    activation = ACTIVATIONS[architecture.activation].function
    *hidden, (last_weights, last_biases) = architecture.layers(params)
    activations = [inputs]
    for weights, biases in hidden:
        z = activations[-1] @ weights
        z += biases
        activations.append(activation(z))
    outputs = activations[-1] @ last_weights
    outputs += last_biases
    activations.append(outputs)
    return Trace(tuple(activations))


def backward(architecture: Architecture, params: FloatArray, trace: Trace, output_gradient: FloatArray) -> FloatArray:
    """The gradient of the loss for every parameter, a flat vector, from its gradient at the outputs.

    Backpropagation: Rumelhart, Hinton & Williams (1986).
    """
    derivative = ACTIVATIONS[architecture.activation].derivative
    gradient = np.empty_like(params)
    layers, gradients = architecture.layers(params), architecture.layers(gradient)
    delta = output_gradient
    for index in range(len(layers) - 1, -1, -1):
        weights_gradient, biases_gradient = gradients[index]
        np.matmul(trace.activations[index].T, delta, out=weights_gradient)
        np.add.reduce(delta, axis=0, out=biases_gradient)
        if index:
            delta = delta @ layers[index][0].T
            delta *= derivative(trace.activations[index])
    return gradient
