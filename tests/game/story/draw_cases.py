"""Draws the cable's cases; those that `is_fair` lets pass are kept in the level file. Run it for another set of them:

python -m tests.game.story.draw_cases SEED …
"""

import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

import numpy as np

from chairgame.game.story.cable_case import Case
from chairgame.game.story.cable_setup import LESSONS
from chairgame.game.story.small_brain import FIRST_OUT, HIDDEN, INPUTS, WALK, WIRES, SmallBrain, step_named

CLEARLY = 1.5  # the guilty wire's slope is so many times the next one's
LARGEST = 36
ERRORS = (-4, -3, -2, 2, 3, 4)
CHOICE, BLOCK = 4, 10_000
NUDGE = Fraction(1, 10)


def is_fair(brain: SmallBrain, lesson: str) -> bool:
    """Whether one wire is clearly guilty, the one fattest wire is not it, and the lesson is to be learned."""
    slopes = [abs(slope) for slope in brain.gradients]
    guilty = slopes.index(max(slopes))
    fat = [abs(weight) for weight in brain.weights]
    fattest = fat.index(max(fat))
    return (
        min(abs(total) for total in brain.sums) >= 1
        and 2 <= brain.output <= 12
        and 1 <= brain.wanted <= 12
        and 2 <= abs(brain.error) <= 4
        and max(abs(brain.number(step)) for step in WALK) <= LARGEST
        and max(slopes) >= CLEARLY * sorted(slopes)[-2]
        and fat.count(max(fat)) == 1
        and fattest != guilty
        and guilty == Case(brain, NUDGE, lesson, ()).guilty
        and _teaches(brain, lesson, guilty, fattest)
    )


def _teaches(brain: SmallBrain, lesson: str, guilty: int, fattest: int) -> bool:
    silent = [neuron for neuron in range(HIDDEN) if brain.is_silent(neuron)]
    way_out = brain.weights[FIRST_OUT + guilty // INPUTS] if guilty < FIRST_OUT else Fraction(0)
    match lesson:
        case "out":
            return guilty >= FIRST_OUT and not silent
        case "silent":
            return len(silent) == 1 and (fattest == FIRST_OUT + silent[0] or fattest // INPUTS == silent[0])
        case "path":
            return guilty < FIRST_OUT and abs(brain.weights[guilty]) == 1 and abs(way_out) >= 2 and not silent
        case _:
            is_turned = way_out < 0 < brain.error and brain.gradients[guilty] < 0
            return guilty < FIRST_OUT and len(silent) <= 1 and is_turned


def blanks_of(brain: SmallBrain, lesson: str) -> tuple[str, str, str]:
    """One number on the way forward and two on the way back, about what the case teaches."""
    guilty = Case(brain, NUDGE, lesson, ()).guilty
    slope, neuron = f"wire {WIRES[guilty]}", f"{guilty // INPUTS + 1}"
    silent = next((neuron for neuron in range(HIDDEN) if brain.is_silent(neuron)), 0)
    match lesson:
        case "out":
            return "neuron 1", "signal", slope
        case "silent":
            out = f"wire {WIRES[FIRST_OUT + silent]}"
            return f"neuron {silent + 1}", out, slope if guilty < FIRST_OUT else f"signal {silent + 1}"
        case "path":
            return "output", f"signal {neuron}", slope
        case _:
            return "error", f"signal {neuron}", slope


def draw(lesson: str, rng: np.random.Generator) -> SmallBrain:
    """The calmest of the first fair brains: small sums, a clear culprit."""
    return min(islice((brain for brain in _brains(rng) if is_fair(brain, lesson)), CHOICE), key=_unrest)


def _brains(rng: np.random.Generator) -> Iterator[SmallBrain]:
    """Any, without end."""
    while True:
        inputs = rng.permuted(np.tile([1, 2, 3], (BLOCK, 1)), axis=1)[:, :2].tolist()
        weights = (rng.integers(1, 4, (BLOCK, 9)) * rng.choice([-1, 1], (BLOCK, 9))).tolist()
        for pair, wires, error in zip(inputs, weights, rng.choice(ERRORS, BLOCK).tolist(), strict=True):
            yield SmallBrain.of(pair, wires, int(SmallBrain.of(pair, wires, 0).output) - error)


def _unrest(brain: SmallBrain) -> float:
    slopes = sorted(abs(float(slope)) for slope in brain.gradients)
    size = sum(abs(float(total)) for total in brain.sums) + sum(abs(float(weight)) for weight in brain.weights)
    return size + 0.2 * slopes[-1] - 3 * min(3.0, slopes[-1] / slopes[-2])


def _main() -> None:
    for seed in map(int, sys.argv[1:]):
        print(f"[[setup.variant]]\nseed = {seed}\ncases = [")
        for number, lesson in enumerate(LESSONS):
            brain = draw(lesson, np.random.default_rng([seed, number]))
            blanks = blanks_of(brain, lesson)
            assert all(step_named(name) in WALK for name in blanks)
            names = ", ".join(f'"{name}"' for name in blanks)
            numbers = (
                f"inputs = {list(brain.inputs)}, weights = {list(map(int, brain.weights))}, wanted = {brain.wanted}"
            )
            print(f'    {{ lesson = "{lesson}", {numbers}, blanks = [{names}] }},')
        print("]\n")


if __name__ == "__main__":
    _main()
