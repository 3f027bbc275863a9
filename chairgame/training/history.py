"""Everything that has happened in one run: a row of figures per epoch, and any epoch's exact state again on demand.

A state is tens of kilobytes, so only keyframes are kept, fewer as the run grows; the states between them are computed
anew, bit for bit, since learning is deterministic. What a player changed on the way is written down and done again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from chairgame.blackbox.chairbox import Measurement
from chairgame.chair.parts import Chair
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.trainer import (
    Adjusted,
    BurnedOut,
    Event,
    Listened,
    Measured,
    Trainer,
    with_parameter,
    with_settings,
)

DEFAULT_BUDGET = 64 * 1024 * 1024  # bytes of keyframes


@dataclass(frozen=True, slots=True)
class Row:
    """One epoch's figures, of the whole chair before that epoch's learning. None is a number without meaning."""

    epoch: int
    loss: float | None
    distance_cm: float | None
    gradient_norm: float | None


@dataclass(frozen=True)
class NewSettings:
    """From this epoch on, practise so."""

    epoch: int
    settings: Settings


@dataclass(frozen=True)
class NewParameter:
    """Before this epoch's build, one weight was set by hand."""

    epoch: int
    index: int
    value: float


Change = NewSettings | NewParameter


class History:
    """One run of one trainer, growing at its end. Rewinding changes nothing here: `state(epoch)` is exact for all."""

    def __init__(self, chair: Chair, settings: Settings, budget: int = DEFAULT_BUDGET) -> None:
        self.chair = chair
        self.first_settings = settings
        self.trainer = Trainer(chair, settings)
        self.changes: list[Change] = []
        self.rows: list[Row] = []
        self.burned_out = False
        self._budget = budget
        self._stride = 1
        self._newest = self.trainer.first_state(settings)
        self._last_seen = self._newest
        self._keyframes: dict[int, TrainState] = {}
        self._bytes = 0
        self._append(self._newest)

    @property
    def newest(self) -> int:
        """The newest epoch that has a state, whether it has been measured or not."""
        return self._newest.epoch

    def settings_at(self, epoch: int) -> Settings:
        """How the run practises at an epoch."""
        settings = self.first_settings
        for change in self.changes:
            if change.epoch <= epoch and isinstance(change, NewSettings):
                settings = change.settings
        return settings

    def run_epoch(self) -> Iterator[Event]:
        """Live through the newest epoch: its events; it is over with the last one. After a burn-out there are none.

        Changing the newest state between two events breaks the epoch off: what it was about is no more.
        """
        if self.burned_out:
            return
        after, moment = self._newest, self._moment
        for event in self._events_of_newest():
            if isinstance(event, Adjusted):
                after = event.after
            yield event
        if self._moment == moment and not self.burned_out:
            self._append(after)

    def advance(self) -> Row:
        """Live through the newest epoch at once, and return its row."""
        for _ in self.run_epoch():
            pass
        return self.rows[-1]

    def measure_newest(self) -> Row:
        """The newest epoch's row without learning from it."""
        if len(self.rows) <= self.newest:
            for event in self._events_of_newest():
                if isinstance(event, Adjusted | BurnedOut):
                    break
        return self.rows[self.newest]

    def events_of(self, epoch: int) -> Iterator[Event]:
        """What happened in an epoch up to the newest, seen again."""
        return self.trainer.epoch(self.state(epoch), self.settings_at(epoch))

    def state(self, epoch: int) -> TrainState:
        """The exact state at an epoch from 0 to `newest`.

        Raises IndexError for one that has not been reached.
        """
        if not 0 <= epoch <= self.newest:
            raise IndexError(epoch)
        if epoch == self.newest:
            return self._newest
        if not epoch >= self._last_seen.epoch >= self._keyframe_before(epoch):
            self._last_seen = self._keyframe(self._keyframe_before(epoch))
        while self._last_seen.epoch < epoch:
            self._last_seen = self._next(self._last_seen)
        return self._last_seen

    def change_settings(self, settings: Settings) -> None:
        """From the newest epoch on, practise otherwise. The brain itself cannot change.

        Raises ValueError when the new settings ask for another brain.
        """
        now = self.settings_at(self.newest)
        if not now.same_brain(settings):
            raise ValueError("another brain needs another run")
        if settings != now:
            self._change(NewSettings(self.newest, settings), with_settings(self._newest, now, settings))

    def change_parameter(self, index: int, value: float) -> None:
        """Set one parameter by hand at the newest epoch. Its row, if it had one, is measured anew.

        Raises IndexError for a parameter that the brain does not have, ValueError for a value that is not finite.
        """
        if not 0 <= index < self.trainer.architecture.parameter_count:
            raise IndexError(index)
        if not isfinite(value):
            raise ValueError(value)
        change = NewParameter(self.newest, int(index), float(value))
        self._change(change, with_parameter(self._newest, index, value))

    def fork(self, epoch: int) -> "History":
        """A run of its own that shares this one's past up to an epoch, and is free to go on otherwise."""
        fork = History.__new__(History)
        fork.chair, fork.first_settings, fork.trainer = self.chair, self.first_settings, self.trainer
        fork.changes = [change for change in self.changes if change.epoch <= epoch]
        fork.rows = self.rows[: epoch + 1]
        fork.burned_out = self.burned_out and epoch == self.newest
        fork._budget, fork._stride = self._budget, self._stride
        fork._newest = self.state(epoch)
        fork._keyframes = {e: state for e, state in self._keyframes.items() if e <= epoch}
        fork._bytes = sum(state.nbytes for state in fork._keyframes.values())
        fork._last_seen = fork._newest
        fork._thin()
        return fork

    def limit_memory(self, budget: int) -> None:
        """Keep keyframes of at most this many bytes."""
        self._budget = budget
        self._thin()

    @property
    def nbytes(self) -> int:
        """Memory of the keyframes in bytes."""
        return self._bytes

    @property
    def _moment(self) -> tuple[int, int]:
        """Tells whether anything has happened or was changed since."""
        return self.newest, len(self.changes)

    def _events_of_newest(self) -> Iterator[Event]:
        """The newest epoch's events; its row is written once the whole chair has been listened to."""
        moment = self._moment
        for event in self.events_of(self.newest):
            if self._moment != moment:
                return
            if isinstance(event, Measured):
                measurement = event.measurement
            elif isinstance(event, Listened) and event.parts is None:
                self._add_row(measurement, event.gradient_norm)
            elif isinstance(event, BurnedOut):
                self.burned_out = True
            yield event

    def _add_row(self, measurement: Measurement, norm: float) -> None:
        numbers = (measurement.loss, measurement.distance_cm, norm)
        row = Row(self.newest, *(n if isfinite(n) else None for n in numbers))
        del self.rows[self.newest :]
        self.rows.append(row)

    def _append(self, state: TrainState) -> None:
        self._newest = state
        if state.epoch % self._stride == 0:
            self._keyframes[state.epoch] = state
            self._bytes += state.nbytes
            self._thin()

    def _thin(self) -> None:
        """Keep every second keyframe for as long as they are too large; the first state is rebuilt from its seed."""
        while self._bytes > self._budget and self._keyframes:
            self._stride *= 2
            kept = {e: state for e, state in self._keyframes.items() if e and e % self._stride == 0}
            self._keyframes = kept
            self._bytes = sum(state.nbytes for state in kept.values())

    def _keyframe_before(self, epoch: int) -> int:
        return max((kept for kept in self._keyframes if kept <= epoch), default=0)

    def _keyframe(self, epoch: int) -> TrainState:
        if epoch in self._keyframes:
            return self._keyframes[epoch]
        return self._with_changes(self.trainer.first_state(self.first_settings))

    def _next(self, state: TrainState) -> TrainState:
        for event in self.trainer.epoch(state, self.settings_at(state.epoch)):
            if isinstance(event, Adjusted):
                state = event.after
        return self._with_changes(state)

    def _with_changes(self, state: TrainState) -> TrainState:
        """The state of an epoch after what was changed at it by hand."""
        settings = self.settings_at(state.epoch - 1) if state.epoch else self.first_settings
        for change in self.changes:
            if change.epoch != state.epoch:
                continue
            if isinstance(change, NewSettings):
                state = with_settings(state, settings, change.settings)
                settings = change.settings
            else:
                state = with_parameter(state, change.index, change.value)
        return state

    def _change(self, change: Change, state: TrainState) -> None:
        self.changes.append(change)
        self._newest = state
        self._put_newest()

    def _put_newest(self) -> None:
        """The newest state is another than before: forget what was read off the old one."""
        del self.rows[self.newest :]
        self.burned_out = False
        if before := self._keyframes.get(self.newest):
            self._keyframes[self.newest] = self._newest
            self._bytes += self._newest.nbytes - before.nbytes  # another optimizer remembers more, or less
            self._thin()
        self._last_seen = self._newest
