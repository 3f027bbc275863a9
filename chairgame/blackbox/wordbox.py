"""The black box of words: hides which word comes next, and measures how much the network doubts it.

Takes outputs, gives measurements and gradients, as the box of chairs does. Knows no network and no text.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from chairgame.blackbox.losses import FloatArray, Indices
from chairgame.blackbox.measurement import Unit


@dataclass(frozen=True, eq=False)
class WordMeasurement:
    """What the scanner says of a batch of M answers among V words.

    `probabilities` and `output_gradient` have the shape (M, V); `targets`, shape (M,), are the right words' numbers.
    """

    loss: float
    output_gradient: FloatArray
    probabilities: FloatArray
    targets: Indices

    @cached_property
    def score(self) -> float:
        """The share of the questions whose right answer is the likeliest one; NaN where there is none."""
        if not np.isfinite(self.loss):
            return float("nan")
        return float(np.mean(self.probabilities.argmax(axis=1) == self.targets))


def softmax(outputs: FloatArray) -> FloatArray:
    """Outputs as probabilities, shape (M, V), each row summing to 1."""
    raised = np.exp(outputs - outputs.max(axis=1, keepdims=True))  # no exponent above 0: nothing overflows
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


class WordBox:
    """Hides the right words' numbers, shape (M,)."""

    unit = Unit.SHARE

    def __init__(self, targets: Indices) -> None:
        self._targets = targets

    def measure(
        self,
        outputs: FloatArray,
        loss: str = "squared",  # noqa: ARG002  (a box of words knows one loss, whatever is asked for)
        rows: Indices | None = None,
    ) -> WordMeasurement:
        """Cross-entropy of outputs, shape (M, V): the mean of -log p(right word). Source: Bridle (1990)."""
        targets = self._targets if rows is None else self._targets[rows]
        probabilities = softmax(outputs)
        places = np.arange(len(outputs))
        right = probabilities[places, targets]
        gradient = probabilities.copy()
        gradient[places, targets] -= 1
        gradient /= len(outputs)
        value = float(-np.log(np.maximum(right, np.finfo(right.dtype).tiny)).mean())
        return WordMeasurement(value, gradient, probabilities, targets)

    def reusing(self) -> Self:
        """Itself: it has no memory that would be worth keeping."""
        return self
