"""The chart of volumes: figures at their own volume, smoke as smoke, nothing by colour alone, any size."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import DEFAULT, Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.loudness_chart import Tried, loudness_chart
from chairgame.terminal.depth import ColourDepth, GlyphSet

RATES = (0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15)


def _chart(
    height: int,
    width: int,
    tried: dict[float, Tried],
    now: float = 0.01,
    glyphs: GlyphSet = GlyphSet.BLOCKS,
    depth: ColourDepth = ColourDepth.TRUECOLOR,
) -> Cells:
    return loudness_chart(
        height,
        width,
        RATES,
        tried,
        now,
        True,
        3.0,
        theme_for(depth),
        glyphs,
        lambda cm: f"{cm:.1f}",
        lambda r: f"{r:g}",
    )


@given(
    height=st.integers(1, 30),
    width=st.integers(1, 120),
    tried=st.dictionaries(
        st.sampled_from(RATES),
        st.builds(Tried, st.none() | st.floats(1e-6, 1e6), st.none() | st.booleans()),
    ),
    now=st.sampled_from(RATES),
    glyphs=st.sampled_from(GlyphSet),
)
def test_any_chart_fits_any_size(
    height: int, width: int, tried: dict[float, Tried], now: float, glyphs: GlyphSet
) -> None:
    cells = _chart(height, width, tried, now, glyphs)
    assert cells.glyph.shape == (height, width)
    if glyphs is GlyphSet.ASCII:
        assert "".join(cells.lines()).isascii()


@pytest.mark.parametrize("glyphs", list(GlyphSet))
@pytest.mark.parametrize("rate", RATES)
def test_a_bar_stands_over_its_own_volume_and_is_higher_for_more_centimetres(rate: float, glyphs: GlyphSet) -> None:
    heights = []
    for distance in (1.0, 4.0, 18.0):
        empty = _chart(12, 65, {}, rate, glyphs).glyph[:10]
        shown = _chart(12, 65, {rate: Tried(distance, None)}, rate, glyphs).glyph[:10]
        rows, columns = (shown != empty).nonzero()
        assert {int((column - 5) // 5) for column in columns} == {RATES.index(rate)}
        heights.append(len(set(rows)))
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("glyphs", list(GlyphSet))
def test_a_perfect_run_is_still_seen_where_there_is_no_room_for_figures(glyphs: GlyphSet) -> None:
    empty, shown = _chart(5, 34, {}, glyphs=glyphs), _chart(5, 34, {0.05: Tried(0.4, None)}, glyphs=glyphs)
    assert (shown.glyph[:3] != empty.glyph[:3]).any()


def test_smoke_and_marks_read_without_colours() -> None:
    tried = {0.002: Tried(11.0, True), 0.05: Tried(1.4, False), 0.1: Tried(None, True)}
    cells = _chart(8, 65, tried, depth=ColourDepth.NONE)
    assert (cells.foreground == DEFAULT).all()
    lines = cells.lines()
    assert re.findall("[✓×?]", lines[-2]) == ["✓", "?", "×", "✓"]
    assert sum("▒" in line for line in lines) == 6
    assert "11.0" in "".join(lines)
    assert "1.4" in "".join(lines)


@given(now=st.sampled_from(RATES), width=st.integers(20, 100))
def test_the_present_volume_is_always_named(now: float, width: int) -> None:
    assert f"{now:g}" in _chart(6, width, {}, now).lines()[-1].split()
