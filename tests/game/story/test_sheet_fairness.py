"""What the level of the instruction sheet teaches is so on many seeds, and who plays at random does not earn it."""

from statistics import median

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.sheet import BACK, CORNER, HIGH, KINDS, LABELS, ON, Line, built, off_cm
from chairgame.game.story.sheet_network import (
    MOVED_CM,
    chairs_of,
    neurons_of,
    newborn_rebuilds,
    shifts_cm,
    stages_of,
    without,
)
from chairgame.game.story.sheet_setup import SheetSetup
from chairgame.game.story.sorting import SortRace, inversions, row_of

LEVEL = level_named("instruction-sheet")
SETUP = LEVEL.setup_as(SheetSetup)
CHAIRS = chairs_of(SETUP)
SEEDS = range(20)
ROOM, WORST = 0.1, 1.5

pytestmark = pytest.mark.slow

# begins at, in cm, and rebuilds to under 3 cm: lowest, median, highest
NETWORK = (((49, 64, 78), (32, 38, 43)), ((15, 16, 18), (14, 25, 28)), ((51, 54, 55), (38, 43, 47)))


@pytest.mark.parametrize("chair", range(3))
def test_how_long_the_network_takes(chair: int) -> None:
    stages = [stages_of(SETUP, seed)[chair] for seed in SEEDS]
    for found, (_, middle, worst) in (
        ([stage.distances[0] for stage in stages], NETWORK[chair][0]),
        ([stage.rebuilds for stage in stages], NETWORK[chair][1]),
    ):
        assert abs(median(found) - middle) <= ROOM * middle
        assert max(found) <= WORST * worst


def test_old_habits_cost_it_a_few_rebuilds_on_the_sledge_and_help_with_the_bar_chair() -> None:
    newborn = median(newborn_rebuilds(SETUP, seed) for seed in SEEDS)
    assert abs(newborn - 38) <= ROOM * 38
    later = median(stages_of(SETUP, seed)[2].rebuilds for seed in SEEDS)
    assert 2 <= later - newborn <= 9


def test_as_long_as_the_first_took_is_a_good_bet_and_a_random_one_is_not() -> None:
    off = [abs(stages_of(SETUP, seed)[0].rebuilds - stages_of(SETUP, seed)[2].rebuilds) for seed in SEEDS]
    assert sum(cm <= 8 for cm in off) >= 14
    for seed in LEVEL.seeds:
        first, _, last = stages_of(SETUP, seed)
        assert abs(first.rebuilds - last.rebuilds) <= 8


def test_one_neuron_moves_nearly_everything_and_one_weight_often_nothing() -> None:
    moved, rng, weights = [], np.random.default_rng(0), []
    for seed in SEEDS:
        stage = stages_of(SETUP, seed)[0]
        moved += [(shifts_cm(stage.last, without(stage, neuron)) > MOVED_CM).sum() for neuron in neurons_of(stage)]
        for index in rng.integers(len(stage.weights[-1]), size=60):
            params = stage.weights[-1].copy()
            params[index] = 0.0
            weights.append((shifts_cm(stage.last, stage.built_with(params)) > MOVED_CM).sum())
    assert np.mean(np.array(moved) >= 4) >= 0.9
    assert 0.35 <= np.mean(np.array(weights) == 0) <= 0.65


def test_the_machine_counts_about_a_quarter_of_the_square_and_merging_a_two_hundredth_of_that() -> None:
    race = SortRace(SETUP.machine, LEVEL.seed)
    while not race.is_over:
        race.step()
    assert abs(race.plain.comparisons - SETUP.machine**2 / 4) <= ROOM * SETUP.machine**2 / 4
    assert abs(race.better.comparisons - 124_000) <= ROOM * 124_000
    assert race.plain.numbers == race.better.numbers == sorted(race.plain.numbers)


def test_eleven_random_swaps_do_not_sort_seven_numbers() -> None:
    rng, start = np.random.default_rng(3), row_of(7, 11, LEVEL.seed)
    for _ in range(20_000):
        row = list(start)
        for index in rng.integers(6, size=11):
            row[index : index + 2] = row[index + 1], row[index]
        assert inversions(row) > 0


def random_line(part: str, rng: np.random.Generator) -> Line:
    return Line(part, str(rng.choice(KINDS)), str(rng.choice(LABELS)), int(rng.integers(4)))


def test_random_sheets_build_nothing() -> None:
    rng = np.random.default_rng(0)
    sheets = ([random_line(part, rng) for part in rng.permutation(LABELS)] for _ in range(20_000))
    best = min(off_cm(built(lines, CHAIRS[0], CHAIRS[0]), CHAIRS[0]) for lines in sheets)
    assert best > 10


def test_who_copies_fitting_words_but_guesses_kinds_and_order_builds_nothing_that_survives() -> None:
    rng, hits = np.random.default_rng(0), [0, 0]
    for _ in range(3000):
        lines = []
        for part in rng.permutation(LABELS):
            kind = str(rng.choice(KINDS))
            of = "A1" if kind == HIGH else "B" if kind in (ON, CORNER, BACK) else part
            lines.append(Line(part, kind, of, LABELS.index(part) % 4))
        off = [off_cm(built(lines, chair, CHAIRS[0]), chair) for chair in CHAIRS[:2]]
        hits[0] += off[0] < 1
        hits[1] += max(off) < 1
    assert hits[0] <= 9
    assert hits[1] <= 3


PLAYS, MOVES = 1000, 60


def test_who_plays_at_random_earns_three_stars_in_one_of_a_hundred_at_most() -> None:
    three = 0
    for number in range(PLAYS):
        rng = np.random.default_rng([number, 8])
        attempt = Attempt(LEVEL.with_seed(LEVEL.seeds[number % len(LEVEL.seeds)]))
        attempt.stage = Stage.PLAY
        for _ in range(MOVES):
            attempt.do(attempt.play.random_move(rng))
        three += attempt.star_count == 3
    assert three <= 0.01 * PLAYS


def test_even_who_can_sort_and_write_loses_the_third_star_by_a_random_bet() -> None:
    rng, hits = np.random.default_rng(1), 0
    for number in range(PLAYS):
        truth = stages_of(SETUP, LEVEL.seeds[number % len(LEVEL.seeds)])[2].rebuilds
        hits += abs(int(rng.integers(1, SETUP.highest_bet + 1)) - truth) <= 8
    assert hits <= 0.2 * PLAYS
