"""Dials and signals are of a real network; a second play's dials are the same ones in another order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.story.dials import DIALS, START_CM, brain_of
from chairgame.game.story.first_setups import LOUDNESSES
from chairgame.game.story.level import level_named
from chairgame.game.story.plays import new_play

PARTS = 5
OFFSETS = st.lists(st.floats(-1, 1), min_size=DIALS, max_size=DIALS).map(np.array)


@pytest.fixture(scope="module", params=["scanner", "headphones"])
def brain(request):
    return brain_of(level_named(request.param).setup.box, PARTS)


def test_the_dials_are_orthonormal_and_start_near_50_cm(brain):
    assert np.allclose(brain.directions @ brain.directions.T, np.eye(DIALS))
    assert abs(brain.heard(np.zeros(DIALS))[1] - START_CM) < 3


def test_the_network_behind_them_has_learned_the_thing(brain):
    assert brain.heard(-brain.start)[1] < 1


@pytest.mark.parametrize("name", ["scanner", "headphones"])
def test_what_is_revealed_is_the_best_build_beside_the_thing(name):
    level = level_named(name)
    play, bests = new_play(level), set()
    for move in level.solution:
        play.do(move)
        reveal = play.reveal()
        off = np.zeros(PARTS)
        for gap in reveal.gaps:
            off[gap.part] = gap.off
        assert np.sqrt((off**2).mean()) == pytest.approx(play.best_cm, abs=1)
        bests.add(round(play.best_cm, 3))
        np.testing.assert_allclose(reveal.thing.centres, [part.at for part in reveal.chair.parts])
        away = np.linalg.norm(reveal.best.centres - reveal.thing.centres, axis=1)
        assert (away <= play.brain.trainer.task.chair_box.measure(play.best_outputs).part_distances_cm + 1e-9).all()
        assert reveal.unit == "cm"
    assert len(bests) > 2


@settings(max_examples=30, deadline=None)
@given(offsets=OFFSETS)
def test_the_signals_are_the_slopes_of_the_loss(offsets):
    brain, step = brain_of(9, PARTS), 1e-5
    gradient = brain.heard(offsets)[2]

    def loss(at):
        return (brain.heard(at)[1] / 50) ** 2  # the squared loss is the mean square distance in units of 50 cm

    nudged = [(loss(offsets + step * way) - loss(offsets - step * way)) / (2 * step) for way in np.eye(DIALS)]
    assert np.linalg.norm(nudged - gradient) <= 1e-4 * max(1.0, float(np.linalg.norm(gradient)))


@settings(max_examples=30, deadline=None)
@given(offsets=OFFSETS, seed=st.integers(0, 2**31))
def test_another_seed_has_the_same_dials_in_another_order_half_of_them_turned_round(offsets, seed):
    brain = brain_of(9, PARTS)
    again = brain.rewired(seed)
    same = np.rint(again.directions @ brain.directions.T).astype(int)
    assert (np.abs(same).sum(axis=0) == 1).all()
    assert (np.abs(same).sum(axis=1) == 1).all()
    assert (same.sum(axis=1) == -1).sum() == DIALS // 2
    assert again.heard(same @ offsets)[1] == pytest.approx(brain.heard(offsets)[1])


def _by_listening(loudness: float) -> list[float]:
    brain, offsets = brain_of(9, PARTS), np.zeros(DIALS)
    distances = []
    for _ in range(15):
        _, distance, gradient = brain.heard(offsets)
        distances.append(distance)
        offsets = offsets - loudness * gradient
    return [*distances, brain.heard(offsets)[1]]


def test_too_quiet_crawls_the_right_volume_arrives_and_twice_that_burns():
    quiet, right, loud = (_by_listening(loudness) for loudness in LOUDNESSES[1:6] if loudness in (0.5, 2.0, 4.0))
    assert quiet[-1] > 10
    assert right[-1] < 5
    assert not loud[-1] < 20
