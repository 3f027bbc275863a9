"""The row below level 6's time line: the bet, and on which rebuilds somebody could sit. Knows no run."""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

HOLDS, FALLS = "■", "□"


def seat_row(
    width: int, first: int, row: Sequence[bool], shown: int, theme: Theme, glyphs: GlyphSet, words: Catalogue
) -> Cells:
    """One row `29 ■■■□■■□□□□■ 39   ■ grandmother could sit`: rebuilds from the first that held her, the one shown
    in another colour, or turned round where there are none."""
    cells = Cells.blank(1, width, theme.text, theme.panel)
    marks = legible(HOLDS + FALLS, glyphs)
    column = cells.put(0, 1, f"{first} ", theme.dim, attributes=quiet(theme))
    for number, does_hold in enumerate(row):
        is_shown, colour = first + number == shown, theme.good if does_hold else theme.warning
        attributes = (BOLD if does_hold else 0) | (REVERSE if is_shown and theme.focus == theme.text else 0)
        column = cells.put(0, column, marks[not does_hold], theme.focus if is_shown else colour, attributes=attributes)
    if len(row) > 1:
        column = cells.put(0, column, f" {first + len(row) - 1}", theme.dim, attributes=quiet(theme))
    legend = words("{mark} grandmother could sit", mark=marks[0])
    cells.put(0, column + 2, fitted(legend, width - column - 3, glyphs), theme.dim, attributes=quiet(theme))
    return cells


def bet_row(width: int, cursor: int, theme: Theme, glyphs: GlyphSet, words: Catalogue) -> Cells:
    """One row that says what the cursor on the time line is at."""
    cells = Cells.blank(1, width, theme.text, theme.panel)
    text = words("your bet: rebuild {n}?", n=cursor)
    keys = words("← → one, ↑ ↓ ten, Enter")
    column = cells.put(0, 1, fitted(text, width - 2, glyphs), theme.focus, attributes=BOLD)
    if column + 3 + len(keys) < width:
        cells.put(0, column + 3, fitted(keys, width - column - 4, glyphs), theme.dim, attributes=quiet(theme))
    return cells
