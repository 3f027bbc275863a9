"""Level 3: two steps by hand, then all eight dials by the gradient; what is taken back is not counted."""

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.dials import CLICK, DIALS
from chairgame.game.story.first_setups import LOUDNESSES
from chairgame.game.story.headphones import BY_HAND, STEPS_A_SECOND, TURN_SECONDS, HeadphonesPlay
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError

LEVEL = level_named("headphones")
STEPS = [index for index, move in enumerate(LEVEL.solution) if move == "step"]
BY_HAND_MOVES = LEVEL.solution[: STEPS[1] + 1]


def _attempt(*moves):
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    for move in moves:
        assert attempt.do(move), move
    attempt.play.skip()
    return attempt


def _louder(volume):
    return ["volume 1"] * (LOUDNESSES.index(volume) - LOUDNESSES.index(LEVEL.setup.loudness))


def _turns(play, clicks, dials):
    loudest = np.argsort(-np.abs(play.signals))[:dials]
    return [f"turn {dial} {clicks * int(np.sign(play.signals[dial]))}" for dial in loudest]


def test_the_signals_point_downhill():
    play = HeadphonesPlay(LEVEL)
    for dial in range(DIALS):
        way = np.eye(DIALS)[dial] * np.sign(play.signals[dial])
        assert play.brain.distance_cm(0.1 * CLICK * way) < play.distance_cm


def test_two_steps_by_hand_unlock_listening():
    attempt = _attempt()
    for hand in range(BY_HAND):
        assert attempt.play.hand_steps == hand
        assert not attempt.do("listen")
        for turn in _turns(attempt.play, 2, 4):
            attempt.do(turn)
        attempt.do("step")
    assert attempt.do("listen")


@pytest.mark.parametrize(
    "moves",
    [
        ("turn 0 -3", "turn 2 3", "step"),  # the first went against its arrow
        ("turn 2 3", "step"),  # one dial alone
        ("turn 0 12", "turn 4 -12", "turn 5 12", "turn 1 -12", "turn 3 12", "step"),  # too far
    ],
)
def test_other_steps_by_hand_do_not_count(moves):
    play = _attempt(*moves).play
    assert play.count == 1
    assert play.hand_steps == 0


def test_listening_is_gradient_descent():
    play = _attempt(*BY_HAND_MOVES).play
    offsets, gradient = CLICK * play.positions, play.gradient
    play.do("listen")
    play.skip()
    assert play.positions * CLICK == pytest.approx(offsets - play.volume * gradient)
    assert play.last_turns == pytest.approx(-play.volume * gradient / CLICK)


def test_all_eight_knobs_turn_on_the_screen_before_anything_is_built():
    play = _attempt(*BY_HAND_MOVES).play
    before, standing = play.positions, play.poses
    play.do("listen")
    after = before + play.last_turns
    seen = [play.positions]
    for _ in range(5):
        assert play.moment.phase is None
        assert np.array_equal(play.poses.centres, standing.centres)
        play.tick(TURN_SECONDS / 5 + 1e-9, lambda: True)
        seen.append(play.positions)
    assert seen[0] == pytest.approx(before)
    assert seen[-1] == pytest.approx(after)
    shares = [(now - before) / (after - before) for now in seen]
    assert np.allclose(shares, np.linspace(0, 1, 6)[:, None], atol=1e-6)
    assert not np.array_equal(play.poses.centres, standing.centres)


def test_dials_turned_by_hand_go_back_before_the_headphones_turn_all():
    play = _attempt(*BY_HAND_MOVES).play
    before = play.positions[0]
    play.do("turn 0 4")
    play.do("listen")
    play.skip()
    assert play.positions[0] == pytest.approx(before + play.last_turns[0])


def test_smoke_costs_nothing_when_it_is_taken_back():
    attempt = _attempt(*BY_HAND_MOVES, *_louder(8.0), "listen", "listen", "listen")
    while not attempt.play.is_burned:
        assert attempt.do("listen")
    smoked = attempt.play.count
    assert not attempt.do("listen")
    assert attempt.undo()
    assert attempt.play.count == smoked - 1
    assert not attempt.play.is_burned
    assert attempt.do("volume -1")


def test_signals_shrink_as_the_valley_comes_nearer():
    play = _attempt().play
    assert play.percent == pytest.approx(100)
    for move in LEVEL.solution:
        play.do(move)
    assert play.percent < 15


def _run_on(attempt):
    """Where the number stands while it runs on, at each step."""
    seen, ticks = [], 0
    while attempt.play.is_moving and ticks < 1000:
        attempt.tick(0.05, lambda: True)
        ticks += 1
        if len(attempt.play.steps) != len(seen):
            seen = [step.distance_cm for step in attempt.play.steps]
    return seen, ticks * 0.05


def test_it_runs_on_by_itself_until_the_number_rises():
    attempt = _attempt(*BY_HAND_MOVES, *_louder(4.0))
    attempt.play.run_on()
    distances, seconds = _run_on(attempt)
    after = distances[3:]
    assert attempt.play.rose
    assert after[:-1] == sorted(after[:-1], reverse=True)
    assert seconds == pytest.approx(len(after) / STEPS_A_SECOND, abs=0.1 * len(after))
    assert attempt.play.moves[-1] == "listen"


def test_it_runs_on_no_farther_than_is_near_enough():
    attempt = _attempt(*BY_HAND_MOVES, *_louder(2.0))
    attempt.play.run_on()
    distances, _seconds = _run_on(attempt)
    assert distances[-1] < LEVEL.setup.enough_cm
    assert attempt.play.is_over


def test_any_move_holds_what_runs_on():
    attempt = _attempt(*BY_HAND_MOVES)
    attempt.play.run_on()
    attempt.tick(0.1, lambda: True)
    assert attempt.do("volume 1")
    assert not attempt.play.is_moving


def test_nothing_runs_on_before_listening_is_unlocked():
    play = HeadphonesPlay(LEVEL)
    play.run_on()
    assert not play.is_moving


def test_a_volume_beyond_the_ends_is_refused():
    play = HeadphonesPlay(LEVEL)
    for _ in range(LOUDNESSES.index(LEVEL.setup.loudness)):
        play.do("volume -1")
    with pytest.raises(IllegalMoveError):
        play.do("volume -1")
