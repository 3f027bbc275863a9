"""The place in the text that is looked at, and what the brain shown expects there. Changes no run."""

import numpy as np

from chairgame.game.words.saying import FloatArray, answers, reading_of
from chairgame.game.words.shelf import Shelf
from chairgame.words.reading import Reading


class Gaze:
    """Rests on a word of the text and on one of those that the brain would expect in its place."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._place, self._chosen = 1, 0

    @property
    def place(self) -> int:
        """Which word of the text is asked for, counted from 0."""
        return self._place

    @property
    def chosen(self) -> int:
        """Which of the expected words is looked at, the likeliest being 0."""
        return self._chosen

    @property
    def context(self) -> list[int]:
        """The words before the place, by their numbers; no more than the window holds."""
        seen: list[int] = self._reading.numbers[max(0, self._place - self._reading.window) : self._place].tolist()
        return seen

    @property
    def target(self) -> int:
        """The number of the word that comes at the place."""
        return int(self._reading.numbers[self._place])

    @property
    def probabilities(self) -> FloatArray:
        """What the brain shown expects at the place, shape (V,)."""
        return answers(self._shelf.bench.history, self._shelf.state, self.context)

    @property
    def expected(self) -> list[int]:
        """All words, the likeliest first."""
        order: list[int] = np.argsort(-self.probabilities, kind="stable").tolist()
        return order

    def move(self, places: int) -> None:
        """Another place in the text."""
        self._place = min(max(1, self._place + places), len(self._reading.numbers) - 1)
        self._chosen = 0

    def choose(self, rows: int) -> None:
        """Another of the expected words."""
        self._chosen = min(max(0, self._chosen + rows), len(self._reading.vocabulary.words) - 1)

    @property
    def _reading(self) -> Reading:
        return reading_of(self._shelf.bench.history.task)
