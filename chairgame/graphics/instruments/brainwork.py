"""What the brain panel shows of a network: names of its weights and neurons, and a neuron's strongest wires.

Plain data for the instruments; knows no cells.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.game.session.rebuild import Rebuild
from chairgame.graphics.instruments.wires import Wire
from chairgame.neural.mlp import Architecture

FloatArray = NDArray[np.float64]

OUTPUT_NAMES = ("x", "y", "z", "qw", "qx", "qy", "qz")
SIZE_NAMES = ("w", "d", "h")  # what the network is told of a part beside its label: width, depth, height


@dataclass(frozen=True, order=True)
class WeightPlace:
    """A weight's layer, row (its input; the last row is the bias) and column (its neuron)."""

    layer: int
    row: int
    column: int


def layer_arrays(architecture: Architecture, params: FloatArray) -> list[FloatArray]:
    """Per layer the weights with the biases as the last row, shape (fan in + 1, fan out): views of one flat vector."""
    return [params[start:end].reshape(-1, units) for start, _, end, units in architecture.offsets]


def parameter_index(architecture: Architecture, place: WeightPlace) -> int:
    """Where a weight stands in the flat vector."""
    start = architecture.offsets[place.layer][0]
    return start + place.row * architecture.units[place.layer + 1] + place.column


def moved(architecture: Architecture, place: WeightPlace, rows: int, columns: int) -> WeightPlace:
    """The weight so many rows down and columns to the right; sideways it goes on in the next layer."""
    layer, column = place.layer, place.column + columns
    if column < 0 and layer > 0:
        layer -= 1
        column = architecture.units[layer + 1] - 1
    elif column >= architecture.units[layer + 1] and layer < len(architecture.units) - 2:
        layer, column = layer + 1, 0
    column = min(max(0, column), architecture.units[layer + 1] - 1)
    return WeightPlace(layer, min(max(0, place.row + rows), architecture.units[layer]), column)


def neuron_name(architecture: Architecture, labels: tuple[str, ...], layer: int, index: int) -> str:
    """A neuron's name: a part's label or a size at the inputs (layer 0), `2·5` inside, a coordinate at the outputs."""
    if layer == 0:
        return labels[index] if index < len(labels) else SIZE_NAMES[index - len(labels)]
    if layer == len(architecture.units) - 1:
        return OUTPUT_NAMES[index]
    return f"{layer}·{index + 1}"


def source_name(architecture: Architecture, labels: tuple[str, ...], place: WeightPlace, bias: str) -> str:
    """The name of what a weight listens to."""
    if place.row == architecture.units[place.layer]:
        return bias
    return neuron_name(architecture, labels, place.layer, place.row)


def incoming_wires(
    architecture: Architecture, labels: tuple[str, ...], rebuild: Rebuild, layer: int, index: int, count: int
) -> list[Wire]:
    """The strongest wires into a neuron of layer `layer` + 1, the strongest first, with their sources' activations."""
    weights = layer_arrays(architecture, rebuild.before.params)[layer][:-1, index]
    means = _mean_activation(rebuild.activations[layer])
    return [
        (neuron_name(architecture, labels, layer, int(row)), float(weights[row]), float(means[row]))
        for row in np.argsort(-np.abs(weights), kind="stable")[:count]
    ]


def outgoing_wires(
    architecture: Architecture, labels: tuple[str, ...], rebuild: Rebuild, layer: int, index: int, count: int
) -> list[Wire]:
    """The strongest wires out of the same neuron; none out of an output."""
    if layer + 1 >= len(architecture.units) - 1:
        return []
    weights = layer_arrays(architecture, rebuild.before.params)[layer + 1][index]
    means = _mean_activation(rebuild.activations[layer + 2])
    return [
        (neuron_name(architecture, labels, layer + 2, int(column)), float(weights[column]), float(means[column]))
        for column in np.argsort(-np.abs(weights), kind="stable")[:count]
    ]


def _mean_activation(activations: FloatArray) -> FloatArray:
    return np.asarray(np.nan_to_num(activations).mean(axis=0))
