"""The epochs' play: a hand changes the chair and never the brain, the bet is judged by a real run, wiping forgets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.outcome import GRANDMOTHER, SITTERS
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.training.settings import Settings
from tests.training.beginning import begun

LEVEL = level_named("epochs")
PARTS = len(load_chair("kitchen").parts)


def _played(*moves: str) -> EpochsPlay:
    play = EpochsPlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


def test_the_truth_is_the_first_rebuild_that_holds_grandmother_in_a_run_of_its_own() -> None:
    chair = load_chair("kitchen")
    history = begun(chair, Settings(seed=LEVEL.seed))
    holds = False
    while not holds:
        history.measure_newest()
        epoch = history.newest
        holds = sit_down(chair, rebuild_of(history, epoch).poses, GRANDMOTHER).holds
        history.advance()
    assert _played().truth is None
    assert _played(f"epoch {epoch - 1}").truth is None, "nobody has seen it yet"
    assert _played(f"epoch {epoch}").truth == epoch
    play = _played()
    for _step in play.reckon():
        pass
    assert play.truth == epoch


@settings(max_examples=25, deadline=None)
@given(part=st.integers(0, PARTS - 1), epoch=st.integers(0, 20), after=st.integers(1, 5))
def test_a_part_put_right_by_hand_is_right_now_and_changes_nothing_later(part: int, epoch: int, after: int) -> None:
    before = [f"epoch {epoch}"] if epoch else []
    touched = _played(*before, f"grab {part}", "right")
    shown = touched.session
    assert np.isclose(shown.hand.measurement.part_distances_cm[part], 0, atol=1e-6)
    assert shown.rebuild.measurement.part_distances_cm[part] > 0
    touched.do(f"epoch {after}")
    untouched = _played(*before, f"epoch {after}")
    assert np.array_equal(touched.rebuild.before.params, untouched.rebuild.before.params)
    assert np.array_equal(touched.rebuild.outputs, untouched.rebuild.outputs)
    assert touched.fixed == 1
    assert untouched.fixed == 0
    assert touched.session.hand.held is None


def test_a_part_that_was_only_held_counts_for_nothing() -> None:
    assert _played("epoch 2", "grab 0", "epoch 1").fixed == 0
    assert _played("epoch 2", "grab 0", "right", "let", "epoch 1").fixed == 0
    assert _played("epoch 2", "grab 0", "right", "carry 40 0 0", "epoch 1").fixed == 0


def test_a_part_carried_to_its_place_by_arrows_alone_counts_as_put_right() -> None:
    play = _played("epoch 3", "grab 0")
    way = play.rebuild.measurement.signals_cm[0]
    play.do("carry {:.0f} {:.0f} {:.0f}".format(*way))
    play.do("epoch")
    assert play.fixed == 1


@pytest.mark.parametrize("bet", [0, 5, 999, -3])
def test_nobody_bets_on_what_was_seen_or_never_will_be(bet: int) -> None:
    play = _played("epoch 5")
    with pytest.raises(IllegalMoveError):
        play.do(f"bet {bet}")
    assert play.bet is None


def test_what_was_seen_stays_seen_however_far_one_goes_back() -> None:
    play = _played("epoch 20", "back 15")
    with pytest.raises(IllegalMoveError):
        play.do("bet 12")
    play.do("bet 21")


def test_a_bet_is_judged_only_once_the_rebuild_has_come() -> None:
    play = _played("bet 33")
    assert "truth" not in play.facts()
    play.do("epoch 40")
    assert play.truth is not None
    assert play.facts()["bet_off"] == abs(33 - play.truth)


def test_a_bet_is_final() -> None:
    attempt = Attempt(LEVEL, moves=["epoch 3", "bet 31", "epoch 50"])
    assert not attempt.undo()
    assert not attempt.do("bet 60")


def test_sitters_come_in_turn_and_hold_as_the_poses_say() -> None:
    play = _played("epoch 60")
    for sitter in SITTERS:
        assert play.next_sitter is sitter
        play.do("sit")
        assert play.last_test is not None
        assert play.last_test.holds == sit_down(play.course.chair, play.rebuild.poses, sitter).holds
    assert play.content == set(SITTERS)
    assert play.falls == 0


def test_who_sits_down_too_early_falls_and_the_same_one_tries_again() -> None:
    play = _played("sit")
    assert play.falls == 1
    assert play.next_sitter is SITTERS[0]


def test_wiping_leaves_a_monster_and_the_weights_were_all_there_was() -> None:
    play = _played("epoch 60")
    learned = play.rebuild.measurement.distance_cm
    weights = play.rebuild.before.params
    play.do("wipe")
    assert play.epoch == 0
    assert play.rebuild.measurement.distance_cm > 10 * learned
    assert not np.array_equal(play.rebuild.before.params, weights)
    with pytest.raises(IllegalMoveError):
        play.do("wipe")
    with pytest.raises(IllegalMoveError):
        play.do("bet 150")


def test_the_session_shows_nothing_that_was_not_played() -> None:
    _played("epoch 60")
    play = _played("epoch 7")
    assert play.session.newest == play.session.epoch == 7
    play.do("back 3")
    assert play.session.epoch == 4
