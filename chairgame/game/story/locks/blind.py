"""Lock 7: a brain that learned under a scanner which does not see everything; from what it builds, what was that?"""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.blackbox.blind import BlindBox, BlindSpot
from chairgame.chair.catalogue import load_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.story.locks.lock import Slices
from chairgame.neural.mlp import forward
from chairgame.training.practice import Practice
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer

CHAIR = "kitchen"
SPOTS = BlindSpot.LEGS, BlindSpot.HEIGHTS, BlindSpot.TURNS
"""The answers, in their order."""
REBUILDS, SLICE = 150, 10


@dataclass(frozen=True, eq=False)
class BlindLock:
    """What the brain builds, what its scanner reads of that, and the truth, in cm. The answers are `SPOTS`."""

    right: int
    chair: Chair
    build: Poses
    reads_cm: float
    truth_cm: float


def forge(rng: np.random.Generator, right: int) -> Slices[BlindLock]:
    """A newborn brain learns under the scanner that is blind to the right answer."""
    chair, settings = load_chair(CHAIR), Settings(seed=int(rng.integers(10_000)))
    whole = chair_task(chair, settings)
    task = replace(whole, box=BlindBox(chair, SPOTS[right]))
    trainer, practice = Trainer(task, settings), Practice(task)
    state = trainer.first_state(settings)
    for rebuild in range(REBUILDS):
        if rebuild % SLICE == 0:
            yield
        outcome = practice.epoch(state, settings)
        assert outcome is not None
        assert outcome.after is not None, "a quiet Adam does not burn"
        state = outcome.after
    outputs = forward(trainer.architecture, state.params, task.inputs).outputs
    reads, truth = task.box.measure(outputs), whole.box.measure(outputs)
    return BlindLock(right, chair, decode_outputs(outputs), reads.score, truth.score)
