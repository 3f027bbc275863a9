"""Where a head looks, as exact text: bars with numbers, shades with numbers, and brackets where the player points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.attention_map import Place, Share, place_grid, place_rows, share_bars
from chairgame.terminal.depth import ColourDepth, GlyphSet

THEME = theme_for(ColourDepth.NONE)
TEXT = ("Ala", "ma", "kota", ".")


def places(*shares: float | None, pointed: int | None = None, note: str = "◂ here") -> list[Place]:
    words = [TEXT[index % 4] for index in range(len(shares))]
    most = max(share or 0 for share in shares)
    return [
        Place(word, share, note if share and share == most else "", is_pointed=index == pointed)
        for index, (word, share) in enumerate(zip(words, shares, strict=True))
    ]


def drawn(draw, height: int, width: int, *arguments: object, glyphs: GlyphSet = GlyphSet.BLOCKS) -> list[str]:
    return [line.rstrip() for line in draw(height, width, *arguments, THEME, glyphs).lines()]


def test_a_row_a_place():
    assert drawn(place_rows, 5, 40, places(0.0, 0.25, 0.75, 0.004)) == [
        " Ala         · 0",
        " ma          ████ 25",
        " kota        ███████████ 75  ◂ here",
        " .           · 0",
        "",
    ]


def test_a_row_a_place_in_ascii():
    lines = drawn(place_rows, 4, 40, places(0.0, 0.25, 0.75, 0.0, note="< here"), glyphs=GlyphSet.ASCII)
    assert lines == [
        " Ala         . 0",
        " ma          #### 25",
        " kota        ########### 75  < here",
        " .           . 0",
    ]


def test_while_it_is_hidden_only_the_pointer_is_seen():
    assert drawn(place_rows, 4, 30, places(None, None, None, None, pointed=2)) == [" Ala", " ma", "[kota]", " ."]


def test_a_fact_a_row_where_rows_are_few():
    assert drawn(place_grid, 3, 48, places(0.0, 0.1, 0.9, 0.0, 0.3, 0.0, 0.6, 0.0, pointed=1)) == [
        " Ala   ·  0 [ma]   ░ 10  kota  █ 90  .     ·  0",
        " Ala   ▒ 30  ma    ·  0  kota  ▓ 60  .     ·  0",
        "kota ◂ here",
    ]


def test_shares_are_lengths_with_percents():
    shares = [Share("it looks", 1.0, is_strong=True), Share("evenly", 0.25), Share("nowhere", 0.0)]
    assert drawn(lambda _height, *rest: share_bars(*rest), 3, 30, shares) == [
        "it looks ███████████████ 100 %",
        "evenly   ████ 25 %",
        "nowhere  0 %",
    ]


@pytest.mark.parametrize("draw", [place_rows, place_grid])
@given(
    height=st.integers(1, 20),
    width=st.integers(1, 60),
    shares=st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=34),
    pointed=st.none() | st.integers(0, 33),
    glyphs=st.sampled_from(list(GlyphSet)),
)
def test_it_is_drawn_in_any_size(draw, height, width, shares, pointed, glyphs):
    cells = draw(height, width, places(*shares, pointed=pointed), THEME, glyphs)
    assert (cells.height, cells.width) == (height, width)
    if glyphs is GlyphSet.ASCII:
        assert "".join(cells.lines()).isascii()
