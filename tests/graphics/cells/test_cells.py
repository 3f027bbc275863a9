"""A rectangle of cells holds only what a terminal shows."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells


@given(st.text(st.characters(codec=None, categories=None), max_size=30), st.integers(-5, 25))
def test_no_text_puts_into_a_cell_what_a_terminal_obeys(text: str, column: int) -> None:
    cells = Cells.blank(1, 20)
    assert cells.put(0, column, text) == column + len(text)
    kinds = {unicodedata.category(character) for line in cells.lines() for character in line}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert "\x1b" not in ansi_row(cells, 0)
