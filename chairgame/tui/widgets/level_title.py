"""The top line of a level: which one it is, and its stars."""

from collections.abc import Hashable

from chairgame.game.story.attempt import Attempt
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class LevelTitle(CellsWidget):
    """One row."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="title")
        self.attempt, self.look = attempt, look

    def key(self) -> Hashable:
        """The look alone: the level stays."""
        return self.look

    def paint(self, height: int, width: int) -> Cells:
        """` Chairgame · 3 · Headphones`."""
        look, level = self.look, self.attempt.level
        _, theme = look.words, look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        title = " · ".join((_("Chairgame"), _("level {number}", number=level.number), _(level.title)))
        cells.put(0, 1, fitted(title, max(0, width - 2), look.glyphs), theme.bright, attributes=BOLD)
        return cells
