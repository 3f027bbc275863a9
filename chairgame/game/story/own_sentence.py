"""A sentence of the player's own, learned by a newborn brain that hears its last few words in their order.

The window is as wide as it has to be, so that the same words before are followed by the same word wherever that can be.
What it knows it recites. Knows no screen.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.losses import FloatArray
from chairgame.blackbox.wordbox import softmax
from chairgame.training.practice import Practice
from chairgame.training.settings import Settings
from chairgame.training.tasks import reading_task
from chairgame.training.trainer import Trainer
from chairgame.words.reading import Reading
from chairgame.words.splitting import joined, normalised, split
from chairgame.words.windows import narrowest_certain

FEWEST, MOST = 3, 12
"""Words of a sentence."""
LONGEST = 200
"""Characters of one."""
SURE = 0.9
MOST_EPOCHS = 200
EMBEDDING = 6
SETTINGS = Settings(hidden=(12,), learning_rate=0.05)


def words_of(text: str) -> tuple[str, ...]:
    """How a text is cut."""
    return split(text).words


def is_sentence(words: Sequence[str]) -> bool:
    """Whether there are as many words as a sentence of one's own may have, and nothing past its bounds."""
    text = normalised(" ".join(words))
    return len(text) <= LONGEST and FEWEST <= len(words_of(text)) <= MOST


class OwnSentence:
    """A run of its own."""

    def __init__(self, words: Sequence[str], seed: int) -> None:
        text = normalised(" ".join(words))
        self.words = words_of(text)
        numbers = Reading(text, 1, EMBEDDING).vocabulary.numbers(self.words)
        self.window = narrowest_certain(numbers)
        """How many words it hears at once."""
        self._reading = Reading(text, self.window, EMBEDDING)
        settings = self._settings = replace(SETTINGS, seed=seed)
        task = reading_task(self._reading, settings)
        self._trainer, self._practice = Trainer(task, settings), Practice(task)
        self._state = self._trainer.first_state(settings)

    @property
    def epoch(self) -> int:
        """How many epochs it has learned."""
        return self._state.epoch

    @property
    def weights(self) -> int:
        """How many the brain has."""
        return len(self._state.params)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The different words."""
        return self._reading.vocabulary.words

    @cached_property
    def certain(self) -> NDArray[np.bool_]:
        """Which questions have one answer, shape (M,)."""
        return self._reading.windows.certain

    @property
    def uncertain(self) -> int:
        """At how many questions nobody can know what follows."""
        return int((~self.certain).sum())

    def context(self, question: int) -> tuple[str, ...]:
        """The words that it hears before a question."""
        return self.words[max(0, question + 1 - self.window) : question + 1]

    def answers(self) -> FloatArray:
        """Every word's probability at every question, shape (M, V)."""
        return softmax(self._trainer.build(self._state))

    @property
    def shares(self) -> FloatArray:
        """Of the right word at every question, shape (M,)."""
        targets = self._reading.windows.targets
        return np.asarray(self.answers()[np.arange(len(targets)), targets])

    def recitation(self) -> tuple[str, ...]:
        """What it says when it is given the first word, and then its own: the likeliest word each time."""
        nothing, told = len(self.vocabulary), list(self._reading.vocabulary.numbers(self.words[:1]))
        for _ in self.words[1:]:
            heard = ([nothing] * self.window + told)[-self.window :]
            outputs = self._trainer.activations(self._state, np.array([heard], np.int64))[-1]
            told.append(int(outputs[0].argmax()))
        return tuple(self.vocabulary[number] for number in told)

    @property
    def knows(self) -> bool:
        """Whether every question that has one answer is answered."""
        return bool((self.shares[self.certain] > SURE).all())

    @property
    def is_recited(self) -> bool:
        """Whether it says the sentence, word by word."""
        return self.epoch > 0 and self.knows and self.recitation() == self.words

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be learned of it."""
        return self.epoch > 0 and (self.knows or self.epoch >= MOST_EPOCHS)

    def learn(self, epochs: int) -> None:
        """So many epochs, or until it is over."""
        for _ in range(epochs):
            if self.is_over:
                return
            outcome = self._practice.epoch(self._state, self._settings)
            assert outcome is not None  # nothing breaks it off
            if outcome.after is None:
                return
            self._state = outcome.after

    def said(self) -> str:
        """The recitation as a line of text."""
        return joined(self.recitation())
