"""Why a middle? Four parts, long or short and wide or narrow: those of which one of both is so hang high, others low.

A straight rule cannot say that: without hidden neurons the best it can do is the mean. Learned for real by the game's
own network, from wires that a seed chooses. Knows no play and no screen.
"""

import numpy as np

from chairgame.neural.activations import FloatArray
from chairgame.neural.mlp import Architecture

PARTS = np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])  # short or long, narrow or wide
LOW_CM, HIGH_CM = 40.0, 80.0
WANTED_CM = np.array([LOW_CM, HIGH_CM, HIGH_CM, LOW_CM])
NEURONS = 3
REBUILDS = 150
LEARNED_CM = 2.0
_UNIT_CM, _RATE = 50.0, 0.3
_INTO, _OUT_OF = 0.8, 0.6  # spread of the first wires
_START = 0.8  # of the bias: all four begin at about 40 cm


class MiddleRun:
    """A brain that learns the four parts' heights, with hidden neurons or without."""

    def __init__(self, seed: int, *, has_middle: bool) -> None:
        self.has_middle = has_middle
        self._build = Architecture((2, NEURONS, 1) if has_middle else (2, 1), "tanh")
        self._params = _wired(self._build, np.random.default_rng(seed))
        self._passes = self._build.workspace(len(PARTS))
        self.rebuilds = 0
        self._passes.forward(self._params, PARTS)

    @property
    def heights_cm(self) -> FloatArray:
        """Where each part hangs, shape (4,)."""
        return self._passes.outputs[:, 0] * _UNIT_CM

    @property
    def off_cm(self) -> float:
        """How far off they are: the root mean square."""
        return float(np.sqrt(np.mean((self.heights_cm - WANTED_CM) ** 2)))

    @property
    def is_complete(self) -> bool:
        """Whether it has rebuilt as often as it was to."""
        return self.rebuilds >= REBUILDS

    def rebuild(self) -> None:
        """One step of gradient descent, and all four anew."""
        errors = (self.heights_cm - WANTED_CM)[:, None] / _UNIT_CM
        self._params -= _RATE * self._passes.backward(2 * errors / len(PARTS))
        self._passes.forward(self._params, PARTS)
        self.rebuilds += 1


def _wired(build: Architecture, rng: np.random.Generator) -> FloatArray:
    params = np.zeros(build.parameter_count)
    layers = build.layers(params)
    for weights, _biases in layers:
        weights[:] = rng.normal(0, _OUT_OF if weights is layers[-1][0] else _INTO, weights.shape)
    layers[-1][1][:] = _START
    return params
