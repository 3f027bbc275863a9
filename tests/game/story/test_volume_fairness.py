"""What players of the volume level come to who read its curves, and those who do not: many plays of each, by chance."""

from collections.abc import Callable

import numpy as np
import pytest

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.hearings import BURN, CRAWL, LEARN, OUTCOMES
from chairgame.game.story.level import level_named
from chairgame.game.story.volume_run import VolumePlay
from tests.game.story.hearing import END, READ_AT, SETUP, read

LEVEL = level_named("volume")
PLAYS, RUNS, ROOM = 1000, 12, 0.1
VOLUMES, START = len(SETUP.rates), SETUP.rates.index(SETUP.start)

Mark = Callable[[VolumePlay, np.random.Generator], str]


def anything(_play: VolumePlay, rng: np.random.Generator) -> str:
    return str(rng.choice(OUTCOMES))


def always_learns(_play: VolumePlay, _rng: np.random.Generator) -> str:
    return LEARN


def what_came_last(play: VolumePlay, _rng: np.random.Generator) -> str:
    return play.hearings[-1].outcome if play.hearings else CRAWL


def reads(play: VolumePlay, _rng: np.random.Generator) -> str:
    return read(play.beginnings[play.brain, play.rate])


def reads_nine_in_ten(play: VolumePlay, rng: np.random.Generator) -> str:
    return anything(play, rng) if rng.random() < 0.1 else reads(play, rng)


Volumes = Callable[[list[tuple[int, str]], np.random.Generator], int]


def any_volume(heard: list[tuple[int, str]], rng: np.random.Generator) -> int:
    return int(rng.integers(VOLUMES)) if heard else START


def each_once(heard: list[tuple[int, str]], rng: np.random.Generator) -> int:
    return int(rng.choice(_unheard(heard))) if heard else START


def ever_louder(heard: list[tuple[int, str]], _rng: np.random.Generator) -> int:
    return [*range(START, VOLUMES), *range(START)][len(heard)]


def halves_the_gap(heard: list[tuple[int, str]], _rng: np.random.Generator) -> int:
    """Two clicks louder until it burns, then the middle between what learned and what burned, then anything left."""
    burned = min((index for index, outcome in heard if outcome == BURN), default=VOLUMES)
    sound = max((index for index, outcome in heard if outcome != BURN), default=START - 2)
    if not heard or burned == VOLUMES:
        step = 3 if len(heard) == 1 else 2
        wished = min(VOLUMES - 1, sound + step)
        return wished if wished in _unheard(heard) else _unheard(heard)[0]
    between = [index for index in range(sound + 1, burned) if index in _unheard(heard)]
    return between[len(between) // 2] if between else _unheard(heard)[-1]


def _unheard(heard: list[tuple[int, str]]) -> list[int]:
    return [index for index in range(VOLUMES) if index not in dict(heard)]


def _play(volumes: Volumes, mark: Mark, rng: np.random.Generator, seed: int = LEVEL.seed) -> Attempt:
    attempt = Attempt(LEVEL.with_seed(seed))
    attempt.stage = Stage.PLAY
    play = attempt.play
    assert isinstance(play, VolumePlay)
    heard: list[tuple[int, str]] = []
    while len(heard) < RUNS and attempt.star_count < 3:
        index = volumes(heard, rng)
        attempt.do(f"volume {index - play.rates.index(play.rate)}")
        if play.epoch:
            attempt.do("anew")
        attempt.do(f"epoch {READ_AT}")
        if play.is_asking:
            attempt.do(f"read {mark(play, rng)}")
        attempt.do(f"epoch {END}")
        heard.append((index, play.hearings[-1].outcome))
    return attempt


@pytest.mark.slow
@pytest.mark.parametrize(
    ("volumes", "mark", "shares"),
    [
        (any_volume, anything, (0.99, 0.87, 0.002)),
        (each_once, anything, (1, 1, 0.012)),
        (ever_louder, always_learns, (1, 1, 0)),
        (ever_louder, what_came_last, (1, 1, 0)),
        (halves_the_gap, reads, (1, 1, 1)),
        (halves_the_gap, reads_nine_in_ten, (1, 1, 0.87)),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_only_who_reads_the_curve_earns_the_third_star(volumes: Volumes, mark: Mark, shares: tuple[float, ...]) -> None:
    plays = [_play(volumes, mark, np.random.default_rng([run, 1])) for run in range(PLAYS)]
    for star, share in enumerate(shares, start=1):
        earned = sum(star in attempt.earned for attempt in plays) / PLAYS
        assert abs(earned - share) <= max(ROOM * share, 0.01), f"star {star}: {earned}"


@pytest.mark.slow
@pytest.mark.parametrize("seed", LEVEL.seeds)
def test_a_reader_earns_three_stars_with_every_brain_in_at_most_eight_runs(seed: int) -> None:
    attempt = _play(halves_the_gap, reads, np.random.default_rng(1), seed)
    assert attempt.star_count == 3
    assert attempt.play.count <= 8
