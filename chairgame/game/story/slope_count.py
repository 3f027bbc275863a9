"""Every slope of the lab's brain twice: by nudging wire after wire, a build for each, and by one backward pass.

Counts for real: each build is a forward pass and a scan of the whole chair. Knows no play and no screen.
"""

import numpy as np

from chairgame.chair.catalogue import load_chair
from chairgame.neural.activations import FloatArray
from chairgame.neural.mlp import Architecture, forward
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer

NUDGE = 1e-7  # best for doubles here: a larger one bends with the loss, a smaller one drowns in its last digits


class SlopeCount:
    """The lab's brain before the kitchen chair, newly wired, while its slopes are counted."""

    def __init__(self, chair: str, seed: int) -> None:
        settings = Settings(seed=seed)
        self._trainer = Trainer(chair_task(load_chair(chair), settings), settings)
        self._params = self._trainer.first_state(settings).params
        self._still = self._loss(self._params)
        self.nudged: FloatArray = np.full(len(self._params), np.nan)
        """The slope of each weight as nudging finds it, shape (W,); NaN where nobody has nudged yet."""
        self.builds = 1
        self.listened: FloatArray | None = None
        """The slopes of one backward pass, shape (W,)."""

    @property
    def architecture(self) -> Architecture:
        """The brain's build."""
        return self._trainer.architecture

    @property
    def wires(self) -> int:
        """How many weights there are."""
        return len(self._params)

    @property
    def needed(self) -> int:
        """One build with nothing nudged, and one for each weight."""
        return self.wires + 1

    @property
    def is_complete(self) -> bool:
        """Whether every weight has been nudged."""
        return self.builds >= self.needed

    def build_up_to(self, builds: int) -> None:
        """Nudge one weight after another until so many builds are made."""
        for index in range(self.builds - 1, min(builds, self.needed) - 1):
            params = self._params.copy()
            params[index] += NUDGE
            self.nudged[index] = (self._loss(params) - self._still) / NUDGE
            self.builds += 1

    def listen(self) -> None:
        """One build, one scan, one backward pass."""
        trainer = self._trainer
        trace = forward(trainer.architecture, self._params, trainer.task.inputs)
        signal = trainer.task.chair_box.measure(trace.outputs).output_gradient
        self.listened = trace.backward(signal)

    @property
    def largest_difference(self) -> float:
        """Between the two ways of finding a slope, over all weights; NaN before both are there."""
        if self.listened is None:
            return float("nan")
        return float(np.abs(self.listened - self.nudged).max())

    @property
    def steepest(self) -> float:
        """The largest slope of the backward pass; NaN before it."""
        return float("nan") if self.listened is None else float(np.abs(self.listened).max())

    def _loss(self, params: FloatArray) -> float:
        trainer = self._trainer
        return trainer.task.chair_box.measure(forward(trainer.architecture, params, trainer.task.inputs).outputs).loss
