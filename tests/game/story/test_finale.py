"""Level 6's finale: two chairs at a time, judged as they are, with other brains in another round and another play."""

from dataclasses import replace

import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.finale import LEFT, RIGHT, SIDES, Finale
from chairgame.game.story.level import level_named
from chairgame.game.story.pairs import FINALES, facts_of
from chairgame.game.story.play import IllegalMoveError

LEVEL = level_named("epochs")
BEFORE = ("epoch 20", "bet 90", "epoch 20", "sit", "sit", "wipe", "pairs")


def _answers(finale: Finale) -> list[str]:
    return [RIGHT if pair.falls_left else LEFT for pair in finale.pairs]


def _play_round(finale: Finale, answers: list[str]) -> None:
    for side in answers:
        finale.give(side)
        if not finale.is_last:
            finale.go_on()


@pytest.mark.parametrize("round_", range(len(FINALES)))
@pytest.mark.parametrize("side", SIDES)
def test_a_choice_is_right_if_she_sits_on_what_she_was_given(round_: int, side: str) -> None:
    finale = Finale(round_)
    for number, pair in enumerate(finale.pairs):
        finale.give(side)
        built = facts_of(pair).shown()[SIDES.index(side)]
        assert finale.is_right(number) == built.holds
        assert finale.smaller_falls == facts_of(pair).smaller_falls
        if not finale.is_last:
            finale.go_on()


def test_it_is_built_in_slices_and_then_shows_what_was_run() -> None:
    finale, slices = Finale(0), 0
    while finale.facts is None:
        finale.build()
        slices += 1
    assert slices > 5
    assert finale.facts is facts_of(finale.pair)
    finale.give(LEFT)
    finale.go_on()
    assert finale.facts is None


def test_rounds_go_on_until_all_five_are_right_or_every_brain_was_seen() -> None:
    finale, seen = Finale(1), []
    for _ in FINALES:
        seen.append(finale.pairs)
        wrong = [LEFT if side == RIGHT else RIGHT for side in _answers(finale)]
        _play_round(finale, [*_answers(finale)[:4], wrong[4]])
        assert finale.right == 4
        if finale.can_go_on:
            finale.go_on()
    assert set(seen) == set(FINALES)
    assert not finale.can_go_on
    better = Finale(0)
    _play_round(better, _answers(better))
    assert better.right == 5
    assert not better.can_go_on


def test_bars_are_a_lesson_of_the_first_pair_alone() -> None:
    finale, lessons = Finale(0), []
    for _ in range(2 * len(finale.pairs)):
        lessons.append(finale.is_lesson)
        finale.give(LEFT)
        finale.go_on()
    assert lessons == [True, *[False] * 9]


def test_each_seed_of_the_level_begins_with_its_own_pairs() -> None:
    firsts = []
    for seed in LEVEL.seeds[: len(FINALES)]:
        play = EpochsPlay(LEVEL.with_seed(seed))
        for _step in play.reckon():
            if play.facts().get("pair_small_cm"):
                break
        firsts.append(play.facts()["pair_small_cm"])
    assert firsts == [facts_of(finale[0]).falls.distance_cm for finale in FINALES]


def test_pairs_come_after_the_wiping_and_nothing_goes_back_to_the_run() -> None:
    attempt = Attempt(replace(LEVEL, pages=()))
    assert attempt.stage is Stage.PLAY
    for move in BEFORE[:-2]:
        assert attempt.do(move)
    assert not attempt.do("pairs")
    assert attempt.do("wipe")
    assert not attempt.do("give left")
    assert attempt.do("pairs")
    for move in ("epoch 1", "sit", "grab 0", "back 1", "bet 50", "wipe", "pairs", "next"):
        assert not attempt.do(move), move


def test_what_she_was_given_is_final() -> None:
    attempt = Attempt(LEVEL, moves=[*BEFORE, "give left"])
    assert not attempt.undo()
    assert not attempt.do("give right")
    assert attempt.do("next")
    assert attempt.undo()


def test_five_right_ones_earn_the_star_in_any_round_and_four_do_not() -> None:
    play = EpochsPlay(LEVEL)
    for move in BEFORE:
        play.do(move)
    assert play.finale is not None
    star = LEVEL.stars[2]
    for right in (4, 5):
        answers = _answers(play.finale)
        if right == 4:
            answers[0] = LEFT if answers[0] == RIGHT else RIGHT
        for number, side in enumerate(answers):
            play.do(f"give {side}")
            assert not star.holds(play.facts()) or (right, number) == (5, 4)
            if play.finale.can_go_on:
                play.do("next")
    assert star.holds(play.facts())
    with pytest.raises(IllegalMoveError):
        play.do("next")
