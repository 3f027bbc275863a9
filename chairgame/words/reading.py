"""A text as a brain with a window reads it: in words or tokens, how many of them at once, how many numbers each is.

Knows no network and no file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from chairgame.words.bpe import Merging
from chairgame.words.splitting import FEWEST_WORDS, Split, is_utf8, joined, normalised, split
from chairgame.words.vocabulary import Indices, Vocabulary
from chairgame.words.windows import WIDEST, Windows

WIDEST_EMBEDDING = 64
MOST_MERGES = 2000
LARGEST_VOCABULARY = 2000
FEWEST_TO_HOLD_BACK = 200  # words; of a shorter text everything is read


@dataclass(frozen=True)
class Reading:
    """A normalised text. All that is worked out of it is worked out once."""

    content: str
    window: int
    """How many words are seen at once."""
    embedding: int
    """How many numbers stand for each word."""
    merges: int = 0
    """How many merges make tokens of it, which are read in the place of words; 0 for whole words."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they come."""
        return _split(self.content).words

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What is read, one piece after the other: words or tokens."""
        return _tokens(self.content, self.merges) if self.merges else self.words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The different pieces; of a long text the commonest."""
        return Vocabulary.of_words(self.pieces, LARGEST_VOCABULARY)

    @cached_property
    def numbers(self) -> Indices:
        """The pieces as numbers."""
        return self.vocabulary.numbers(self.pieces)

    @cached_property
    def windows(self) -> Windows:
        """Every question that the text asks."""
        return Windows.of(self.numbers, self.window, len(self.vocabulary.words))

    def spelled(self, numbers: Sequence[int]) -> str:
        """Pieces by their numbers as a line of text."""
        pieces = [self.vocabulary.words[number] for number in numbers]
        return " ".join("".join(pieces).split()) if self.merges else joined(pieces)

    @cached_property
    def certain(self) -> NDArray[np.bool_]:
        """Which of the questions that are read have one answer only, shape (M,)."""
        return self.windows.part(self.read).certain

    @property
    def read(self) -> slice:
        """The questions that are learned from: of a long text all but the last tenth."""
        count = len(self.windows)
        return slice(0, count - count // 10 if len(self.words) >= FEWEST_TO_HOLD_BACK else count)

    @property
    def unread(self) -> slice:
        """The questions that are never learned from."""
        return slice(self.read.stop, len(self.windows))

    def is_sound(self) -> bool:
        """Whether it asks for a next word, and nothing of it is past its bounds."""
        return (
            is_utf8(self.content)
            and self.content == normalised(self.content)
            and len(self.words) >= FEWEST_WORDS
            and not _split(self.content).left_out
            and 1 <= self.window <= WIDEST
            and 1 <= self.embedding <= WIDEST_EMBEDDING
            and 0 <= self.merges <= MOST_MERGES
            and len(self.pieces) >= FEWEST_WORDS
        )


@lru_cache(maxsize=4)  # another window reads the same text
def _split(content: str) -> Split:
    return split(content)


@lru_cache(maxsize=4)
def _tokens(content: str, merges: int) -> tuple[str, ...]:
    merging = Merging(content)
    while len(merging.done) < merges and merging.merge_best():
        pass
    return tuple(merging.merges.encode(content))
