"""Block letters: every character of both languages' lessons has one of its own, and lines never leave their columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.block_letters import (
    Size,
    block_letters,
    fits,
    has_letters_for,
    lines_of,
    rows_of,
)
from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import ColourDepth

THEME = theme_for(ColourDepth.NONE)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZĄĆĘŁŃÓŚŹŻ0123456789"
WORDS = st.lists(st.text(LETTERS + ".,?!’„”«»%", min_size=1, max_size=12), min_size=1, max_size=9).map(" ".join)


def drawn(text: str, size: Size = Size.LARGE) -> tuple[str, ...]:
    return tuple(block_letters([text], 60, size, 0, THEME).lines())


@pytest.mark.parametrize("size", list(Size))
def test_no_two_letters_look_the_same(size: Size) -> None:
    pictures = [drawn(letter, size) for letter in LETTERS.replace("0", "")]  # O and 0 may
    assert len(set(pictures)) == len(pictures)


def test_an_accent_changes_its_letter_above_and_an_ogonek_below() -> None:
    for accented, plain in zip("ĆŃÓŚŹŻ", "CNOSZZ", strict=True):
        assert drawn(accented)[1:] == drawn(plain)[1:]
    for tailed, plain in zip("ĄĘ", "AE", strict=True):
        assert drawn(tailed)[:-1] == drawn(plain)[:-1]


def test_what_has_no_letter_is_known_before() -> None:
    assert has_letters_for("Zażółć gęślą jaźń, 12 cm?")
    assert not has_letters_for("日本")
    with pytest.raises(KeyError):
        drawn("日")


@given(text=WORDS, columns=st.integers(4, 100), size=st.sampled_from(list(Size)))
def test_lines_keep_every_word_and_their_columns(text: str, columns: int, size: Size) -> None:
    lines = lines_of(text, columns, size)
    assert " ".join(lines) == text
    assert all(fits([line], columns, size) or " " not in line for line in lines)
    cells = block_letters(lines, columns, size, 0, THEME)
    assert cells.glyph.shape == (rows_of(lines, size), columns)
    if fits(lines, columns, size):
        wider = block_letters(lines, columns + 9, size, 0, THEME)
        assert np.array_equal(wider.glyph[:, :columns], cells.glyph)
        assert (wider.glyph[:, columns:] == ord(" ")).all()
