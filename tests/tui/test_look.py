"""The key for colours steps through all of them, and a theme asked for is the theme that is seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import HIGH_CONTRAST, ColourDepth, GlyphSet
from chairgame.tui.look import Look
from chairgame.tui.terminal.thrift import WINDOW
from tests.tui.driving import Game, game

FIRST = Look(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "en", depth_is_named=True)

looks = st.builds(
    Look,
    st.sampled_from(ColourDepth),
    st.sampled_from(GlyphSet),
    st.just("en"),
    depth_is_named=st.booleans(),
    glyphs_are_named=st.booleans(),
)


@given(looks)
def test_each_rung_is_another_look_and_none_touches_what_was_named(look: Look) -> None:
    rungs = look.rungs()
    assert rungs[0] == look
    assert len(set(rungs)) == len(rungs) <= 3
    assert not look.depth_is_named or {rung.depth for rung in rungs} == {look.depth}
    assert not look.glyphs_are_named or {rung.glyphs for rung in rungs} == {look.glyphs}


def test_a_slow_link_first_costs_colours_and_then_the_fineness_of_cells() -> None:
    rungs = replace(FIRST, depth_is_named=False).rungs()
    assert [(rung.depth, rung.glyphs) for rung in rungs] == [
        (ColourDepth.TRUECOLOR, GlyphSet.BLOCKS),
        (ColourDepth.INDEXED, GlyphSet.BLOCKS),
        (ColourDepth.INDEXED, GlyphSet.HALF),
    ]


def starve(playing: Game) -> None:
    """Motion on a link that carries nothing."""
    for _ in range(4):
        playing.app.frames.thrift.refused()
        playing.clock.advance(WINDOW + 0.1)
        playing.app.judge_link(0.0)


async def test_a_slow_link_costs_colours_and_the_key_for_them_names_new_ones() -> None:
    async with game() as playing:
        starve(playing)
        assert (playing.app.look.depth, playing.app.look.glyphs) == (ColourDepth.INDEXED, GlyphSet.HALF)
        await playing.press("l")
        assert (playing.app.look.depth, playing.app.look.glyphs) == (ColourDepth.INDEXED, GlyphSet.HALF)
        await playing.press("K")
        assert (playing.app.look.depth, playing.app.look.glyphs) == (ColourDepth.SIXTEEN, GlyphSet.HALF)
        starve(playing)
        assert playing.app.look.depth is ColourDepth.SIXTEEN


async def test_what_was_asked_for_by_name_is_never_taken_away() -> None:
    async with game(depth_is_named=True, glyphs_are_named=True) as playing:
        starve(playing)
        assert playing.app.look == playing.app._rungs[0]


async def test_at_rest_the_best_picture_is_drawn_once_where_the_link_carries_it() -> None:
    async with game() as playing:
        starve(playing)
        await playing.press("d")
        assert playing.app._resting is not None
        playing.app._show_at_best()
        assert playing.app.look.depth is ColourDepth.INDEXED  # nobody knows what the link carries
        playing.app.frames.carries = lambda size, _: size < 100_000  # type: ignore[method-assign]
        playing.app._show_at_best()
        assert playing.app.look.depth is ColourDepth.TRUECOLOR
        await playing.press("d")
        assert playing.app.look.depth is ColourDepth.TRUECOLOR
        playing.app.judge_link(0.0)  # it moves again
        assert playing.app.look.depth is ColourDepth.INDEXED


@pytest.mark.parametrize("own_depth", ColourDepth)
def test_the_ladder_ends_in_high_contrast_and_begins_again(own_depth: ColourDepth) -> None:
    looks = [FIRST]
    while len(looks) == 1 or looks[-1] != FIRST:
        looks.append(looks[-1].recoloured(own_depth))
    assert [look.depth for look in looks[:4]] == list(ColourDepth)
    assert [look.theme_name for look in looks] == ["default"] * 4 + [HIGH_CONTRAST, "default"]
    assert looks[4].depth is (ColourDepth.SIXTEEN if own_depth is ColourDepth.NONE else own_depth)


async def test_the_theme_asked_for_is_drawn_and_c_leaves_it() -> None:
    wanted = theme_for(ColourDepth.TRUECOLOR, HIGH_CONTRAST)
    async with game(theme=HIGH_CONTRAST) as playing:
        assert {int(c) for w in playing.widgets() for c in w.picture.background.flat} >= {wanted.panel}
        await playing.press("K")
        assert playing.app.look.theme == theme_for(ColourDepth.TRUECOLOR)
