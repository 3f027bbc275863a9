"""Every level: its solution earns three stars, doing nothing earns none, chance hardly ever does, undo is exact."""

from collections.abc import Sequence

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import Level, levels
from chairgame.game.story.play import IllegalMoveError, LevelPlay
from chairgame.game.story.plays import new_play
from chairgame.game.story.registry import KINDS
from chairgame.text.catalogue import LANGUAGES, Catalogue

TRIES, LUCKY = 500, 0.02
WORDS_A_PAGE, PAGES = 45, 3

LEVELS = pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)


def _played(level: Level, moves: Sequence[str]) -> Attempt:
    attempt = Attempt(level)
    attempt.stage = Stage.PLAY
    for move in moves:
        assert attempt.do(move), f"{move} is refused"
    attempt.play.skip()
    return attempt


@LEVELS
def test_the_reference_solution_earns_three_stars_at_par(level: Level) -> None:
    attempt = _played(level, level.solution)
    assert [check.text for check, held in attempt.goals() if not held] == []
    assert [check.text for check, earned in attempt.stars() if not earned] == []


@LEVELS
def test_doing_nothing_earns_no_star(level: Level) -> None:
    assert _played(level, ()).star_count == 0


@pytest.mark.slow
@LEVELS
def test_chance_hardly_ever_earns_three_stars(level: Level) -> None:
    lucky = sum(_by_chance(level, seed).star_count == 3 for seed in range(TRIES))
    assert lucky < LUCKY * TRIES


def _by_chance(level: Level, seed: int) -> Attempt:
    rng = np.random.default_rng([9, seed])
    attempt = _played(level, ())
    for _ in level.solution:
        if not attempt.play.is_over:
            attempt.do(attempt.play.random_move(rng))
    return attempt


@LEVELS
def test_undo_comes_back_to_the_same_facts(level: Level) -> None:
    attempt = _played(level, ())
    known: list[tuple[int, object]] = []
    for move in level.solution:
        if move.split()[0] not in attempt.play.passes:
            known.append((len(attempt.play.moves), dict(attempt.play.facts())))
        attempt.do(move)
    attempt.play.skip()
    for count, facts in reversed(known):
        if attempt.play.moves[count].split()[0] in attempt.play.final:
            break
        assert attempt.undo()
        assert len(attempt.play.moves) == count
        assert dict(attempt.play.facts()) == facts
    assert not attempt.undo()  # the beginning, or what nothing takes back


@LEVELS
def test_moves_of_chance_never_raise_and_replay_to_the_same_facts(level: Level) -> None:
    for seed in range(20):
        attempt = _by_chance(level, seed)
        again = Attempt(level, moves=attempt.play.moves)
        assert dict(again.play.facts()) == dict(attempt.play.facts())


@LEVELS
def test_nonsense_is_refused_and_changes_nothing(level: Level) -> None:
    play: LevelPlay = new_play(level)
    before = dict(play.facts())
    for move in (
        "",
        "fly",
        *level.commands,
        *(f"{verb} {words}" for verb in level.commands for words in ("x y z", "-1 99 7 7 7")),
    ):
        try:
            play.do(move)
        except IllegalMoveError:
            assert dict(play.facts()) == before
        else:
            play = new_play(level)


@LEVELS
def test_stars_only_grow_whatever_is_undone_left_or_begun_again(level: Level) -> None:
    for seed in range(6):
        rng, told = np.random.default_rng([3, seed]), [frozenset[int]()]
        attempt, solution = _told(level, told, ()), iter(level.solution)
        for _turn in range(60):
            before = attempt.earned
            deed = rng.choice(["chance", "solution", "undo", "restart", "leave"], p=[0.2, 0.6, 0.1, 0.02, 0.08])
            if deed == "chance" and not attempt.play.is_over:
                attempt.do(attempt.play.random_move(rng))
            elif deed == "solution":
                attempt.do(next(solution, ""))
            elif deed == "undo":
                attempt.undo()
            elif deed == "restart":
                attempt.restart()
                solution = iter(level.solution)
            elif deed == "leave":
                attempt = _told(level, told, attempt.play.moves)
            assert before <= attempt.earned == told[-1]
        assert told == sorted(told, key=len), "each time more"


def _told(level: Level, told: list[frozenset[int]], moves: Sequence[str]) -> Attempt:
    attempt = Attempt(level, moves, told[-1], earn=told.append)
    attempt.stage = Stage.PLAY
    return attempt


