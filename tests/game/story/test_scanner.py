"""Level 2: a nudge springs back and tells its slope, a leap stays, a promise is the sum of slopes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.dials import AT_START, CLICK, DIALS, brain_of
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.scanner import ScannerPlay, StraightLine

LEVEL = level_named("scanner")
BRAIN = brain_of(LEVEL.setup.box, LEVEL.setup.parts).rewired(LEVEL.seed)
CLICKS = st.lists(st.integers(-6, 6), min_size=DIALS, max_size=DIALS)
BEST_FIRST = ("turn 0 -5", "turn 5 6", "turn 6 -6")


def _play(*moves):
    play = ScannerPlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


def _attempt(*moves):
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    for move in moves:
        assert attempt.do(move), move
    return attempt


def _distance(clicks):
    return BRAIN.distance_cm(CLICK * np.array(clicks, float))


def test_the_given_build_is_measured_and_costs_nothing():
    play = _play()
    assert play.count == 0
    assert play.notebook[0].distance_cm == pytest.approx(50.5, abs=0.1)


def test_turning_builds_nothing():
    play = _play("turn 3 2")
    assert play.count == 0
    assert not play.is_moving


@given(dial=st.integers(0, DIALS - 1), clicks=st.integers(-6, 6).filter(bool))
def test_a_nudge_tells_what_a_click_is_worth_and_springs_back(dial, clicks):
    play = _play(f"turn {dial} {clicks}", "scan")
    there = [clicks if other == dial else 0 for other in range(DIALS)]
    assert play.line.slopes == {dial: pytest.approx((_distance(there) - _distance(AT_START)) / clicks)}
    assert play.clicks == AT_START
    assert play.count == 1


def test_it_is_seen_turned_until_the_number_is_read():
    play = _play("turn 3 2", "scan")
    assert play.standing[3] == 2
    play.skip()
    assert play.standing == AT_START


def test_all_slopes_are_from_one_place():
    play = _play("turn 3 2", "scan", "turn 6 -1", "scan")
    assert play.line.place == AT_START
    assert play.line.slopes[6] == pytest.approx(_distance(AT_START) - _distance([0, 0, 0, 0, 0, 0, -1, 0]))


def test_k_keeps_the_dial_where_it_was_nudged_to_and_slopes_are_from_there():
    play = _play("turn 3 2", "scan", "keep")
    assert play.clicks == play.home == (0, 0, 0, 2, 0, 0, 0, 0)
    assert play.count == 1
    play.do("turn 0 1")
    play.do("scan")
    both = _distance([1, 0, 0, 2, 0, 0, 0, 0]) - _distance([0, 0, 0, 2, 0, 0, 0, 0])
    assert play.line.slopes[0] == pytest.approx(both)
    assert play.line.place == play.home


@pytest.mark.parametrize("moves", [(), ("turn 3 2",), ("turn 3 2", "scan", "turn 1 1"), (*BEST_FIRST, "scan")])
def test_nothing_else_is_kept(moves):
    with pytest.raises(IllegalMoveError):
        _play(*moves, "keep")


@given(clicks=CLICKS, slopes=st.dictionaries(st.integers(0, DIALS - 1), st.floats(-3, 3)))
def test_a_promise_is_the_sum_of_slope_times_clicks_of_the_known_dials(clicks, slopes):
    line = StraightLine(AT_START, 50.0, slopes)
    promise = line.promise(tuple(clicks))
    assert promise == pytest.approx(50 + sum(slopes.get(dial, 0.0) * clicks[dial] for dial in range(DIALS)))
    assert set(line.unknown(tuple(clicks))) == {dial for dial in range(DIALS) if clicks[dial] and dial not in slopes}


def test_a_leap_stays_and_is_counted_against_the_best_number():
    play = _play(*BEST_FIRST, "scan")
    assert play.clicks == play.home == (-5, 0, 0, 0, 0, 6, -6, 0)
    assert play.facts()["saved_cm"] == pytest.approx(_distance(AT_START) - _distance(play.clicks))


def test_to_walk_uphill_first_earns_nothing():
    up = ("turn 0 5", "turn 5 -6", "turn 6 6", "scan")
    play = _play(*up, "turn 0 -5", "turn 5 6", "turn 6 -5", "scan")
    uphill, back = play.leaps
    assert uphill.saved_cm < -10
    assert back.best_cm == _distance(AT_START)
    assert play.facts()["saved_cm"] < 10


def test_the_promise_of_a_leap_is_remembered_with_what_it_came_to():
    play = _play("turn 0 2", "scan", "turn 5 2", "scan", *BEST_FIRST, "scan")
    (leap,) = play.leaps
    slopes = play.line.slopes
    assert leap.promised_cm == pytest.approx(_distance(AT_START) - 5 * slopes[0] + 6 * slopes[5])
    assert play.facts()["promised_cm"] == pytest.approx(leap.best_cm - leap.promised_cm)
    assert play.facts()["beyond_cm"] == pytest.approx(leap.distance_cm - leap.promised_cm)


def test_without_a_slope_nothing_is_promised():
    play = _play(*BEST_FIRST, "scan")
    assert play.leaps[0].promised_cm is None
    assert "promised_cm" not in play.facts()


def test_a_number_that_is_known_costs_no_build():
    play = _play("turn 3 2", "scan", "turn 3 2", "scan")
    assert play.count == 1
    assert play.clicks == AT_START
    play = _play(*BEST_FIRST, "scan", "turn 0 5", "turn 5 -6", "turn 6 6", "scan")
    assert play.count == 1
    assert play.home == AT_START


def test_the_dials_go_back_to_the_best_number_and_the_build_stays_spent():
    play = _play(*BEST_FIRST, "scan", "turn 0 9", "turn 5 -9", "scan")
    assert play.may_return
    play.do("return")
    assert play.clicks == play.home == (-5, 0, 0, 0, 0, 6, -6, 0)
    assert play.count == 2
    assert not play.may_return


def test_nothing_turned_is_no_build():
    with pytest.raises(IllegalMoveError):
        _play("scan")


def test_builds_are_never_taken_back():
    attempt = _attempt("turn 1 2", "scan")
    assert not attempt.undo()
    attempt.do("turn 1 3")
    assert attempt.undo()
    assert attempt.play.count == 1


@settings(max_examples=20, deadline=None)
@given(turns=st.lists(st.tuples(st.integers(0, DIALS - 1), st.integers(1, 6)), min_size=12, max_size=12, unique=True))
def test_it_ends_after_the_twelfth_build(turns):
    play = _play()
    for dial, clicks in turns:
        assert not play.is_over
        play.do(f"turn {dial} {clicks}")
        play.do("scan")
    assert play.is_over


def test_it_ends_when_no_star_is_left():
    attempt = _attempt(*LEVEL.solution)
    assert attempt.play.is_over
    assert attempt.play.count < LEVEL.setup.most
