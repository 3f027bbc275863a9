"""Epochs as fast as they go: from a state to the next one, with memory that is used again and again.

Pure: it knows no history, and states are immutable. So a thread may live through epochs with a practice of its own
while others look at the run, and hand over the outcomes: see `History.append`.
"""

from collections.abc import Callable
from math import isfinite
from typing import NamedTuple

import numpy as np

from chairgame.neural.optimizers import optimizer_named
from chairgame.training.listener import Listener
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray, TrainState, shuffle_rng
from chairgame.training.tasks import Task


class Figures(NamedTuple):
    """What is read off a state before anything is learned from it."""

    loss: float
    score: float
    gradient_norm: float
    burned_out: bool
    beside: tuple[float, ...] = ()
    """Those of `Task.beside`."""


class Outcome(NamedTuple):
    """An epoch: from which state and how it was practised, its figures, and the next state. Burned out, there is none.

    `before` and `settings` are the moment of a run that the outcome belongs to.
    """

    before: TrainState
    settings: Settings
    figures: Figures
    after: TrainState | None


def always() -> bool:
    """Nothing breaks it off."""
    return True


class Practice:
    """Lives through epochs of a task. Not for two threads at once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._listener = Listener(task)
        self._move = np.empty(task.network.parameter_count, task.dtype)
        self._known: tuple[TrainState, str, Figures] | None = None

    def epoch(self, state: TrainState, settings: Settings, may_go_on: Callable[[], bool] = always) -> Outcome | None:
        """Live through one epoch. None if it was broken off: `may_go_on` is asked between two minibatches."""
        with np.errstate(all="ignore"):  # a brain that burns out divides and overflows; that is content of the game
            if settings.batch is None or settings.batch >= len(self._task.inputs):
                figures, gradient = self._listened(state, settings)
                if figures.burned_out:
                    return Outcome(state, settings, figures, None)
                after = adjusted(state, gradient, settings, ends_epoch=True, out=self._move)
                return Outcome(state, settings, figures, after)
            figures = self.figures(state, settings)
            if figures.burned_out:
                return Outcome(state, settings, figures, None)
            learned = self._minibatches(state, settings, settings.batch, may_go_on)
            return None if learned is None else Outcome(state, settings, figures, learned)

    def figures(self, state: TrainState, settings: Settings) -> Figures:
        """An epoch's figures without learning from it; asked once more, they are remembered."""
        if self._known is None or self._known[:2] != (state, settings.loss):
            with np.errstate(all="ignore"):
                self._known = state, settings.loss, self._listened(state, settings)[0]
        return self._known[2]

    def beside(self, state: TrainState) -> tuple[float, ...]:
        """The figures of `Task.beside`."""
        unread = self._listener.ask_unread(state)
        return () if unread is None else (unread.score, unread.loss)

    def _listened(self, state: TrainState, settings: Settings) -> tuple[Figures, FloatArray]:
        outputs, measurement, gradient, norm = self._listener.listen(state, settings.loss)
        burned_out = not isfinite(norm) or self._task.has_burned(measurement.loss, outputs)
        return Figures(measurement.loss, measurement.score, norm, burned_out, self.beside(state)), gradient

    def _minibatches(
        self, state: TrainState, settings: Settings, batch: int, may_go_on: Callable[[], bool]
    ) -> TrainState | None:
        order = shuffle_rng(settings.seed, state.epoch).permutation(len(self._task.inputs))
        for start in range(0, len(order), batch):
            if not may_go_on():
                return None
            _, _, gradient, _ = self._listener.listen(state, settings.loss, order[start : start + batch])
            ends_epoch = start + batch >= len(order)
            state = adjusted(state, gradient, settings, ends_epoch=ends_epoch, out=self._move)
        return state


def adjusted(
    state: TrainState, gradient: FloatArray, settings: Settings, *, ends_epoch: bool, out: FloatArray | None = None
) -> TrainState:
    """The state after one update of the parameters. `out` is memory for the move."""
    optimizer = optimizer_named(settings.optimizer, settings.momentum)
    step = state.step + 1
    move, memory = optimizer.update(gradient, state.optimizer_state, step, settings.learning_rate, out)
    return TrainState(state.params + move, memory, step, state.epoch + ends_epoch)
