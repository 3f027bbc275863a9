"""Every size of window: nothing unpainted, no two widgets over one another, frames whole, and a plea below 60×18."""

from itertools import product

import numpy as np
import pytest

from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.tui.driving import Game, game

SIZES = [(60, 18), (80, 24), (99, 30), (100, 30), (120, 40), (200, 60), (60, 60), (200, 18)]
VIEWS: dict[str, tuple[str, ...]] = {
    "lab": (),
    "black box": ("n", "tab"),
    "headphones": ("n", "tab", "tab"),
    "brain": ("n", "tab", "tab", "tab"),
    "settings": ("o",),
    "settings over a panel": ("tab", "o"),
    "settings after a panel": ("o", "tab", "o", "o"),
    "help": ("question_mark",),
}


def assert_covered(g: Game) -> None:
    """Every cell of the screen belongs to exactly one widget, and every picture fills its widget."""
    size = g.app.size
    covered = np.zeros((size.height, size.width), int)
    for widget in g.widgets():
        x, y, width, height = widget.region
        covered[y : y + height, x : x + width] += 1
    assert (covered == 1).all(), f"{(covered != 1).sum()} cells at {np.argwhere(covered != 1)[0]}"
    assert "\0" not in g.text()


def assert_frames_whole(g: Game) -> None:
    """No text runs over a panel's border."""
    for widget in g.widgets():
        lines = widget.picture.lines()
        if lines[0][0] in "╭┏":
            calm = lines[0][0] == "╭"
            assert lines[0][-1] == ("╮" if calm else "┓")
            assert {line[0] + line[-1] for line in lines[1:-1]} == {"││" if calm else "┃┃"}
            assert lines[-1][0] + lines[-1][-1] == ("╰╯" if calm else "┗┛")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", VIEWS)
async def test_every_cell_is_painted_once(size: tuple[int, int], view: str) -> None:
    async with game(size) as g:
        await g.press(*VIEWS[view])
        assert_covered(g)
        assert_frames_whole(g)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "pl"])
async def test_the_opening_fills_the_screen(size: tuple[int, int], language: str) -> None:
    async with game(size, opening=True, language=language) as g:
        assert_covered(g)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", ["en", "pl"])
async def test_the_four_phases_are_named_whole(size: tuple[int, int], language: str) -> None:
    async with game(size, language=language) as g:
        words = g.app.look.words
        for name in ("build", "measure", "listen", "adjust"):
            assert words(name) in g.row_of("title")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(("depth", "glyphs"), list(product(ColourDepth, (GlyphSet.BLOCKS, GlyphSet.ASCII))))
async def test_every_terminal_gets_a_whole_screen(size: tuple[int, int], depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game(size, depth=depth, glyphs=glyphs) as g:
        await g.press("n")
        assert_covered(g)


@pytest.mark.parametrize("size", [(59, 17), (59, 40), (200, 17), (20, 5), (1, 1)])
async def test_a_window_that_is_too_small_says_so_and_heals(size: tuple[int, int]) -> None:
    async with game((80, 24)) as g:
        await g.press("n")
        before = g.text()
        await resize(g, size)
        said = "".join(g.text().split())
        if size[0] * size[1] > 60:
            assert "60×18" in said
            assert f"{size[0]}×{size[1]}" in said
        assert_covered(g)
        await resize(g, (80, 24))
        assert g.text() == before


async def test_a_game_that_starts_too_small_heals_as_well() -> None:
    async with game((59, 17), language="pl") as g:
        assert "60×18" in g.text()
        await resize(g, (100, 30))
        assert_covered(g)
        await resize(g, (59, 17))
        await g.press("question_mark")
        assert "60×18" in g.text()
        assert_covered(g)


async def test_resizing_leaves_no_trace_of_other_sizes() -> None:
    async with game((120, 40)) as g:
        await g.press("n", "tab")
        for size in [(60, 18), (200, 60), (99, 31), (100, 31), (59, 17), (120, 40)]:
            await resize(g, size)
            assert_covered(g)
            async with game(size) as fresh:
                await fresh.press("n", "tab")
                assert g.text() == fresh.text()


async def resize(g: Game, size: tuple[int, int]) -> None:
    await g.pilot.resize_terminal(*size)
    await g.settle()
