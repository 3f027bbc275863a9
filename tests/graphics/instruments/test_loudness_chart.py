"""The chart of volumes: curves and figures at their own volume, smoke as smoke, nothing by colour alone, any size."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import DEFAULT, Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.curve_bars import picked
from chairgame.graphics.instruments.loudness_chart import Heard, Wording, loudness_chart
from chairgame.terminal.depth import ColourDepth, GlyphSet

RATES = (0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15)
ASKED = 8
WORDS = Wording(lambda cm: f"{cm:.{int(cm < 10)}f}", lambda rate: f"{rate:g}".lstrip("0"), "smoke")
HIGH, LOW = (60.0,) * 9, (60.0, 30.0, 20.0, 15.0, 12.0, 10.0, 8.0, 7.0, 6.0)


def _chart(
    height: int,
    width: int,
    heard: Mapping[float, Heard],
    now: float = 0.01,
    glyphs: GlyphSet = GlyphSet.BLOCKS,
    depth: ColourDepth = ColourDepth.TRUECOLOR,
) -> Cells:
    return loudness_chart(height, width, RATES, heard, now, ASKED, 3.0, theme_for(depth), glyphs, WORDS)


@given(
    height=st.integers(1, 30),
    width=st.integers(1, 120),
    heard=st.dictionaries(
        st.sampled_from(RATES),
        st.builds(
            Heard,
            st.lists(st.floats(1e-6, 1e9), max_size=9).map(tuple),
            st.booleans(),
            st.none() | st.floats(1e-6, 1e6),
            st.none() | st.booleans(),
            st.booleans(),
        ),
    ),
    now=st.sampled_from(RATES),
    glyphs=st.sampled_from(GlyphSet),
)
def test_any_chart_fits_any_size(
    height: int, width: int, heard: dict[float, Heard], now: float, glyphs: GlyphSet
) -> None:
    cells = _chart(height, width, heard, now, glyphs)
    assert cells.glyph.shape == (height, width)
    if glyphs is GlyphSet.ASCII:
        assert "".join(cells.lines()).isascii()


@pytest.mark.parametrize("glyphs", list(GlyphSet))
@pytest.mark.parametrize("rate", RATES)
def test_a_curve_stands_over_its_own_volume_and_is_higher_for_more_centimetres(rate: float, glyphs: GlyphSet) -> None:
    counts = []
    for distance in (5.0, 20.0, 75.0):
        heard = {rate: Heard((60.0, *[distance] * ASKED))}
        empty, shown = _chart(12, 60, {}, rate, glyphs).glyph[:9], _chart(12, 60, heard, rate, glyphs).glyph[:9]
        rows, columns = (shown != empty).nonzero()
        assert {int(column // 5) for column in columns} == {RATES.index(rate)}
        counts.append(len(set(rows)))
    assert counts == sorted(set(counts))


@pytest.mark.parametrize("bars", range(1, 10))
def test_few_bars_still_show_the_rebuild_that_is_asked_about(bars: int) -> None:
    distances = [float(epoch) for epoch in range(ASKED + 1)]
    shown = picked(distances, ASKED, bars)
    assert len(shown) == min(bars, ASKED)
    assert shown == sorted(shown)
    assert shown[-1] == ASKED
    assert 0.0 not in shown, "the first rebuild is the same at every volume"
    assert picked(distances[:4], ASKED, bars) == [epoch for epoch in shown if epoch < 4]


def test_what_was_heard_reads_without_colours() -> None:
    heard = {
        0.002: Heard(LOW, True, 11.0, True),
        0.01: Heard(LOW, is_asking=True),
        0.05: Heard(LOW, True, 1.4, False),
        0.07: Heard(HIGH, True, None, True),
        0.1: Heard(HIGH[:2], True, None),
    }
    cells = _chart(6, 54, heard, depth=ColourDepth.NONE)
    assert (cells.foreground == DEFAULT).all()
    assert cells.lines() == [
        "                                       ▆▆▆ ▆          ",
        "   █▁              █▁              █▁  ███ █          ",
        "   ██▃             ██▃             ██▃ ███ █          ",
        "   11   ?   ?   ?       ?   ?   ?  1.4 ▒▒▒ ▒▒▒  ?     ",
        "    ✓               ?               ×   ✓             ",
        "  .002    .005    [.01]    .02 .03 .05 .07 .1  .15    ",
    ]
    assert _chart(6, 54, heard, glyphs=GlyphSet.ASCII).lines() == [
        "                                       === =          ",
        "   #               #               #   ### #          ",
        "   ##_             ##_             ##_ ### #          ",
        "   11   ?   ?   ?       ?   ?   ?  1.4 %%% %%%  ?     ",
        "    v               ?               x   v             ",
        "  .002    .005    [.01]    .02 .03 .05 .07 .1  .15    ",
    ]


def test_where_there_is_room_smoke_is_a_word() -> None:
    wide = _chart(8, 84, {0.1: Heard(HIGH, True, None)}, glyphs=GlyphSet.ASCII).lines()
    assert "smoke" in wide[-3]


@given(now=st.sampled_from(RATES), width=st.integers(20, 100))
def test_the_present_volume_is_always_named_and_in_brackets(now: float, width: int) -> None:
    assert f"[{now:g}]".replace("[0", "[") in re.split(" +", _chart(6, width, {}, now).lines()[-1])
