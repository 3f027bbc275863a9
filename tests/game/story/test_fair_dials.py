"""Who earns which stars in levels 2 and 3: hardly anybody by chance or by toil, whoever thinks. The shares were
measured over the levels' seeds; a tenth of them is room, and as much as a sample of that size may be off.
"""

from collections.abc import Callable, Iterable
from math import sqrt

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.dials import DIALS, FARTHEST
from chairgame.game.story.level import level_named

pytestmark = pytest.mark.slow

PLAYS, THOUGHTFUL_PLAYS = 1000, 60
ROOM = 0.1

Rng = np.random.Generator
Player = Callable[[Attempt, Rng], None]


def _attempt(name: str, number: int = 0) -> Attempt:
    """Each play has another of the level's seeds."""
    level = level_named(name)
    attempt = Attempt(level.with_seed(level.seeds[number % len(level.seeds)]))
    attempt.stage = Stage.PLAY
    return attempt


def _shares(name: str, player: Player, plays: int) -> list[float]:
    """How many of so many plays earned the first star, the first two, all three."""
    earned = []
    for number in range(plays):
        attempt = _attempt(name, number)
        player(attempt, np.random.default_rng([number, 8]))
        earned.append(attempt.earned)
    return [sum(set(range(1, stars + 1)) <= kept for kept in earned) / plays for stars in (1, 2, 3)]


def _at_most(share: float, plays: int = PLAYS) -> float:
    return (1 + ROOM) * share + 2 * sqrt(share / plays) + 2 / plays


# Level 2


def _stand_at(attempt: Attempt, clicks: Iterable[float]) -> None:
    """Turn the dials to some clicks from the beginning, as far as they go."""
    for dial, wanted in enumerate(clicks):
        turn = int(np.clip(wanted, -FARTHEST, FARTHEST)) - attempt.play.clicks[dial]
        if turn:
            attempt.do(f"turn {dial} {turn}")


def _build_at(attempt: Attempt, clicks: Iterable[float]) -> float:
    """What the brain builds there; nothing where nothing is turned."""
    _stand_at(attempt, clicks)
    attempt.do("scan")
    return float(attempt.play.notebook[-1].distance_cm)


def _small_turns(attempt: Attempt, rng: Rng) -> None:
    while not attempt.play.is_over:
        turns = np.zeros(DIALS)
        dials = rng.choice(DIALS, 1 if rng.random() < 0.5 else rng.integers(2, DIALS + 1), replace=False)
        turns[dials] = rng.integers(-3, 4, len(dials))
        _build_at(attempt, attempt.play.clicks + turns)


def _middle_turns(attempt: Attempt, rng: Rng) -> None:
    while not attempt.play.is_over:
        _build_at(attempt, attempt.play.clicks + rng.integers(-6, 7, DIALS))


def _huge_turns(attempt: Attempt, rng: Rng) -> None:
    while not attempt.play.is_over:
        _build_at(attempt, rng.integers(-FARTHEST, FARTHEST + 1, DIALS))


def _keeps_what_is_better(attempt: Attempt, rng: Rng) -> None:
    while not attempt.play.is_over:
        _build_at(attempt, attempt.play.best.clicks + rng.integers(-6, 7, DIALS))


def _one_dial_at_a_time(attempt: Attempt, rng: Rng) -> None:
    """Turns a dial on as long as the number falls, keeps it there; two at once only at the end."""
    play = attempt.play
    for dial in rng.permutation(DIALS):
        for clicks in (2, -2):
            falls = True
            while falls and play.count < play.most - 1:
                before = play.best.distance_cm
                attempt.do(f"turn {dial} {clicks}")
                falls = attempt.do("scan") and play.notebook[-1].distance_cm < before
                if falls:
                    attempt.do("keep")
                elif play.turned:
                    _stand_at(attempt, play.home)
    for dial in rng.choice(DIALS, 2, replace=False):
        attempt.do(f"turn {dial} {rng.choice([-3, 3])}")
    attempt.do("scan")


def _slopes_first(slopes: int, leap: int) -> Player:
    """Some slopes, then a leap in proportion to them, the steepest by so many clicks; then on, or back by half."""

    def play_it(attempt: Attempt, rng: Rng) -> None:
        play = attempt.play
        for dial in rng.permutation(DIALS)[:slopes]:
            attempt.do(f"turn {dial} 2")
            attempt.do("scan")
        known = np.array([play.line.slopes.get(dial, 0.0) for dial in range(DIALS)])
        step, place = -np.round(leap * known / np.abs(known).max()), np.zeros(DIALS)
        number = play.notebook[0].distance_cm
        while not play.is_over and step.any():
            there = np.clip(place + step, -FARTHEST, FARTHEST)
            builds, now = play.count, _build_at(attempt, there)
            if play.count == builds:
                return
            if now < number:
                number, place, step = now, there, np.round(0.6 * step)
            else:
                step = np.round(0.4 * step)

    return play_it


