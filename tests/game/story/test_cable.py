"""The cable: every figure is whole and exact, every case has one clear culprit, chance foretells nothing."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.blanks import LETTERS, blank_of
from chairgame.game.story.cable import COUNT_SECONDS, Act, CablePlay
from chairgame.game.story.cable_setup import BLANKS, CableSetup
from chairgame.game.story.crews import Crew, Crews
from chairgame.game.story.level import level_named
from chairgame.game.story.middle import LEARNED_CM, MiddleRun
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.slope_count import SlopeCount
from chairgame.game.story.small_brain import BACKWARD, FORWARD, WALK, WIRES, SmallBrain, Step, step_named
from chairgame.neural.mlp import Architecture, forward
from tests.game.story.draw_cases import blanks_of, is_fair

LEVEL = level_named("cable")
SETUP = LEVEL.setup_as(CableSetup)
SEEDS = pytest.mark.parametrize("seed", LEVEL.seeds)
THIRD = 1 / 3

wholes = st.integers(-3, 3)
brains = st.builds(SmallBrain.of, st.tuples(*[st.integers(1, 3)] * 2), st.tuples(*[wholes] * 9), st.integers(1, 12))


def _play(*moves: str, seed: int = LEVEL.seed) -> CablePlay:
    play = CablePlay(LEVEL.with_seed(seed))
    for move in moves:
        play.do(move)
    return play


def _right(play: CablePlay) -> str:
    blank = play.blank
    assert blank is not None
    return f"answer {LETTERS[blank.right]}"


def _wrong(play: CablePlay) -> str:
    blank = play.blank
    assert blank is not None
    return f"answer {LETTERS[(blank.right + 1) % 3]}"


def _answered(right_first: int, seed: int = LEVEL.seed, bet: str = "c") -> CablePlay:
    """All four cases and the bet, with so many blanks right at the first try."""
    play = _play(seed=seed)
    while play.act is Act.CASE:
        if play.blank is not None:
            if len(play.answers) >= right_first and not play.walk.struck:
                play.do(_wrong(play))
            play.do(_right(play))
        else:
            play.do(f"accuse {WIRES[play.case.guilty]}")
            play.do("next")
    play.do("next")
    play.do(f"foretell {bet}")
    return play


# The small brain


@given(brains)
def test_every_slope_is_exactly_what_nudging_its_wire_gives(brain: SmallBrain) -> None:
    nudge = Fraction(1, 100)
    for wire in range(len(WIRES)):
        up, down = brain.nudged(wire, nudge), brain.nudged(wire, -nudge)
        if all(total != 0 for total in brain.sums):  # at a kink there is no one slope
            assert (up.loss - down.loss) / (2 * nudge) == brain.gradients[wire]


@given(brains)
def test_it_is_the_game_s_own_network(brain: SmallBrain) -> None:
    build = Architecture((2, 3, 1), "relu")
    into = np.array(brain.weights[:6], float).reshape(3, 2).T
    params = np.concatenate([into.ravel(), np.zeros(3), np.array(brain.weights[6:], float), [0.0]])
    passes = forward(build, params, np.array([brain.inputs], float))
    assert passes.outputs[0, 0] == brain.output
    (into_slopes, _), (out_slopes, _) = build.layers(passes.backward(np.array([[float(brain.output_signal)]])))
    assert [*into_slopes.T.ravel(), *out_slopes.ravel()] == [float(slope) for slope in brain.gradients]


@given(brains)
def test_whole_numbers_stay_whole(brain: SmallBrain) -> None:
    assert all(brain.number(step).denominator == 1 for step in WALK)


def test_the_walk_names_every_number_once() -> None:
    assert len(set(WALK)) == len(WALK) == len(FORWARD) + len(BACKWARD)
    assert {step.index for step in WALK if step.kind == "gradient"} == set(range(len(WIRES)))
    for neuron in range(3):  # a signal comes before the slopes that need it
        assert all(
            WALK.index(Step("signal", neuron)) < WALK.index(Step("gradient", 2 * neuron + source)) for source in (0, 1)
        )
    assert {step_named(name) for name in BLANKS} == set(WALK)


# The cases


@pytest.mark.parametrize(
    ("number", "output", "signal", "slopes", "guilty", "saved_cm"),
    [
        (0, 9, 4, (8, 4, 8, 4, 8, 4, 12, 20, 4), "H", 5),
        (1, 3, -4, (-16, -24, -8, -12, 0, 0, -4, -4, 0), "B", 6),
        (2, 2, -8, (8, 16, -8, -16, -16, -32, -8, -8, -8), "F", 4),
        (3, 3, 4, (0, 0, -24, -12, 16, 8, 0, 4, 12), "C", 6),
    ],
)
def test_the_first_variant_s_figures(
    number: int, output: int, signal: int, slopes: tuple[int, ...], guilty: str, saved_cm: int
) -> None:
    case = _play().cases[number]
    assert (case.brain.output, case.brain.output_signal, case.brain.gradients) == (output, signal, slopes)
    assert (WIRES[case.guilty], case.saved_cm[case.guilty]) == (guilty, saved_cm)


@SEEDS
def test_every_variant_is_fair_and_asks_about_what_it_teaches(seed: int) -> None:
    for case in _play(seed=seed).cases:
        assert is_fair(case.brain, case.lesson), case
        assert case.blanks == tuple(step_named(name) for name in blanks_of(case.brain, case.lesson))
        assert [WALK.index(step) for step in case.blanks] == sorted(WALK.index(step) for step in case.blanks)
        forward_blanks = sum(step in FORWARD for step in case.blanks)
        assert (forward_blanks, len(case.blanks)) == (1, 3)


def test_every_seed_has_cases_of_its_own() -> None:
    assert tuple(variant.seed for variant in SETUP.variants) == LEVEL.seeds
    assert len(set(LEVEL.seeds)) == len({variant.cases for variant in SETUP.variants}) == 10


@given(brains, st.sampled_from(WALK), st.integers(0, 1000))
def test_one_option_of_three_is_right(brain: SmallBrain, step: Step, seed: int) -> None:
    blank = blank_of(brain, step, np.random.default_rng(seed))
    assert len(set(blank.options)) == len(LETTERS)
    assert [option == brain.number(step) for option in blank.options].index(True) == blank.right
    assert all(option.denominator == 1 for option in blank.options)


def test_no_letter_and_no_rank_gives_the_answers_away() -> None:
    """Always a, always the largest, always the one in the middle: none of them earns a star in any variant."""
    for seed in LEVEL.seeds:
        play, rights = _play(seed=seed), []
        for walk in map(play._walk_of, range(4)):
            while (blank := walk.blank) is not None:
                rank = sorted(blank.options).index(blank.options[blank.right])
                largest = sorted(blank.options, key=abs).index(blank.options[blank.right])
                rights.append((blank.right, rank, largest))
                walk.answer(blank.right)
        counts = [[column.count(place) for place in range(3)] for column in zip(*rights, strict=True)]
        assert max(map(max, counts)) < 9, (seed, counts)


# Playing


def test_numbers_fill_in_one_after_the_other_up_to_the_next_blank() -> None:
    play, shown = _play(), []
    play.do(_right(play))
    while play.is_moving:
        shown.append(play.walk.shown)
        play.tick(0.1, lambda: True)
    assert shown == sorted(shown)
    assert shown[0] == 1
    assert play.walk.is_asking
    assert play.walk.shown == play.walk.known == WALK.index(Step("output_signal"))


def test_a_wrong_answer_is_struck_out_told_in_words_and_final() -> None:
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    play = attempt.play
    assert isinstance(play, CablePlay)
    wrong = _wrong(play)
    assert attempt.do(wrong)
    assert play.news is not None
    assert play.news.fields["value"] == "−3"
    assert not attempt.do(wrong)
    assert not attempt.can_undo
    assert attempt.do(_right(play))
    assert (play.facts()["answered"], play.facts()["foretold"], play.facts()["misread"]) == (1, 0, 1)


def test_the_part_moves_by_exactly_the_figure() -> None:
    play = _answered_case()
    play.skip()
    assert play.walk.height == 9
    play.do("accuse H")
    heights = []
    while play.is_moving:
        play.tick(0.05, lambda: True)
        heights.append(play.walk.height)
    assert heights == sorted(heights, key=lambda height: -float(height or 0))
    assert heights[-1] == 8.5
    verdict = play.walk.verdict
    assert verdict is not None
    assert verdict.saved_cm == 5


def _answered_case() -> CablePlay:
    play = _play()
    while play.blank is not None:
        play.do(_right(play))
    return play


def test_a_wrong_accusation_tells_both_numbers_and_closes_nothing() -> None:
    play = _answered_case()
    play.do("accuse G")
    assert play.news is not None
    facts = play.facts()
    assert (facts["accused"], facts["guilty"], facts["accusations"]) == ("G: 4 × 3 = 12", "H: 4 × 5 = 20", 1)
    with pytest.raises(IllegalMoveError):
        play.do("next")
    play.do("accuse H")
    play.do("next")
    assert (play.number, play.found) == (1, 1)


@pytest.mark.parametrize(
    "move", ["answer d", "answer ab", "accuse H", "next", "middle", "foretell c", "nudge", "listen"]
)
def test_what_cannot_be_done_at_the_beginning(move: str) -> None:
    with pytest.raises(IllegalMoveError):
        _play(move)


# Fairness


@pytest.mark.parametrize(
    ("right", "bet", "stars"), [(8, "c", 0), (9, "c", 1), (10, "c", 2), (10, "a", 1), (12, "b", 1)]
)
def test_what_earns_the_second_and_the_third_star(right: int, bet: str, stars: int) -> None:
    facts = _answered(right, bet=bet).facts()
    assert sum(star.holds(facts) for star in LEVEL.stars[1:]) == stars


def test_who_guesses_every_blank_hardly_ever_earns_a_star() -> None:
    """Exact: each blank has one right option of three, and the stars begin at nine and at ten."""
    chances = [comb(12, right) * THIRD**right * (1 - THIRD) ** (12 - right) for right in range(13)]
    assert sum(chances) == pytest.approx(1)
    assert sum(chances[9:]) == pytest.approx(0.004, rel=0.1)
    assert sum(chances[10:]) == pytest.approx(0.0005, rel=0.1)


@pytest.mark.slow
def test_guessing_players_earn_as_many_stars_as_reckoned() -> None:
    rng, players = np.random.default_rng(1), 20_000
    counts = np.zeros(13, int)
    for player in range(players):
        play = _play(seed=LEVEL.seeds[player % 10])
        right = 0
        for walk in map(play._walk_of, range(4)):
            while (blank := walk.blank) is not None:
                right += walk.answer(int(rng.integers(3)))
                if walk.struck:
                    walk.answer(blank.right)
        counts[right] += 1
    assert counts[9:].sum() / players == pytest.approx(0.0039, abs=3 * np.sqrt(0.0039 / players))
    assert counts[10:].sum() / players == pytest.approx(0.0005, abs=3 * np.sqrt(0.0005 / players))


# What comes after


@SEEDS
def test_all_wires_beat_ten_and_ten_beat_the_guiltiest(seed: int) -> None:
    crews = Crews(SETUP.chair, seed, [Crew(crew.wires, crew.rate) for crew in SETUP.crews], SETUP.rebuilds)
    while not crews.is_complete:
        crews.rebuild()
    one, ten, everybody = (run.distances[-1] for run in crews.runs)
    assert everybody < 3
    assert 5 < ten < one - 3
    assert one > 15


def test_the_crews_figures_of_the_first_brain() -> None:
    play = _answered(12)
    play.do("next")
    facts = play.facts()
    assert [round(float(facts[name]), 1) for name in ("start_cm", "one_cm", "ten_cm", "all_cm")] == [
        58.1,
        18.1,
        12.1,
        1.6,
    ]


@pytest.mark.slow
def test_no_volume_makes_the_guiltiest_alone_as_good_as_all() -> None:
    for rate in (0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.4, 2.0):
        crews = Crews(SETUP.chair, LEVEL.seed, [Crew(1, rate)], 600)
        for _ in range(60):
            crews.rebuild()
        assert not crews.runs[0].distances[60] < 18.0
        if rate == 0.5:
            while not crews.is_complete:
                crews.rebuild()
            assert crews.runs[0].distances[600] == pytest.approx(4.7, abs=0.05)


@pytest.mark.slow
def test_a_middle_is_needed_and_is_enough() -> None:
    needed = []
    for seed in range(200):
        run = MiddleRun(seed, has_middle=True)
        while run.off_cm >= LEARNED_CM and run.rebuilds < 400:
            run.rebuild()
        needed.append(run.rebuilds)
    assert max(needed) < 400
    assert np.median(needed) == pytest.approx(54, rel=0.1)


@SEEDS
def test_without_a_middle_it_stays_at_the_mean_for_ever(seed: int) -> None:
    without, run = MiddleRun(seed, has_middle=False), MiddleRun(seed, has_middle=True)
    while not run.is_complete:
        without.rebuild()
        run.rebuild()
    assert without.off_cm == pytest.approx(20.0, abs=1e-9)
    assert run.off_cm < LEARNED_CM


def test_crews_and_middle_learn_in_slices_and_a_key_ends_them_at_once() -> None:
    play = _answered(12)
    asked = 0

    def may_learn() -> bool:
        nonlocal asked
        asked += 1
        return asked % 3 != 0

    assert play.crews is not None
    play.tick(60.0, may_learn)
    assert play.crews.rebuilds == 2
    assert play.is_moving
    play.do("next")
    assert play.crews.is_complete


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
