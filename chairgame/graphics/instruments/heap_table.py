"""The heaps as a table: how many chairs, what a brain makes of them, and of those that it has never met. Knows no play
and no language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

FULL_CM = 20.0  # that a bar as long as its column stands for
_CHAIRS, _EACH, _OWN, _NEW, _TABLE, _OUTCOME = 8, 6, 8, 7, 7, 14  # columns; the bar has what is left
_FEWEST = 4


@dataclass(frozen=True)
class HeapRow:
    """One heap, its figures written already and empty where nobody knows them yet."""

    chairs: str
    each: str
    own: str = ""
    new: str = ""
    new_cm: float = 0.0
    table: str = ""
    outcome: str = ""
    mark: str = " "
    """✓ or ×, or ? while it is only said."""
    is_good: bool = False


@dataclass(frozen=True)
class Heads:
    """What stands above the columns."""

    chairs: str
    each: str
    own: str
    new: str
    table: str


def heap_table(
    height: int, width: int, rows: Sequence[HeapRow], at: int, heads: Heads, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """Height times width cells: the heads, then the heaps, the one that is looked at in brackets and among them."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    bar = width - _CHAIRS - _EACH - _OWN - _NEW - _TABLE - _OUTCOME
    columns = _Columns(cells, bar if bar >= _FEWEST else 0, theme, glyphs)
    columns.put_heads(heads)
    room = max(0, height - 1)
    first = max(0, min(at - room // 2, len(rows) - room))
    for line, row in enumerate(rows[first : first + room], start=1):
        columns.put_row(line, row, is_here=first + line - 1 == at)
    return cells


@dataclass(frozen=True, eq=False)
class _Columns:
    cells: Cells
    bar: int
    theme: Theme
    glyphs: GlyphSet

    def put_heads(self, heads: Heads) -> None:
        """Over numbers, and so to the right."""
        texts = ((heads.chairs, _CHAIRS), (heads.each, _EACH), (heads.own, _OWN), (heads.new, _NEW + self.bar))
        column = 0
        for text, width in (*texts, (heads.table, _TABLE)):
            words = fitted(text, width - 1, self.glyphs)
            left = column + 1 if text is heads.new else column + width - len(words)
            self.cells.put(0, left, words, self.theme.dim, attributes=quiet(self.theme))
            column += width

    def put_row(self, line: int, row: HeapRow, *, is_here: bool) -> None:
        """`[15]   400    2.5    3.3 ━━━━    5.3  ✓ understood`."""
        theme = self.theme
        ground, strong = (theme.selection, BOLD | chosen(theme)) if is_here else (theme.panel, 0)
        self.cells.put(line, 0, " " * self.cells.width, theme.text, ground, strong)
        ink = theme.bright if is_here else theme.text
        name = f"[{row.chairs}]" if is_here else f"{row.chairs} "
        column = self._put(line, 0, name, _CHAIRS, theme.focus if is_here else ink, ground, strong)
        for text, width in ((row.each, _EACH), (row.own, _OWN), (row.new, _NEW)):
            column = self._put(line, column, text, width, ink, ground, strong)
        colour = theme.good if row.is_good else theme.measure
        self.cells.put(line, column + 1, self._bar(row.new_cm), colour, ground, strong)
        column = self._put(line, column + self.bar, row.table, _TABLE, ink, ground, strong)
        words = fitted(f" {row.mark} {row.outcome}", _OUTCOME, self.glyphs)
        self.cells.put(line, column, words, theme.good if row.is_good else ink, ground, strong)

    def _put(self, line: int, column: int, text: str, width: int, ink: int, ground: int, strong: int) -> int:
        words = fitted(text, width, self.glyphs)
        self.cells.put(line, column + width - len(words), words, ink, ground, strong)
        return column + width

    def _bar(self, cm: float) -> str:
        room = max(0, self.bar - 1)
        full = "=" if self.glyphs is GlyphSet.ASCII else "━"
        return full * (max(1, round(min(1.0, cm / FULL_CM) * room)) if cm > 0 and room else 0)
