"""Texts of facts and a question: who has what? So many names and as many things, in any order. Numbers and words only.

Ala ma kota . Ola ma psa . Ewa ma konia . Ola ma → psa. Knows no network and no file.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]

HOW_MANY = 8  # names, and as many things
FEWEST, MOST = 2, HOW_MANY  # facts in a text
FACT = 4  # words of a fact: a name, the verb, a thing, a full stop
LONGEST_WORD = 24  # characters


@dataclass(frozen=True, eq=False)
class Questions:
    """Texts as numbers of words, shape (rows, 4 n + 2), each ending with its question; answers and the places where
    they stand, both of shape (rows,)."""

    texts: Indices
    answers: Indices
    places: Indices

    def __len__(self) -> int:
        return len(self.answers)


@dataclass(frozen=True)
class Facts:
    """The words that such texts are made of. A brain hears numbers: names first, then things, the verb, the stop."""

    names: tuple[str, ...]
    things: tuple[str, ...]
    verb: str
    stop: str = "."

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All of them, in the order of their numbers."""
        return (*self.names, *self.things, self.verb, self.stop)

    def is_sound(self) -> bool:
        """Whether there are enough of them, all different, and each is a word."""
        return (
            len(self.names) == len(self.things) == HOW_MANY
            and len(set(self.words)) == len(self.words)
            and all(0 < len(word) <= LONGEST_WORD and word.isprintable() and " " not in word for word in self.words)
        )


NUMBERED = Facts(tuple(map(str, range(HOW_MANY))), tuple(map(str, range(HOW_MANY, 2 * HOW_MANY))), "has")
"""Words for a brain whose reader does not matter: it hears numbers anyway."""


def drawn(rng: np.random.Generator, rows: int, facts: int) -> Questions:
    """So many texts of so many facts each, from 2 to 8: nobody and nothing twice in one text, and one fact is asked."""
    names = rng.random((rows, HOW_MANY)).argsort(axis=1)[:, :facts]
    things = rng.random((rows, HOW_MANY)).argsort(axis=1)[:, :facts] + HOW_MANY
    return asked(names, things, rng.integers(facts, size=rows))


def asked(names: Indices, things: Indices, which: Indices) -> Questions:
    """Texts that say who has what, both of shape (rows, facts), and ask for one of the facts, shape (rows,)."""
    rows, facts = names.shape
    verb, stop, every = 2 * HOW_MANY, 2 * HOW_MANY + 1, np.arange(rows)
    told = np.stack([names, np.full_like(names, verb), things, np.full_like(names, stop)], axis=2)
    question = np.stack([names[every, which], np.full(rows, verb)], axis=1)
    texts = np.concatenate([told.reshape(rows, FACT * facts), question], axis=1)
    return Questions(texts, things[every, which], FACT * which + 2)
