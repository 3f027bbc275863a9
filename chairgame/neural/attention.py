"""One head of attention: the last place asks, every place answers how well it fits, and what fits is heard.

Each place hears its own vector and those of the places just before it, side by side: that much is given to it by hand,
where a deep network would have to learn it. One flat vector of parameters, and a way back written by hand.

Sources: Vaswani et al. (2017), "Attention Is All You Need". How well a place fits is divided by the head's width, not
by its root, as Yang et al. (2022, "Tensor Programs V") have it: else a few loud steps make it stare at a wrong place,
and on one seed in twenty it does not look away again within 600 steps. Knows no words, only their numbers.
"""

from dataclasses import dataclass
from enum import Enum
from math import prod, sqrt

import numpy as np
from numpy.typing import DTypeLike

from chairgame.neural.activations import FloatArray
from chairgame.neural.network import Inputs

SHARPNESS = 0.5  # of a newborn's questions and keys: it looks nearly evenly


class Looks(Enum):
    """What a head may do. The last two are there to see what the first one is good for."""

    WHERE_IT_FITS = "where it fits"
    EVENLY = "evenly"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class AttentionBrain:
    """A network's build: V words as vectors of `embedding` numbers, `window` of them a place, a head of `width`.

    Its inputs are numbers of words, shape (rows, places), of any number of places; its outputs V answers a row.
    """

    vocabulary: int
    window: int
    embedding: int
    width: int
    looks: Looks = Looks.WHERE_IT_FITS

    @property
    def heard(self) -> int:
        """How many numbers a place hears."""
        return self.window * self.embedding

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """Of the table, of queries, keys and values, and of what leads to the answers from the head and from the last
        place itself."""
        to_head = self.heard, self.width
        return (
            (self.vocabulary, self.embedding),
            *(to_head, to_head, to_head),
            (self.width, self.vocabulary),
            (self.heard, self.vocabulary),
        )

    @property
    def parameter_count(self) -> int:
        """The length of the flat vector."""
        return sum(map(prod, self.shapes))

    def matrices(self, params: FloatArray) -> tuple[FloatArray, ...]:
        """Views into the flat vector, in the order of `shapes`."""
        views, start = [], 0
        for shape in self.shapes:
            views.append(params[start : start + prod(shape)].reshape(shape))
            start += prod(shape)
        return tuple(views)

    def workspace(self, rows: int, dtype: DTypeLike = np.float64) -> "AttentionPasses":
        """Memory for the passes of batches of so many rows."""
        return AttentionPasses(self, rows, dtype)


