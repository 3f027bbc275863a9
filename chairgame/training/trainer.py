"""One epoch of learning as a stream of events in the four phases: build, measure, listen, adjust.

The same epoch without events, as fast as it goes, is in `practice`.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

import numpy as np

from chairgame.blackbox.losses import Indices
from chairgame.blackbox.measurement import Measurement
from chairgame.neural.mlp import Architecture
from chairgame.neural.network import Inputs
from chairgame.neural.optimizers import optimizer_named
from chairgame.training.events import Adjusted, Built, BurnedOut, Event, Listened, Measured
from chairgame.training.listener import Heard, Listener
from chairgame.training.practice import adjusted
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray, TrainState, brain_rng, shuffle_rng
from chairgame.training.tasks import Task


class Trainer:
    """What stays the same over a whole run: the task and the brain's seed. Holds no run's state."""

    def __init__(self, task: Task, settings: Settings) -> None:
        """Raises ValueError when the task was made for a brain of another build."""
        if not task.fits(settings):
            raise ValueError("the task was made for another brain")
        self.task = task
        self._brain_seed = settings.seed

    @property
    def architecture(self) -> Architecture:
        """The layers of a perceptron. Raises TypeError for a network of another kind."""
        if not isinstance(self.task.network, Architecture):
            raise TypeError("this network is no perceptron")
        return self.task.network

    def first_state(self, settings: Settings) -> TrainState:
        """A newly wired brain."""
        params = np.asarray(self.task.wire(brain_rng(self._brain_seed)), self.task.dtype)
        return TrainState(params, _optimizer_state(settings, params), 0, 0)

    def build(self, state: TrainState) -> FloatArray:
        """The outputs for all of the task's inputs, a row each."""
        return self.activations(state)[-1]

    def activations(self, state: TrainState, inputs: Inputs | None = None) -> tuple[FloatArray, ...]:
        """What every layer says, a row for each of the task's inputs or of others: the inputs first, outputs last."""
        heard = self.task.at(state.epoch).inputs if inputs is None else inputs
        workspace = self.task.network.workspace(len(heard), self.task.dtype)
        with np.errstate(all="ignore"):
            workspace.forward(state.params, heard)
        return workspace.activations

    def measure(self, state: TrainState, loss: str) -> Measurement:
        """Build and measure, without listening."""
        outputs = self.build(state)
        with np.errstate(all="ignore"):
            return self.task.at(state.epoch).box.measure(outputs, loss)

    def epoch(self, state: TrainState, settings: Settings) -> Iterator[Event]:
        """Build, measure, listen and adjust: once, or once for each batch."""
        outputs, measurement, gradient, norm = self._listen(state, settings)
        yield Built(state, outputs)
        yield Measured(state, measurement)
        yield Listened(gradient, norm, None)
        if not isfinite(norm) or self.task.has_burned(measurement.loss, outputs):
            yield BurnedOut(state)
        elif settings.batch is None or settings.batch >= len(self.task.inputs):
            yield Adjusted(state, _adjusted(state, gradient, settings, ends_epoch=True))
        else:
            yield from self._minibatches(state, settings, settings.batch, len(self.task.inputs))

    def _minibatches(self, state: TrainState, settings: Settings, batch: int, count: int) -> Iterator[Event]:
        order = shuffle_rng(settings.seed, state.epoch).permutation(count)
        for start in range(0, count, batch):
            rows = order[start : start + batch]
            _, _, gradient, norm = self._listen(state, settings, rows)
            yield Listened(gradient, norm, rows)
            after = _adjusted(state, gradient, settings, ends_epoch=start + batch >= count)
            yield Adjusted(state, after)
            state = after

    def _listen(self, state: TrainState, settings: Settings, rows: Indices | None = None) -> Heard:
        with np.errstate(all="ignore"):
            heard = Listener(self.task).listen(state, settings.loss, rows)
        outputs, measurement, gradient, _ = heard
        for array in (outputs, measurement.output_gradient, gradient):
            array.setflags(write=False)  # whoever listens to events may look at the epoch's arrays, not touch them
        return heard


def with_settings(state: TrainState, before: Settings, after: Settings) -> TrainState:
    """The state as it goes on under other settings: another optimizer begins with an empty memory."""
    if before.optimizer == after.optimizer:
        return state
    return replace(state, optimizer_state=_optimizer_state(after, state.params), step=0)


def with_parameter(state: TrainState, index: int, value: float) -> TrainState:
    """The state with one parameter set by hand; the optimizer remembers what it remembered."""
    params = state.params.copy()
    params[index] = value
    return replace(state, params=params)


def _adjusted(state: TrainState, gradient: FloatArray, settings: Settings, *, ends_epoch: bool) -> TrainState:
    with np.errstate(all="ignore"):
        return adjusted(state, gradient, settings, ends_epoch=ends_epoch)


def _optimizer_state(settings: Settings, params: FloatArray) -> tuple[FloatArray, ...]:
    return optimizer_named(settings.optimizer, settings.momentum).init(len(params), params.dtype)
