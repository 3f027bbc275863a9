"""A text's questions as a window sees them: the last few words in their order, and the word that came. Numbers only."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.words.vocabulary import Indices

USUAL, WIDEST = 3, 8


@dataclass(frozen=True, eq=False)
class Windows:
    """Questions about a text of V different words: contexts, shape (M, window), and the words that came, shape (M,).

    The number V stands for the nothing before the first word.
    """

    contexts: Indices
    targets: Indices

    @classmethod
    def of(cls, numbers: Indices, window: int, nothing: int) -> Self:
        """A question for every word but the first, which is given."""
        told = np.concatenate([np.full(window - 1, nothing, np.int64), numbers])
        seen = np.lib.stride_tricks.sliding_window_view(told, window)[:-1]
        return cls(np.ascontiguousarray(seen), numbers[1:])

    def __len__(self) -> int:
        return len(self.targets)

    def part(self, rows: slice) -> "Windows":
        """Some of them."""
        return Windows(self.contexts[rows], self.targets[rows])

    @property
    def certain(self) -> NDArray[np.bool_]:
        """Which have one answer: wherever the same words stood before, the same word came. Shape (M,)."""
        if not len(self):
            return np.zeros(0, np.bool_)
        _, which = np.unique(self.contexts, axis=0, return_inverse=True)
        which = which.reshape(-1)
        most, least = np.full(which.max() + 1, -1), np.full(which.max() + 1, np.iinfo(np.int64).max)
        np.maximum.at(most, which, self.targets)
        np.minimum.at(least, which, self.targets)
        return np.asarray((most == least)[which])


def narrowest_certain(numbers: Indices, least: int = USUAL, most: int = WIDEST) -> int:
    """The narrowest window that leaves the fewest questions without a certain answer, from `least` to `most` words."""
    nothing = int(numbers.max(initial=0)) + 1
    return max(
        range(least, most + 1), key=lambda window: (int(Windows.of(numbers, window, nothing).certain.sum()), -window)
    )
