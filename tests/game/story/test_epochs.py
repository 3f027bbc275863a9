"""The epochs' play: a hand changes the chair and never the brain, the bet is judged by a real run, wiping forgets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, SITTERS
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.course import Course
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.seating import AFTERWARDS, holds
from chairgame.training.settings import Settings
from tests.training.beginning import begun

LEVEL = level_named("epochs")
PARTS = len(load_chair("kitchen").parts)
SEATED = ("epoch 20", "bet 31", "epoch 20", "sit")
FRAME = 0.05


def _played(*moves: str) -> EpochsPlay:
    play = EpochsPlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


def _let_run(play: EpochsPlay, seconds: float = 600.0) -> None:
    """Time passes until nothing moves any more."""
    for _ in range(round(seconds / FRAME)):
        if not play.is_moving:
            return
        play.tick(FRAME, lambda: True)
    raise AssertionError("it never stops")


def test_the_truth_is_the_first_rebuild_that_holds_grandmother_in_a_run_of_its_own() -> None:
    chair = load_chair("kitchen")
    history = begun(chair, Settings(seed=LEVEL.seed))
    does_hold = False
    while not does_hold:
        history.measure_newest()
        epoch = history.newest
        does_hold = sit_down(chair, rebuild_of(history, epoch).poses, GRANDMOTHER).holds
        history.advance()
    before = ("epoch 20", "bet 40")
    assert _played(*before, f"epoch {epoch - 21}").run.truth is None, "nobody has seen it yet"
    assert _played(*before, f"epoch {epoch - 20}").run.truth == epoch
    play = _played()
    for _step in play.reckon():
        pass
    assert play.run.truth == epoch


@settings(max_examples=25, deadline=None)
@given(part=st.integers(0, PARTS - 1), epoch=st.integers(0, 15), after=st.integers(1, 5))
def test_a_part_put_right_by_hand_is_right_now_and_changes_nothing_later(part: int, epoch: int, after: int) -> None:
    before = [f"epoch {epoch}"] if epoch else []
    touched = _played(*before, f"grab {part}", "right")
    shown = touched.session
    assert np.isclose(shown.hand.measurement.part_distances_cm[part], 0, atol=1e-6)
    assert shown.rebuild.measurement.part_distances_cm[part] > 0
    touched.do(f"epoch {after}")
    untouched = _played(*before, f"epoch {after}")
    assert np.array_equal(touched.run.rebuild.before.params, untouched.run.rebuild.before.params)
    assert np.array_equal(touched.run.rebuild.outputs, untouched.run.rebuild.outputs)
    assert touched.fixed == 1
    assert untouched.fixed == 0
    assert touched.session.hand.held is None


def test_a_part_that_was_only_held_counts_for_nothing() -> None:
    assert _played("epoch 2", "grab 0", "epoch 1").fixed == 0
    assert _played("epoch 2", "grab 0", "right", "let", "epoch 1").fixed == 0
    assert _played("epoch 2", "grab 0", "right", "carry 40 0 0", "epoch 1").fixed == 0


def test_a_part_carried_to_its_place_by_arrows_alone_counts_as_put_right() -> None:
    play = _played("epoch 3", "grab 0")
    way = play.run.rebuild.measurement.signals_cm[0]
    play.do("carry {:.0f} {:.0f} {:.0f}".format(*way))
    play.do("epoch")
    assert play.fixed == 1


def test_nothing_is_learned_beyond_the_rebuild_that_asks_for_a_bet() -> None:
    play = _played("epoch 60")
    assert play.run.epoch == play.run.bet_at
    assert play.run.needs_bet
    with pytest.raises(IllegalMoveError):
        play.do("epoch 1")
    play.do("bet 31")
    play.do("epoch 1")
    assert play.run.epoch == play.run.bet_at + 1


@pytest.mark.parametrize("bet", [0, 5, 20, 91, 999, -3])
def test_nobody_bets_on_what_was_seen_or_never_will_be(bet: int) -> None:
    play = _played("epoch 20")
    with pytest.raises(IllegalMoveError):
        play.do(f"bet {bet}")
    assert play.run.bet is None


def test_nobody_bets_before_there_is_a_curve_to_read() -> None:
    with pytest.raises(IllegalMoveError):
        _played("epoch 19", "bet 31")


def test_a_bet_is_judged_only_once_the_rebuild_has_come() -> None:
    play = _played("epoch 20", "bet 33")
    assert "truth" not in play.facts()
    play.do("epoch 20")
    assert play.run.truth is not None
    assert play.facts()["bet_off"] == abs(33 - play.run.truth)


def test_a_bet_is_final() -> None:
    attempt = Attempt(LEVEL, moves=["epoch 20", "bet 31", "epoch 50"])
    assert not attempt.undo()
    assert not attempt.do("bet 60")


def test_time_stops_where_something_is_to_be_looked_at() -> None:
    play, stops = _played(), []
    for _ in range(4):
        play.run.toggle()
        _let_run(play)
        stops.append(play.run.epoch)
        if play.run.needs_bet:
            play.do("bet 31")
    truth = play.run.truth
    assert truth is not None
    assert stops == [20, truth, truth + AFTERWARDS, play.run.most]
    play.run.toggle()
    assert not play.run.running


def test_in_a_hurry_or_at_any_speed_it_comes_to_the_same() -> None:
    facts = []
    for speed, hurry in ((0, False), (1, False), (2, False), (0, True)):
        play = _played()
        play.run.speed = speed
        play.run.toggle(hurry=hurry)
        _let_run(play)
        facts.append((play.moves, dict(play.facts())))
    assert all(fact == facts[0] for fact in facts)


def test_the_row_tells_of_each_rebuild_what_its_sit_test_tells() -> None:
    play = _played("epoch 20", "bet 31", "epoch 40")
    _let_run(play)
    truth, course = play.run.truth, Course("kitchen", Settings(seed=LEVEL.seed))
    assert truth is not None
    assert play.run.seating.row == tuple(
        holds(course, epoch, GRANDMOTHER) for epoch in range(truth, truth + AFTERWARDS + 1)
    )
    assert "".join("■" if held else "□" for held in play.run.seating.row) == "■■■□■■□□□□■"


def test_sitters_come_in_turn_and_hold_as_the_poses_say() -> None:
    play = _played("epoch 20")
    assert play.next_sitter is CAT, "who minds least tries first"
    play.do("bet 31")
    play.do("epoch 40")
    for sitter in (GRANDMOTHER, HIPPOPOTAMUS, HIPPOPOTAMUS):
        assert play.next_sitter is sitter, "the bet is about grandmother"
        play.do("sit")
        assert play.last_test is not None
        assert play.last_test.holds == sit_down(play.run.course.chair, play.run.rebuild.poses, sitter).holds
    assert play.content == {GRANDMOTHER, HIPPOPOTAMUS}
    assert play.falls == 0


def test_who_sits_down_too_early_falls_and_the_same_one_tries_again() -> None:
    play = _played("epoch 13", "sit")
    assert play.last_test is not None
    assert play.last_test.falls
    assert play.falls == 1
    assert play.next_sitter is SITTERS[0]


def test_where_there_is_no_seat_nobody_has_fallen() -> None:
    play = _played("sit")
    assert play.last_test is not None
    assert not play.last_test.holds
    assert play.falls == 0


def test_wiping_leaves_a_monster_and_the_weights_were_all_there_was() -> None:
    play = _played(*SEATED)
    learned, weights = play.run.rebuild.measurement.distance_cm, play.run.rebuild.before.params
    play.do("wipe")
    assert play.run.epoch == 0
    assert play.run.rebuild.measurement.distance_cm > 10 * learned
    assert not np.array_equal(play.run.rebuild.before.params, weights)
    assert play.run.wiped is not None
    assert np.array_equal(play.run.wiped, weights)
    with pytest.raises(IllegalMoveError):
        play.do("wipe")
    with pytest.raises(IllegalMoveError):
        play.do("bet 50")


def test_nobody_wipes_before_grandmother_has_sat() -> None:
    with pytest.raises(IllegalMoveError):
        _played(*SEATED[:-1], "wipe")


def test_weights_go_blank_one_after_the_other_and_a_key_ends_it() -> None:
    play = _played(*SEATED, "wipe")
    shares = []
    while play.run.is_forgetting:
        shares.append(play.run.forgotten)
        play.tick(FRAME, lambda: True)
    assert shares == sorted(shares)
    assert len(shares) * FRAME <= 3
    again = _played(*SEATED, "wipe")
    again.skip()
    assert again.run.forgotten == 1


def test_what_the_empty_brain_learns_is_not_added_to_the_first_ones() -> None:
    play = _played(*SEATED, "wipe")
    farthest, figure = play.run.farthest, play.figure()
    play.do("epoch 60")
    assert (play.run.farthest, play.figure()) == (farthest, figure)


def test_the_session_shows_nothing_that_was_not_played() -> None:
    _played("epoch 20", "bet 31", "epoch 60")
    play = _played("epoch 7")
    assert play.session.newest == play.session.epoch == 7
    play.do("back 3")
    assert play.session.epoch == 4
