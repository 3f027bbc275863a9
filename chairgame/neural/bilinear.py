"""A network that multiplies: so many products, each of a weighted sum on the left and one on the right.

It has no bend and no bias. What its answer is worth is not its business: it knows no matrices and no loss.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike

from chairgame.neural.activations import FloatArray
from chairgame.neural.network import Inputs

Factors = tuple[FloatArray, FloatArray, FloatArray]


@dataclass(frozen=True)
class Bilinear:
    """How many numbers come in on the left and on the right, how many come out, and by how many products."""

    left: int
    right: int
    outputs: int
    products: int

    @property
    def parameter_count(self) -> int:
        """The length of the flat vector."""
        return (self.left + self.right + self.outputs) * self.products

    def factors(self, params: FloatArray) -> Factors:
        """Views into the flat vector: u of shape (left, products), v (right, products) and w (outputs, products)."""
        table = params.reshape(-1, self.products)
        middle = self.left + self.right
        return table[: self.left], table[self.left : middle], table[middle:]

    def workspace(self, rows: int, dtype: DTypeLike = np.float64) -> "ProductPasses":
        """Memory for the passes of batches of so many rows."""
        return ProductPasses(self, rows, dtype)


class ProductPasses:
    """A batch's way forward and back. A workspace: see `network`."""

    def __init__(self, network: Bilinear, rows: int, dtype: DTypeLike) -> None:
        self._network = network
        self._inputs: Inputs = np.zeros((rows, network.left + network.right), dtype)
        self._products = np.zeros((rows, network.products), dtype)
        self._outputs = np.zeros((rows, network.outputs), dtype)
        self._gradient = np.empty(network.parameter_count, dtype)

    @property
    def activations(self) -> tuple[FloatArray, ...]:
        """What came in, the products, what came out."""
        return self._inputs, self._products, self._outputs

    def forward(self, params: FloatArray, inputs: Inputs) -> FloatArray:
        """The answers, shape (rows, outputs): w of (u of the left half times v of the right half)."""
        left = self._network.left
        u, v, w = self._factors = self._network.factors(params)
        self._inputs, self._sides = inputs, (inputs[:, :left] @ u, inputs[:, left:] @ v)
        np.multiply(*self._sides, out=self._products)
        return np.dot(self._products, w.T, out=self._outputs)

    def backward(self, output_gradient: FloatArray) -> FloatArray:
        """The gradient for every parameter, a flat vector: the product rule, line by line."""
        left = self._network.left
        u, v, w = self._network.factors(self._gradient)
        signal = output_gradient @ self._factors[2]
        of_left, of_right = self._sides
        np.dot(self._inputs[:, :left].T, signal * of_right, out=u)
        np.dot(self._inputs[:, left:].T, signal * of_left, out=v)
        np.dot(output_gradient.T, self._products, out=w)
        return self._gradient