class AttentionPasses:
    """A batch's way forward and back. A workspace: see `network`."""

    def __init__(self, brain: AttentionBrain, rows: int, dtype: DTypeLike) -> None:
        self._brain, self._rows, self._dtype = brain, rows, dtype
        self._gradient = np.zeros(brain.parameter_count, dtype)
        self.activations: tuple[FloatArray, ...] = ()
        """Of the last forward pass: the inputs; where the head looked, shape (rows, places); what it heard there,
        shape (rows, width); the outputs, shape (rows, V)."""

    def forward(self, params: FloatArray, inputs: Inputs) -> FloatArray:
        """The outputs for a batch, shape (rows, V)."""
        table, to_query, to_key, to_value, from_head, from_last = self._matrices = self._brain.matrices(params)
        self._inputs = inputs
        self._heard = heard = self._hear(table[inputs])
        self._last = last = heard[:, -1]
        self._query = last @ to_query
        self._keys, self._values = heard @ to_key, heard @ to_value
        weights = self._look()
        head = np.matmul(weights[:, None], self._values)[:, 0]
        if self._brain.looks is Looks.NOWHERE:
            head[:] = 0
        outputs = np.asarray(head @ from_head + last @ from_last)
        self.activations = (inputs, weights, head, outputs)
        return outputs

    def backward(self, output_gradient: FloatArray) -> FloatArray:
        """The gradient of the loss for every parameter, a flat vector, from its gradient at the outputs."""
        gradients = self._brain.matrices(self._gradient)
        _, to_query, to_key, to_value, from_head, from_last = self._matrices
        _, weights, head, _ = self.activations
        np.dot(head.T, output_gradient, out=gradients[4])
        np.dot(self._last.T, output_gradient, out=gradients[5])
        of_query, of_keys, of_values = self._back_through_head(output_gradient @ from_head.T, weights)
        flat = self._heard.reshape(-1, self._brain.heard)
        np.dot(self._last.T, of_query, out=gradients[1])
        np.dot(flat.T, of_keys.reshape(flat.shape[0], -1), out=gradients[2])
        np.dot(flat.T, of_values.reshape(flat.shape[0], -1), out=gradients[3])
        of_heard = of_keys @ to_key.T + of_values @ to_value.T
        of_heard[:, -1] += output_gradient @ from_last.T + of_query @ to_query.T
        gradients[0][:] = self._back_to_table(of_heard)
        return self._gradient

    def _hear(self, vectors: FloatArray) -> FloatArray:
        """What every place hears, from the vectors of shape (rows, places, embedding): its own, then those before it.

        Before the first place there is nothing: zeros.
        """
        rows, places, size = vectors.shape
        heard = np.zeros((rows, places, self._brain.heard), self._dtype)
        for back in range(min(self._brain.window, places)):
            heard[:, back:, back * size : (back + 1) * size] = vectors[:, : places - back]
        return heard

    def _look(self) -> FloatArray:
        """How much of its look each place gets, shape (rows, places), each row summing to 1: softmax(q·k / width)."""
        if self._brain.looks is not Looks.WHERE_IT_FITS:
            return np.full(self._inputs.shape, 1 / self._inputs.shape[1], self._dtype)
        fits = np.matmul(self._keys, self._query[:, :, None])[:, :, 0] / self._brain.width
        weights = np.exp(fits - fits.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True))

    def _back_through_head(self, of_head: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The gradients at the query, the keys and the values from the one at what the head has heard."""
        looks = self._brain.looks
        if looks is Looks.NOWHERE:
            of_head = np.zeros_like(of_head)
        of_values = weights[:, :, None] * of_head[:, None]
        if looks is not Looks.WHERE_IT_FITS:
            return np.zeros_like(self._query), np.zeros_like(self._keys), of_values
        of_weights = np.matmul(self._values, of_head[:, :, None])[:, :, 0]
        of_fits = weights * (of_weights - (weights * of_weights).sum(axis=1, keepdims=True))
        of_fits /= self._brain.width
        of_query = np.matmul(of_fits[:, None], self._keys)[:, 0]
        return of_query, of_fits[:, :, None] * self._query[:, None], of_values

    def _back_to_table(self, of_heard: FloatArray) -> FloatArray:
        """A word's vector hears what came back to every place where the word was heard."""
        rows, places, size = *self._inputs.shape, self._brain.embedding
        of_vectors = np.zeros((rows, places, size), self._dtype)
        for back in range(min(self._brain.window, places)):
            of_vectors[:, : places - back] += of_heard[:, back:, back * size : (back + 1) * size]
        is_word = self._inputs.reshape(1, -1) == np.arange(self._brain.vocabulary)[:, None]
        return np.asarray(is_word.astype(self._dtype) @ of_vectors.reshape(-1, size))


def wired(brain: AttentionBrain, rng: np.random.Generator) -> FloatArray:
    """Random parameters: vectors and sums of about 1, questions and keys fainter, no short cut past the head yet."""
    params = np.zeros(brain.parameter_count)
    table, to_query, to_key, to_value, from_head, _from_last = brain.matrices(params)
    table[:] = rng.normal(size=table.shape)
    for matrix, size in ((to_query, SHARPNESS), (to_key, SHARPNESS), (to_value, 1.0), (from_head, 1.0)):
        matrix[:] = rng.normal(size=matrix.shape) * size / sqrt(len(matrix))
    return params
