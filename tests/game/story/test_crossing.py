"""The bridge: without one of the three nothing learns, the program can be cut into, and the way over it ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.progress.records import Result, first_stars, played_once_more
from chairgame.game.story.ablation import REBUILDS, Ablation, Need, all_of
from chairgame.game.story.crossing import CHAIR, FADE_SECONDS, FRESH_EPOCHS, Crossing, Station
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.keepsakes import Keepsake, name_of
from chairgame.game.story.level import levels
from chairgame.game.story.program import MOVED_CM, Program
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task

KITCHEN = load_chair(CHAIR)
STEPS = st.lists(st.sampled_from(["on", "back", "1", "2", "3", "0", "right", "left", "time"]), max_size=40)


def learned(epochs: int = 40) -> History:
    history = History(chair_task(KITCHEN, Settings(seed=3)), Settings(seed=3))
    for _ in range(epochs):
        history.advance()
    return history


def prepared(crossing: Crossing) -> Crossing:
    while crossing.program is None or not crossing.with_all.is_over:
        crossing.tick(0.0, lambda: True)
    return crossing


# Without one of the three


@pytest.mark.parametrize("seed", range(5))
def test_with_all_three_it_learns_and_without_any_one_of_them_it_does_not(seed: int) -> None:
    whole = all_of(Ablation(KITCHEN, seed, None)).distances_cm
    assert len(whole) == REBUILDS + 1
    assert whole[-1] < whole[0] / 3
    for need in Need:
        without = all_of(Ablation(KITCHEN, seed, need)).distances_cm
        assert without[0] == whole[0], "the same newborn brain"
        assert min(without) > 2 * whole[-1], need
        if need is not Need.OBJECTIVE:
            assert set(without) == {without[0]}, "not one weight has changed"


def test_the_builds_that_a_step_needs_without_backpropagation_are_counted() -> None:
    run = Ablation(KITCHEN, 0, Need.BACKPROPAGATION)
    assert run.builds_needed == len(learned(0).state(0).params) + 1


# The program


@given(index=st.integers(0, 1206), other=st.integers(0, 1206))
@settings(max_examples=50, deadline=None)
def test_a_strike_moves_what_it_moves_and_can_be_taken_back(index: int, other: int) -> None:
    program = Program(HISTORY)
    assert not program.moved()
    program.strike(index)
    assert program.struck == {index}
    assert all(program.moved_cm()[part] > MOVED_CM for part in program.moved())
    assert list(program.moved_cm()[list(program.moved())]) == sorted(program.moved_cm()[list(program.moved())])[::-1]
    program.strike(other)
    program.strike(other)
    if other != index:
        program.strike(index)
        assert not program.struck
        assert not program.moved_cm().any()


def test_nothing_of_the_run_is_changed_by_a_strike() -> None:
    program, before = Program(HISTORY), HISTORY.state(HISTORY.newest).params.copy()
    for index in range(0, len(program), 50):
        program.strike(index)
    assert program.moved()
    np.testing.assert_array_equal(HISTORY.state(HISTORY.newest).params, before)


HISTORY = learned()


# The way over it


def test_words_begin_where_part_two_begins() -> None:
    assert [f"{word} {100 * share:.0f}" for word, share in Crossing({}, {}).answers] == ["Ala 44", "ma 40", "kota 16"]


def test_who_has_kept_nothing_reads_a_fresh_brain_and_others_their_own() -> None:
    last = next(level for level in levels() if level.number == 6)
    nobody = prepared(Crossing({}, {}))
    assert nobody.brain is not None
    assert (nobody.seed, nobody.brain.newest) == (last.seed, FRESH_EPOCHS)
    result = Result(first_stars(1), 3, last.seed, last.edition, 1.0)
    kept = Keepsake(last.seed, last.edition, ("epoch 20", "bet 31", "epoch 13")).feat(1.0)
    own = prepared(Crossing({last.id: played_once_more(None, result)}, {name_of(last.id): kept}))
    assert own.brain is not None
    memory = own.memory(6)
    assert memory is not None
    assert isinstance(memory.play, EpochsPlay)
    assert own.brain.newest == memory.play.run.farthest == 33


def test_a_station_is_left_once_it_has_shown_what_it_is_for() -> None:
    crossing = prepared(Crossing({}, {}))
    crossing.go_on()
    assert crossing.station is Station.THREE
    crossing.answer_or_take_away(Need.LOSS)
    crossing.go_on()
    crossing.go_on()
    assert crossing.station is Station.READ
    crossing.strike()
    for station in (Station.WORDS, Station.COMING, Station.COMING):
        crossing.go_on()
        assert crossing.station is station


@given(STEPS)
@settings(max_examples=30, deadline=None)
def test_whatever_is_pressed_the_end_can_be_reached_and_time_comes_to_rest(steps: list[str]) -> None:
    crossing = prepared(Crossing({}, {}))
    for step in steps:
        match step:
            case "on":
                crossing.go_on()
            case "back":
                crossing.go_back()
            case "0":
                crossing.strike()
            case "right" | "left":
                crossing.choose(5 if step == "right" else -7)
            case "time":
                crossing.tick(0.7, lambda: False)
            case _:
                crossing.answer_or_take_away(Need(int(step)))
    assert 0 <= crossing.chosen < 1207
    crossing.answer_or_take_away(Need.OBJECTIVE)
    for _ in Station:
        if not crossing.may_go_on:
            crossing.strike()
        crossing.go_on()
    assert crossing.station is Station.COMING
    for _ in range(100):
        crossing.tick(0.1, lambda: True)
    assert not crossing.playing


def test_the_three_are_named_once_the_question_is_answered_and_in_their_time() -> None:
    crossing, shares = prepared(Crossing({}, {})), []
    crossing.tick(60.0, lambda: True)
    assert crossing.told == 0
    assert not crossing.playing
    crossing.answer_or_take_away(Need.LOSS)
    while crossing.playing:
        crossing.tick(FADE_SECONDS / 5, lambda: True)
        shares.append(crossing.told)
    assert shares == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
