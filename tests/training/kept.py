"""A run that simply keeps everything: what History must agree with, bit for bit."""

from dataclasses import dataclass, field
from math import isfinite

from chairgame.training.events import Adjusted, BurnedOut, Listened, Measured
from chairgame.training.practice import Practice
from chairgame.training.rows import Row
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import Subject, task_of
from chairgame.training.trainer import Trainer, with_parameter, with_settings


@dataclass
class Kept:
    """Every state and row of a run, and how it practises now."""

    trainer: Trainer
    settings: Settings
    states: list[TrainState]
    rows: list[Row] = field(default_factory=list)
    burned_out: bool = False

    @classmethod
    def begin(cls, about: Subject, settings: Settings) -> "Kept":
        trainer = Trainer(task_of(about, settings), settings)
        return cls(trainer, settings, [trainer.first_state(settings)])

    def advance(self) -> None:
        if self.burned_out:
            return
        del self.rows[len(self.states) - 1 :]
        for event in self.trainer.epoch(self.states[-1], self.settings):
            if isinstance(event, Measured):
                figures = [event.measurement.loss, event.measurement.score]
            elif isinstance(event, Listened) and event.rows is None:
                known = [figure if isfinite(figure) else None for figure in (*figures, event.gradient_norm)]
                beside = Practice(self.trainer.task).beside(self.states[-1])
                self.rows.append(Row(len(self.states) - 1, *known, self.trainer.task.box.unit, beside))
            elif isinstance(event, Adjusted):
                after = event.after
            elif isinstance(event, BurnedOut):
                self.burned_out = True
                return
        self.states.append(after)

    def change_settings(self, settings: Settings) -> None:
        if settings != self.settings:
            self._change(with_settings(self.states[-1], self.settings, settings))
        self.settings = settings

    def change_parameter(self, index: int, value: float) -> None:
        self._change(with_parameter(self.states[-1], index, value))

    def fork(self, epoch: int, settings: Settings) -> "Kept":
        burned_out = self.burned_out and epoch == len(self.states) - 1
        return Kept(self.trainer, settings, self.states[: epoch + 1], self.rows[: epoch + 1], burned_out)

    def _change(self, state: TrainState) -> None:
        self.states[-1] = state
        del self.rows[len(self.states) - 1 :]
        self.burned_out = False


def contents(state: TrainState) -> tuple[object, ...]:
    """Everything in a state, comparable bit for bit."""
    return (state.params.tobytes(), *(array.tobytes() for array in state.optimizer_state), state.step, state.epoch)
