"""A rectangle of cells holds only what a terminal shows."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.signs import width_of
from chairgame.text.clean import clean


@given(st.text(st.characters(codec=None, categories=None), max_size=30), st.integers(-5, 25))
def test_no_text_puts_into_a_cell_what_a_terminal_obeys(text: str, column: int) -> None:
    cells = Cells.blank(1, 20)
    assert cells.put(0, column, text) == column + width_of(clean(text))
    assert all(clean(line) == line for line in cells.lines())
    there_and_back = "\x1b7 +\x1b8\x1b7[^\x1b]+\x1b8\x1b\\[[12]C"  # whatever it draws
    spelled = re.sub(there_and_back, "", ansi_row(cells, 0))
    assert clean(spelled) == spelled
