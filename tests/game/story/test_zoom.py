"""The zoom: its figures, its bets, its foundry; what chance comes to; and that no cut loses anything."""

from itertools import count
from math import log2

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.chips import SIZE, ChipBench
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.stops import (
    V100_OPERATIONS_A_SECOND,
    chips_to_hold,
    gigabytes,
    stack_km,
    stops_of,
    years_of_counting,
    years_of_training,
)
from chairgame.game.story.zoom import Act, ZoomPlay, casting_of
from chairgame.training.foundry import LOOKS

LEVEL = level_named("175-billion")
GPT_3 = 175_000_000_000
PLAYERS, LUCKY = 1000, 0.03
TO_CHIPS = ("tenfold 8", *["grow"] * 8, "next")
TO_FOUNDRY = (*TO_CHIPS, "multiply", "next")


def played(*moves: str) -> ZoomPlay:
    play = ZoomPlay(LEVEL)
    for move in moves:
        play.do(move)
    play.skip()
    return play


def test_the_stops_are_counted_and_not_told() -> None:
    assert [stop.weights for stop in stops_of("kitchen")] == [
        *(31, 1207, 9216, 275_463),
        *(117_000_000, 1_542_000_000, GPT_3),
    ]


def test_the_figures_of_the_last_stop() -> None:
    ratio = GPT_3 / 1207
    assert ratio == pytest.approx(145e6, rel=0.01)
    assert log2(ratio) == pytest.approx(27.1, abs=0.05)
    assert ZoomPlay(LEVEL).truth == 8
    assert years_of_counting(GPT_3) == pytest.approx(5545, rel=0.001)
    assert stack_km(GPT_3) == pytest.approx(3.5)
    assert (gigabytes(GPT_3), chips_to_hold(GPT_3)) == (350, 5)
    assert years_of_training(V100_OPERATIONS_A_SECOND) == pytest.approx(80, rel=0.01)
    assert years_of_training(28e12) == pytest.approx(355, rel=0.01)
    assert years_of_training(130e9) == pytest.approx(76_500, rel=0.01)


def test_both_ways_of_multiplying_come_to_the_same_and_are_measured_by_the_clock_that_is_passed_in() -> None:
    ticks = count()
    bench = ChipBench(lambda: next(ticks) * 0.001)
    bench.begin()
    rows = []
    while bench.race is None:
        bench.go_on()
        rows.append(bench.rows)
    assert rows == [*range(1, SIZE + 1), SIZE, SIZE]
    assert bench.race.is_equal
    assert bench.race.one_by_one == pytest.approx(0.001 * SIZE)
    assert bench.race.times == pytest.approx(SIZE)
    assert bench.race.operations_one_by_one == pytest.approx(2 * SIZE**3 / 0.064)


def test_a_clock_that_stands_divides_by_nothing() -> None:
    bench = ChipBench(lambda: 0.0)
    bench.begin()
    while bench.race is None:
        bench.go_on()
    assert bench.race.times > 0


@pytest.mark.parametrize(
    ("moves", "refused"),
    [
        ((), "grow"),
        ((), "tenfold 0"),
        ((), "tenfold 16"),
        (("tenfold 8",), "tenfold 8"),
        (("tenfold 8",), "next"),
        (("tenfold 3", *["grow"] * 8), "grow"),
        (TO_CHIPS, "next"),
        ((*TO_CHIPS, "multiply"), "multiply"),
        (TO_FOUNDRY, "drop"),
        (TO_FOUNDRY, "rank 7"),
        (TO_FOUNDRY, "fewest 9"),
        ((*TO_FOUNDRY, "fewest 7"), "fewest 6"),
        ((*TO_FOUNDRY, "fewest 7"), "rank 8"),
        ((*TO_FOUNDRY, "fewest 7"), "melt"),
        ((*TO_FOUNDRY, "fewest 7", "drop"), "drop"),
        ((*TO_FOUNDRY, "fewest 7", "drop", "melt"), "melt"),
    ],
)
def test_what_cannot_be_done_now_is_refused(moves: tuple[str, ...], refused: str) -> None:
    play = played(*moves)
    with pytest.raises(IllegalMoveError):
        play.do(refused)
    assert play.moves == list(moves)


