"""What becomes of learning when one of the three that every network needs is taken away: rebuilds, live, without it.

Without the objective the scanner compares with a thing that is another one each time. Without the loss there is no
number, so no signal, and nothing changes. Without backpropagation every weight has to be nudged and built by itself
before one step can be made. Knows no screen.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum

import numpy as np

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair, Part
from chairgame.chair.poses import Poses
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import Questions, Task, chair_task

REBUILDS = 20
NOISE_STREAM = 17
REACH_CM = 60.0  # how far from the middle noise throws a part


class Need(IntEnum):
    """The three, in the order of their boxes."""

    OBJECTIVE = 1
    LOSS = 2
    BACKPROPAGATION = 3


class Ablation:
    """One brain that learns without one of the three, or with all of them. `missing` is what it lacks."""

    def __init__(self, chair: Chair, seed: int, missing: Need | None) -> None:
        self.chair, self.missing = chair, missing
        settings = Settings(seed=seed)
        self._box = ChairBox(chair)
        self._task = chair_task(chair, settings)
        task = without_objective(self._task, seed) if missing is Need.OBJECTIVE else self._task
        self._history = History(task, settings)
        self.rebuilds = 0
        self.first = self.poses
        """What was built at first."""
        self.distances_cm = [self._measured()]
        """How far every build was off, whoever could read it."""

    @property
    def is_over(self) -> bool:
        """Whether all rebuilds are made."""
        return self.rebuilds >= REBUILDS

    @property
    def learns(self) -> bool:
        """Whether its weights change from rebuild to rebuild."""
        return self.missing in (None, Need.OBJECTIVE)

    @property
    def builds_needed(self) -> int:
        """Builds for a first step without backpropagation: one as it is, and one for every weight."""
        return self._task.network.parameter_count + 1

    @property
    def poses(self) -> Poses:
        """Where the parts are now."""
        return decode_outputs(self._outputs())

    def rebuild(self) -> None:
        """Once more, if there is one left."""
        if self.is_over:
            return
        if self.learns:
            self._history.advance()
        self.rebuilds += 1
        self.distances_cm.append(self._measured())

    def _outputs(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return self._history.trainer.build(self._history.state(self._history.newest))

    def _measured(self) -> float:
        return self._box.measure(self._outputs()).distance_cm


def without_objective(task: Task, seed: int) -> Task:
    """The task with another thing in the box at every epoch."""
    chair = task.chair

    def fresh(epoch: int) -> Questions:
        rng = np.random.default_rng([seed, NOISE_STREAM, epoch])
        return task.inputs, ChairBox(replace(chair, parts=tuple(_thrown(part, rng) for part in chair.parts)))

    return replace(task, fresh=fresh)


def _thrown(part: Part, rng: np.random.Generator) -> Part:
    x, y, z = (float(value) for value in rng.uniform(-REACH_CM, REACH_CM, 3))
    pitch, roll, yaw = (float(value) for value in rng.uniform(-180, 180, 3))
    return replace(part, at=(x, y, abs(z)), turn=(pitch, roll, yaw))


def all_of(run: Ablation, may_go_on: Callable[[], bool] = lambda: True) -> Ablation:
    """The run to its end, or until it has to stop."""
    while not run.is_over and may_go_on():
        run.rebuild()
    return run
