"""A text's words as numbers, and every question it asks: after these words, which one? Knows no network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Indices = NDArray[np.int64]

OTHER = "·"
"""What stands for every word that a vocabulary has no room for."""


@dataclass(frozen=True)
class Vocabulary:
    """Different words in the order in which they first came; a word's number is its place, counted from 0."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Vocabulary":
        """The vocabulary of a text, its words parted by blanks."""
        return cls(tuple(dict.fromkeys(text.split())))

    @classmethod
    def of_words(cls, words: Sequence[str], most: int | None = None) -> "Vocabulary":
        """The vocabulary of some words; of more than `most` different ones the commonest, and `OTHER` for the rest."""
        different = tuple(dict.fromkeys(words))
        if most is None or len(different) <= most:
            return cls(different)
        common = {word for word, _ in Counter(words).most_common(most - 1)}
        return cls((*(word for word in different if word in common), OTHER))

    @cached_property
    def places(self) -> dict[str, int]:
        """Every word's number."""
        return {word: number for number, word in enumerate(self.words)}

    def numbers(self, words: Sequence[str]) -> Indices:
        """Words as numbers; one that it does not know is `OTHER`. Raises KeyError where it has none of that."""
        places = self.places
        known = [places.get(word, -1) for word in words]
        if -1 in known:
            known = [places[OTHER] if number < 0 else number for number in known]
        return np.array(known, np.int64)

    def lit(self, context: str) -> FloatArray:
        """Which input neurons light up after some words, shape (V,): 1 for every word that was there."""
        heard = set(context.split())
        return np.array([float(word in heard) for word in self.words])

    def questions(self, text: str) -> tuple[FloatArray, Indices]:
        """For every word but the first: what lights up before it, shape (M, V), and its number, shape (M,)."""
        told = self.numbers(text.split())
        came = np.zeros((len(told) - 1, len(self.words)))
        came[np.arange(len(came)), told[:-1]] = 1
        return np.maximum.accumulate(came, axis=0), told[1:]
