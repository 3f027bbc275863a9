"""A brain of two inputs, three hidden neurons and one output, small enough to read: all of its numbers, step by step.

Nine wires, A to I, and no biases: A and B lead from the two inputs into the first hidden neuron, C and D into the
second, E and F into the third; G, H and I lead from these to the output. The output is a height in units of 50 cm, and
the loss is the square of its error, as in the large brains. Knows no play and no screen.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

import numpy as np

from chairgame.chair.encoding import UNIT_CM
from chairgame.neural.activations import FloatArray
from chairgame.neural.mlp import Architecture, Passes, forward

INPUTS, HIDDEN = 2, 3
ARCHITECTURE = Architecture((INPUTS, HIDDEN, 1), "tanh")
WIRES = tuple("ABCDEFGHI")
FIRST_OUT = INPUTS * HIDDEN  # from this wire on they lead to the output


@dataclass(frozen=True)
class Step:
    """One number of the walk: `kind` is sum, activation, output, error, output_signal, gradient or signal.

    `index` is the hidden neuron of a sum, an activation and a signal, and the wire of a gradient.
    """

    kind: str
    index: int = 0


FORWARD = (
    *chain.from_iterable((Step("sum", neuron), Step("activation", neuron)) for neuron in range(HIDDEN)),
    Step("output"),
    Step("error"),
)
BACKWARD = (
    Step("output_signal"),
    *(Step("gradient", FIRST_OUT + neuron) for neuron in range(HIDDEN)),
    *chain.from_iterable(
        (Step("signal", neuron), *(Step("gradient", INPUTS * neuron + source) for source in range(INPUTS)))
        for neuron in range(HIDDEN)
    ),
)
WALK = FORWARD + BACKWARD
"""Every number of one forward and one backward pass, in the order in which they can be computed."""


@dataclass(frozen=True)
class SmallBrain:
    """What goes in, the nine wires' weights from A to I, and the height that the box wants."""

    inputs: tuple[float, float]
    weights: tuple[float, ...]
    wanted: float

    @cached_property
    def params(self) -> FloatArray:
        """The network's flat vector: the weights in its own order, every bias 0."""
        into = np.array(self.weights[:FIRST_OUT]).reshape(HIDDEN, INPUTS).T
        return np.concatenate([into.ravel(), np.zeros(HIDDEN), self.weights[FIRST_OUT:], [0.0]])

    @cached_property
    def trace(self) -> Passes:
        """The forward pass."""
        return forward(ARCHITECTURE, self.params, np.array([self.inputs]))

    @cached_property
    def sums(self) -> FloatArray:
        """What each hidden neuron adds up, before tanh, shape (3,)."""
        weights, biases = ARCHITECTURE.layers(self.params)[0]
        return np.asarray(np.array(self.inputs) @ weights + biases)

    @property
    def activations(self) -> FloatArray:
        """What each hidden neuron answers, shape (3,)."""
        return np.asarray(self.trace.activations[1][0])

    @property
    def output(self) -> float:
        """The height that the brain chooses, in units of 50 cm."""
        return float(self.trace.outputs[0, 0])

    @property
    def error(self) -> float:
        """How much too high, in units of 50 cm."""
        return self.output - self.wanted

    @property
    def loss(self) -> float:
        """The square of the error."""
        return self.error**2

    @property
    def off_cm(self) -> float:
        """How far off, in cm."""
        return abs(self.error) * UNIT_CM

    @property
    def output_signal(self) -> float:
        """The slope of the loss at the output: what the headphones play."""
        return 2 * self.error

    @cached_property
    def gradients(self) -> FloatArray:
        """The slope of the loss at each wire, A to I, shape (9,): one backward pass."""
        gradient = self.trace.backward(np.array([[self.output_signal]]))
        (into, _), (out, _) = ARCHITECTURE.layers(gradient)
        return np.concatenate([into.T.ravel(), out.ravel()])

    @cached_property
    def signals(self) -> FloatArray:
        """The slope of the loss at each hidden neuron's sum, shape (3,): the gradients of its bias."""
        gradient = self.trace.backward(np.array([[self.output_signal]]))
        return ARCHITECTURE.layers(gradient)[0][1]

    def source(self, wire: int) -> float:
        """The activation at a wire's beginning."""
        if wire < FIRST_OUT:
            return self.inputs[wire % INPUTS]
        return float(self.activations[wire - FIRST_OUT])

    def target_signal(self, wire: int) -> float:
        """The signal at a wire's end."""
        return float(self.signals[wire // INPUTS]) if wire < FIRST_OUT else self.output_signal

    def nudged(self, wire: int, by: float) -> "SmallBrain":
        """The brain with one wire turned."""
        weights = tuple(weight + by * (index == wire) for index, weight in enumerate(self.weights))
        return replace(self, weights=weights)

    def saved_cm(self, wire: int, nudges: tuple[float, ...]) -> float:
        """What turning a wire saves, in cm: the best of some nudges, each built and scanned anew. Below 0: it harms."""
        return max(self.off_cm - self.nudged(wire, nudge).off_cm for nudge in nudges)
