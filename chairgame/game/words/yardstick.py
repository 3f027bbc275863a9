"""How a brain that looks sees a text, and what such brains are measured by: 400 texts that none of them learns from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.wordbox import softmax
from chairgame.neural.attention import AttentionBrain, Looks
from chairgame.training.history import History
from chairgame.training.state import TrainState
from chairgame.words.facts import Questions, drawn

FloatArray = NDArray[np.float64]

UNSEEN, UNSEEN_FACTS = 400, 4
UNSEEN_STREAM = 14
MOST_REMEMBERED = 3000


@dataclass(frozen=True, eq=False)
class View:
    """A text as a brain sees it: words as numbers, how much of its look each place gets, every word's probability."""

    text: tuple[int, ...]
    weights: FloatArray
    answers: FloatArray
    answer_at: int
    """The place where the right answer stands."""

    @property
    def looked_at(self) -> int:
        """The place that it looks at most."""
        return int(self.weights.argmax())

    @property
    def right(self) -> int:
        """The number of the right answer."""
        return self.text[self.answer_at]


class Yardstick:
    """The texts, and what was measured already."""

    def __init__(self, seed: int) -> None:
        self._texts = drawn(np.random.default_rng([seed, UNSEEN_STREAM]), UNSEEN, UNSEEN_FACTS)
        self._shares: dict[tuple[History, int, Looks], float] = {}

    def share_right(self, history: History, epoch: int, brain: AttentionBrain) -> float:
        """The share of the texts that a brain answers right as it was at an epoch of a run."""
        key = history, epoch, brain.looks
        if key not in self._shares:
            if len(self._shares) >= MOST_REMEMBERED:
                self._shares.clear()
            _, answers = looked(brain, history.state(epoch), self._texts)
            self._shares[key] = float(np.mean(answers.argmax(axis=1) == self._texts.answers))
        return self._shares[key]

    def forget(self) -> None:
        """Its runs are over."""
        self._shares.clear()


def looked(brain: AttentionBrain, state: TrainState, questions: Questions) -> tuple[FloatArray, FloatArray]:
    """Where it looks in each text, shape (rows, places), and every word's probability, shape (rows, V)."""
    passes = brain.workspace(len(questions))
    with np.errstate(all="ignore"):  # a brain that burned out is looked at, too
        answers = softmax(passes.forward(state.params, questions.texts))
    return passes.activations[1], answers


def brain_of(history: History) -> AttentionBrain:
    """The network of a run. Raises TypeError for one of another kind."""
    brain = history.task.network
    if not isinstance(brain, AttentionBrain):
        raise TypeError("this network has no head")
    return brain
