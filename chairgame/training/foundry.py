"""The foundry: numbers by chance go downhill until they are an algorithm that multiplies matrices.

A task like any other, and the same loop: the network is a sum of products, the box asks for pairs of matrices. What is
new is a pull that grows towards −1, 0 and 1, and that every so many epochs somebody rounds and looks.
"""

from dataclasses import dataclass
from math import isfinite

import numpy as np

from chairgame.blackbox.tensor_box import MatrixProduct, TensorBox
from chairgame.neural.bilinear import Bilinear, Factors
from chairgame.training.algorithm import Algorithm, rounded
from chairgame.training.practice import Practice
from chairgame.training.schedule import along_cosine
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray
from chairgame.training.tasks import Task
from chairgame.training.trainer import Trainer

STEPS = 1500
RATE = 0.03
SPREAD = 0.6  # of the numbers at the beginning
PULL = 0.05  # at the end
LOOK = 10  # steps between two looks
LOOKS = STEPS // LOOK


def foundry_task(product: MatrixProduct, products: int) -> Task:
    """How are two matrices multiplied with so many products? Inputs are the box's pairs, a score of what is missing."""
    left, right, out = product.sizes
    network = Bilinear(left, right, out, products)
    inputs = product.questions()
    inputs.setflags(write=False)

    def wire(rng: np.random.Generator) -> FloatArray:
        return rng.normal(0, SPREAD, network.parameter_count)

    return Task(product, network, wire, inputs, TensorBox(product), _is_lost, pull=_pulled)


def towards_whole(params: FloatArray) -> FloatArray:
    """The slope of Σ x²(x² − 1)², which is nothing at −1, 0 and 1, and there alone the least."""
    square = params * params
    return np.asarray(2 * params * (square - 1) * (3 * square - 1))


def _pulled(params: FloatArray, epoch: int) -> FloatArray:
    return PULL * min(epoch + 1, STEPS) / STEPS * towards_whole(params)


def _is_lost(loss: float, _outputs: FloatArray) -> bool:
    return not isfinite(loss)


@dataclass(frozen=True, eq=False)
class Look:
    """What there is to see after so many steps: the numbers, and how much of the product is missing."""

    step: int
    factors: Factors
    missing: float


class Casting:
    """One start, going downhill: as far as somebody has asked. It ends when it has been rounded to an algorithm, or
    after `STEPS`."""

    def __init__(self, product: MatrixProduct, products: int, start: int) -> None:
        self.product = product
        self._task = foundry_task(product, products)
        self._network = Bilinear(*product.sizes, products)
        self._settings = Settings(seed=start, learning_rate=RATE)
        self._practice = Practice(self._task)
        self._state = Trainer(self._task, self._settings).first_state(self._settings)
        self.found: Algorithm | None = None
        self.looks = [self._look()]
        """The first one, and one after every `LOOK` steps."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.found is not None or self.looks[-1].step >= STEPS

    def grown_to(self, look: int) -> int:
        """Go downhill up to a look, and return its number; an earlier one where it ended before."""
        while len(self.looks) <= look and not self.is_over:
            for _step in range(LOOK):
                self._go_down()
            self.looks.append(self._look())
            self.found = rounded(self.product, self.looks[-1].factors)
        return min(look, len(self.looks) - 1)

    def _go_down(self) -> None:
        outcome = self._practice.epoch(self._state, along_cosine(self._settings, self._state.epoch, STEPS))
        assert outcome is not None
        assert outcome.after is not None, "a start that burned out"
        self._state = outcome.after

    def _look(self) -> Look:
        missing = self._practice.figures(self._state, self._settings).loss
        return Look(self._state.epoch, self._network.factors(self._state.params), missing)
