"""A brain with a window: words as vectors from a table, side by side in their order, then a perceptron.

One flat vector of parameters: the table first, then the perceptron's layers. Source: Bengio et al. (2003), "A Neural
Probabilistic Language Model". Knows no words, only their numbers, and of its outputs not what they mean.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import DTypeLike

from chairgame.neural.activations import FloatArray
from chairgame.neural.mlp import Architecture, Passes
from chairgame.neural.network import Inputs

FIRST_DOUBT = 0.1  # how far from even a newborn brain's answers are


@dataclass(frozen=True)
class WindowBrain:
    """A network's build: V words as vectors of `embedding` numbers, `window` of them at once, hidden layers, V answers.

    Its inputs are numbers of words, shape (rows, window); V itself is the nothing before a text, a vector of zeros.
    """

    vocabulary: int
    window: int
    embedding: int
    hidden: tuple[int, ...]
    activation: str

    @cached_property
    def perceptron(self) -> Architecture:
        """What the vectors lead into."""
        return Architecture((self.window * self.embedding, *self.hidden, self.vocabulary), self.activation)

    @property
    def table_size(self) -> int:
        """How many parameters the table has."""
        return self.vocabulary * self.embedding

    @property
    def parameter_count(self) -> int:
        """The length of the flat vector."""
        return self.table_size + self.perceptron.parameter_count

    def table(self, params: FloatArray) -> FloatArray:
        """The words' vectors, a view of shape (V, embedding)."""
        return params[: self.table_size].reshape(self.vocabulary, self.embedding)

    def layers(self, params: FloatArray) -> tuple[tuple[FloatArray, FloatArray], ...]:
        """The perceptron's weights and biases, views by layer."""
        return self.perceptron.layers(params[self.table_size :])

    def workspace(self, rows: int, dtype: DTypeLike = np.float64) -> "WindowPasses":
        """Memory for the passes of batches of so many rows."""
        return WindowPasses(self, rows, dtype)


class WindowPasses:
    """A batch's way forward and back. A workspace: see `network`."""

    def __init__(self, brain: WindowBrain, rows: int, dtype: DTypeLike) -> None:
        self._brain = brain
        self._passes = Passes(brain.perceptron, rows, dtype)
        self._table = np.zeros((brain.vocabulary + 1, brain.embedding), dtype)  # the last row stays nothing
        self._seen = np.empty((rows, brain.window, brain.embedding), dtype)
        self._inputs: Inputs = np.zeros((rows, brain.window), np.int64)

    @cached_property
    def _gradient(self) -> FloatArray:
        return np.empty(self._brain.parameter_count, self._seen.dtype)

    @property
    def activations(self) -> tuple[FloatArray, ...]:
        """The numbers of the words, what the perceptron sees of them, and what its layers say."""
        return (self._inputs, *self._passes.activations)

    def forward(self, params: FloatArray, inputs: Inputs) -> FloatArray:
        """The outputs for a batch, shape (rows, V)."""
        self._inputs = inputs
        self._table[:-1] = self._brain.table(params)
        np.take(self._table, inputs, axis=0, out=self._seen, mode="clip")  # any other mode would copy once more
        return self._passes.forward(params[self._brain.table_size :], self._seen.reshape(len(inputs), -1))

    def backward(self, output_gradient: FloatArray) -> FloatArray:
        """The gradient of the loss for every parameter, a flat vector, from its gradient at the outputs.

        A word's vector hears what came back to every place where the word was seen.
        """
        brain, gradient = self._brain, self._gradient
        gradient[brain.table_size :] = self._passes.backward(output_gradient)
        heard = self._passes.input_gradient().reshape(-1, brain.embedding)
        gradient[: brain.table_size] = _summed(heard, self._inputs.reshape(-1), brain.vocabulary + 1)[:-1].reshape(-1)
        return gradient


def _summed(rows: FloatArray, places: Inputs, count: int) -> FloatArray:
    """Rows added up by their places, shape (count, columns)."""
    order = np.argsort(places, kind="stable")
    sorted_places = places[order]
    firsts = np.flatnonzero(np.diff(sorted_places, prepend=-1))
    sums = np.zeros((count, rows.shape[1]), rows.dtype)
    sums[sorted_places[firsts]] = np.add.reduceat(rows[order], firsts, axis=0)
    return sums


def wired(brain: WindowBrain, rng: np.random.Generator) -> FloatArray:
    """Random parameters: vectors of normal numbers, sums of about 1 in every layer, and nearly even answers."""
    params = np.zeros(brain.parameter_count)
    brain.table(params)[:] = rng.normal(size=(brain.vocabulary, brain.embedding))
    layers = brain.layers(params)
    for weights, _biases in layers:
        weights[:] = rng.normal(size=weights.shape) / sqrt(len(weights))
    layers[-1][0][:] *= FIRST_DOUBT
    return params
