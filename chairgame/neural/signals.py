"""The signals of a backward pass that `mlp.backward` only passes through: the loss's slope at every neuron's sum."""

import numpy as np

from chairgame.neural.activations import ACTIVATIONS, FloatArray
from chairgame.neural.mlp import Architecture


@np.errstate(all="ignore")  # a burned-out brain's numbers are content, not a warning
def layer_signals(
    architecture: Architecture, params: FloatArray, activations: tuple[FloatArray, ...], output_gradient: FloatArray
) -> tuple[FloatArray, ...]:
    """Per layer of weights the slope of the loss at the sums it leads to, shape (batch, units), the first layer first.

    `activations` are those of a forward pass, inputs first; the gradient of a weight is its input's activation times
    the signal at its neuron, summed over the batch: Rumelhart, Hinton & Williams (1986).
    """
    derivative = ACTIVATIONS[architecture.activation].derivative
    signals = [output_gradient]
    for index in range(len(architecture.units) - 2, 0, -1):
        weights, _ = architecture.layers(params)[index]
        signals.append(signals[-1] @ weights.T * derivative(activations[index]))
    return tuple(signals[::-1])
