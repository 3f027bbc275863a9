import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import BOLD, REVERSE
from chairgame.graphics.instruments.bars import BarRow, direction_glyph, part_bars
from chairgame.terminal.depth import GlyphSet
from tests.graphics.soundness import (
    ASCII,
    HALF,
    MONO,
    TRUE,
    Terminal,
    any_floats,
    assert_sound,
    heights,
    labels,
    picture,
    terminals,
    widths,
)

ROWS = [
    BarRow("back slat", 31.0, "↑"),
    BarRow("leg A1", 14.2, "←", selected=True),
    BarRow("seat", 0.3, "·"),
    BarRow("rail", 8.0, "↘", known=False),
]


def _cm(value: float) -> str:
    return f"{value:.1f}"


def test_rows_line_up() -> None:
    assert picture(part_bars(4, 34, ROWS, 31.0, TRUE, HALF, _cm)) == (
        "  back slat ━━━━━━━━━━━━━━━ 31.0 ↑\n"
        "▸ leg A1    ━━━━━━━         14.2 ←\n"
        "  seat      ╸                0.3 ·\n"
        "  rail                         ? ↘"
    )


def test_a_narrow_column_drops_first_the_bar_and_then_the_numbers() -> None:
    assert picture(part_bars(2, 16, ROWS, 31.0, TRUE, HALF, _cm)) == "  back s… 31.0 ↑\n▸ leg A1  14.2 ←"
    assert picture(part_bars(2, 8, ROWS, 31.0, TRUE, ASCII, _cm)) == "  back ~\n> leg A1"


def test_bars_are_precise_to_half_a_cell() -> None:
    rows = [BarRow("a", halves / 2) for halves in range(9)]
    lines = part_bars(9, 2 + 1 + 1 + 4 + 6, rows, 4.0, TRUE, ASCII, _cm).lines()
    assert [line[4:8].rstrip() for line in lines] == ["", "-", "=", "=-", "==", "==-", "===", "===-", "===="]


def test_the_selected_row_is_always_among_those_shown() -> None:
    for selected in range(9):
        rows = [BarRow(f"part {i}", 1.0, selected=i == selected) for i in range(9)]
        assert f"▸ part {selected}" in picture(part_bars(3, 30, rows, 1.0, TRUE, HALF, _cm))


def test_selection_shows_without_colour_and_never_prints_nan() -> None:
    cells = part_bars(1, 30, [BarRow("seat", math.nan, selected=True)], 1.0, MONO, HALF, _cm)
    assert set(cells.attributes[0]) == {REVERSE | BOLD}
    assert picture(cells) == "▸ seat                     ?"


@pytest.mark.parametrize(("glyphs", "arrows"), [(HALF, "→↗↑↖←↙↓↘"), (ASCII, None)])
def test_eight_directions(glyphs: GlyphSet, arrows: str | None) -> None:
    shifts = [(5 * math.cos(i * math.pi / 4), 5 * math.sin(i * math.pi / 4)) for i in range(8)]
    drawn = "".join(direction_glyph(shift, 0.0, glyphs) for shift in shifts)
    if arrows:
        assert drawn == arrows
    else:
        assert drawn[::2] == ">^<v"


def test_a_tiny_shift_is_a_dot_and_depth_has_its_signs() -> None:
    assert direction_glyph((0.1, 0.1), 0.1, HALF) == "·"
    assert direction_glyph((math.nan, 0), 0, ASCII) == "."
    assert [direction_glyph((0.5, 0), depth, HALF) for depth in (9.0, -9.0)] == ["×", "○"]


bar_rows = st.lists(st.builds(BarRow, labels, any_floats, labels, st.booleans(), st.booleans()), max_size=12)


@given(heights, widths, bar_rows, any_floats, terminals)
def test_sound(height: int, width: int, rows: list[BarRow], maximum: float, terminal: Terminal) -> None:
    cells = part_bars(height, width, rows, maximum, terminal.theme, terminal.glyphs, _cm)
    assert_sound(cells, height, width, terminal)


@given(any_floats, any_floats, any_floats, st.sampled_from(GlyphSet))
def test_every_shift_has_one_glyph(right: float, up: float, depth: float, glyphs: GlyphSet) -> None:
    assert len(direction_glyph((right, up), depth, glyphs)) == 1
