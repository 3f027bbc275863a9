"""A window brain's parameters as layers for a picture, and how far the last epoch moved them. Knows no picture."""

from dataclasses import dataclass

import numpy as np

from chairgame.game.words.saying import brain_of
from chairgame.training.state import FloatArray, TrainState
from chairgame.training.tasks import Task


@dataclass(frozen=True, eq=False)
class Weights:
    """The words' vectors first, shape (V, embedding), then each layer with its biases last, (fan in + 1, fan out)."""

    layers: tuple[FloatArray, ...]
    changes: tuple[FloatArray, ...] | None


def weights_of(task: Task, state: TrainState, before: TrainState | None) -> Weights:
    """Those of a state, and how far they are from the state before it, if there was one."""
    changes = None if before is None else _as_layers(task, state.params - before.params)
    return Weights(_as_layers(task, state.params), changes)


def _as_layers(task: Task, params: FloatArray) -> tuple[FloatArray, ...]:
    brain = brain_of(task)
    return (brain.table(params), *(np.vstack([weights, biases]) for weights, biases in brain.layers(params)))
