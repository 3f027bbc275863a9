"""The row below level 6's time line: exact text, at any width, with and without colours."""

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import REVERSE
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.seat_row import bet_row, seat_row
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

RELAPSE = [mark == "■" for mark in "■■■□■■□□□□■"]


def test_it_tells_where_it_begins_and_ends_and_what_a_full_square_means() -> None:
    theme, words = theme_for(ColourDepth.TRUECOLOR), Catalogue("en")
    cells = seat_row(60, 29, RELAPSE, 31, theme, GlyphSet.BLOCKS, words)
    assert cells.lines()[0].rstrip() == " 29 ■■■□■■□□□□■ 39  ■ grandmother could sit"
    assert cells.foreground[0, 6] == theme.focus
    plain = seat_row(60, 29, RELAPSE, 31, theme_for(ColourDepth.NONE), GlyphSet.ASCII, Catalogue("pl"))
    assert plain.lines()[0].rstrip() == " 29 ###.##....# 39  # babcia moglaby usiasc"
    assert [bool(attributes & REVERSE) for attributes in plain.attributes[0, 4:15]] == [n == 2 for n in range(11)]


def test_a_single_rebuild_is_not_named_twice() -> None:
    cells = seat_row(40, 29, [True], 29, theme_for(ColourDepth.NONE), GlyphSet.BLOCKS, Catalogue("en"))
    assert cells.lines()[0].rstrip() == " 29 ■  ■ grandmother could sit"


@given(st.integers(0, 90), st.integers(0, 90), st.lists(st.booleans(), max_size=11), st.sampled_from(GlyphSet))
def test_it_has_its_width_whatever_it_tells(width: int, first: int, row: list[bool], glyphs: GlyphSet) -> None:
    theme, words = theme_for(ColourDepth.SIXTEEN), Catalogue("en")
    for cells in (
        seat_row(width, first, row, first, theme, glyphs, words),
        bet_row(width, first, theme, glyphs, words),
    ):
        assert (cells.height, cells.width) == (1, width)
        assert glyphs is not GlyphSet.ASCII or cells.lines()[0].isascii()
