"""A text's words as numbers, and every question it asks: after these words, which one? Knows no network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Indices = NDArray[np.intp]


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
        return np.array([float(word in context.split()) for word in self.words])

    def questions(self, text: str) -> tuple[FloatArray, Indices]:
        """For every word but the first: what lights up before it, shape (M, V), and its number, shape (M,)."""
        words = text.split()
        inputs = [self.lit(" ".join(words[:place])) for place in range(1, len(words))]
        return np.array(inputs), np.array([self.words.index(word) for word in words[1:]], np.intp)
