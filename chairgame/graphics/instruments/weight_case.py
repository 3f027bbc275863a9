"""One weight of a large brain in one epoch: what came in, what signal came back, its slope, its step, where it leads.

Plain data for the cable view; knows no cells.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.game.session.rebuild import Rebuild
from chairgame.graphics.instruments.brainwork import (
    WeightPlace,
    layer_arrays,
    neuron_name,
    parameter_index,
    source_name,
)
from chairgame.neural.mlp import Architecture
from chairgame.neural.signals import layer_signals

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Route:
    """A way from a neuron to an output: the names of the neurons on it, and the weights between them."""

    names: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def strength(self) -> float:
        """What the weights make of a signal: their product."""
        return float(np.prod(self.weights))


@dataclass(frozen=True, eq=False)
class WeightCase:
    """Per part, shape (N,), the activation at the weight's beginning and the signal at its end; and what follows."""

    source: str
    target: str
    before: float
    after: float | None
    """None when the brain burned out in this epoch."""
    gradient: float
    activations: FloatArray
    signals: FloatArray
    routes: tuple[Route, ...]

    @property
    def shares(self) -> FloatArray:
        """What each part adds to the gradient, shape (N,)."""
        return self.activations * self.signals


@np.errstate(all="ignore")  # a burned-out brain's numbers are content, not a warning
def weight_case(
    architecture: Architecture, labels: tuple[str, ...], rebuild: Rebuild, place: WeightPlace, bias: str
) -> WeightCase:
    """The case of the weight at a place, in the epoch of a rebuild. `bias` is that word in the player's language."""
    index, params = parameter_index(architecture, place), rebuild.before.params
    signals = layer_signals(architecture, params, rebuild.activations, rebuild.measurement.output_gradient)
    is_bias = place.row == architecture.units[place.layer]
    inputs = np.ones(len(labels)) if is_bias else rebuild.activations[place.layer][:, place.row]
    return WeightCase(
        source_name(architecture, labels, place, bias),
        neuron_name(architecture, labels, place.layer + 1, place.column),
        float(params[index]),
        None if rebuild.after is None else float(rebuild.after.params[index]),
        float(rebuild.gradient[index]),
        inputs,
        signals[place.layer][:, place.column],
        routes_to_outputs(architecture, params, labels, place.layer + 1, place.column),
    )


@np.errstate(all="ignore")
def routes_to_outputs(
    architecture: Architecture, params: FloatArray, labels: tuple[str, ...], layer: int, index: int
) -> tuple[Route, ...]:
    """The strongest way from a neuron to each output, the strongest first; none from an output itself."""
    arrays = [np.nan_to_num(array[:-1]) for array in layer_arrays(architecture, params)][layer:]
    if not arrays:
        return ()
    strengths = np.zeros(architecture.units[layer])
    strengths[index] = 1.0
    steps = []  # per layer on the way the unit before each unit on its strongest way
    for weights in arrays:
        candidates = strengths[:, None] * np.abs(weights)
        steps.append(candidates.argmax(axis=0))
        strengths = candidates.max(axis=0)
    order = np.argsort(-strengths, kind="stable")
    return tuple(_route(architecture, labels, layer, index, arrays, steps, int(output)) for output in order)


def _route(
    architecture: Architecture,
    labels: tuple[str, ...],
    layer: int,
    index: int,
    arrays: list[FloatArray],
    steps: list[NDArray[np.intp]],
    output: int,
) -> Route:
    units = [output]
    for before in steps[:0:-1]:
        units.append(int(before[units[-1]]))
    units.append(index)
    units.reverse()
    names = tuple(neuron_name(architecture, labels, layer + hop, unit) for hop, unit in enumerate(units))
    pairs = zip(arrays, units, units[1:], strict=False)
    return Route(names, tuple(float(weights[start, end]) for weights, start, end in pairs))
