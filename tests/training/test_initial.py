"""The first build of every brain before every chair: a monster, but a finite one and in the workshop."""

import numpy as np
import pytest

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.chair.encoding import UNIT_CM
from chairgame.neural.activations import ACTIVATIONS
from chairgame.training.settings import Settings
from tests.training.beginning import trainer_of

WORKSHOP = np.array([0.0, 0.0, 40.0])


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 8])
@pytest.mark.parametrize("name", chair_names(include_hidden=True))
def test_the_first_build_is_far_off_finite_and_in_the_workshop(name, depth):
    chair = load_chair(name)
    for activation in ACTIVATIONS:
        near = []
        for seed in range(4):
            settings = Settings(seed=seed, hidden=(24,) * depth, activation=activation)
            trainer = trainer_of(chair, settings)
            state = trainer.first_state(settings)
            assert trainer.measure(state, "squared").distance_cm > 25
            outputs = trainer.build(state)
            assert np.isfinite(outputs).all()
            away = np.linalg.norm(outputs[:, :3] * UNIT_CM - WORKSHOP, axis=1)
            assert away.max() < 600
            near.append(np.mean(away < 150))
        assert np.mean(near) > 0.9


def test_kitchens_first_build_is_half_a_metre_or_more_off():
    chair = load_chair("kitchen")
    for seed in range(40):
        trainer = trainer_of(chair, Settings(seed=seed))
        assert 40 < trainer.measure(trainer.first_state(Settings()), "squared").distance_cm < 85


@pytest.mark.parametrize("hidden", [(1,), (512,), (1, 512, 1), (2,) * 8])
def test_the_smallest_and_largest_brains_begin_finite(hidden):
    for activation in ACTIVATIONS:
        settings = Settings(hidden=hidden, activation=activation)
        trainer = trainer_of(load_chair("three-part-stool"), settings)
        assert np.isfinite(trainer.measure(trainer.first_state(settings), "squared").loss)
