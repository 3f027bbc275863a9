"""The instruction sheet and the plan beside it, as text: lines of a few words, one of them chosen; a table of places.

Knows no play and no language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet


@dataclass(frozen=True)
class SheetRow:
    """A line's words; whether it has been executed, and whether it is struck out."""

    words: tuple[str, ...]
    is_done: bool = False
    is_struck: bool = False


def sheet_rows(
    height: int,
    width: int,
    rows: Sequence[SheetRow],
    at: int | None,
    word: int | None,
    theme: Theme,
    glyphs: GlyphSet,
    *,
    is_numbered: bool = True,
) -> Cells:
    """`3 leg A2 CORNER [seat] 2`: the chosen line lit, and in brackets its chosen word, where there are such."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    first = 0 if at is None else max(0, min(at - height // 2, len(rows) - height))
    for line, row in enumerate(rows[first : first + height]):
        index = first + line
        is_here = index == at
        ground, strong = (theme.selection, BOLD | chosen(theme)) if is_here else (theme.panel, 0)
        cells.put(line, 0, " " * width, theme.text, ground, strong)
        mark = "x" if row.is_struck else "▸" if row.is_done or is_here else " "
        name = f"{mark}{index + 1} " if is_numbered else mark
        column = cells.put(line, 0, fitted(name, width, glyphs), theme.dim, ground, strong)
        for number, text in enumerate(row.words):
            is_chosen = is_here and number == word
            shown = fitted(f"[{text}]" if is_chosen else text, max(0, width - column), glyphs)
            calm = theme.dim if row.is_struck else theme.bright if is_here else theme.text
            colour = theme.focus if is_chosen else calm
            faint = quiet(theme) if row.is_struck and not is_here else 0
            column = cells.put(line, column, shown, colour, ground, strong | faint) + 1
    return cells


def plan_table(
    height: int, width: int, heads: Sequence[str], rows: Sequence[Sequence[str]], theme: Theme, glyphs: GlyphSet
) -> Cells:
    """Heads, then a row a part: its name, its size, its place. What does not fit is left out from below."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    widths = [max(len(str(row[column])) for row in (heads, *rows)) for column in range(len(heads))]
    for line, row in enumerate((heads, *rows)[:height]):
        column = 1
        for number, text in enumerate(row):
            colour, attributes = (theme.dim, quiet(theme)) if line == 0 else (theme.text, 0)
            shown = fitted(text, max(0, width - column), glyphs)
            cells.put(line, column, shown, colour, attributes=attributes)
            column += widths[number] + 2
    return cells
