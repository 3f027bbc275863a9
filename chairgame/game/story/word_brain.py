"""A small text's brain at one moment: what it answers, what its neurons say, and one wire more turned or one epoch on.

Immutable, and the loop of the chairs: see `training`. Knows no rules of the play.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np

from chairgame.blackbox.losses import FloatArray
from chairgame.blackbox.wordbox import softmax
from chairgame.training.practice import Practice
from chairgame.training.settings import SMALL_TEXT
from chairgame.training.state import TrainState
from chairgame.training.tasks import word_task
from chairgame.training.trainer import Trainer, with_parameter
from chairgame.words.text import Text
from chairgame.words.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class WordBrain:
    """Of a text with V words and M questions: a neuron lights up for every word that was heard, in whatever order."""

    text: str
    trainer: Trainer
    practice: Practice
    state: TrainState

    @classmethod
    def newborn(cls, text: str, seed: int) -> Self:
        """As wired by a seed."""
        settings = replace(SMALL_TEXT, seed=seed)
        task = word_task(Text(text), settings)
        trainer = Trainer(task, settings)
        return cls(text, trainer, Practice(task), trainer.first_state(settings))

    @property
    def words(self) -> tuple[str, ...]:
        """The text's different words: the V neurons at its end."""
        return Vocabulary.of(self.text).words

    @property
    def neurons(self) -> int:
        """How many there are in the middle."""
        return self.trainer.architecture.units[1]

    @property
    def wires(self) -> int:
        """How many lead from the middle to the words."""
        return self.neurons * len(self.words)

    @cached_property
    def targets(self) -> tuple[int, ...]:
        """The right word of each question."""
        return tuple(self.words.index(word) for word in self.text.split()[1:])

    def heard(self, question: int) -> tuple[str, ...]:
        """The words before a question."""
        return tuple(self.text.split()[: question + 1])

    @cached_property
    def _layers(self) -> tuple[FloatArray, ...]:
        return self.trainer.activations(self.state)

    @property
    def middle(self) -> FloatArray:
        """What each neuron of the middle says at each question, shape (M, neurons)."""
        return self._layers[1]

    @cached_property
    def answers(self) -> FloatArray:
        """Each word's probability at each question, shape (M, V)."""
        return np.asarray(softmax(self._layers[-1]))

    @cached_property
    def signals(self) -> FloatArray:
        """What each word hears at each question alone, shape (M, V): its probability, less 1 if it is right."""
        signals = self.answers.copy()
        signals[np.arange(len(signals)), self.targets] -= 1
        return signals

    def guilt(self, question: int) -> FloatArray:
        """Of every wire into the words at a question, shape (neurons, V): signal × what the neuron says."""
        return np.outer(self.middle[question], self.signals[question])

    @property
    def weights(self) -> FloatArray:
        """Of the wires into the words, shape (neurons, V)."""
        return self.trainer.architecture.layers(self.state.params)[-1][0]

    def share(self, question: int) -> float:
        """The right word's probability."""
        return float(self.answers[question, self.targets[question]])

    def turned(self, wire: int, by: float) -> "WordBrain":
        """With one wire into the words turned; they are counted neuron by neuron."""
        start, *_ = self.trainer.architecture.offsets[-1]
        value = float(self.state.params[start + wire]) + by
        return replace(self, state=with_parameter(self.state, start + wire, value))

    def learned(self) -> "WordBrain":
        """After one more epoch."""
        outcome = self.practice.epoch(self.state, SMALL_TEXT)
        assert outcome is not None  # nothing breaks it off
        return self if outcome.after is None else replace(self, state=outcome.after)
