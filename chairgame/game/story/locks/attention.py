"""Lock 5: a head of attention that has learned who has what, a text that it has never read, and where it will look."""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.game.story.locks.lock import OPTIONS, Slices
from chairgame.training.practice import Practice
from chairgame.training.settings import ATTENTIVE
from chairgame.training.state import TrainState
from chairgame.training.tasks import Task, facts_task
from chairgame.training.trainer import Trainer
from chairgame.words.facts import FACT, Facts, drawn

FACTS_SHOWN = 4
STEPS_A_LOOK, MOST_STEPS = 10, 800
LEARNED, UNSEEN = 0.97, 100  # the share of unseen texts that it answers right when it has learned
SURELY = 0.8  # of its look is what it gives the right place of the text that is shown


@dataclass(frozen=True)
class AttentionLock:
    """The text as numbers of words, three places in it, and how much of its look the head gives each of them."""

    right: int
    text: tuple[int, ...]
    places: tuple[int, ...]
    looks: tuple[float, ...]


def forge(facts: Facts, rng: np.random.Generator, right: int) -> Slices[AttentionLock]:
    """A newborn head learns until it knows; then a text by chance at which it surely looks somewhere."""
    settings = replace(ATTENTIVE, seed=int(rng.integers(10_000)))
    task = facts_task(facts, settings)
    practice, state = Practice(task), Trainer(task, settings).first_state(settings)
    exam = drawn(rng, UNSEEN, FACTS_SHOWN)
    while True:
        for _step in range(STEPS_A_LOOK):
            yield
            outcome = practice.epoch(state, settings)
            assert outcome is not None
            assert outcome.after is not None, "a head at this volume does not burn"
            state = outcome.after
        outputs, _looks = _looked(task, state, exam.texts)
        share = np.mean(outputs.argmax(axis=1) == exam.answers)
        if share >= LEARNED or state.epoch >= MOST_STEPS:
            break
    while True:
        yield
        asked = drawn(rng, 1, FACTS_SHOWN)
        _outputs, looks = _looked(task, state, asked.texts)
        if looks[0].argmax() == asked.places[0] and looks[0].max() >= SURELY:
            return _lock(right, asked.texts[0], int(asked.places[0]), looks[0], rng)


def _looked(task: Task, state: TrainState, texts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The answers to texts, and where the head looked, a row each."""
    passes = task.network.workspace(len(texts))
    outputs = passes.forward(state.params, texts)
    return outputs, passes.activations[1]


def _lock(right: int, text: np.ndarray, place: int, looks: np.ndarray, rng: np.random.Generator) -> AttentionLock:
    """Beside the right place another thing, and the name that is asked about, where it stood first."""
    things = [FACT * fact + 2 for fact in range(FACTS_SHOWN)]
    others = [int(rng.choice([thing for thing in things if thing != place])), place - 2]
    if rng.random() < 0.5:
        others.reverse()
    others.insert(right, place)
    assert len(others) == OPTIONS
    return AttentionLock(right, tuple(map(int, text)), tuple(others), tuple(float(looks[at]) for at in others))
