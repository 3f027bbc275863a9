"""The settings, by keyboard: a row each; up and down choose, left and right change, u takes back."""

from collections.abc import Hashable
from textwrap import wrap

from chairgame.game.session.choices import CHOICES
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class SettingsPanel(CellsWidget):
    """In the place of the side panels while it is open."""

    row = 0

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="settings")
        self.session, self.look = session, look

    def key(self) -> Hashable:
        """The settings and the row."""
        session = self.session
        return self.look, self.row, session.settings, session.chair.name, session.workshop.bench.branch.name

    def move(self, rows: int) -> None:
        """Choose another row."""
        self.row = (self.row + rows) % len(CHOICES)

    def change(self, steps: int) -> None:
        """Change the chosen setting."""
        self.session.in_turn(CHOICES[self.row].step, self.session, steps)

    def paint(self, height: int, width: int) -> Cells:
        """Rows, then what the chosen one means."""
        look, _ = self.look, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        gap = 2 if inner.height >= 2 * len(CHOICES) + 6 else 1
        for index in range(len(CHOICES)):
            self._put_row(inner, index * gap, index)
        keys = self._keys(inner.width - 2)
        meaning = wrap(_(CHOICES[self.row].meaning), max(8, inner.width - 2))
        below = min(gap * len(CHOICES) + 1, max(gap * len(CHOICES), inner.height - len(keys) - len(meaning)))
        self._put_lines(inner, below, meaning)
        self._put_lines(inner, min(below + len(meaning) + 1, inner.height - len(keys)), keys)
        return framed(inner, _("settings"), look.theme, look.glyphs, True)

    def _put_lines(self, cells: Cells, row: int, lines: list[str]) -> None:
        look = self.look
        for offset, line in enumerate(lines):
            shown = fitted(line, cells.width - 2, look.glyphs).ljust(cells.width - 2)
            cells.put(row + offset, 1, shown, look.theme.dim, attributes=quiet(look.theme))

    def _keys(self, width: int) -> list[str]:
        _ = self.look.words
        return wrap(_("↑ ↓ choose   ← → change   u undo   o closes"), max(8, width))

    def _put_row(self, cells: Cells, row: int, index: int) -> None:
        look, choice = self.look, CHOICES[index]
        theme, _ = look.theme, look.words
        is_chosen = index == self.row
        if is_chosen:
            cells.put(row, 0, " " * cells.width, theme.bright, theme.selection, chosen(theme) | BOLD)
        attributes = chosen(theme) | BOLD if is_chosen else 0
        value = f"◂ {choice.value(self.session, _)} ▸" if is_chosen else choice.value(self.session, _)
        value = fitted(value, max(6, cells.width - 12), look.glyphs)
        room = max(0, cells.width - len(value) - 3)
        cells.put(row, 1, fitted(_(choice.name), room, look.glyphs), theme.text, attributes=attributes)
        cells.put(row, cells.width - len(value) - 1, value, theme.bright, attributes=attributes)
