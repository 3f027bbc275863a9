"""The panels of hiding a thing: the shelf with the selected part's place, and the room's bets."""

from collections.abc import Callable, Hashable
from textwrap import wrap

from chairgame.chair.parts import Part
from chairgame.game.hiding.run import HiddenRun
from chairgame.game.hiding.table import MOST, SHELF, Arrangement
from chairgame.game.naming.kinds import kind_in
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class ShelfPanel(CellsWidget):
    """What can be taken from the shelf by a digit, and what lies on the table."""

    def __init__(self, arrangement: Arrangement, look: Look) -> None:
        super().__init__(id="shelf")
        self.arrangement, self.look = arrangement, look

    def key(self) -> Hashable:
        """The parts and the selection."""
        return self.look, self.arrangement.parts, self.arrangement.selected

    def paint(self, height: int, width: int) -> Cells:
        """Digits first, then the parts with their places in cm."""
        look, table = self.look, self.arrangement
        _, theme = look.words, look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        row = 0
        for number, kind in enumerate(SHELF, 1):
            inner.put(row, 0, str(number), theme.focus, attributes=BOLD)
            inner.put(row, 2, fitted(kind_in(kind.kind, _), inner.width - 2, look.glyphs), theme.text)
            row += 1
        row += 1
        heading = _("on the table: {n} of {most}", n=len(table.parts), most=MOST)
        inner.put(row, 0, fitted(heading, inner.width, look.glyphs), theme.dim, attributes=quiet(theme))
        for index, part in enumerate(table.parts, 1):
            chosen = index - 1 == table.selected
            mark = ("▸ " if chosen else "  ") + _placed(part, look)
            colour = theme.focus if chosen else theme.text
            inner.put(row + index, 0, fitted(mark, inner.width, look.glyphs), colour, attributes=BOLD * chosen)
        return framed(inner, _("shelf"), theme, look.glyphs, False)


def _placed(part: Part, look: Look) -> str:
    """`A leg  -20 35 22`: across, deep, high in cm."""
    x, y, z = (f"{round(value)}".replace("-", "−") for value in part.at)
    return f"{part.label} {kind_in(part.kind, look.words)[:8]:<8} {x:>3} {y:>3} {z:>3}"


class BetsPanel(CellsWidget):
    """Who bet on which epoch, and who was closest."""

    def __init__(self, run: HiddenRun, typed: Callable[[], str | None], look: Look) -> None:
        super().__init__(id="bets")
        self.run, self.typed, self.look = run, typed, look

    def key(self) -> Hashable:
        """The bets and the truth."""
        return self.look, tuple(self.run.bets), self.run.found_at, self.typed(), self.run.may_bet

    def paint(self, height: int, width: int) -> Cells:
        """A line for each bet; the closest carry a star."""
        look, run = self.look, self.run
        _, theme = look.words, look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        heading = _("found at epoch …") if run.found_at is None else _("found at epoch {n}", n=run.found_at)
        lines = wrap(heading, max(8, inner.width))
        winners = run.winners
        bets = [f"{'★' if bet in winners else ' '} {bet.letter}  {bet.epoch}" for bet in run.bets]
        if self.typed() is not None:
            bets.append(f"  {'ABCDEFGHI'[len(run.bets)]}  {self.typed()}_")
        for row, line in enumerate(lines + bets):
            won = line.startswith("★")
            is_heading = row < len(lines)
            colour = theme.good if won else theme.bright if is_heading else theme.text
            inner.put(row, 0, fitted(line, inner.width, look.glyphs), colour, attributes=BOLD * (won or is_heading))
        return framed(inner, _("bets"), theme, look.glyphs, self.typed() is not None)
