"""The zoom on its screen: played to three stars by the keys that it names, at any size, in both languages."""

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.zoom import Act
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.levels.zoom import ZoomScreen
from chairgame.tui.widgets.sentence import SentenceLine
from tests.tui.driving import Game, game

LEVEL = level_named("175-billion")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])


def _screen(playing: Game) -> ZoomScreen:
    assert isinstance(playing.screen, ZoomScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


async def _to_chips(playing: Game, bet: int = 8) -> None:
    await _begin(playing)
    await playing.press(*["right"] * (bet - 4), "enter", *["right"] * 8, "space")
    assert _screen(playing).play.act is Act.CHIPS


async def _to_foundry(playing: Game, fewest: int = 1) -> None:
    await _to_chips(playing)
    await playing.press("enter")
    await _measure(playing)
    await playing.press("space", *["right"] * fewest, "enter")
    assert _screen(playing).play.act is Act.FOUNDRY


async def _measure(playing: Game) -> None:
    while _screen(playing).bench.race is None:
        await playing.pass_time(0.25)


def _footer(playing: Game) -> dict[str, str]:
    return {key.shown: key.short for key in _screen(playing).working_keys() if key.footer}


def _assert_whole(playing: Game) -> None:
    """The sentence and the stars' rules stand on the screen with all their words."""
    screen, text, _ = _screen(playing), playing.text(), playing.app.look.words
    for sentence in (screen.query_one(SentenceLine).sentence(), *(_(star.text) for star in LEVEL.stars)):
        for word in sentence.split():
            assert word in text, f"{word}\n{text}"
    stage = "".join(row[: -screen.GOALS_COLUMNS[playing.app.size.width > 80]] for row in playing.rows()[1:-3])
    assert "…" not in stage, text


@SIZES
@LANGUAGES
async def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as playing:
        await _begin(playing)
        screen = _screen(playing)
        if size[0] > 60:
            _assert_whole(playing)
        assert _footer(playing)["Enter"] == "bet"
        await playing.press(*["right"] * 4, "enter")
        for _step in range(8):
            assert _footer(playing)["→"] == "tenfold"
            await playing.press("right")
            await playing.pass_time(1.0)
            if size[0] > 60:
                _assert_whole(playing)
        assert screen.attempt.earned == {2}
        await playing.press("space", "enter")
        await _measure(playing)
        if size[0] > 60:
            _assert_whole(playing)
        await playing.press("space", "right", "enter", "right")
        for _start in range(2):
            assert _footer(playing)["space"] == "drop"
            await playing.press("space")
            for _second in range(6):
                if screen.play.is_casting:
                    await playing.pass_time(1.0)
                    if size[0] > 60:
                        _assert_whole(playing)
        assert screen.attempt.earned == {1, 2, 3}
        if size[0] > 60:
            assert "m7 = " in playing.text()
            assert f" e {playing.app.look.words('enough')} " in playing.rows()[-1], "nothing names the way on"
        await playing.press("e", "e", "space")
        assert screen.attempt.stage is Stage.DEBRIEF


async def test_what_falls_can_be_held_hurried_and_let_go() -> None:
    async with game((80, 24), level=LEVEL) as playing:
        await _to_foundry(playing)
        play = _screen(playing).play
        assert {">", "End"}.isdisjoint(_footer(playing))
        await playing.press("space")
        await playing.pass_time(0.5)
        assert 0 < play.look < 150
        assert {">", "End"} <= {*_footer(playing)}
        before = play.look
        await playing.press("space")
        await playing.pass_time(1.0)
        assert play.look == before
        assert "Held" in playing.text()
        await playing.press("end")
        for _frame in range(100):
            if play.is_casting:
                await playing.pass_time(0.05)
        assert not play.is_casting
        await playing.press("space", "right")
        assert play.multiplications == 7
        assert not play.is_casting


async def test_enter_and_space_never_skip_a_bet_or_the_race() -> None:
    async with game((80, 24), level=LEVEL) as playing:
        await _begin(playing)
        play = _screen(playing).play
        await playing.press("space", "space")
        assert play.bet is None
        await playing.press("left", "left", "left", "left", "left", "enter")
        assert play.bet == 1
        await playing.press(*["space"] * 8)
        assert play.has_arrived
        assert "you said 1" in playing.text()
        await playing.press("space", "space")
        assert not play.has_multiplied
        assert "Enter" in _footer(playing)


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_every_act_reads_in_all_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs) as playing:
        await _begin(playing)
        shown = [playing.text()]
        await playing.press(*["right"] * 4, "enter", "right", "right")
        shown.append(playing.text())
        await playing.press(*["right"] * 6, "space", "enter")
        await _measure(playing)
        shown.append(playing.text())
        await playing.press("space")
        shown.append(playing.text())
        await playing.press("right", "enter", "right", "space")
        await playing.pass_time(0.5)
        shown.append(playing.text())
        for text, word in zip(shown, ("[ 4 ]", "10 weights", "all at once", "[ 8 ]", "missing"), strict=True):
            assert word in text
            assert glyphs is GlyphSet.BLOCKS or text.isascii(), text
