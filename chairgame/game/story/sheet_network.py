"""The network that gets what the sheet gets: a chair, then another one, then a third, each time the same brain.

It learns each until it is near enough, and keeps its weights for the next. Runs are shared. Knows no play.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.story.sheet import six_parts, sledge
from chairgame.game.story.sheet_setup import SheetSetup
from chairgame.neural.mlp import Architecture, forward
from chairgame.training.practice import Practice
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer

MOST_REBUILDS = 400
MOVED_CM = 1.0
"""From here on a part counts as moved."""


@dataclass(frozen=True, eq=False)
class Stage:
    """One chair of the three: how far off each rebuild was, the first one included, and its weights; the last rebuild
    is the first that is near enough."""

    chair: Chair
    distances: tuple[float, ...]
    weights: tuple[FloatArray, ...]
    network: Architecture
    inputs: FloatArray

    @property
    def rebuilds(self) -> int:
        """How many it took."""
        return len(self.distances) - 1

    def built(self, rebuild: int) -> Poses:
        """Where it put the parts."""
        return self.built_with(self.weights[rebuild])

    def built_with(self, weights: FloatArray) -> Poses:
        """Where a brain with other weights would."""
        return decode_outputs(forward(self.network, weights, self.inputs).outputs)

    @cached_property
    def last(self) -> Poses:
        """What stands in the end."""
        return self.built(self.rebuilds)


def chairs_of(setup: SheetSetup) -> tuple[Chair, Chair, Chair]:
    """What lies in the box, one after the other."""
    first = six_parts(*setup.first)
    return first, six_parts(*setup.second), sledge(first)


@lru_cache(32)
def stages_of(setup: SheetSetup, seed: int) -> tuple[Stage, ...]:
    """One brain's way through all three."""
    settings, stages = Settings(seed=seed), []
    state: TrainState | None = None
    for chair in chairs_of(setup):
        stage, state = _stage(chair, settings, state, setup.learned_cm)
        stages.append(stage)
    return tuple(stages)


@lru_cache(32)
def newborn_rebuilds(setup: SheetSetup, seed: int) -> int:
    """How many rebuilds the last chair takes a brain that has learned nothing before."""
    return _stage(chairs_of(setup)[-1], Settings(seed=seed), None, setup.learned_cm)[0].rebuilds


def _stage(chair: Chair, settings: Settings, state: TrainState | None, near_cm: float) -> tuple[Stage, TrainState]:
    task = chair_task(chair, settings)
    trainer, practice = Trainer(task, settings), Practice(task)
    state = state or trainer.first_state(settings)
    distances, weights = [], []
    for _rebuild in range(MOST_REBUILDS):
        outcome = practice.epoch(state, settings)
        assert outcome is not None
        distances.append(outcome.figures.score)
        weights.append(state.params)
        if outcome.figures.score < near_cm or outcome.after is None:
            break
        state = outcome.after
    return Stage(chair, tuple(distances), tuple(weights), trainer.architecture, task.inputs), state


# The brain as a program that nobody can read


@dataclass(frozen=True)
class Neuron:
    """A line of it: which layer, counted from 0 for the first behind the inputs, and which neuron there."""

    layer: int
    number: int


def neurons_of(stage: Stage) -> tuple[Neuron, ...]:
    """All hidden ones, layer after layer."""
    hidden = stage.network.units[1:-1]
    return tuple(Neuron(layer, number) for layer, units in enumerate(hidden) for number in range(units))


def terms_of(stage: Stage, neuron: Neuron) -> FloatArray:
    """What it weighs its inputs by, shape (fan in,)."""
    return stage.network.layers(stage.weights[-1])[neuron.layer][0][:, neuron.number]


def without(stage: Stage, neuron: Neuron) -> Poses:
    """What the brain builds when one neuron is struck out: nobody behind it hears it any more."""
    weights = stage.weights[-1].copy()
    stage.network.layers(weights)[neuron.layer + 1][0][neuron.number] = 0.0
    return stage.built_with(weights)


def shifts_cm(before: Poses, after: Poses) -> FloatArray:
    """How far each part's centre lies from where it lay, shape (N,)."""
    return np.asarray(np.linalg.norm(after.centres - before.centres, axis=1))
