"""The text of facts that lies on the third bench: how many facts, whose is asked, and fresh ones. Knows no brain."""

import numpy as np

from chairgame.words.facts import FACT, FEWEST, HOW_MANY, MOST, Questions, asked, drawn

USUAL_FACTS = 3
TEXT_STREAM = 13  # the stream of fresh texts: another one than those that a brain learns from


class FactTexts:
    """One text at a time. The first is told in the order of names and things; the second name is asked."""

    def __init__(self, seed: int) -> None:
        self._seed, self._number = seed, 0
        self.facts = USUAL_FACTS
        numbers = np.arange(USUAL_FACTS)[None]
        self.text: Questions = asked(numbers, numbers + HOW_MANY, np.array([1]))

    def ask_another(self, facts: int) -> None:
        """Ask for another of the names in the text."""
        which = (int(self.text.places[0]) // FACT + facts) % self.facts
        text = self.text.texts
        self.text = asked(text[:, :-2:FACT], text[:, 2:-2:FACT], np.array([which]))

    def change_facts(self, facts: int) -> None:
        """A fresh text of more or fewer facts."""
        if FEWEST <= self.facts + facts <= MOST:
            self.facts += facts
            self.fresh()

    def fresh(self) -> None:
        """Another text, which nobody has read."""
        self._number += 1
        self.text = drawn(np.random.default_rng([self._seed, TEXT_STREAM, self._number]), 1, self.facts)
