"""A brain's weights as the program that they are: strike one out, and see what is built without it. Knows no screen."""

from functools import cached_property

import numpy as np

from chairgame.blackbox.chairbox import CORNERS
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.training.history import History

MOVED_CM = 1.0
"""From here on a part counts as moved."""


class Program:
    """The weights of a run's newest epoch, and which of them are struck out."""

    def __init__(self, history: History) -> None:
        self.chair: Chair = history.chair
        self._trainer = history.trainer
        self._state = history.state(history.newest)
        self.weights: FloatArray = self._state.params
        self.struck: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.weights)

    @cached_property
    def whole(self) -> Poses:
        """What it builds with all its weights."""
        return self._built(frozenset())

    @property
    def poses(self) -> Poses:
        """What it builds without those that are struck out."""
        return self._built(self.struck)

    def strike(self, index: int) -> None:
        """Strike a weight out, or put it back."""
        self.struck = self.struck ^ {index}

    def moved_cm(self) -> FloatArray:
        """How far each part has moved by all that is struck out, the root mean square of its corners, shape (N,)."""
        apart = _corners(self.chair, self.poses) - _corners(self.chair, self.whole)
        return np.asarray(np.sqrt((apart**2).sum(axis=1).mean(axis=1)))

    def moved(self) -> tuple[int, ...]:
        """The parts that have moved, the farthest first."""
        moved = self.moved_cm()
        return tuple(int(part) for part in np.argsort(-moved, kind="stable") if moved[part] > MOVED_CM)

    def _built(self, struck: frozenset[int]) -> Poses:
        params = self.weights.copy()
        params[list(struck)] = 0.0
        architecture, inputs = self._trainer.architecture, self._trainer.task.inputs
        return decode_outputs(architecture.workspace(len(self.chair.parts)).forward(params, inputs))


def _corners(chair: Chair, poses: Poses) -> FloatArray:
    """Each part's eight corners in cm, shape (N, 3, 8)."""
    local = chair.sizes[:, :, None] / 2 * CORNERS
    return np.asarray(rotation_matrices(poses.quaternions) @ local + poses.centres[:, :, None])
