"""A number of the walk that is to be said before it appears: three options, one of them right.

The wrong ones are what one gets who turns a sign round, adds instead of multiplying, or forgets who is silent. Which of
them stand there, and where, is drawn; nothing but the arithmetic tells them apart.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import count

import numpy as np

from chairgame.game.story.small_brain import FIRST_OUT, SmallBrain, Step, lit_wires

LETTERS = "abc"


@dataclass(frozen=True)
class Blank:
    """A step of the walk, the options for its number, and which of them is right."""

    step: Step
    options: tuple[Fraction, ...]
    right: int


def blank_of(brain: SmallBrain, step: Step, rng: np.random.Generator) -> Blank:
    """The blank in the place of a number."""
    number = brain.number(step)
    wrong = [option for option in dict.fromkeys(_mistakes(brain, step)) if option != number]
    further = (number + by for by in count(1) if number + by not in wrong)
    while len(wrong) < len(LETTERS) - 1:
        wrong.append(next(further))
    taken = [wrong[index] for index in rng.choice(len(wrong), len(LETTERS) - 1, replace=False)]
    right = int(rng.integers(len(LETTERS)))
    return Blank(step, (*taken[:right], number, *taken[right:]), right)


def _mistakes(brain: SmallBrain, step: Step) -> tuple[Fraction, ...]:
    match step.kind:
        case "neuron" | "output":
            return _mistaken_sum(brain, step)
        case "error":
            return -brain.error, brain.output + brain.wanted, Fraction(brain.wanted)
        case "output_signal":
            return _mistaken_product(Fraction(2), brain.error)
        case "signal":
            weight = brain.weights[FIRST_OUT + step.index]
            return brain.output_signal * weight, *_mistaken_product(brain.output_signal, weight)
        case _:
            return _mistaken_slope(brain, step.index)


def _mistaken_sum(brain: SmallBrain, step: Step) -> tuple[Fraction, ...]:
    """A sign lost, one product alone, everything added; the sum itself where a neuron is silent."""
    wires = lit_wires(step)
    products = [brain.source(wire) * brain.weights[wire] for wire in wires]
    nothing = Fraction(0)
    total = sum(products, nothing)
    added = sum((brain.source(wire) + brain.weights[wire] for wire in wires), nothing)
    flipped = [total - 2 * product for product in products]
    return (total, *flipped, sum((abs(product) for product in products), nothing), added, -total)


def _mistaken_product(first: Fraction, second: Fraction) -> tuple[Fraction, ...]:
    return -first * second, first + second, first - second, first * second + first


def _mistaken_slope(brain: SmallBrain, wire: int) -> tuple[Fraction, ...]:
    """Also what it would be if nobody were silent, and if the weight counted."""
    signal, source = brain.target_signal(wire), brain.source(wire)
    loud = signal or brain.output_signal * brain.weights[FIRST_OUT + wire // 2] if wire < FIRST_OUT else signal
    heard = source or brain.sums[wire - FIRST_OUT] if wire >= FIRST_OUT else source
    return loud * heard, *_mistaken_product(loud, heard), loud * brain.weights[wire]
