"""A text's words as numbers, and every question it asks: after these words, which one? Knows no network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Vocabulary:
    """Different words in the order in which they first came; a word's number is its place, counted from 0."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Vocabulary":
        """The vocabulary of a text, its words parted by blanks."""
        return cls(tuple(dict.fromkeys(text.split())))

    def lit(self, context: str) -> FloatArray:
        """Which input neurons light up after some words, shape (V,): 1 for every word that was there."""
        heard = set(context.split())
        return np.array([float(word in heard) for word in self.words])

    def questions(self, text: str) -> tuple[FloatArray, Indices]:
        """For every word but the first: what lights up before it, shape (M, V), and its number, shape (M,)."""
        numbers = {word: number for number, word in enumerate(self.words)}
        told = np.array([numbers[word] for word in text.split()], np.int64)
        came = np.zeros((len(told) - 1, len(self.words)))
        came[np.arange(len(came)), told[:-1]] = 1
        return np.maximum.accumulate(came, axis=0), told[1:]
