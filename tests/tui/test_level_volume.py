"""The volume on its screen: played to three stars by the keys that it names, at any size, in both languages."""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.levels.volume import VolumeScreen
from chairgame.tui.widgets.cells import CellsWidget
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


def _footer(playing: Game) -> list[str]:
    return [key.shown for key in _screen(playing).working_keys() if key.footer]


async def _run(playing: Game, outcome: str) -> None:
    """By time to the question, by a key to the end."""
    await playing.press("space")
    assert _screen(playing).play.running
    for _ in range(8):
        if _screen(playing).play.running:
            await playing.pass_time(1.0)
    assert _screen(playing).play.is_asking
    _assert_whole(playing)
    await playing.press(KEYS[outcome])
    assert _screen(playing).play.running
    _assert_whole(playing)
    await playing.press("end")
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
            for turns, outcome in (("", "crawl"), ("+++", "learn"), ("++", "learn"), ("++", "burn"), ("-", "learn")):
                await playing.press(*turns)
                _assert_whole(playing)
                await _run(playing, outcome)
                _assert_whole(playing)
            assert screen.attempt.star_count == 3
            mark = "1,4" if language == "pl" else "1.4"
            if size[0] > 60:
                assert mark in playing.text()
                assert "✓✓✓✓✓" in playing.text()
            await playing.press("e", "e", "space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert mark in playing.text()

    asyncio.run(play())


def test_the_run_stops_by_itself_and_space_does_not_get_past_the_question() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            assert "1 2 3" not in _footer(playing)
            await playing.press("1", "space")
            await playing.pass_time(9.0)
            volume = _screen(playing).play
            assert (volume.epoch, volume.is_asking, volume.running) == (8, True, False)
            assert {"1 2 3"} <= {*_footer(playing)}
            assert not {"End", ">"} & {*_footer(playing)}
            await playing.press("space", "n", "end")
            assert volume.epoch == 8
            assert "1: it crawls, 2: it learns, 3: it burns out" in playing.text()
            await playing.press("1")
            await playing.pass_time(2.2)
            assert volume.is_over_now
            assert volume.row == ("crawl",)
            await playing.press("end", "n")
            assert volume.is_over_now, "only Space begins it once more"
            await playing.press("space")
            await playing.pass_time(6.0)
            assert volume.count == 2
            assert "as you have heard before" in playing.text()

    asyncio.run(play())


def test_a_wait_can_be_held_sped_and_ended() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("space")
            await playing.pass_time(2.5)
            volume = _screen(playing).play
            await playing.press("space")
            await playing.pass_time(3.0)
            assert volume.epoch == 2
            assert "Held at rebuild 2" in playing.text()
            await playing.press("space")
            assert {">", "End"} <= {*_footer(playing)}
            await playing.press(">", ">")
            await playing.pass_time(0.5)
            assert volume.is_asking
            await playing.press("+", "space", "end")
            assert volume.is_asking

    asyncio.run(play())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_smoke_leaves_a_ghost_says_how_far_the_parts_are_and_u_goes_back(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"+++++++", "end", "2", "end")
            volume = _screen(playing).play
            assert volume.is_burned
            assert "no star is lost" in playing.text()
            assert "u" in _footer(playing)
            await playing.pass_time(1.5)
            text = playing.text()
            assert "SMOKE" in text
            assert "Puff of Smoke" in text
            assert "m away" in text
            assert "e+" not in text
            smoke = volume.epoch
            await playing.press("u")
            assert 0 < volume.epoch < smoke
            assert not volume.is_burned
            assert "u" not in _footer(playing)
            await playing.press("-", "-", "-", "space")
            await playing.pass_time(3.0)
            assert volume.is_over_now
            assert volume.hearings[-1].distance_cm is not None

    asyncio.run(play())


def test_a_volume_that_burns_early_asks_nothing_and_its_numbers_are_for_people() -> None:
    async def play() -> None:
        async with game((120, 40), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"+++++++++", "space")
            await playing.pass_time(3.0)
            text = playing.text()
            assert _screen(playing).play.is_burned
            assert "burned before anybody could guess" in text
            assert "SMOKE" in text
            assert "Puff of Smoke" in text
            assert "out of sight for good" in text or "km away" in text
            assert max((len(word) for word in text.split() if word.replace(".", "").isdigit()), default=0) <= 6
            assert _screen(playing).play.missed == 0

    asyncio.run(play())


def test_the_next_brain_is_another_one_and_the_chart_is_empty_again() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            assert "N" not in _footer(playing)
            await playing.press("end", "1", "end")
            chart = playing.screen.query_one("#loudness", CellsWidget)
            assert "5.1" in "".join(chart.picture.lines())
            assert "N" in _footer(playing)
            await playing.press("N")
            volume = _screen(playing).play
            assert volume.brain == LEVEL.seeds[1]
            assert "5.1" not in "".join(chart.picture.lines())
            assert "✓····" in playing.text()

    asyncio.run(play())


def test_what_was_read_counts_when_the_level_is_ended_before_the_run() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"+++", "end", "2", "end", *"++", "end", "2", "e", "e")
            screen = _screen(playing)
            assert screen.attempt.stage is Stage.RESULT
            assert screen.play.row == ("learn", "learn")
            assert screen.attempt.earned == {1, 2}
            assert screen.asking.question == ""

    asyncio.run(play())


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@LANGUAGES
def test_the_question_the_answer_and_the_smoke_read_in_all_colours_and_glyphs(
    depth: ColourDepth, glyphs: GlyphSet, size: tuple[int, int], language: str
) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, language=language, depth=depth, glyphs=glyphs) as playing:
            await _begin(playing)
            await playing.press(*"+++++++", "end")
            word, answers = ("DYM", "123") if language == "pl" else ("SMOKE", "123")
            box = "\n".join(playing.screen.query_one("#run-box", CellsWidget).picture.lines())
            assert all(f" {answer} " in box for answer in answers)
            assert "[" not in box
            assert "[.07]" in playing.text().replace(",07", ".07")
            await playing.press("3")
            assert "[3 " in playing.text()
            await playing.press("end")
            await playing.pass_time(1.5)
            assert word in playing.text()
            if glyphs is GlyphSet.ASCII:
                assert playing.text().isascii()

    asyncio.run(play())
