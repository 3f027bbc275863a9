"""An algorithm for multiplying two matrices with so many multiplications: three tables of −1, 0 and 1.

It is exact or it is none: everything here is done in whole numbers. Knows nothing of how it was found.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.tensor_box import MatrixProduct

Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Algorithm:
    """`left`, shape (numbers of the first matrix, R), says what is added up on the left of each of R multiplications;
    `right` the same of the second matrix; `out`, shape (numbers of the product, R), what the products are added to."""

    product: MatrixProduct
    left: Whole
    right: Whole
    out: Whole

    @property
    def multiplications(self) -> int:
        """How many."""
        return int(self.left.shape[1])

    @property
    def additions(self) -> int:
        """How many additions and subtractions its sums take."""
        sums = [np.count_nonzero(table, axis=axis) for table, axis in ((self.left, 0), (self.right, 0), (self.out, 1))]
        return int(sum(np.maximum(0, terms - 1).sum() for terms in sums))

    def is_exact(self) -> bool:
        """Whether every product of two matrices comes out right: the sum of its R products u⊗v⊗w is the tensor."""
        return bool(np.array_equal(np.einsum("ir,jr,kr->ijk", self.left, self.right, self.out), self.product.tensor()))

    def multiplied(self, one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
        """The product of two matrices by it; whole numbers stay whole."""
        products = (self.left.T @ one.ravel()) * (self.right.T @ other.ravel())
        return np.asarray((self.out @ products).reshape(self.product.rows, self.product.columns))

    def right_of(self, rng: np.random.Generator, count: int) -> int:
        """How many of so many products of whole numbers, drawn by chance, come out exactly as at school."""
        product = self.product
        pairs = zip(
            rng.integers(-99, 100, (count, product.rows, product.inner)),
            rng.integers(-99, 100, (count, product.inner, product.columns)),
            strict=True,
        )
        return sum(np.array_equal(self.multiplied(one, other), one @ other) for one, other in pairs)

    def multiplied_in_blocks(self, one: Whole, other: Whole) -> tuple[Whole, int]:
        """The product of two square matrices of 2ⁿ × 2ⁿ whole numbers, block by block down to single numbers, and how
        many multiplications that took. For a 2 × 2 algorithm only."""
        size = len(one)
        if size == 1:
            return one * other, 1
        pieces = [_blocks(one), _blocks(other)]
        products, count = [], 0
        for index in range(self.multiplications):
            sides = [
                np.tensordot(table[:, index], blocks, axes=1)
                for table, blocks in zip((self.left, self.right), pieces, strict=True)
            ]
            product, taken = self.multiplied_in_blocks(*sides)
            products.append(product)
            count += taken
        corners = np.tensordot(self.out, np.array(products), axes=1)
        return np.block([[corners[0], corners[1]], [corners[2], corners[3]]]), count


def rounded(product: MatrixProduct, factors: tuple[NDArray[np.float64], ...]) -> Algorithm | None:
    """The algorithm that numbers u, v, w come to when they are rounded; None where that is none."""
    left, right, out = (np.rint(table).astype(np.int64) for table in factors)
    if max(np.abs(table).max() for table in (left, right, out)) > 1:
        return None
    found = Algorithm(product, left, right, out)
    return found if found.is_exact() else None


def _blocks(matrix: Whole) -> Whole:
    """The four quarters of a square matrix, row by row, shape (4, half, half)."""
    half = len(matrix) // 2
    return np.asarray(matrix.reshape(2, half, 2, half).swapaxes(1, 2).reshape(4, half, half))
