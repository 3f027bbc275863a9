"""The instruction sheet: what a line does, what a machine counts, what a network keeps, and what comes when."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.poses import ideal_poses, standing_box
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.program_space import NUMBERS, any_program, programs, sorts
from chairgame.game.story.sheet import (
    AT,
    BACK,
    CORNER,
    HIGH,
    KINDS,
    LABELS,
    ON,
    Line,
    built,
    is_hanging,
    off_cm,
    six_parts,
    sledge,
)
from chairgame.game.story.sheet_network import (
    chairs_of,
    neurons_of,
    newborn_rebuilds,
    shifts_cm,
    stages_of,
    terms_of,
    without,
)
from chairgame.game.story.sheet_play import Act, SheetPlay
from chairgame.game.story.sheet_setup import SheetSetup
from chairgame.game.story.sorting import InsertionSort, MergeSort, SortRace, inversions, row_of
from chairgame.training.settings import Settings
from tests.training.beginning import begun

LEVEL = level_named("instruction-sheet")
SETUP = LEVEL.setup_as(SheetSetup)
FIRST, SECOND, LAST = chairs_of(SETUP)
NUMBERS_SHEET = [Line(label, AT, label) for label in LABELS]
RELATIONS = [Line("B", HIGH, "A1"), *(Line(f"A{n + 1}", CORNER, "B", n) for n in range(4)), Line("C", BACK, "B")]
MIXED = [Line("B", AT, "B"), *RELATIONS[1:]]
LINES = st.lists(
    st.builds(Line, st.sampled_from(LABELS), st.sampled_from(KINDS), st.sampled_from(LABELS), st.integers(0, 3)),
    max_size=8,
)


def sorted_moves(row: Sequence[int]) -> list[str]:
    """Each swap is of neighbours in the wrong order."""
    numbers, moves = list(row), []
    while numbers != sorted(numbers):
        index = next(index for index in range(len(numbers) - 1) if numbers[index] > numbers[index + 1])
        numbers[index : index + 2] = numbers[index + 1], numbers[index]
        moves.append(f"swap {index}")
    return moves


def writing(lines: Sequence[Line]) -> list[str]:
    """The moves that write a sheet."""
    order, moves = list(LABELS), []
    for number, line in enumerate(lines):
        if order[number] != line.part:
            other = order.index(line.part)
            order[number], order[other] = order[other], order[number]
            moves.append(f"part {number} {line.part}")
        moves.append(f"how {number} {line.kind} {line.of} {line.corner}")
    return moves


def played(*moves: str) -> SheetPlay:
    play = SheetPlay(LEVEL)
    for move in (*sorted_moves(play.row), "next", *moves):
        play.do(move)
    return play


# Sheets


@pytest.mark.parametrize(
    ("lines", "wanted"), [(NUMBERS_SHEET, (0.0, 15.1, 45.4)), (RELATIONS, (0.0, 0.0, 45.4)), (MIXED, (0.0, 12.7, 45.4))]
)
def test_numbers_fit_one_chair_relations_a_kind_and_nothing_the_sledge(
    lines: list[Line], wanted: tuple[float, ...]
) -> None:
    found = [off_cm(built(lines, chair, FIRST), chair) for chair in (FIRST, SECOND, LAST)]
    assert [round(cm, 1) for cm in found] == list(wanted)


def test_the_sledge_has_the_first_chair_s_parts_and_stands_on_the_floor() -> None:
    assert [(part.label, part.kind, part.size) for part in LAST.parts] == [
        (part.label, part.kind, part.size) for part in FIRST.parts
    ]
    for chair in (FIRST, SECOND, LAST):
        assert standing_box(chair)[0][2] == pytest.approx(0)


@given(LINES)
def test_any_sheet_builds_something_and_no_part_twice(lines: list[Line]) -> None:
    centres = built(lines, FIRST, FIRST)
    assert centres.shape == (6, 3)
    assert np.isfinite(centres).all()
    for label, place in zip(LABELS, centres, strict=True):
        if label not in {line.part for line in lines}:
            assert place.tolist() == [0, 0, FIRST.parts[LABELS.index(label)].size[2] / 2]


@given(LINES, st.permutations(range(6)))
def test_a_sheet_of_relations_never_reads_the_plan(lines: list[Line], order: list[int]) -> None:
    relations = [line for line in lines if line.kind != AT]
    moved = replace(
        FIRST, parts=tuple(replace(part, at=FIRST.parts[order[i]].at) for i, part in enumerate(FIRST.parts))
    )
    assert np.array_equal(built(relations, FIRST, FIRST), built(relations, FIRST, moved))


def test_what_hangs_on_nothing_falls_to_the_floor() -> None:
    for kind in (ON, CORNER, BACK):
        lines = [Line("A1", kind, "B"), Line("B", HIGH, "A1")]
        assert is_hanging(lines)
        assert built(lines, FIRST, FIRST)[0].tolist() == [0, 0, 22]
        assert not is_hanging(lines[::-1])
    assert not is_hanging(RELATIONS)


# The machine


@given(st.lists(st.integers(0, 30), max_size=40))
def test_both_machines_sort_anything_and_count_what_they_compare(numbers: list[int]) -> None:
    plain, better = InsertionSort(numbers), MergeSort(numbers)
    for machine in (plain, better):
        for _ in range(1000):
            if machine.is_over:
                break
            machine.step()
        assert machine.is_over
    assert plain.numbers == better.numbers == sorted(numbers)
    count = len(numbers)
    assert inversions(numbers) <= plain.comparisons <= inversions(numbers) + max(0, count - 1)
    assert better.comparisons <= count * max(1, count).bit_length()


@given(st.integers(0, 2**32))
def test_the_row_needs_so_many_swaps_and_no_fewer(seed: int) -> None:
    row = row_of(7, 11, seed)
    assert sorted(row) == list(range(1, 8))
    assert len(sorted_moves(row)) == inversions(row) == 11


def test_the_race_is_the_same_numbers_twice() -> None:
    race = SortRace(300, 5)
    while not race.is_over:
        race.step()
    assert race.plain.numbers == race.better.numbers == sorted(race.plain.numbers)
    assert race.better.comparisons < race.plain.comparisons / 5


def test_of_all_programs_of_five_steps_twelve_sort_and_none_of_four() -> None:
    assert sum(map(sorts, programs(5))) == 12
    assert len(list(programs(5))) == 7776
    assert not any(map(sorts, programs(4)))
    rng = np.random.default_rng(1)
    found = next(program for program in (any_program(5, rng) for _ in range(20_000)) if sorts(program))
    for _ in range(50):
        row = rng.permutation(NUMBERS)
        for i, j in found:
            row[i], row[j] = min(row[i], row[j]), max(row[i], row[j])
        assert row.tolist() == sorted(row)


# The network


def test_the_network_s_first_chair_is_what_learning_makes_of_it() -> None:
    stage = stages_of(SETUP, LEVEL.seed)[0]
    history = begun(FIRST, Settings(seed=LEVEL.seed))
    while history.newest < stage.rebuilds:
        history.advance()
    history.measure_newest()
    assert [row.distance_cm for row in history.rows] == list(stage.distances)
    assert stage.distances[-1] < SETUP.learned_cm <= min(stage.distances[:-1])


def test_its_weights_stay_when_the_chair_is_swapped() -> None:
    stages = stages_of(SETUP, LEVEL.seed)
    for before, after in pairwise(stages):
        assert np.array_equal(before.weights[-1], after.weights[0])
    assert newborn_rebuilds(SETUP, LEVEL.seed) != stages[-1].rebuilds


def test_a_neuron_that_is_struck_out_is_heard_no_more() -> None:
    stage = stages_of(SETUP, LEVEL.seed)[0]
    neurons = neurons_of(stage)
    assert len(neurons) == 48
    assert terms_of(stage, neurons[0]).shape == (9,)
    assert terms_of(stage, neurons[-1]).shape == (24,)
    whole = stage.last
    assert np.array_equal(whole.centres, stage.built(stage.rebuilds).centres)
    assert shifts_cm(whole, whole).max() == 0
    assert all(shifts_cm(whole, without(stage, neuron)).max() > 0 for neuron in neurons)


# The play


def test_nothing_comes_before_its_turn() -> None:
    play = SheetPlay(LEVEL)
    for move in ("next", "part 0 B", "how 0 at A1", "run", "watch", "bet 40"):
        with pytest.raises(IllegalMoveError):
            play.do(move)
    play = played(*writing(RELATIONS))
    assert play.act is Act.WRITE
    for move in ("watch", "bet 40", "swap 0", "next"):
        with pytest.raises(IllegalMoveError):
            play.do(move)
    for move in ("run", "watch", "watch"):
        play.do(move)
    with pytest.raises(IllegalMoveError):
        play.do("watch")
    with pytest.raises(IllegalMoveError):
        play.do("how 0 at A1")
    for move in ("bet 40", "watch"):
        play.do(move)
    assert play.has_watched_all
    for move in ("watch", "bet 41"):
        with pytest.raises(IllegalMoveError):
            play.do(move)


def test_a_sheet_of_numbers_builds_fails_the_swap_and_says_that_another_play_is_needed() -> None:
    play = played(*writing(NUMBERS_SHEET), "run", "watch", "watch")
    facts = play.facts()
    assert (facts["survived"], facts["failed"]) == (False, True)
    attempt = Attempt(LEVEL, play.moves)
    assert attempt.is_missed(LEVEL.stars[1])
    assert not attempt.is_missed(LEVEL.stars[2])


@given(st.integers(0, 5), st.sampled_from(LABELS))
def test_each_part_has_a_line_whatever_is_changed(number: int, label: str) -> None:
    play = played(*writing(RELATIONS))
    if play.lines[number].part != label:
        play.do(f"part {number} {label}")
    assert play.lines[number].part == label
    assert sorted(line.part for line in play.lines) == sorted(LABELS)


def test_a_changed_sheet_has_to_be_run_again() -> None:
    play = played(*writing(RELATIONS), "run")
    assert play.is_built
    with pytest.raises(IllegalMoveError):
        play.do("run")
    play.do("how 0 at A1")
    assert not play.is_built
    play.do("run")
    assert play.scanned_cm is not None
    assert play.scanned_cm > 1


def test_the_bet_is_judged_when_the_last_chair_has_been_seen() -> None:
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    for move in LEVEL.solution[:-1]:
        assert attempt.do(move)
    assert "bet_off" not in attempt.play.facts()
    assert attempt.do("watch")
    assert not attempt.play.is_told, "the film first"
    assert attempt.stars()[2][1] is False
    attempt.play.skip()
    assert attempt.stars()[2][1] is True
    assert not attempt.can_undo


def test_the_machine_works_as_long_as_a_key_need_not_wait_and_time_is_counted_until_the_hand_is_done() -> None:
    play = SheetPlay(LEVEL)
    assert not play.tick(1.0, lambda: True)
    moves = sorted_moves(play.row)
    play.do(moves[0])
    assert play.race is not None
    for _ in range(3):
        assert play.tick(0.5, lambda: False)
    assert play.race.plain.done == 4
    assert play.seconds == pytest.approx(1.5)
    for move in moves[1:]:
        play.do(move)
    play.tick(0.5, lambda: False)
    assert play.seconds == pytest.approx(1.5)
    assert play.race.seconds == pytest.approx(2.0)


def test_sizes_of_another_chair_are_another_chair() -> None:
    chair = six_parts(40, 38, 50, 5, 30, 3, 2)
    lines = [replace(line) for line in RELATIONS]
    assert off_cm(built(lines, chair, FIRST), chair) < 1e-6
    assert not np.allclose(ideal_poses(chair).centres, ideal_poses(sledge(chair)).centres)
