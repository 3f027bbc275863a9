"""Learning really happens, and as fast as the game promises: default settings, many seeds."""

import pytest

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.training.settings import DEFAULT_RATES, Settings
from tests.training.beginning import begun


def learn(name: str, settings: Settings, epochs: int) -> list[float]:
    """The distances in cm from epoch 0 on."""
    history = begun(load_chair(name), settings)
    for _ in range(epochs):
        history.advance()
    history.measure_newest()
    distances = [row.distance_cm for row in history.rows]
    assert len(distances) == epochs + 1
    assert None not in distances
    return [distance for distance in distances if distance is not None]


def test_the_kitchen_chair_stands_by_epoch_40_and_is_exact_by_150():
    runs = [learn("kitchen", Settings(seed=seed), 150) for seed in range(20)]
    assert max(run[40] for run in runs) < 5
    finals = sorted(run[150] for run in runs)
    assert finals[18] < 1
    assert finals[19] < 1.5


@pytest.mark.parametrize("seed", range(3))
def test_sixty_parts_become_a_throne_by_epoch_400(seed):
    assert len(load_chair("throne").parts) >= 60
    assert learn("throne", Settings(seed=seed), 400)[-1] < 3


@pytest.mark.parametrize("name", chair_names(include_hidden=True))
def test_every_chair_is_learned(name):
    assert min(learn(name, Settings(seed=1), 200)) < 4


@pytest.mark.parametrize("optimizer", DEFAULT_RATES)
def test_every_optimizer_learns_at_its_own_default_volume(optimizer):
    settings = Settings(seed=1, optimizer=optimizer, learning_rate=DEFAULT_RATES[optimizer])
    assert learn("kitchen", settings, 150)[-1] < 3


@pytest.mark.parametrize(
    "settings",
    [
        Settings(activation="relu"),
        Settings(activation="sigmoid"),
        Settings(activation="linear"),
        Settings(loss="absolute"),
        Settings(loss="huber"),
        Settings(hidden=(24,) * 6),
        Settings(batch=7),
    ],
)
def test_every_way_of_learning_makes_a_chair_of_a_monster(settings):
    distances = learn("kitchen", settings, 100)
    assert min(distances) < distances[0] / 10