def test_the_truth_of_a_bet_is_told_when_it_is_seen_and_not_before() -> None:
    facts = played("tenfold 8", *["grow"] * 7).facts()
    assert not facts["exact"]
    assert "tenfolds" not in facts
    assert played("tenfold 8", *["grow"] * 8).facts()["exact"]
    assert not played("tenfold 9", *["grow"] * 8).facts()["exact"]
    bet = (*TO_FOUNDRY, "fewest 7", "rank 7", "drop", "melt")
    assert not played(*bet).facts()["fewest_right"], "the first start gets stuck"
    assert played(*bet, "drop", "melt").facts()["fewest_right"]
    assert not played(*TO_FOUNDRY, "fewest 6", "rank 7", *["drop", "melt"] * 2).facts()["fewest_right"]


def test_another_count_lets_go_of_what_is_on_its_way() -> None:
    play = played(*TO_FOUNDRY, "fewest 7", "drop", "rank 7")
    assert (play.casting, play.is_casting, play.outcomes) == (None, False, {})
    play.do("drop")
    assert play.drops == 2


def test_numbers_fall_look_by_look_can_be_held_and_hurried() -> None:
    play = played(*TO_FOUNDRY, "fewest 7", "rank 7", "drop")
    assert not play.is_moving
    play.toggle()
    play.tick(0.25, lambda: True)
    before = play.look
    assert 0 < before < LOOKS
    assert play.moves[-1] == "drop"
    play.toggle()
    assert not play.tick(1.0, lambda: True)
    play.hurry()
    slices = 0
    while play.is_casting:
        asked = iter([True] * 5 + [False])
        play.tick(0.0, lambda asked=asked: next(asked))
        slices += 1
    assert slices > 3, "worked out in slices"
    assert play.moves[-1] == "melt"
    assert not play.is_moving


def test_six_get_stuck_and_the_least_that_was_missing_is_written_down() -> None:
    play = played(*TO_FOUNDRY, "fewest 6", "rank 6", "drop", "melt")
    assert play.facts()["stuck"]
    assert not play.facts()["solved"]
    missing = play.outcomes[6]
    assert isinstance(missing, float)
    assert missing == pytest.approx(1.0, rel=0.1)
    assert play.weight_changes == 1500 * 72


@pytest.mark.parametrize("seed", LEVEL.seeds)
def test_of_every_seed_the_first_start_gets_stuck_and_the_second_is_an_algorithm(seed: int) -> None:
    first, second = (casting_of(7, seed + start) for start in range(2))
    first.grown_to(LOOKS)
    second.grown_to(LOOKS)
    assert first.found is None
    assert second.found is not None


def test_an_attempt_cut_off_at_any_move_goes_on_as_if_nothing_had_been() -> None:
    whole = Attempt(LEVEL, LEVEL.solution)
    for cut in range(len(LEVEL.solution)):
        attempt = Attempt(LEVEL, LEVEL.solution[:cut])
        attempt.stage = Stage.PLAY
        for move in LEVEL.solution[cut:]:
            assert attempt.do(move)
        assert dict(attempt.play.facts()) == dict(whole.play.facts())
        assert attempt.earned == {1, 2, 3}


def test_a_newcomer_who_bets_wrong_still_comes_to_the_first_star() -> None:
    attempt = Attempt(LEVEL, ("tenfold 3", *TO_FOUNDRY[1:], "fewest 8", "rank 7", *["drop", "melt"] * 2))
    assert attempt.earned == {1}
    assert isinstance(attempt.play, ZoomPlay)
    assert attempt.play.act is Act.FOUNDRY


@pytest.mark.slow
def test_chance_hardly_ever_earns_three_stars() -> None:
    lucky = 0
    for player in range(PLAYERS):
        rng = np.random.default_rng([11, player])
        attempt = Attempt(LEVEL)
        attempt.stage = Stage.PLAY
        for _move in range(40):
            attempt.do(attempt.play.random_move(rng))
        lucky += attempt.star_count == 3
    assert lucky <= LUCKY * PLAYERS
