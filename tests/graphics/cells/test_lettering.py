import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.terminal.depth import GlyphSet
from tests.graphics.soundness import ASCII, HALF


@pytest.mark.parametrize(
    ("text", "shown", "plain"),
    [
        ("gałąź", "gałąź", "galaz"),
        ("e\u0301", "é", "e"),
        ("×4 −1…", "×4 −1…", "x4 -1~"),
        ("a\tb\nc", "a b c", "a b c"),
        ("座x", "?x", "?x"),
        ("\x1b[2J", "?[2J", "?[2J"),
        ("ß☃", "ß☃", "??"),
        ("\ud800", "?", "?"),
    ],
)
def test_each_character_gets_one_cell(text: str, shown: str, plain: str) -> None:
    assert legible(text, HALF) == shown
    assert legible(text, ASCII) == plain


def test_what_is_cut_leaves_an_ellipsis() -> None:
    assert [fitted("back slat", width, HALF) for width in (0, 1, 5, 9)] == ["", "…", "back…", "back slat"]
    assert fitted("back slat", 5, ASCII) == "back~"


@given(st.text(), st.integers(0, 20), st.sampled_from(GlyphSet))
def test_any_text_becomes_narrow_and_printable(text: str, width: int, glyphs: GlyphSet) -> None:
    shown = fitted(text, width, glyphs)
    assert len(shown) <= width
    assert shown.isprintable()
    assert shown.isascii() or glyphs is not ASCII
    assert not any(unicodedata.east_asian_width(c) in "WF" for c in shown)
