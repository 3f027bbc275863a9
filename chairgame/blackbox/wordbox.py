"""The black box of words: hides which word comes next, and measures how much the network doubts it.

Takes outputs, gives measurements and gradients, as the box of chairs does. Knows no network and no text.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.losses import FloatArray


@dataclass(frozen=True, eq=False)
class WordMeasurement:
    """What the scanner says of a batch: the loss, every word's probability (M, V), the gradient at the outputs."""

    loss: float
    probabilities: FloatArray
    output_gradient: FloatArray


def softmax(outputs: FloatArray) -> FloatArray:
    """Outputs as probabilities, shape (M, V), each row summing to 1."""
    raised = np.exp(outputs - outputs.max(axis=1, keepdims=True))  # no exponent above 0: nothing overflows
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


class WordBox:
    """Hides the right words' numbers, shape (M,)."""

    def __init__(self, targets: NDArray[np.intp]) -> None:
        self._targets = targets

    def measure(self, outputs: FloatArray) -> WordMeasurement:
        """Cross-entropy of outputs, shape (M, V): the mean of -log p(right word). Source: Bridle (1990)."""
        probabilities = softmax(outputs)
        rows = np.arange(len(outputs))
        right = probabilities[rows, self._targets]
        gradient = probabilities.copy()
        gradient[rows, self._targets] -= 1
        loss = float(-np.log(np.maximum(right, np.finfo(float).tiny)).mean())
        return WordMeasurement(loss, probabilities, gradient / len(outputs))
