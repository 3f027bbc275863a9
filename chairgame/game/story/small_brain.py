"""A brain of two inputs, three hidden neurons and one output, small enough to read: all of its numbers, step by step.

Nine wires, A to I, and no biases: A and B lead from the two inputs into the first hidden neuron, C and D into the
second, E and F into the third; G, H and I lead from these to the output. A hidden neuron adds up what comes in, and is
silent below 0 (relu). The output is a height in units of 10 cm, and the loss is the square of its error. Numbers are
fractions: a wire can be turned by a tenth, and all is still exact. Knows no play and no screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import chain

UNIT_CM = 10
INPUTS, HIDDEN = 2, 3
WIRES = tuple("ABCDEFGHI")
FIRST_OUT = INPUTS * HIDDEN  # from this wire on they lead to the output


@dataclass(frozen=True)
class Step:
    """One number of the walk: `kind` is neuron, output, error, output_signal, gradient or signal.

    `index` is the hidden neuron of a neuron and a signal, and the wire of a gradient.
    """

    kind: str
    index: int = 0


FORWARD = (*(Step("neuron", neuron) for neuron in range(HIDDEN)), Step("output"), Step("error"))
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

_NAMES = {
    "output": Step("output"),
    "error": Step("error"),
    "signal": Step("output_signal"),
    **{f"neuron {neuron + 1}": Step("neuron", neuron) for neuron in range(HIDDEN)},
    **{f"signal {neuron + 1}": Step("signal", neuron) for neuron in range(HIDDEN)},
    **{f"wire {name}": Step("gradient", wire) for wire, name in enumerate(WIRES)},
}


def step_named(name: str) -> Step:
    """The step that a level file calls so: `neuron 1`, `output`, `error`, `signal`, `signal 2`, `wire H`."""
    return _NAMES[name]


def lit_wires(step: Step) -> tuple[int, ...]:
    """The wires that a number comes along."""
    match step.kind:
        case "neuron":
            return tuple(range(INPUTS * step.index, INPUTS * (step.index + 1)))
        case "output":
            return tuple(range(FIRST_OUT, len(WIRES)))
        case "signal":
            return (FIRST_OUT + step.index,)
        case "gradient":
            return (step.index,)
        case _:
            return ()


@dataclass(frozen=True)
class SmallBrain:
    """What goes in, the nine wires' weights from A to I, and the height that the box wants."""

    inputs: tuple[int, int]
    weights: tuple[Fraction, ...]
    wanted: int

    @classmethod
    def of(cls, inputs: Sequence[int], weights: Sequence[int], wanted: int) -> "SmallBrain":
        """From whole numbers."""
        first, second = inputs
        return cls((first, second), tuple(map(Fraction, weights)), wanted)

    @cached_property
    def sums(self) -> tuple[Fraction, ...]:
        """What each hidden neuron adds up."""
        first, second = self.inputs
        pairs = zip(self.weights[0:FIRST_OUT:INPUTS], self.weights[1:FIRST_OUT:INPUTS], strict=True)
        return tuple(first * a + second * b for a, b in pairs)

    @cached_property
    def activations(self) -> tuple[Fraction, ...]:
        """What each hidden neuron says: its sum, or nothing below 0."""
        return tuple(max(Fraction(0), total) for total in self.sums)

    @cached_property
    def output(self) -> Fraction:
        """The height that the brain chooses."""
        pairs = zip(self.activations, self.weights[FIRST_OUT:], strict=True)
        return sum((said * weight for said, weight in pairs), Fraction(0))

    @property
    def error(self) -> Fraction:
        """How much too high."""
        return self.output - self.wanted

    @property
    def loss(self) -> Fraction:
        """The square of the error."""
        return self.error**2

    @property
    def off_cm(self) -> Fraction:
        """How far off, in cm."""
        return abs(self.error) * UNIT_CM

    @property
    def output_signal(self) -> Fraction:
        """The slope of the loss at the output: what the headphones play."""
        return 2 * self.error

    def is_silent(self, neuron: int) -> bool:
        """Whether a hidden neuron says nothing, and nothing that happens before it matters."""
        return self.sums[neuron] <= 0

    @cached_property
    def signals(self) -> tuple[Fraction, ...]:
        """The slope of the loss at each hidden neuron's sum."""
        weights = enumerate(self.weights[FIRST_OUT:])
        return tuple(self.output_signal * weight * (not self.is_silent(neuron)) for neuron, weight in weights)

    @cached_property
    def gradients(self) -> tuple[Fraction, ...]:
        """The slope of the loss at each wire, A to I: signal at its end × number at its beginning."""
        return tuple(self.target_signal(wire) * self.source(wire) for wire in range(len(WIRES)))

    def source(self, wire: int) -> Fraction:
        """The number at a wire's beginning."""
        return Fraction(self.inputs[wire % INPUTS]) if wire < FIRST_OUT else self.activations[wire - FIRST_OUT]

    def target_signal(self, wire: int) -> Fraction:
        """The signal at a wire's end."""
        return self.signals[wire // INPUTS] if wire < FIRST_OUT else self.output_signal

    def number(self, step: Step) -> Fraction:
        """What a step of the walk comes to."""
        numbers = {
            "neuron": self.activations,
            "output": (self.output,),
            "error": (self.error,),
            "output_signal": (self.output_signal,),
            "gradient": self.gradients,
            "signal": self.signals,
        }
        return numbers[step.kind][step.index]

    def nudged(self, wire: int, by: Fraction) -> "SmallBrain":
        """The brain with one wire turned."""
        weights = tuple(weight + by * (index == wire) for index, weight in enumerate(self.weights))
        return replace(self, weights=weights)

    def best_nudge(self, wire: int, nudge: Fraction) -> "SmallBrain":
        """The brain with one wire turned up or down, whichever helps more when it is built and scanned anew."""
        return min((self.nudged(wire, nudge), self.nudged(wire, -nudge)), key=lambda brain: brain.off_cm)


def factors(brain: SmallBrain, step: Step) -> tuple[Fraction, ...]:
    """The two numbers that a step of the way back multiplies; none for other steps."""
    match step.kind:
        case "output_signal":
            return Fraction(2), brain.error
        case "signal":
            return brain.output_signal, brain.weights[FIRST_OUT + step.index]
        case "gradient":
            return brain.target_signal(step.index), brain.source(step.index)
        case _:
            return ()


def is_about_silence(brain: SmallBrain, step: Step) -> bool:
    """Whether a number is what it is because a neuron is silent."""
    match step.kind:
        case "neuron" | "signal":
            return brain.is_silent(step.index)
        case "gradient":
            return brain.is_silent(step.index - FIRST_OUT if step.index >= FIRST_OUT else step.index // INPUTS)
        case _:
            return False
