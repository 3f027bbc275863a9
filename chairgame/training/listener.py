"""One look at a task: what the network answers, what that measures, and the gradient of every parameter.

The one place where a network and a box meet; neither knows the other.
"""

from collections.abc import Iterator
from math import sqrt

import numpy as np

from chairgame.blackbox.losses import Indices
from chairgame.blackbox.measurement import Measurement
from chairgame.blackbox.wordbox import Tally, WordBox
from chairgame.neural.network import Workspace
from chairgame.training.state import FloatArray, TrainState
from chairgame.training.tasks import Task

Heard = tuple[FloatArray, Measurement, FloatArray, float]  # outputs, what they measure, the gradient and its norm


class Listener:
    """Memory for looking again and again: what it gives is overwritten by the next look.

    Whoever keeps what is given takes a listener for that one look. Each thread needs one of its own.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._box = task.box.reusing()
        self._workspaces: dict[int, Workspace] = {}

    def listen(self, state: TrainState, loss: str, rows: Indices | None = None) -> Heard:
        """Build, measure and listen, to all rows of the task's inputs or to some.

        Where all rows are too many for one look, the outputs are those of the last portion alone.
        """
        task = self._task.at(state.epoch)
        if rows is None and task.portion is not None and len(task.inputs) > task.portion:
            return self._listen_by_portions(task, state, loss, task.portion)
        inputs = task.inputs if rows is None else task.inputs[rows]
        workspace = self._workspace(len(inputs))
        outputs = workspace.forward(state.params, inputs)
        box = self._box if task is self._task else task.box
        measurement = box.measure(outputs, loss, rows)
        gradient = workspace.backward(measurement.output_gradient)
        if task.pull is not None:
            gradient += task.pull(state.params, state.epoch)
        return outputs, measurement, gradient, sqrt(gradient.dot(gradient))

    def ask_unread(self, state: TrainState) -> Tally | None:
        """What the questions measure that are never learned from; None where there are none."""
        if self._task.unread is None:
            return None
        inputs, box = self._task.unread
        tally = Tally()
        for rows in _portions(len(inputs), self._task.portion or len(inputs)):
            workspace = self._workspace(len(inputs[rows]))
            tally = tally.counting(box.measure(workspace.forward(state.params, inputs[rows]), rows=rows))
        return tally

    def _listen_by_portions(self, task: Task, state: TrainState, loss: str, portion: int) -> Heard:
        """The loss of all rows is the mean of their losses, and so are their gradients."""
        assert isinstance(task.box, WordBox)
        tally, total = Tally(), np.zeros_like(state.params)
        for rows in _portions(len(task.inputs), portion):
            inputs = task.inputs[rows]
            workspace = self._workspace(len(inputs))
            outputs = workspace.forward(state.params, inputs)
            measurement = task.box.measure(outputs, loss, rows)
            tally = tally.counting(measurement)
            total += workspace.backward(measurement.output_gradient) * (len(inputs) / len(task.inputs))
        return outputs, tally, total, sqrt(total.dot(total))

    def _workspace(self, rows: int) -> Workspace:
        if rows not in self._workspaces:
            self._workspaces[rows] = self._task.network.workspace(rows, self._task.dtype)
        return self._workspaces[rows]


def _portions(count: int, size: int) -> Iterator[slice]:
    return (slice(start, start + size) for start in range(0, count, size))