@LEVELS
def test_the_result_lights_the_stars_of_the_last_build_one_after_the_other_and_waits(level: Level) -> None:
    attempt = _played(level, level.solution[:-1])
    attempt.play.skip()
    shining = _shining(attempt)
    attempt.do(level.solution[-1])
    while attempt.stage is Stage.PLAY and attempt.play.is_over:
        attempt.tick(0.125, lambda: True)
    if attempt.stage is Stage.PLAY:
        shining = 3
        attempt.play.skip()
        attempt.finish()
    lit = []
    while attempt.playing:
        lit.append(_shining(attempt))
        attempt.tick(0.125, lambda: True)
    assert attempt.stage is Stage.RESULT
    assert lit == sorted(lit)
    assert [lit.count(stars) for stars in range(3)] == [
        0 if stars < shining else 10 if stars == shining else 3 for stars in range(3)
    ]
    assert all(shines for _star, shines in attempt.stars())
    figure = attempt.play.figure()
    assert attempt.result_figure() == (figure and figure[1:])
    attempt.turn(1)
    assert (attempt.stage, attempt.page) == (Stage.DEBRIEF, 0)


@LEVELS
def test_no_star_that_shone_goes_out_when_the_player_has_had_enough(level: Level) -> None:
    attempt = _played(level, level.solution)
    attempt.play.skip()
    attempt.finish()
    while attempt.playing:
        assert _shining(attempt) == 3
        attempt.tick(0.125, lambda: True)
    assert _shining(attempt) == 3


def _shining(attempt: Attempt) -> int:
    return sum(shines for _star, shines in attempt.stars())


@LEVELS
def test_a_play_is_what_its_kind_declares(level: Level) -> None:
    kind, told = KINDS[level.play], {}
    attempt = _played(level, ())
    assert tuple(attempt.play.VERBS) == kind.verbs
    assert set(level.commands) <= set(kind.verbs)
    for plays in (level.solution, *(_by_chance(level, seed).play.moves for seed in range(20))):
        play = new_play(level)
        for move in ("", *plays):
            if move:
                play.do(move)
            told |= play.facts()
    assert {name: type(value) for name, value in told.items()} == {name: kind.facts[name] for name in told}
    everywhere = {name for other in levels() if other.play == level.play for name in _told_by_solution(other)}
    assert set(kind.facts) == set(told) | everywhere


def _told_by_solution(level: Level) -> set[str]:
    play, told = new_play(level), set()
    for move in level.solution:
        play.do(move)
        told |= set(play.facts())
    return told


@LEVELS
def test_a_bug_in_a_verb_is_no_illegal_move(level: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: LevelPlay) -> None:
        raise ValueError("a bug")

    verb = level.commands[0]
    attempt = _played(level, ())
    monkeypatch.setattr(type(attempt.play), "VERBS", {verb: broken})
    with pytest.raises(ValueError, match="a bug"):
        attempt.do(verb)
    with pytest.raises(ValueError, match="a bug"):
        Attempt(level, moves=[verb])


@LEVELS
def test_an_attempt_that_cannot_be_gone_on_with_is_over_and_not_cut(level: Level) -> None:
    made = [*level.solution[:3], "a move of another edition"]
    attempt = Attempt(level, moves=made)
    assert attempt.is_anew
    assert attempt.play.moves == []
    assert attempt.stage is Stage.PAGES
    assert not Attempt(level, moves=level.solution[:3]).is_anew


@LEVELS
def test_hints_come_one_after_the_other_and_round_again(level: Level) -> None:
    attempt = _played(level, level.solution[: len(level.solution) // 2])
    fitting = [hint for hint in level.hints if hint.holds(attempt.play.facts())]
    assert fitting
    assert [attempt.hint() for _ in range(2 * len(fitting))] == 2 * fitting


@LEVELS
def test_the_debrief_s_scores_are_reckoned_in_slices_and_never_by_looking(level: Level) -> None:
    attempt = _played(level, level.solution)
    attempt.finish()
    attempt.turn(1)
    asked = 0

    def may_learn() -> bool:
        nonlocal asked
        asked += 1
        return asked % 10 != 0

    seen = [attempt.play.scores()]
    while attempt.playing:
        assert attempt.tick(0.05, may_learn)
        seen.append(attempt.play.scores())
    assert all(score.n is not None for score in seen[-1])
    assert attempt.play.scores() == seen[-1]
    for score in seen[0]:
        assert score.n is not None or len(seen) > 2, f"{score.who} was reckoned at once"


@LEVELS
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_short(level: Level, language: str) -> None:
    _ = Catalogue(language)
    assert 1 <= len(level.pages) <= PAGES
    for page in (*level.pages, *level.debrief):
        assert len(_(page).split()) <= WORDS_A_PAGE, _(page)


@LEVELS
def test_every_level_has_a_hint_at_its_beginning(level: Level) -> None:
    assert _played(level, ()).hint() is not None
