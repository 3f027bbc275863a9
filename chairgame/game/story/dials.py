"""What levels 2 and 3 have in common: eight dials, each a bundle of wires of a real network, and what it builds.

A dial is one of eight random orthonormal directions in the weight space of a trained network, which starts where the
distance is near 50 cm. Dials show clicks from that start, never an absolute zero. Knows no screen, and not what the
clicks are for.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.chair.sculpture import sculpture
from chairgame.game.story.building import BuildingPlay
from chairgame.game.story.first_setups import DialsSetup
from chairgame.game.story.level import Level
from chairgame.game.story.play import Assembled, IllegalMoveError
from chairgame.game.story.reveal import Gap, Reveal
from chairgame.neural.mlp import forward
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer

DIALS = 8
CLICK = 0.12  # of the weight space, per click
FARTHEST = 12  # clicks
START_CM = 50.0
TRAINING_EPOCHS = 400
HIDDEN = (10,)
BURNED_CM = 1000.0
NOTED_CM = 1.0  # a part that is less than this off is where it belongs, to the eye
MOST_RANDOM = 5000

Clicks = tuple[int, ...]
AT_START: Clicks = (0,) * DIALS


@dataclass(frozen=True, eq=False)
class Brain:
    """A trained network and the dials on it."""

    trainer: Trainer
    params: FloatArray
    directions: FloatArray
    """Orthonormal rows; shape (8, parameters)."""
    start: FloatArray
    """Where the dials stand at the beginning, off the trained network; shape (8,)."""

    @property
    def chair(self) -> Chair:
        """What is built."""
        return self.trainer.task.chair

    def at(self, offsets: FloatArray) -> FloatArray:
        """The parameters with the dials at offsets from the beginning, shape (8,)."""
        return np.asarray(self.params + (self.start + offsets) @ self.directions)

    def distance_cm(self, offsets: FloatArray) -> float:
        """How far off what is built with the dials at some offsets is."""
        outputs = forward(self.trainer.architecture, self.at(offsets), self.trainer.task.inputs).outputs
        return self.trainer.task.chair_box.measure(outputs).distance_cm

    @np.errstate(all="ignore")  # too loud a step throws the parts anywhere, which is what it is to teach
    def heard(self, offsets: FloatArray) -> tuple[FloatArray, float, FloatArray]:
        """Outputs, the distance in cm, and the gradient of the loss along each dial, shape (8,)."""
        params, trainer = self.at(offsets), self.trainer
        trace = forward(trainer.architecture, params, trainer.task.inputs)
        measurement = trainer.task.chair_box.measure(trace.outputs)
        gradient = trace.backward(measurement.output_gradient)
        return trace.outputs, measurement.distance_cm, self.directions @ gradient

    def rewired(self, seed: int) -> "Brain":
        """The same brain, with its dials in another order and half of them turned round: knowing the answer for one
        seed is worth nothing for the next."""
        rng = np.random.default_rng([seed, 23])
        order, ways = rng.permutation(DIALS), rng.permutation([1, -1] * (DIALS // 2))
        return replace(self, directions=ways[:, None] * self.directions[order], start=ways * self.start[order])


@cache
def brain_of(box: int, parts: int) -> Brain:
    """The network of a box's thing: trained until it knows the thing, then moved off along its dials."""
    chair = sculpture(box, parts)
    settings = Settings(seed=box, hidden=HIDDEN)
    history = History(chair_task(chair, settings), settings)
    for _ in range(TRAINING_EPOCHS):
        history.advance()
    params = history.state(history.newest).params
    rng = np.random.default_rng([box, 21])
    directions = np.linalg.qr(rng.normal(size=(len(params), DIALS)))[0].T
    way = rng.choice([-1, 1], DIALS) * rng.uniform(0.4, 1.0, DIALS)
    brain, far = Brain(history.trainer, params, directions, np.zeros(DIALS)), 0.0
    while brain.distance_cm(way * far) < START_CM and far < 60:
        far += 0.05
    return Brain(history.trainer, params, directions, way * far)


class DialsPlay(BuildingPlay):
    """Dials that are turned, and a brain that builds with them only when it is told to."""

    def __init__(self, level: Level, setup: DialsSetup) -> None:
        super().__init__(level)
        self.box, self.most = setup.box, setup.most
        self.brain = brain_of(setup.box, setup.parts).rewired(level.seed)
        self.clicks = self.home = AT_START
        """Where the dials stand, and where they stood when they were last left somewhere."""
        self.found_at_random: int | None = None
        """How many builds at random came as near; None as long as it is reckoned."""
        self._hear(np.zeros(DIALS))
        self.first_poses = decode_outputs(self.outputs)
        """Where the given build put the parts."""

    @property
    def chair(self) -> Chair:
        """The parts that are built."""
        return self.brain.chair

    @cached_property
    def pile(self) -> Poses:
        """The heap from which everything is built."""
        return pile_poses(self.brain.chair, np.random.default_rng(self.box))

    @property
    def poses(self) -> Poses:
        """Where the build that stands there put the parts."""
        return decode_outputs(self.outputs)

    def assembled(self) -> Assembled | None:
        """The last build."""
        return self.brain.chair, self.poses

    @property
    def turns(self) -> Clicks:
        """By how many clicks each dial is turned since."""
        return tuple(now - then for now, then in zip(self.clicks, self.home, strict=True))

    @property
    def turned(self) -> tuple[int, ...]:
        """The dials that are turned."""
        return tuple(dial for dial, clicks in enumerate(self.turns) if clicks)

    @property
    @abstractmethod
    def best_cm(self) -> float:
        """The best number so far."""

    @property
    @abstractmethod
    def best_outputs(self) -> FloatArray:
        """What the brain said for the build with the best number; shape (parts, 7)."""

    def reveal(self) -> Reveal:
        """The best build beside the thing; how far each part is off is told in cm."""
        box, outputs = self.brain.trainer.task.chair_box, self.best_outputs
        off = box.measure(outputs).part_distances_cm
        gaps = tuple(Gap(part, float(cm)) for part, cm in enumerate(off) if cm >= NOTED_CM)
        return Reveal(self.brain.chair, decode_outputs(outputs), box.reveal(), gaps, "cm")

    def reckon(self) -> Iterator[None]:
        """How many builds with dials turned at random it takes to come as near; at most 5,000."""
        rng, wanted, builds = np.random.default_rng([self.box, 22]), self.best_cm, 0
        while builds < MOST_RANDOM:
            builds += 1
            offsets = np.asarray(CLICK * rng.integers(-FARTHEST, FARTHEST + 1, DIALS), float)
            if self.brain.distance_cm(offsets) <= wanted:
                break
            yield
        self.found_at_random = builds

    def turn(self, dial: int, clicks: int) -> None:
        """The move `turn 3 -1`. Nothing is built by it."""
        if not 0 <= dial < DIALS or clicks == 0 or self.is_over:
            raise IllegalMoveError("no such dial or no turn")
        value = self.clicks[dial] + clicks
        if abs(value) > FARTHEST:
            raise IllegalMoveError("the dial is at its end")
        self.clicks = (*self.clicks[:dial], value, *self.clicks[dial + 1 :])

    def _hear(self, offsets: FloatArray) -> None:
        """Build with the dials at some offsets from the beginning, without the picture of it."""
        self.outputs, distance, self.gradient = self.brain.heard(offsets)
        self.distance_cm = float(distance) if np.isfinite(distance) else 1e9
