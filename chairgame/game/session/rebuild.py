"""One epoch of a run as the screens show it: all four phases at once, computed from the run's exact state."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chairgame.blackbox.chairbox import ChairMeasurement, of_a_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.poses import Poses
from chairgame.training.events import Adjusted, BurnedOut, Listened, Measured
from chairgame.training.history import History
from chairgame.training.state import FloatArray, TrainState


@dataclass(frozen=True, eq=False)
class Rebuild:
    """An epoch: what was built, measured, heard, and the brain before and after. Burned out, there is no after."""

    before: TrainState
    after: TrainState | None
    activations: tuple[FloatArray, ...]
    """Of every layer and part: the inputs first, shape (N, inputs), the outputs last, shape (N, 7)."""
    measurement: ChairMeasurement
    gradient: FloatArray

    @property
    def epoch(self) -> int:
        """The epoch's number."""
        return self.before.epoch

    @property
    def burned_out(self) -> bool:
        """Whether learning ended here."""
        return self.after is None

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


def rebuild_of(history: History, epoch: int) -> Rebuild:
    """An epoch up to the newest, seen (again). It changes nothing in the history."""
    state = history.state(epoch)
    after: TrainState | None = None
    for event in history.events_of(epoch):
        if isinstance(event, Measured):
            measurement = of_a_chair(event.measurement)
        elif isinstance(event, Listened) and event.rows is None:
            gradient = event.gradient
        elif isinstance(event, Adjusted):
            after = event.after
        elif isinstance(event, BurnedOut):
            after = None
    return Rebuild(state, after, history.trainer.activations(state), measurement, gradient)
