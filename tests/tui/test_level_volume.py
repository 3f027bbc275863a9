"""The volume on its screen: played to three stars by the keys that it names, at any size, in both languages."""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.tui.screens.levels.volume import VolumeScreen
from tests.tui.driving import Game, game

LEVEL = level_named("volume")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])
KEYS = {"crawl": "1", "learn": "2", "burn": "3"}


def _screen(playing: Game) -> VolumeScreen:
    assert isinstance(playing.screen, VolumeScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


async def _run(playing: Game, outcome: str) -> None:
    await playing.press(KEYS[outcome], "space")
    assert _screen(playing).play.running
    for _ in range(40):
        if _screen(playing).play.running:
            await playing.pass_time(1.0)
    assert _screen(playing).play.is_over_now


def _assert_whole(playing: Game) -> None:
    """The sentence and the stars' rules stand on the screen with all their words; every note where there is room."""
    screen, text, _ = _screen(playing), playing.text(), playing.app.look.words
    stars = tuple(_(star.text) for star in LEVEL.stars)
    for sentence in (screen.sentence(), *stars, *(screen.notes() if playing.app.size.height > 18 else ())):
        for word in sentence.split():
            assert word in text, text


@SIZES
@LANGUAGES
def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)
            _assert_whole(playing)
            await _run(playing, "crawl")
            _assert_whole(playing)
            await playing.press(*"++++++")
            _assert_whole(playing)
            await _run(playing, "learn")
            _assert_whole(playing)
            await playing.press("+")
            await _run(playing, "burn")
            _assert_whole(playing)
            assert screen.attempt.star_count == 3
            mark = "1,4" if language == "pl" else "1.4"
            assert mark in playing.text()
            await playing.press("e", "e", "space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert mark in playing.text()

    asyncio.run(play())


def test_space_asks_for_a_prediction_first() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("space")
            assert not _screen(playing).play.running
            assert "First your prediction" in playing.text()
            await playing.press("n")
            assert _screen(playing).play.epoch == 0

    asyncio.run(play())


def test_u_goes_from_the_smoke_to_just_before_it_and_the_run_can_be_saved() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"+++++++")
            await _run(playing, "learn")
            assert "▒" in playing.text()
            smoke = _screen(playing).play.epoch
            await playing.press("u")
            volume = _screen(playing).play
            assert 0 < volume.epoch < smoke
            assert not volume.is_burned
            await playing.press("-", "-", "-", "space")
            await playing.pass_time(8.0)
            assert volume.is_over_now
            assert volume.results[-1].distance_cm is not None

    asyncio.run(play())


def test_turned_while_it_runs_it_runs_on_and_the_prediction_is_off() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("1", "space")
            await playing.pass_time(8.0)
            epoch = _screen(playing).play.epoch
            assert epoch > 0
            await playing.press("+")
            volume = _screen(playing).play
            assert volume.running
            assert volume.epoch == epoch
            assert volume.prediction is None
            assert "0.007" in playing.row_of("headphones")
            await playing.pass_time(1.0)
            assert volume.epoch > epoch

    asyncio.run(play())