@pytest.mark.parametrize(
    ("player", "shares"),
    [
        (_small_turns, (0.04, 0, 0)),
        (_middle_turns, (0.25, 0.04, 0.003)),
        (_huge_turns, (0.53, 0.14, 0.003)),
        (_keeps_what_is_better, (0.63, 0.10, 0.019)),
        (_one_dial_at_a_time, (0.01, 0, 0)),
    ],
)
def test_level_2_gives_little_to_chance_and_to_toil(player: Player, shares: tuple[float, ...]) -> None:
    earned = _shares("scanner", player, PLAYS)
    assert all(now <= _at_most(wanted) for now, wanted in zip(earned, shares, strict=True)), earned


@pytest.mark.parametrize(
    ("player", "shares"),
    [
        (_slopes_first(8, 6), (1, 1, 1)),
        (_slopes_first(8, 8), (1, 1, 1)),
        (_slopes_first(8, 10), (1, 1, 1)),
    ],
    ids=("6 clicks", "8 clicks", "10 clicks"),
)
def test_level_2_gives_all_to_whoever_pays_for_all_slopes(player: Player, shares: tuple[float, ...]) -> None:
    earned = _shares("scanner", player, THOUGHTFUL_PLAYS)
    assert all(now >= (1 - ROOM) * wanted for now, wanted in zip(earned, shares, strict=True)), earned


@pytest.mark.parametrize(("slopes", "shares"), [(3, (0.74, 0.03, 0)), (5, (1, 0.42, 0.005))])
def test_level_2_gives_something_to_whoever_pays_for_some(slopes: int, shares: tuple[float, ...]) -> None:
    earned = _shares("scanner", _slopes_first(slopes, 8), THOUGHTFUL_PLAYS)
    assert all(abs(now - wanted) <= ROOM for now, wanted in zip(earned, shares, strict=True)), earned


# Level 3


def _hand_step(attempt: Attempt, dials: Iterable[int], ways: Iterable[float], clicks: Iterable[int]) -> None:
    for dial, way, count in zip(dials, ways, clicks, strict=True):
        attempt.do(f"turn {dial} {int(way) * int(count)}")
    attempt.do("step")


def _random_volumes(follows: bool) -> Player:
    """Steps by hand of random dials, by the arrows or not; then any volume. Takes nothing back."""

    def play_it(attempt: Attempt, rng: Rng) -> None:
        play = attempt.play
        while not play.is_over and not play.is_burned:
            attempt.do(f"volume {rng.choice([-1, 0, 1])}")
            if play.may_listen:
                attempt.do("listen")
                continue
            dials = rng.choice(DIALS, rng.integers(2, DIALS + 1), replace=False)
            ways = np.sign(play.signals[dials]) if follows else rng.choice([-1, 1], len(dials))
            _hand_step(attempt, dials, ways, rng.integers(1, 4, len(dials)))

    return play_it


def _louder_while_it_falls(attempt: Attempt, dials: int, clicks: int) -> None:
    """Two steps by hand with the steepest dials; then from volume 1 on louder after each fall, u and quieter after a
    rise."""
    for _ in range(2):
        steepest = np.argsort(-np.abs(attempt.play.signals))[:dials]
        _hand_step(attempt, steepest, np.sign(attempt.play.signals[steepest]), [clicks] * dials)
    attempt.do("volume 1")
    while not attempt.play.is_over:
        attempt.do("listen")
        if attempt.play.rose:
            attempt.undo()
            attempt.do("volume -1")
        elif attempt.play.volume < 4:
            attempt.do("volume 1")


@pytest.mark.parametrize(
    ("player", "shares"),
    [(_random_volumes(follows=False), (0.05, 0.01, 0.001)), (_random_volumes(follows=True), (0.63, 0.16, 0.013))],
    ids=("random hands", "hands follow arrows"),
)
def test_level_3_gives_little_to_chance(player: Player, shares: tuple[float, ...]) -> None:
    earned = _shares("headphones", player, PLAYS)
    assert all(now <= _at_most(wanted) for now, wanted in zip(earned, shares, strict=True)), earned


@pytest.mark.parametrize(("dials", "clicks", "steps", "stars"), [(2, 2, 10, 2), (4, 2, 10, 2), (8, 3, 7, 3)])
def test_level_3_gives_all_to_whoever_turns_all_dials_by_hand(dials: int, clicks: int, steps: int, stars: int) -> None:
    attempt = _attempt("headphones")
    _louder_while_it_falls(attempt, dials, clicks)
    assert attempt.play.count == steps
    assert attempt.earned == set(range(1, stars + 1))
