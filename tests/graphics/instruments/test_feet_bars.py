"""The bars of four feet: exact text, at any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.feet_bars import feet_bars
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

FALLS = [("A1", 0.0), ("A2", 1.8), ("A3", 6.0), ("A4", 3.1)]


def bars(height: int, width: int, row_cm: float, glyphs: GlyphSet = GlyphSet.BLOCKS, language: str = "en") -> list[str]:
    words = Catalogue(language)
    theme = theme_for(ColourDepth.NONE)
    cells = feet_bars(height, width, FALLS, words("grandmother"), 3.0, row_cm, theme, glyphs, words)
    return [line.rstrip() for line in cells.lines()]


def test_what_is_above_the_line_is_above_it_and_marked() -> None:
    assert bars(6, 66, 4.5) == [
        "feet above the floor, ×3",
        "                  ████████ ▁▁▁▁▁▁▁▁",
        "┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈████████┈████████┈ grandmother bridges 3 cm ┈┈┈┈",
        "         ▂▂▂▂▂▂▂▂ ████████ ████████",
        "         ████████ ████████ ████████",
        "A1 0.0   A2 1.8   A3 6.0!  A4 3.1!",
    ]


def test_in_ascii_and_polish_and_as_narrow_as_a_floor_of_two() -> None:
    assert bars(5, 28, 8.0, GlyphSet.ASCII, "pl") == [
        "babcia zniesie 3 cm, x3",
        "              ###### ______",
        "..............######.######.",
        "       ###### ###### ######",
        "A1 0,0 A2 1,8 A3 6,0!A4 3,1!",
    ]


@given(
    st.integers(0, 14),
    st.integers(0, 90),
    st.lists(st.tuples(st.sampled_from(["A1", "leg"]), st.floats(0, 90)), max_size=6),
    st.floats(0.5, 20),
    st.sampled_from(GlyphSet),
)
def test_it_has_its_size_whatever_the_feet_do(
    height: int, width: int, feet: list[tuple[str, float]], row_cm: float, glyphs: GlyphSet
) -> None:
    words, theme = Catalogue("en"), theme_for(ColourDepth.TRUECOLOR)
    cells = feet_bars(height, width, feet, "grandmother", 3.0, row_cm, theme, glyphs, words)
    assert cells.glyph.shape == (height, width)
    assert glyphs is not GlyphSet.ASCII or "".join(cells.lines()).isascii()


@pytest.mark.parametrize("cm", [0.0, 0.4, 1.0, 2.9, 3.0, 3.1, 7.0, 30.0])
def test_a_bar_crosses_the_line_just_when_it_is_higher(cm: float) -> None:
    words, theme = Catalogue("en"), theme_for(ColourDepth.NONE)
    cells = feet_bars(7, 40, [("A1", cm)], "grandmother", 3.0, 4.5, theme, GlyphSet.BLOCKS, words)
    column = [line[0] for line in cells.lines()]
    line = len(cells.lines()) - 2 - 2
    assert (column[line] == "█") == (cm > 3)
    filled = sum(sign in "▁▂▃▄▅▆▇█" for row, sign in enumerate(column[1:-1], 1) if row != line)
    assert filled == (0 if cm == 0 else min(4, -(-cm // 1.5)))
