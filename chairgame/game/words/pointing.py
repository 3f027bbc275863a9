"""The game of the third bench: point at a word before the brain looks. Five texts; knows no brain and no screen."""

from dataclasses import dataclass, field
from math import comb

import numpy as np

from chairgame.words.facts import Questions, drawn

TEXTS = 5
GOOD = 4  # of five, which nobody hits by chance


@dataclass(frozen=True)
class Guess:
    """Where the player pointed, and where it looked most."""

    pointed: int
    looked: int

    @property
    def hit(self) -> bool:
        """Whether both are one place."""
        return self.pointed == self.looked


@dataclass
class Pointing:
    """One game. The brain's look is told by whoever knows it, once the player has pointed."""

    texts: tuple[Questions, ...]
    pointer: int = 0
    guesses: list[Guess] = field(default_factory=list)
    has_looked: bool = False
    """Whether the text that is seen has been looked at: the next press brings another one."""

    @classmethod
    def drawn(cls, rng: np.random.Generator, facts: int) -> "Pointing":
        """Five texts of so many facts each."""
        return cls(tuple(drawn(rng, 1, facts) for _ in range(TEXTS)))

    @property
    def text(self) -> Questions:
        """The text that is seen."""
        return self.texts[min(self.number, TEXTS) - 1]

    @property
    def number(self) -> int:
        """Which one it is, counted from 1."""
        return len(self.guesses) + (not self.has_looked)

    @property
    def places(self) -> int:
        """How many places there are to point at."""
        return int(self.text.texts.shape[1])

    @property
    def is_over(self) -> bool:
        """Whether all five have been looked at."""
        return len(self.guesses) == TEXTS

    @property
    def hits(self) -> int:
        """How often the player was right."""
        return sum(guess.hit for guess in self.guesses)

    def move(self, places: int) -> None:
        """Point somewhere else; not once it has looked."""
        if not self.has_looked:
            self.pointer = min(max(0, self.pointer + places), self.places - 1)

    def look(self, looked: int) -> Guess:
        """It looks: at this place most."""
        guess = Guess(self.pointer, looked)
        self.guesses.append(guess)
        self.has_looked = True
        return guess

    def next_text(self) -> None:
        """Another one, if there is any."""
        if not self.is_over:
            self.has_looked, self.pointer = False, 0


def chance_of(hits: int, places: int) -> float:
    """How likely whoever points at random among so many places hits as often or oftener, of five times."""
    once = 1 / places
    return sum(comb(TEXTS, k) * once**k * (1 - once) ** (TEXTS - k) for k in range(hits, TEXTS + 1))
