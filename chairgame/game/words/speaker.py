"""What a window brain says aloud, word by word, at a temperature. Knows no runs: it is told which brain speaks."""

from collections.abc import Callable

import numpy as np

from chairgame.game.words.saying import TEMPERATURES, FloatArray, next_word
from chairgame.words.reading import Reading

WORDS_A_SECOND = 4.0
USUAL_TEMPERATURE = TEMPERATURES.index(0.5)
STREAM = 11  # of random numbers: what is said must not depend on, nor disturb, what is learned


class Speaker:
    """The words said so far, and how hot the next one is drawn."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, STREAM])
        self._temperature_index = USUAL_TEMPERATURE
        self._due = 0.0
        self._goes_on = False
        self._said: list[int] = []

    @property
    def said(self) -> tuple[int, ...]:
        """The words said, by their numbers; the first one was given."""
        return tuple(self._said)

    @property
    def goes_on(self) -> bool:
        """Whether it says one word after the other by itself."""
        return self._goes_on

    @property
    def temperature(self) -> float:
        """How hot words are drawn."""
        return TEMPERATURES[self._temperature_index]

    def change_temperature(self, steps: int) -> None:
        """Colder or hotter."""
        self._temperature_index = min(max(0, self._temperature_index + steps), len(TEMPERATURES) - 1)

    def begin(self, reading: Reading) -> None:
        """Only the text's first word has been said."""
        self._said = reading.numbers[:1].tolist()

    def say(self, reading: Reading, answers: Callable[[list[int]], FloatArray]) -> None:
        """One word more. What is as long as the text is over: the next time it begins anew."""
        if len(self._said) >= len(reading.numbers):
            self.begin(reading)
        last = self._said[-reading.window :]
        self._said.append(next_word(answers(last), self.temperature, self._rng))
        if len(self._said) >= len(reading.numbers):
            self._goes_on = False

    def toggle(self) -> None:
        """Go on by itself, or be silent."""
        self._goes_on, self._due = not self._goes_on, 1.0

    def be_silent(self) -> None:
        """Say nothing more by itself."""
        self._goes_on = False

    def is_due(self, seconds: float) -> bool:
        """Let time pass: whether the next word's turn has come."""
        if not self._goes_on:
            return False
        self._due += seconds * WORDS_A_SECOND
        if self._due < 1:
            return False
        self._due = min(self._due - 1, 1.0)
        return True
