"""What a brain that reads through a window says: probabilities, a word by temperature, a text by heart, and why.

Pure functions on a run's states. Chance comes from a generator that is passed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.wordbox import softmax
from chairgame.neural.embedding import WindowBrain
from chairgame.training.history import History
from chairgame.training.state import TrainState
from chairgame.training.tasks import Task
from chairgame.words.reading import Reading

FloatArray = NDArray[np.floating]
LONGEST_RECITAL = 200  # words
TEMPERATURES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
PARROT, STORYTELLER = 0.5, 1.5
"""Up to which temperature it repeats what it is sure of, and up to which it makes up what could be true."""


@dataclass(frozen=True)
class Lift:
    """What a hidden neuron adds to a word's answer: its activation times the weight to that word."""

    neuron: int
    activation: float
    weight: float

    @property
    def share(self) -> float:
        """Above zero it speaks for the word."""
        return self.activation * self.weight


def reading_of(task: Task) -> Reading:
    """The text that a task is about. Raises TypeError for a task about something else."""
    if not isinstance(task.about, Reading):
        raise TypeError("this task reads no text through a window")
    return task.about


def brain_of(task: Task) -> WindowBrain:
    """The network of such a task."""
    if not isinstance(task.network, WindowBrain):
        raise TypeError("this network has no window")
    return task.network


def context_of(reading: Reading, numbers: Sequence[int]) -> list[int]:
    """What the window holds after some words: the last few of them, and nothing before the first."""
    last = list(numbers)[-reading.window :]
    return [len(reading.vocabulary.words)] * (reading.window - len(last)) + last


def answers(history: History, state: TrainState, numbers: Sequence[int]) -> FloatArray:
    """Every word's probability after some words, shape (V,)."""
    context = np.array([context_of(reading_of(history.task), numbers)], np.int64)
    with np.errstate(all="ignore"):  # a brain that burned out answers without meaning
        return np.asarray(softmax(history.trainer.activations(state, context)[-1])[0])


def heated(probabilities: FloatArray, temperature: float) -> FloatArray:
    """Probabilities to the power of 1 / temperature: cold, only the likeliest is left; hot, all are alike."""
    logs = np.log(np.maximum(np.asarray(probabilities, np.float64), 1e-300)) / temperature
    raised = np.exp(logs - logs.max())
    return np.asarray(raised / raised.sum())


def next_word(probabilities: FloatArray, temperature: float, rng: np.random.Generator) -> int:
    """A word drawn at a temperature; the likeliest where the answers have no meaning."""
    if not np.isfinite(probabilities).all():
        return 0
    return int(rng.choice(len(probabilities), p=heated(probabilities, temperature)))


def recital(history: History, state: TrainState) -> str:
    """The text by heart: from its first word on always the likeliest next one, as long as the text, or 200 words."""
    reading = reading_of(history.task)
    said = reading.numbers[:1].tolist()
    while len(said) < min(len(reading.pieces), LONGEST_RECITAL):
        said.append(int(np.argmax(np.nan_to_num(answers(history, state, said[-reading.window :])))))
    return reading.spelled(said)


def lifts(history: History, state: TrainState, numbers: Sequence[int], word: int) -> list[Lift]:
    """The neurons of the last hidden layer by how much they lift a word, the strongest first."""
    context = np.array([context_of(reading_of(history.task), numbers)], np.int64)
    with np.errstate(all="ignore"):
        hidden = history.trainer.activations(state, context)[-2][0]
    weights = brain_of(history.task).layers(state.params)[-1][0][:, word]
    found = [Lift(index, float(h), float(w)) for index, (h, w) in enumerate(zip(hidden, weights, strict=True))]
    return sorted(found, key=lambda lift: -abs(lift.share))
