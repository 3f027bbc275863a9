"""The family on its screen: played to three stars by the keys that it names, held, hurried, bent, in every look."""

from typing import cast

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.family_runs import run_of
from chairgame.game.story.family_setup import FamilySetup
from chairgame.game.story.level import level_named
from chairgame.graphics.cells.lettering import legible
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.family import FamilyScreen
from chairgame.tui.widgets.cells import CellsWidget
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots
from tests.tui.test_level_screens import to_play

LEVEL = level_named("never-seen")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
FEW = 7  # the last row: fifty rebuilds


@pytest.fixture(scope="module", autouse=True)
def practised() -> None:
    """Runs are shared: what a film would have to wait for is there."""
    for chairs in (1, 15, 60, 120):
        run_of(LEVEL.setup_as(FamilySetup), LEVEL.seed, chairs).finish()


def screen_in(g: Game) -> FamilyScreen:
    return cast(FamilyScreen, g.screen)


def footer(g: Game) -> list[str]:
    return [key.shown for key in screen_in(g).working_keys() if key.footer]


async def rest(g: Game) -> None:
    """Until nothing moves any more."""
    while screen_in(g).attempt.playing:
        g.clock.advance(FRAME)
        screen_in(g).clockwork.tick()
    await g.settle()


async def look_at(g: Game, row: int) -> None:
    while screen_in(g).play.row != row:
        await g.press("down" if screen_in(g).play.row < row else "up")


async def practise(g: Game, row: int, said: str) -> None:
    await look_at(g, row)
    assert "1 2 3" in footer(g)
    assert "space" not in footer(g), "first it is said"
    await g.press(said)
    assert "space" in footer(g)
    assert_whole(g)
    await g.press("space")
    assert "End" in footer(g)
    assert_whole(g)
    await g.press("end")
    await rest(g)
    assert_whole(g)


def assert_whole(g: Game) -> None:
    """The sentence, the stars' rules and the notes stand on the screen with all their words."""
    screen, text, _, glyphs = screen_in(g), g.text(), g.app.look.words, g.app.look.glyphs
    stars = tuple(_(star.text) for star in LEVEL.stars)
    for sentence in (screen.sentence(), *stars, *(screen.notes() if g.app.size.height > 18 else ())):
        for word in sentence.split():
            assert legible(word, glyphs) in text, text


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await to_play(g)
        assert_whole(g)
        await practise(g, 0, "1")
        await practise(g, 4, "2")
        assert "b" in footer(g)
        await g.press("b")
        assert {"Enter", "Esc"} <= {*footer(g)}
        assert_whole(g)
        await g.press("up", "right", "right", "enter")
        assert_whole(g)
        assert screen_in(g).attempt.stars()[1][1] is False, "the border is seen before its star"
        await g.pass_time(0.5)
        assert screen_in(g).attempt.stars()[1][1] is False
        await g.press("end")
        assert_whole(g)
        assert screen_in(g).attempt.earned == {1, 2}
        await g.press("left", "down")
        assert_whole(g)
        await g.press("escape")
        await practise(g, 6, "3")
        assert screen_in(g).attempt.earned == {1, 2, 3}
        await g.press("e", "e")
        await rest(g)
        await g.press("space")
        assert screen_in(g).attempt.stage is Stage.DEBRIEF
        await g.press("space")
        assert "chairgame play fold" in " ".join(g.text().replace("┃", " ").split())


async def test_it_can_be_held_and_broken_off_and_nothing_is_lost() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await look_at(g, FEW)
        await g.press("space")
        assert "First say what will come of it" in g.text()
        await g.press("3", "space")
        await g.pass_time(1.0)
        await g.press("space")
        frame = screen_in(g).play.frame
        assert 0 < frame < 45
        await g.pass_time(1.0)
        assert screen_in(g).play.frame == frame
        await g.press("down", "1")
        assert (screen_in(g).play.row, screen_in(g).play.said) == (FEW, "half"), "it is said already"
        await g.press("escape")
        assert not screen_in(g).play.is_practising
        assert screen_in(g).play.moves == []
        await g.press("1", "2", "3", "space")
        await rest(g)
        assert screen_in(g).play.moves == ["train 120 half"]
        assert "half-baked" in g.text()


async def test_no_bet_before_a_heap_is_understood_and_one_is_enough() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await g.press("b")
        assert "First find a heap that is understood" in g.text()
        await practise(g, 4, "2")
        await g.press("b", "escape", "b", "enter", "end")
        assert screen_in(g).play.bet is not None
        assert screen_in(g).play.bet.height == 61
        await g.press("enter", "up", "escape", "b")
        assert screen_in(g).play.bet.height == 61
        assert "Enter" not in footer(g)
        await g.press("R")
        assert screen_in(g).attempt.level.seed == LEVEL.seeds[1], "who has seen what comes of it gets other chairs"


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_table_reads_in_all_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet, language: str) -> None:
    async with game((80, 24), level=LEVEL, language=language, depth=depth, glyphs=glyphs) as g:
        await to_play(g)
        await practise(g, FEW, "3")
        table = "\n".join(g.screen.query_one("#heaps", CellsWidget).picture.lines())
        assert "[120]" in table
        assert ("8,4" if language == "pl" else "8.4") in table
        assert {"en": "half-baked", "pl": "zakalec"}[language] in table
        if glyphs is GlyphSet.ASCII:
            assert g.text().isascii()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_snapshots_of_the_family(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=LEVEL, language=language, reduced_motion=True) as g:
        await snapshot(g, "never-seen-page")
        await to_play(g)
        await snapshot(g, "never-seen-start")
        for move in LEVEL.solution:
            screen_in(g).move(move)
            screen_in(g).attempt.play.skip()
            screen_in(g).changed()
            if move.startswith("bet"):
                await g.settle()
                await snapshot(g, "never-seen-bent")
        await snapshot(g, "never-seen-table")
        screen_in(g).finish()
        await rest(g)
        for _step in screen_in(g).attempt.play.reckon():
            pass
        await snapshot(g, "never-seen-result")
