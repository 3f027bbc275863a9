"""Dials and signals are of a real network: slopes agree with nudging, the steps with gradient descent."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.dials import CLICK, DIALS, START_CM, brain_of
from chairgame.game.story.level import level_named
from chairgame.game.story.registry import LOUDNESSES

PARTS = 5
OFFSETS = st.lists(st.floats(-1, 1), min_size=DIALS, max_size=DIALS).map(np.array)


@pytest.fixture(scope="module", params=["scanner", "headphones"])
def level(request):
    return level_named(request.param)


def test_the_dials_are_orthonormal_and_start_near_50_cm(level):
    brain = brain_of(level.seed, PARTS)
    assert np.allclose(brain.directions @ brain.directions.T, np.eye(DIALS))
    assert abs(brain.heard(np.zeros(DIALS))[1] - START_CM) < 3


def test_the_network_behind_them_has_learned_the_thing(level):
    brain = brain_of(level.seed, PARTS)
    assert brain.heard(-brain.start)[1] < 1


@settings(max_examples=30, deadline=None)
@given(offsets=OFFSETS)
def test_the_signals_are_the_slopes_of_the_loss(offsets):
    brain, step = brain_of(9, PARTS), 1e-5
    gradient = brain.heard(offsets)[2]

    def loss(at):
        return (brain.heard(at)[1] / 50) ** 2  # the squared loss is the mean square distance in units of 50 cm

    nudged = [(loss(offsets + step * way) - loss(offsets - step * way)) / (2 * step) for way in np.eye(DIALS)]
    assert np.linalg.norm(nudged - gradient) <= 1e-4 * max(1.0, float(np.linalg.norm(gradient)))


def test_centring_the_dials_wins_nothing():
    """They show clicks from the start: turning them all back is where one began."""
    attempt = Attempt(level_named("scanner"))
    attempt.stage = Stage.PLAY
    for move in ("scan", "turn 0 5", "turn 0 -5", "scan"):
        assert attempt.do(move)
    first, last = (entry.distance_cm for entry in attempt.play.notebook)
    assert first == last


def test_a_slope_is_what_a_click_is_worth():
    attempt = Attempt(level_named("scanner"))
    attempt.stage = Stage.PLAY
    for move in ("scan", "turn 3 2", "scan"):
        attempt.do(move)
    brain, way = brain_of(29, PARTS), np.eye(DIALS)[3]
    expected = (brain.heard(2 * CLICK * way)[1] - brain.heard(0 * way)[1]) / 2
    assert attempt.play.slopes == {3: pytest.approx(expected)}


def _by_listening(loudness: float) -> list[float]:
    brain, offsets = brain_of(9, PARTS), np.zeros(DIALS)
    distances = []
    for _ in range(15):
        _, distance, gradient = brain.heard(offsets)
        distances.append(distance)
        offsets = offsets - loudness * gradient
    return [*distances, brain.heard(offsets)[1]]


def test_too_quiet_crawls_the_right_volume_arrives_and_twice_that_burns():
    quiet, right, loud = (_by_listening(loudness) for loudness in LOUDNESSES[1:6:1] if loudness in (0.5, 2.0, 4.0))
    assert quiet[-1] > 10
    assert right[-1] < 5
    assert not loud[-1] < 20


def test_scans_and_bets_are_never_taken_back():
    attempt = Attempt(level_named("scanner"))
    attempt.stage = Stage.PLAY
    attempt.do("scan")
    assert not attempt.undo()
    attempt.do("turn 1 2")
    assert attempt.undo()
    assert attempt.play.count == 1
