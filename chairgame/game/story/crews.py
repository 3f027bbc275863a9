"""Who turns at a rebuild: the guiltiest wire alone, the ten guiltiest, or all of them, each by its share.

The lab's brain three times, newly wired and before the same chair, each with a volume of its own. Learns for real, a
rebuild at a time. Knows no play and no screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chairgame.chair.catalogue import load_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.neural.activations import FloatArray
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer


@dataclass(frozen=True)
class Crew:
    """How many wires turn at a rebuild (0: all of them), and the volume."""

    wires: int
    rate: float


class CrewRun:
    """One crew's run. `distances` has what the scanner read at each rebuild, in cm, the first one included."""

    def __init__(self, chair: Chair, seed: int, crew: Crew) -> None:
        settings = Settings(seed=seed)
        trainer = Trainer(chair_task(chair, settings), settings)
        self._task, self._crew = trainer.task, crew
        self._params = trainer.first_state(settings).params.copy()
        self._passes = trainer.architecture.workspace(len(self._task.inputs))
        self.distances: list[float] = []
        self._look()

    @property
    def wires(self) -> int:
        """How many there are."""
        return len(self._params)

    @property
    def changes(self) -> int:
        """How many times a wire has been turned."""
        return (len(self.distances) - 1) * (self._crew.wires or self.wires)

    @property
    def outputs(self) -> FloatArray:
        """What the brain says about each part now."""
        return self._passes.outputs

    @property
    def poses(self) -> Poses:
        """The build as it stands now."""
        return decode_outputs(self.outputs)

    def rebuild(self) -> None:
        """Listen, turn, take it apart and build it anew."""
        gradient = self._passes.backward(self._signal)
        most = self._crew.wires or len(gradient)
        turned = np.argsort(-np.abs(gradient), kind="stable")[:most]
        self._params[turned] -= self._crew.rate * gradient[turned]
        self._look()

    def _look(self) -> None:
        with np.errstate(all="ignore"):  # a crew that is too loud burns out, which is content and no warning
            measurement = self._task.chair_box.measure(self._passes.forward(self._params, self._task.inputs))
        self._signal = measurement.output_gradient
        self.distances.append(measurement.distance_cm)


class Crews:
    """All crews side by side, a rebuild each in turn."""

    def __init__(self, chair: str, seed: int, crews: Sequence[Crew], rebuilds: int) -> None:
        self.chair = load_chair(chair)
        self.runs = tuple(CrewRun(self.chair, seed, crew) for crew in crews)
        self._rebuilds = rebuilds

    @property
    def wires(self) -> int:
        """How many there are in one brain."""
        return self.runs[0].wires

    @property
    def changes(self) -> int:
        """How many times a wire has been turned by any of them."""
        return sum(run.changes for run in self.runs)

    @property
    def rebuilds(self) -> int:
        """How many all of them have made."""
        return len(self.runs[-1].distances) - 1

    @property
    def is_complete(self) -> bool:
        """Whether they have made all that they were to make."""
        return self.rebuilds >= self._rebuilds

    def rebuild(self) -> None:
        """One more for each."""
        for run in self.runs:
            run.rebuild()
