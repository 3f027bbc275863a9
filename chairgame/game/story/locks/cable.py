"""Lock 3: three wires of a small brain that made an error, and which of them helps most when it is turned."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from chairgame.game.story.cable_case import Case
from chairgame.game.story.locks.lock import OPTIONS, Slices
from chairgame.game.story.small_brain import WIRES, SmallBrain

NUDGE = Fraction(1, 10)
CLEARLY = 1.5  # times as much as the next one is what the guilty wire saves
ERRORS = (-4, -3, -2, 2, 3, 4)


@dataclass(frozen=True)
class CableLock:
    """The brain, the numbers of three of its wires, and what each saves when it is nudged whichever way helps, cm."""

    right: int
    brain: SmallBrain
    wires: tuple[int, ...]
    saved_cm: tuple[float, ...]


def forge(rng: np.random.Generator, right: int) -> Slices[CableLock]:
    """Small brains by chance, until of three wires one is clearly guilty, and is not the fattest."""
    while True:
        yield
        brain = _drawn(rng)
        if min(abs(total) for total in brain.sums) < 1 or not 2 <= brain.output <= 12 or not 1 <= brain.wanted <= 12:
            continue
        saved = Case(brain, NUDGE, "", ()).saved_cm
        wires = sorted(rng.choice(len(WIRES), OPTIONS, replace=False).tolist(), key=lambda wire: -saved[wire])
        fattest = max(wires, key=lambda wire: abs(brain.weights[wire]))
        is_alone = [abs(brain.weights[wire]) for wire in wires].count(abs(brain.weights[fattest])) == 1
        if saved[wires[0]] > CLEARLY * saved[wires[1]] > 0 and is_alone and fattest != wires[0]:
            guilty = wires.pop(0)
            wires.insert(right, guilty)
            return CableLock(right, brain, tuple(wires), tuple(float(saved[wire]) for wire in wires))


def _drawn(rng: np.random.Generator) -> SmallBrain:
    first, second, _third = rng.permutation([1, 2, 3]).tolist()
    weights = (rng.integers(1, 4, len(WIRES)) * rng.choice([-1, 1], len(WIRES))).tolist()
    output = int(SmallBrain.of((first, second), weights, 0).output)
    return SmallBrain.of((first, second), weights, output - int(rng.choice(ERRORS)))
