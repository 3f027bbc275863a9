"""One look at a task: what the network answers, what that measures, and the gradient of every parameter.

The one place where a network and a box meet; neither knows the other.
"""

from math import sqrt

from chairgame.blackbox.losses import Indices
from chairgame.blackbox.measurement import Measurement
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
        """Build, measure and listen, to all rows of the task's inputs or to some."""
        task = self._task.at(state.epoch)
        inputs = task.inputs if rows is None else task.inputs[rows]
        workspace = self._workspace(len(inputs))
        outputs = workspace.forward(state.params, inputs)
        box = self._box if task is self._task else task.box
        measurement = box.measure(outputs, loss, rows)
        gradient = workspace.backward(measurement.output_gradient)
        return outputs, measurement, gradient, sqrt(gradient.dot(gradient))

    def _workspace(self, rows: int) -> Workspace:
        if rows not in self._workspaces:
            self._workspaces[rows] = self._task.network.workspace(rows, self._task.dtype)
        return self._workspaces[rows]
