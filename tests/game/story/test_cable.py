"""The cable: the small brain's numbers are a network's own, every case has one clear culprit, the count agrees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.story.cable import COUNT_SECONDS, CablePlay
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.slope_count import SlopeCount
from chairgame.game.story.small_brain import BACKWARD, FORWARD, WALK, WIRES, SmallBrain, Step

LEVEL = level_named("cable")
CLEARLY = 1.3  # the guilty wire saves so many times what the next one saves
CASES = pytest.mark.parametrize("number", range(4), ids=("silent", "path", "saturated", "sign"))

weights = st.floats(-2.5, 2.5)
brains = st.builds(SmallBrain, st.tuples(weights, weights), st.tuples(*[weights] * 9), weights)


def _play(*moves: str) -> CablePlay:
    play = CablePlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


@given(brains)
def test_every_slope_is_what_nudging_its_wire_gives(brain: SmallBrain) -> None:
    nudge = 1e-6
    nudged = [
        (brain.nudged(wire, nudge).loss - brain.nudged(wire, -nudge).loss) / (2 * nudge) for wire in range(len(WIRES))
    ]
    assert np.linalg.norm(brain.gradients - nudged) <= 1e-6 * (1 + np.linalg.norm(nudged))


@given(brains)
def test_every_slope_is_signal_times_what_came_in(brain: SmallBrain) -> None:
    products = [brain.target_signal(wire) * brain.source(wire) for wire in range(len(WIRES))]
    assert np.allclose(brain.gradients, products, rtol=1e-12, atol=1e-12)


@given(brains)
def test_the_signals_and_answers_follow_from_the_wires(brain: SmallBrain) -> None:
    into = np.array(brain.weights[:6]).reshape(3, 2)
    assert np.allclose(brain.sums, into @ brain.inputs)
    assert np.allclose(brain.activations, np.tanh(brain.sums))
    assert np.isclose(brain.output, np.dot(brain.activations, brain.weights[6:]))
    assert np.allclose(brain.signals, 2 * brain.error * np.array(brain.weights[6:]) * (1 - brain.activations**2))


def test_the_walk_names_every_number_once() -> None:
    assert len(set(WALK)) == len(WALK) == len(FORWARD) + len(BACKWARD)
    assert {step.index for step in WALK if step.kind == "gradient"} == set(range(len(WIRES)))
    for neuron in range(3):  # a signal comes before the slopes that need it
        assert all(
            WALK.index(Step("signal", neuron)) < WALK.index(Step("gradient", 2 * neuron + source)) for source in (0, 1)
        )


@CASES
def test_a_case_has_one_clear_culprit_and_the_fattest_wire_is_innocent(number: int) -> None:
    case = CablePlay(LEVEL).cases[number]
    first, second = sorted(case.saved_cm(), reverse=True)[:2]
    assert first > CLEARLY * max(0.0, second)
    slopes = case.brain.gradients * (1 if case.only_up else -np.sign(case.brain.gradients))
    assert case.guilty() == int(np.argmin(slopes))
    fattest = int(np.argmax(np.abs(case.brain.weights)))
    assert case.saved_cm()[fattest] < first / 2


def test_the_cases_teach_what_they_say() -> None:
    silent, path, saturated, sign = (case.brain for case in CablePlay(LEVEL).cases)
    assert silent.source(int(np.argmax(np.abs(silent.weights)))) == 0
    loud = int(np.argmax(np.abs(path.activations)))
    assert abs(path.weights[6 + loud]) <= 0.1
    assert abs(path.gradients[2 * loud]) < abs(path.gradients).max() / 20
    stuck = int(np.argmax(np.abs(saturated.activations)))
    assert abs(saturated.activations[stuck]) > 0.98
    assert abs(saturated.weights[6 + stuck]) == max(map(abs, saturated.weights[6:]))
    assert abs(saturated.gradients[2 * stuck : 2 * stuck + 2]).max() < 0.05
    loudest = int(np.argmax(np.abs(sign.gradients)))
    assert sign.gradients[loudest] > 0
    assert sign.saved_cm(loudest, (0.1,)) < -1


def test_nobody_is_accused_before_the_scanner_has_spoken() -> None:
    with pytest.raises(IllegalMoveError):
        _play("forward 7", "accuse I")
    assert _play("forward 8", "accuse I").facts()["found"] == 1


def test_a_wrong_accusation_tells_both_numbers_and_closes_nothing() -> None:
    play = _play("forward 8", "accuse B")
    assert play.verdict is not None
    assert (play.verdict.saved_cm, play.verdict.is_guilty) == (0.0, False)
    saved = play.case.saved_cm()
    assert play.verdict.most_cm == max(saved) == saved[play.case.guilty()]
    assert play.facts()["accusations"] == 1
    with pytest.raises(IllegalMoveError):
        play.do("next")


def test_a_look_back_costs_the_third_star_only_where_it_came_first() -> None:
    assert _play("forward 8", "accuse I").blind == 1
    assert _play("forward 8", "accuse I", "backward 13").blind == 1
    assert _play("forward 8", "backward", "back", "accuse I").blind == 0


@pytest.mark.parametrize(
    "move", ["back", "backward", "forward 9", "forward 0", "accuse AB", "accuse J", "next", "nudge"]
)
def test_what_cannot_be_done_at_the_beginning(move: str) -> None:
    with pytest.raises(IllegalMoveError):
        _play(move)


@pytest.fixture(scope="module")
def counted() -> SlopeCount:
    slopes = SlopeCount("kitchen", LEVEL.seed)
    slopes.build_up_to(slopes.needed)
    slopes.listen()
    return slopes


def test_nudging_takes_a_build_for_each_wire_and_one_more(counted: SlopeCount) -> None:
    assert (counted.wires, counted.needed, counted.builds) == (1207, 1208, 1208)


def test_nudging_and_one_pass_back_agree_to_six_digits(counted: SlopeCount) -> None:
    assert counted.listened is not None
    assert counted.largest_difference < 1e-6 * counted.steepest
    assert np.array_equal(np.argmax(np.abs(counted.nudged)), np.argmax(np.abs(counted.listened)))


def test_the_count_takes_its_time_and_ends_at_the_same_numbers(counted: SlopeCount) -> None:
    watched = _play(*LEVEL.solution[:-1])
    assert watched.slopes is not None
    shown = []
    while watched.is_moving:
        watched.tick(COUNT_SECONDS / 50, lambda: True)
        shown.append(watched.slopes.builds)
    assert len(shown) in (50, 51)  # fiftieths of the time do not add up to it
    assert shown == sorted(shown)
    assert np.array_equal(watched.slopes.nudged, counted.nudged)


def test_listening_does_not_wait_for_the_picture(counted: SlopeCount) -> None:
    play = _play(*LEVEL.solution)
    assert play.slopes is not None
    assert play.slopes.largest_difference == counted.largest_difference
    assert int(play.facts()["digits"]) >= 6
