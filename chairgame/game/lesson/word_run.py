"""A text's network while it learns before a room: the loop of the chairs, with words. Knows no stop and no clock."""

import numpy as np

from chairgame.blackbox.losses import FloatArray
from chairgame.blackbox.wordbox import softmax
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import word_task
from chairgame.words.text import Text
from chairgame.words.vocabulary import Vocabulary


class WordRun:
    """One run of a small text, from its first wiring on."""

    def __init__(self, text: str, settings: Settings) -> None:
        self.vocabulary = Vocabulary.of(text)
        self.history = History(word_task(Text(text), settings), settings)

    @property
    def epoch(self) -> int:
        """How many epochs it has learned."""
        return self.history.newest

    def learn_to(self, epoch: int) -> bool:
        """Learn up to an epoch. False if the brain burned out before it."""
        while self.epoch < epoch and not self.history.burned_out:
            self.history.advance()
        return not self.history.burned_out

    def answers(self, context: str) -> FloatArray:
        """Every word's probability after some words, shape (V,)."""
        lit, state = self.vocabulary.lit(context)[None], self.history.state(self.epoch)
        return np.asarray(softmax(self.history.trainer.activations(state, lit)[-1])[0])
