"""Small networks before small boxes for the gradient tests, and how near a case is to a kink of its loss."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import encode_parts
from chairgame.chair.parts import Chair
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.mlp import Architecture, forward, initialise
from tests.blackbox import reference

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Case:
    """One network in front of one box."""

    chair: Chair
    box: ChairBox
    architecture: Architecture
    inputs: FloatArray
    params: FloatArray
    loss: str

    def loss_at(self, params: FloatArray) -> float:
        return self.box.measure(forward(self.architecture, params, self.inputs).outputs, self.loss).loss

    def gradient(self) -> FloatArray:
        trace = forward(self.architecture, self.params, self.inputs)
        signal = self.box.measure(trace.outputs, self.loss).output_gradient
        return trace.backward(signal)

    @property
    def outputs(self) -> FloatArray:
        return forward(self.architecture, self.params, self.inputs).outputs


def case(chair: Chair, activation: str, loss: str, hidden: tuple[int, ...], seed: int) -> Case:
    rng = np.random.default_rng(seed)
    inputs = encode_parts(chair)
    architecture = Architecture((inputs.shape[1], *hidden, 7), activation)
    params = initialise(architecture, inputs, rng)
    params += 0.2 * rng.normal(size=params.shape)  # biases as well
    return Case(chair, ChairBox(chair), architecture, inputs, params, loss)


def distance_to_kink(given: Case) -> float:
    """How far the case is from where its loss has no gradient, or one that changes at once.

    Around a point (no length of a quaternion, no distance) it bends ever more: there a thirtieth of the way counts.
    """
    outputs = given.outputs
    near = [float(np.linalg.norm(outputs[:, 3:], axis=1).min()) / 30]
    for part, output in zip(given.chair.parts, outputs, strict=True):
        best, *rest = sorted(reference.products(part, output[3:]), reverse=True)
        near += [best - other for other in rest[:1]]
        distances = np.array(reference.distances(part, output))
        if given.loss == "absolute":
            near.append(float(distances.min()) / 30)
        if given.loss == "huber":
            near.append(float(np.abs(distances - reference.DELTA).min()))
    if given.architecture.activation == "relu":
        near += [float(np.abs(sums).min()) for sums in _hidden_sums(given)]
    return min(near)


def _hidden_sums(given: Case) -> list[FloatArray]:
    signal, found = given.inputs, []
    for weights, biases in given.architecture.layers(given.params)[:-1]:
        found.append(signal @ weights + biases)
        signal = ACTIVATIONS[given.architecture.activation].function(found[-1])
    return found
