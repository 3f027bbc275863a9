"""The task of the family: its gradient is the slope, and many chairs at once are measured as each by itself."""

import numpy as np
import pytest

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.family import PARTS, Measures, family_chair
from chairgame.chair.parts import Chair
from chairgame.training.listener import Listener
from chairgame.training.settings import Settings
from chairgame.training.tasks import family_task
from chairgame.training.trainer import Trainer

H = 1e-5


def chairs(count: int, seed: int = 3) -> list[Chair]:
    rng = np.random.default_rng(seed)
    return [family_chair(Measures.drawn(rng)) for _ in range(count)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_gradient_of_a_family_is_the_slope(count: int) -> None:
    settings = Settings(seed=5, hidden=(4, 3))
    task = family_task(chairs(count), settings)
    trainer = Trainer(task, settings)
    params = trainer.first_state(settings).params

    def loss(at: np.ndarray) -> float:
        passes = task.network.workspace(len(task.inputs))
        return task.box.measure(passes.forward(at, task.inputs)).loss

    _, _, gradient, norm = Listener(task).listen(trainer.first_state(settings), "squared")
    steps = H * np.eye(len(params))
    wanted = np.array([(loss(params + step) - loss(params - step)) / (2 * H) for step in steps])
    assert np.linalg.norm(gradient - wanted) <= 1e-6 * norm


def test_chairs_in_one_crate_are_measured_as_each_by_itself() -> None:
    settings, family = Settings(seed=1, hidden=(8,)), chairs(4)
    task = family_task(family, settings)
    trainer = Trainer(task, settings)
    outputs = trainer.build(trainer.first_state(settings))
    whole = task.box.measure(outputs)
    alone = [
        ChairBox(chair).measure(outputs[number * PARTS : (number + 1) * PARTS]) for number, chair in enumerate(family)
    ]
    assert whole.loss == pytest.approx(np.mean([one.loss for one in alone]))
    each = np.concatenate([one.output_gradient for one in alone]) / len(family)
    assert np.allclose(whole.output_gradient, each)
