"""The black box of arithmetic: hides how two matrices are multiplied, and measures what of it is still missing.

It asks about all pairs of matrices that hold a single one: whoever answers those right multiplies all matrices right,
since a product is made of such pairs. Takes outputs, gives measurements and gradients. Knows no network.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from chairgame.blackbox.losses import FloatArray, Indices
from chairgame.blackbox.measurement import Unit


@dataclass(frozen=True)
class MatrixProduct:
    """A matrix of `rows` × `inner` numbers times one of `inner` × `columns`."""

    rows: int = 2
    inner: int = 2
    columns: int = 2

    @property
    def school(self) -> int:
        """How many multiplications everybody learns to do for it."""
        return self.rows * self.inner * self.columns

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many numbers the first matrix has, the second one, and their product."""
        return self.rows * self.inner, self.inner * self.columns, self.rows * self.columns

    def tensor(self) -> FloatArray:
        """T[i, j, k] is 1 where number i of the one times number j of the other is a part of number k of the product.

        Shape as `sizes`, each matrix row by row. A sum of R products u⊗v⊗w is an algorithm with R multiplications.
        Source: Strassen (1969); as a tensor Brent (1970).
        """
        tensor = np.zeros(self.sizes)
        for row, middle, column in np.ndindex(self.rows, self.inner, self.columns):
            tensor[row * self.inner + middle, middle * self.columns + column, row * self.columns + column] = 1
        return tensor

    def questions(self) -> FloatArray:
        """All pairs of matrices with a single one, shape (pairs, numbers of both), the first one's changing slowest."""
        one, other, _product = self.sizes
        return np.hstack([np.repeat(np.eye(one), other, axis=0), np.tile(np.eye(other), (one, 1))])


@dataclass(frozen=True, eq=False)
class TensorMeasurement:
    """What the scanner says: the squares of all that is wrong, summed up; one whole product that is missing is 1."""

    loss: float
    output_gradient: FloatArray

    @property
    def score(self) -> float:
        """The same number: there is no other measure."""
        return self.loss


class TensorBox:
    """Hides the right answers, shape (pairs, numbers of the product)."""

    unit = Unit.MISSING

    def __init__(self, product: MatrixProduct) -> None:
        self._answers = product.tensor().reshape(-1, product.sizes[2])

    def measure(
        self,
        outputs: FloatArray,
        loss: str = "squared",  # noqa: ARG002  (arithmetic knows one loss, whatever is asked for)
        rows: Indices | None = None,
    ) -> TensorMeasurement:
        """|T − outputs|² over all of the pairs, and its slope."""
        wrong = outputs - (self._answers if rows is None else self._answers[rows])
        return TensorMeasurement(float(np.vdot(wrong, wrong)), 2 * wrong)

    def reusing(self) -> Self:
        """Itself: it has no memory that would be worth keeping."""
        return self
