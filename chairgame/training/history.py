"""Everything that has happened in one run: a row of figures per epoch, and any epoch's exact state again on demand.

A state is tens of kilobytes, so only keyframes are kept, fewer as the run grows; the states between them are computed
anew, bit for bit, since learning is deterministic. What a player changed on the way is written down and done again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite

from chairgame.chair.parts import Chair
from chairgame.training.events import Adjusted, BurnedOut, Event, Listened, Measured
from chairgame.training.keyframes import Keyframes, keyframe_budget, memory_of_this_machine
from chairgame.training.practice import Figures, Outcome, Practice, always
from chairgame.training.rows import GrowingRows, Row
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import Task
from chairgame.training.trainer import Trainer, with_parameter, with_settings

MAXIMUM_EPOCHS = 100_000  # hours of practice; beyond it a run rests


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

    def __init__(
        self, task: Task, settings: Settings, budget: int | None = None, maximum_epochs: int = MAXIMUM_EPOCHS
    ) -> None:
        """`budget` is in bytes of keyframes, else what brains of this size are given; it rests at `maximum_epochs`.

        Raises ValueError when the task was made for a brain of another build.
        """
        self.task = task
        self.first_settings = settings
        self.trainer = Trainer(task, settings)
        self.maximum_epochs = maximum_epochs
        self.changes: list[Change] = []
        self.rows = GrowingRows(task.box.unit, len(task.beside))
        self.burned_out = False
        self._settings = settings
        self._practice = Practice(task)
        self._newest = self.trainer.first_state(settings)
        self._last_seen = self._newest
        self._keyframes = Keyframes(self.allowance if budget is None else budget)
        self._keyframes.add(self._newest)

    @property
    def chair(self) -> Chair:
        """The chair that is learned. Raises TypeError for a run about something else."""
        return self.task.chair

    @property
    def newest(self) -> int:
        """The newest epoch that has a state, whether it has been measured or not."""
        return self._newest.epoch

    @property
    def rests(self) -> bool:
        """Whether it is as long as a run may be, and learns no more."""
        return self.newest >= self.maximum_epochs

    @property
    def moment(self) -> tuple[TrainState, Settings]:
        """The newest state and how it is practised: what whoever computes the next outcome needs, see `append`."""
        return self._newest, self._settings

    def settings_at(self, epoch: int) -> Settings:
        """How the run practises at an epoch."""
        settings = self.first_settings
        for change in self.changes:
            if change.epoch <= epoch and isinstance(change, NewSettings):
                settings = change.settings
        return settings

    def was_changed_at(self, epoch: int) -> bool:
        """Whether the last change was made at an epoch; at its birth a run is all change."""
        return epoch == 0 or bool(self.changes and self.changes[-1].epoch == epoch)

    def run_epoch(self) -> Iterator[Event]:
        """Live through the newest epoch: its events; it is over with the last one. At a run's end there are none.

        Changing the newest state between two events breaks the epoch off: what it was about is no more.
        """
        if self.burned_out or self.rests:
            return
        after, begun = self._newest, self.moment
        for event in self.events_of(self.newest):
            if isinstance(event, Measured):
                measured = event.measurement
            elif isinstance(event, Listened) and event.rows is None:
                beside = self._practice.beside(self._newest)
                self._tell(Figures(measured.loss, measured.score, event.gradient_norm, False, beside))
            elif isinstance(event, BurnedOut):
                self.burned_out = True
            elif isinstance(event, Adjusted):
                after = event.after
            yield event
            if self.moment != begun:
                return
        if not self.burned_out:
            self._grow(after)

    def advance(self) -> Row:
        """Live through the newest epoch at once, and return its row. A run that is at its end stays as it is."""
        if self.burned_out or self.rests:
            return self.measure_newest()
        outcome = self._practice.epoch(self._newest, self._settings)
        assert outcome is not None  # nothing breaks it off
        return self._take(outcome)

    def append(self, outcome: Outcome) -> bool:
        """Take an epoch that a practice has lived through. False, and nothing happens, if it belongs elsewhere.

        It belongs here if it began at the newest state, under the settings of now, and the run is not at its end.
        """
        if outcome.before is not self._newest or outcome.settings != self._settings:
            return False
        if self.burned_out or self.rests:
            return False
        self._take(outcome)
        return True

    def append_figures(self, before: TrainState, figures: Figures) -> bool:
        """Take what was read off a state elsewhere. False, and nothing happens, if that is not the newest one."""
        if before is not self._newest:
            return False
        self._tell(figures)
        return True

    def measure_newest(self) -> Row:
        """The newest epoch's row without learning from it."""
        if len(self.rows) > self.newest:
            return self.rows[self.newest]
        return self._tell(self._practice.figures(self._newest, self._settings))

    def best_until(self, epoch: int) -> float | None:
        """The best score that was read up to an epoch, the epoch included; None where there is none."""
        return self.rows.best_until(epoch)

    def events_of(self, epoch: int) -> Iterator[Event]:
        """What happened in an epoch up to the newest, seen again."""
        return self.trainer.epoch(self.state(epoch), self.settings_at(epoch))

    def state(self, epoch: int) -> TrainState:
        """The exact state at an epoch from 0 to `newest`.

        Raises IndexError for one that has not been reached.
        """
        state = self.state_unless(epoch, always)
        assert state is not None
        return state

    def state_unless(self, epoch: int, may_go_on: Callable[[], bool]) -> TrainState | None:
        """The exact state at an epoch, or None if the way there was broken off; a next call goes on from where it was.

        Raises IndexError for one that has not been reached.
        """
        if not 0 <= epoch <= self.newest:
            raise IndexError(epoch)
        if epoch == self.newest:
            return self._newest
        self._begin_at(epoch)
        while self._last_seen.epoch < epoch:
            state = self._last_seen
            outcome = self._practice.epoch(state, self.settings_at(state.epoch), may_go_on) if may_go_on() else None
            if outcome is None:
                return None
            self._last_seen = self._with_changes(outcome.after or state)
        return self._last_seen

    def distance_to(self, epoch: int) -> int:
        """How many epochs have to be lived through again for the state at an epoch from 0 to `newest`."""
        if epoch == self.newest:
            return 0
        keyframe = self._keyframes.before(epoch)
        from_keyframe = epoch - (keyframe.epoch if keyframe else 0)
        seen = self._last_seen.epoch
        return min(from_keyframe, epoch - seen) if seen <= epoch else from_keyframe

    def remember(self, state: TrainState) -> None:
        """A state of this run that somebody else has lived through again: to see it once more costs nothing."""
        self._last_seen = state

    def change_settings(self, settings: Settings) -> None:
        """From the newest epoch on, practise otherwise. The brain itself cannot change.

        Raises ValueError when the new settings ask for another brain.
        """
        now = self._settings
        if not now.same_brain(settings):
            raise ValueError("another brain needs another run")
        if settings != now:
            self._change(NewSettings(self.newest, settings), with_settings(self._newest, now, settings))
            self._settings = settings

    def change_parameter(self, index: int, value: float) -> None:
        """Set one parameter by hand at the newest epoch. Its row, if it had one, is measured anew.

        Raises IndexError for a parameter that the brain does not have, ValueError for a value that is not finite.
        """
        if not 0 <= index < self.task.network.parameter_count:
            raise IndexError(index)
        if not isfinite(value):
            raise ValueError(value)
        change = NewParameter(self.newest, int(index), float(value))
        self._change(change, with_parameter(self._newest, index, value))

    def fork(self, epoch: int) -> "History":
        """A run of its own that shares this one's past up to an epoch, and is free to go on otherwise."""
        fork = History.__new__(History)
        fork.task, fork.first_settings, fork.trainer = self.task, self.first_settings, self.trainer
        fork.maximum_epochs = self.maximum_epochs
        fork.changes = [change for change in self.changes if change.epoch <= epoch]
        fork.rows = self.rows.copied(epoch + 1)
        fork.burned_out = self.burned_out and epoch == self.newest
        fork._settings = self.settings_at(epoch)
        fork._practice = Practice(self.task)
        fork._newest = fork._last_seen = self.state(epoch)
        fork._keyframes = self._keyframes.until(epoch)
        return fork

    @property
    def allowance(self) -> int:
        """Bytes of keyframes that runs of brains of this size are given."""
        return keyframe_budget(self._newest.nbytes, memory_of_this_machine())

    def limit_memory(self, budget: int) -> None:
        """Keep keyframes of at most this many bytes."""
        self._keyframes.limit(budget)

    @property
    def nbytes(self) -> int:
        """Memory of the keyframes in bytes."""
        return self._keyframes.nbytes

    def _take(self, outcome: Outcome) -> Row:
        """The newest epoch is over: its row."""
        row = self._tell(outcome.figures)
        if outcome.after is not None:
            self._grow(outcome.after)
        return row

    def _tell(self, figures: Figures) -> Row:
        """Write down what the newest state measures, unless that was done."""
        self.burned_out = figures.burned_out
        epoch, rows = self._newest.epoch, self.rows
        if len(rows) > epoch:
            return rows[epoch]
        return rows.append(figures.loss, figures.score, figures.gradient_norm, figures.beside)

    def _grow(self, state: TrainState) -> None:
        self._newest = state
        self._keyframes.add(state)

    def _begin_at(self, epoch: int) -> None:
        """Let the state seen last be one from which the way to an epoch is short."""
        keyframe = self._keyframes.before(epoch)
        if not (keyframe.epoch if keyframe else 0) <= self._last_seen.epoch <= epoch:
            self._last_seen = keyframe or self._with_changes(self.trainer.first_state(self.first_settings))

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

    def _takes_the_place_of_the_last(self, change: Change) -> bool:
        """Whether nobody could tell that the last change was ever made: a knob turned to and fro at one epoch.

        Another optimizer begins with an empty memory, so that there and back is not the same as to stay.
        """
        last = self.changes[-1] if self.changes else None
        return (
            isinstance(last, NewSettings)
            and isinstance(change, NewSettings)
            and last.epoch == change.epoch
            and last.settings.optimizer == change.settings.optimizer
        )

    def _change(self, change: Change, state: TrainState) -> None:
        """The newest state is another than before: forget what was read off the old one."""
        if self._takes_the_place_of_the_last(change):
            self.changes.pop()
        self.changes.append(change)
        self._newest = self._last_seen = state
        self.rows.cut(self.newest)
        self.burned_out = False
        self._keyframes.replace(state)
