"""A next-word network learning a short text: the same loop as with chairs, build, measure, listen, adjust."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chairgame.blackbox.wordbox import WordBox, WordMeasurement, softmax
from chairgame.neural.mlp import Architecture, backward, forward, initialise
from chairgame.training.state import FloatArray, brain_rng
from chairgame.words.vocabulary import Vocabulary

HIDDEN = 4
LEARNING_RATE = 0.4


@dataclass(frozen=True, eq=False)
class WordState:
    """The parameters, and how many epochs they have seen."""

    params: FloatArray
    epoch: int


class WordTrainer:
    """A text, its box and a network's shape. Holds no state of the run."""

    def __init__(self, text: str, seed: int) -> None:
        self.vocabulary = Vocabulary.of(text)
        self.inputs, targets = self.vocabulary.questions(text)
        self.box = WordBox(targets)
        count = len(self.vocabulary.words)
        self.architecture = Architecture((count, HIDDEN, count), "tanh")
        self._seed = seed

    @cached_property
    def first(self) -> WordState:
        """A newly wired brain."""
        return WordState(initialise(self.architecture, self.inputs, brain_rng(self._seed)), 0)

    def measure(self, state: WordState) -> WordMeasurement:
        """What the network answers to every question of the text, and how wrong that is."""
        return self.box.measure(forward(self.architecture, state.params, self.inputs).outputs)

    def epoch(self, state: WordState) -> WordState:
        """One pass over the whole text: one step of gradient descent."""
        trace = forward(self.architecture, state.params, self.inputs)
        gradient = backward(self.architecture, state.params, trace, self.box.measure(trace.outputs).output_gradient)
        return WordState(state.params - LEARNING_RATE * gradient, state.epoch + 1)

    def after(self, epochs: int) -> WordState:
        """The state after so many epochs."""
        state = self.first
        for _ in range(epochs):
            state = self.epoch(state)
        return state

    def answers(self, state: WordState, context: str) -> FloatArray:
        """Every word's probability after some words, shape (V,)."""
        lit = self.vocabulary.lit(context)[None]
        return np.asarray(softmax(forward(self.architecture, state.params, lit).outputs)[0])
