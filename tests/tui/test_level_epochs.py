"""Epochs on their screen: played to three stars by the keys that it names, at any size, in both languages."""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.tui.screens.levels.epochs import EpochsScreen
from tests.tui.driving import Game, game

LEVEL = level_named("epochs")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])


def _screen(playing: Game) -> EpochsScreen:
    assert isinstance(playing.screen, EpochsScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


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
            await playing.press("n", "n", "g")
            _assert_whole(playing)
            await playing.press("up", "left", "enter")
            _assert_whole(playing)
            assert screen.play.is_put_right
            await playing.press("n")
            _assert_whole(playing)
            assert screen.play.fixed == 1
            await playing.press("b")
            _assert_whole(playing)
            await playing.press("3", "2", "backspace", "1", "enter")
            assert screen.play.bet == 31
            _assert_whole(playing)
            await playing.press("space")
            _assert_whole(playing)
            while screen.play.epoch < 60:
                await playing.pass_time(2.0)
            await playing.press("space")
            assert not screen.play.running
            for sitters in (1, 2, 3):
                await playing.press("t")
                assert len(screen.play.content) == sitters
                _assert_whole(playing)
            await playing.press("W")
            assert screen.play.is_wiped
            _assert_whole(playing)
            assert screen.attempt.star_count == 3
            await playing.press("e", "e", "space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert "29" in playing.text(), playing.text()

    asyncio.run(play())


def test_a_bet_on_the_past_is_refused_with_the_reason() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"nnnnn", "b", "3", "enter")
            assert _screen(playing).play.bet is None
            assert "later than 5" in playing.text()
            await playing.press("b", "escape")
            assert _screen(playing).typed is None

    asyncio.run(play())


@SIZES
def test_the_film_shows_the_monsters_and_goes_away_again(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"nnnnnnnn")
            await playing.press("m")
            text = playing.text()
            assert "film strip" in text
            assert " cm" in text or size == (60, 18)
            await playing.press("left")
            assert _screen(playing).play.epoch == 8, "the film looks at the past without going there"
            await playing.press("m")
            assert "film strip" not in playing.text()

    asyncio.run(play())


def test_who_holds_a_part_is_told_to_let_go_before_anybody_sits() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("n", "g", "t")
            assert "g lets go" in playing.text()
            assert _screen(playing).play.falls == 0

    asyncio.run(play())
