"""The race of merges: who makes a text shorter, a player who guesses which pair is common, or a machine that counts.

Each turn offers the commonest pair and four of the next 39, their counts hidden. Whoever knows the language knows
what stands side by side in it. Knows no screen and no clock.
"""

import re
from itertools import islice

import numpy as np

from chairgame.words.bpe import Merging, Pair

TURNS = 12
OFFERED, OF_COMMONEST = 5, 40
MOST_WORDS = 2000
KNOWS_THE_LANGUAGE = 0.92
"""The share of the machine's saving that one guesser in a hundred reaches: measured 0.54 to 0.73 to 0.93 in Polish."""


class TokenRace:
    """One race on the first 2,000 words of a text. The machine always takes the commonest pair."""

    def __init__(self, text: str, rng: np.random.Generator) -> None:
        self._rng = rng
        begun = beginning(text, MOST_WORDS)
        self.merging = Merging(begun)
        self.machine = _greedy(begun)
        """How many tokens the machine has after each of its merges; before the first one as well."""
        self.chosen: list[tuple[Pair, int]] = []
        """What the player has merged, and how often that pair came."""
        self.offer = self._next_offer()

    @property
    def turns(self) -> int:
        """How many merges each side has; fewer in a text that has nothing more to merge."""
        return len(self.machine) - 1

    @property
    def is_whole(self) -> bool:
        """Whether there is enough to merge for a race of full length."""
        return self.turns == TURNS

    @property
    def turn(self) -> int:
        """How many of them the player has made."""
        return len(self.chosen)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to choose."""
        return not self.offer

    @property
    def tokens(self) -> int:
        """How many tokens the player's text has now."""
        return self.merging.tokens

    @property
    def share(self) -> float:
        """How much of what the machine has saved by the same turn the player has saved; 1 before the first."""
        saved = self.machine[0] - self.machine[self.turn]
        return (self.machine[0] - self.tokens) / saved if saved else 1.0

    @property
    def knows_the_language(self) -> bool:
        """Whether the race is over, and was not won by guessing."""
        return self.is_over and self.turn > 0 and self.share > KNOWS_THE_LANGUAGE

    def choose(self, place: int) -> int:
        """Merge a pair of the offer. How often it came.

        Raises IndexError for a place that the offer does not have.
        """
        pair = self.offer[place]
        count = self.merging.count_of(pair)
        self.merging.merge(pair)
        self.chosen.append((pair, count))
        self.offer = self._next_offer()
        return count

    def counts(self) -> tuple[int, ...]:
        """How often the offered pairs come: for whoever may see it."""
        return tuple(self.merging.count_of(pair) for pair in self.offer)

    def _next_offer(self) -> tuple[Pair, ...]:
        if self.turn >= self.turns:
            return ()
        best, *others = self.merging.commonest(OF_COMMONEST)
        drawn = self._rng.choice(len(others), min(OFFERED - 1, len(others)), replace=False) if others else ()
        offer = [best, *(others[place] for place in drawn)]
        return tuple(offer[place] for place in self._rng.permutation(len(offer)))


def beginning(text: str, words: int) -> str:
    """The text up to so many words, its blanks as they are."""
    ends = [word.end() for word in islice(re.finditer(r"\S+", text), words)]
    return text[: ends[-1]] if ends else ""


def _greedy(text: str) -> tuple[int, ...]:
    merging = Merging(text)
    tokens = [merging.tokens]
    while len(tokens) <= TURNS and merging.merge_best():
        tokens.append(merging.tokens)
    return tuple(tokens)
