"""The black box of words: hides which word comes next, and measures how much the network doubts it.

Takes outputs, gives measurements and gradients, as the box of chairs does. Knows no network and no text.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.losses import FloatArray, Indices
from chairgame.blackbox.measurement import Unit

Choice = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class WordMeasurement:
    """What the scanner says of a batch of M answers among V words.

    `probabilities` and `output_gradient` have the shape (M, V); `targets`, shape (M,), are the right words' numbers.
    `certain`, shape (M,), are the questions that have one answer only; None is all.
    """

    loss: float
    output_gradient: FloatArray
    probabilities: FloatArray
    targets: Indices
    certain: Choice | None = None

    @cached_property
    def right(self) -> int:
        """How many of the certain questions have the right answer as the likeliest one."""
        is_right = self.probabilities.argmax(axis=1) == self.targets
        return int(np.count_nonzero(is_right if self.certain is None else is_right & self.certain))

    @property
    def asked(self) -> int:
        """How many certain questions there are."""
        return len(self.targets) if self.certain is None else int(np.count_nonzero(self.certain))

    @property
    def score(self) -> float:
        """The share of the certain questions whose right answer is the likeliest one; NaN where there is none."""
        return self.right / self.asked if self.asked and np.isfinite(self.loss) else float("nan")


@dataclass(frozen=True)
class Tally:
    """What several portions of a text's questions measured, counted together; each has been listened to already."""

    doubt: float = 0.0
    """The sum of all losses."""
    questions: int = 0
    right: int = 0
    asked: int = 0

    def counting(self, portion: WordMeasurement) -> "Tally":
        """Together with one more portion."""
        return Tally(
            self.doubt + portion.loss * len(portion.targets),
            self.questions + len(portion.targets),
            self.right + portion.right,
            self.asked + portion.asked,
        )

    @property
    def loss(self) -> float:
        """The mean of all losses."""
        return self.doubt / self.questions if self.questions else float("nan")

    @property
    def score(self) -> float:
        """The share of the certain questions that were answered right; NaN where there is none."""
        return self.right / self.asked if self.asked and np.isfinite(self.loss) else float("nan")

    @property
    def output_gradient(self) -> FloatArray:
        """Nothing any more: a row for each question would not fit."""
        return np.zeros((0, 0))


def softmax(outputs: FloatArray) -> FloatArray:
    """Outputs as probabilities, shape (M, V), each row summing to 1."""
    raised = outputs - outputs.max(axis=1, keepdims=True)  # no exponent above 0: nothing overflows
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=1, keepdims=True)
    return np.asarray(raised)


class WordBox:
    """Hides the right words' numbers, shape (M,), and knows which questions are `certain`: None is all of them."""

    unit = Unit.SHARE

    def __init__(self, targets: Indices, certain: Choice | None = None) -> None:
        self._targets, self._certain = targets, certain

    def measure(
        self,
        outputs: FloatArray,
        loss: str = "squared",  # noqa: ARG002  (a box of words knows one loss, whatever is asked for)
        rows: Indices | slice | None = None,
    ) -> WordMeasurement:
        """Cross-entropy of outputs, shape (M, V): the mean of -log p(right word). Source: Bridle (1990)."""
        targets, certain = self._targets, self._certain
        if rows is not None:
            targets, certain = targets[rows], None if certain is None else certain[rows]
        probabilities = softmax(outputs)
        places = np.arange(len(outputs))
        right = probabilities[places, targets]
        gradient = probabilities.copy()
        gradient[places, targets] -= 1
        gradient /= len(outputs)
        value = float(-np.log(np.maximum(right, np.finfo(right.dtype).tiny)).mean())
        return WordMeasurement(value, gradient, probabilities, targets, certain)

    def reusing(self) -> Self:
        """Itself: it has no memory that would be worth keeping."""
        return self
