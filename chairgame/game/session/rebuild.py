"""One epoch of a run as the screens show it, computed from the run's exact state. Pure: it knows no history's growth.

To build, to measure and to listen is one look. What the brain learns from it, which may take long, is told apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import isfinite

import numpy as np

from chairgame.blackbox.chairbox import ChairMeasurement, of_a_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.poses import Poses
from chairgame.training.events import Built, Listened, Measured
from chairgame.training.history import History
from chairgame.training.practice import Figures, Outcome, Practice, adjusted, always
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray, TrainState
from chairgame.training.trainer import Trainer


@dataclass(frozen=True, eq=False)
class Rebuild:
    """An epoch: what was built, measured, heard; and the brain before and, as far as that is known, after."""

    before: TrainState
    settings: Settings
    figures: Figures
    activations: tuple[FloatArray, ...]
    """Of every layer and part: the inputs first, shape (N, inputs), the outputs last, shape (N, 7)."""
    measurement: ChairMeasurement
    gradient: FloatArray
    ahead: "Ahead | None" = None
    """What comes of it, once somebody has worked it out."""

    @property
    def epoch(self) -> int:
        """The epoch's number."""
        return self.before.epoch

    @property
    def burned_out(self) -> bool:
        """Whether learning ended here."""
        return self.figures.burned_out

    @property
    def after(self) -> TrainState | None:
        """The adjusted brain. None where it burned out, or has not been worked out yet."""
        return self.ahead.outcome.after if self.ahead else None

    @property
    def outputs(self) -> FloatArray:
        """What the network answered, shape (N, 7)."""
        return self.activations[-1]

    @cached_property
    def poses(self) -> Poses:
        """Where the brain put the parts."""
        return decode_outputs(self.outputs)

    def worst_parts(self) -> list[int]:
        """Indices of the parts, the farthest from its place first."""
        distances = np.nan_to_num(self.measurement.part_distances_cm, nan=np.inf)
        return [int(i) for i in np.argsort(-distances, kind="stable")]


@dataclass(frozen=True, eq=False)
class Ahead:
    """What comes of a rebuild: its whole epoch, and a look at what the adjusted brain builds; none if it burned out."""

    outcome: Outcome
    following: Rebuild | None


def look_at(trainer: Trainer, state: TrainState, settings: Settings) -> Rebuild:
    """Build, measure and listen, and learn nothing from it."""
    events = tuple(islice(trainer.epoch(state, settings), 3))
    built, measured, listened = events
    assert isinstance(built, Built)
    assert isinstance(measured, Measured)
    assert isinstance(listened, Listened)
    measurement, norm = measured.measurement, listened.gradient_norm
    burned_out = not isfinite(norm) or trainer.task.has_burned(measurement.loss, built.outputs)
    figures = Figures(measurement.loss, measurement.score, norm, burned_out)
    activations = trainer.activations(state)
    return Rebuild(state, settings, figures, activations, of_a_chair(measurement), listened.gradient)


def look_ahead(trainer: Trainer, rebuild: Rebuild, may_go_on: Callable[[], bool] = always) -> Ahead | None:
    """Learn from a rebuild, and look at what comes of it. None if it was broken off."""
    outcome = _outcome(trainer, rebuild, may_go_on)
    if outcome is None or outcome.after is None:
        return None if outcome is None else Ahead(outcome, None)
    return Ahead(outcome, look_at(trainer, outcome.after, rebuild.settings)) if may_go_on() else None


def rebuild_of(history: History, epoch: int) -> Rebuild:
    """An epoch up to the newest, seen (again). It changes nothing in the history."""
    return look_at(history.trainer, history.state(epoch), history.settings_at(epoch))


def sight(history: History, epoch: int) -> Callable[[Callable[[], bool]], Rebuild | None]:
    """The work of seeing an epoch of a run; a long way there is gone on a copy: nobody else may change it meanwhile."""
    run = history if history.distance_to(epoch) == 0 else history.fork(history.newest)
    trainer, settings = history.trainer, history.settings_at(epoch)

    def work(may_go_on: Callable[[], bool]) -> Rebuild | None:
        state = run.state_unless(epoch, may_go_on)
        return None if state is None else look_at(trainer, state, settings)

    return work


def _outcome(trainer: Trainer, rebuild: Rebuild, may_go_on: Callable[[], bool]) -> Outcome | None:
    """The epoch that begins with a rebuild; where the whole chair gives one signal, that has been heard already."""
    before, settings = rebuild.before, rebuild.settings
    if rebuild.burned_out:
        return Outcome(before, settings, rebuild.figures, None)
    if settings.batch is not None and settings.batch < len(rebuild.outputs):
        return Practice(trainer.task).epoch(before, settings, may_go_on)
    with np.errstate(all="ignore"):
        after = adjusted(before, rebuild.gradient, settings, ends_epoch=True)
    return Outcome(before, settings, rebuild.figures, after)
