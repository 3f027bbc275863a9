"""The level's goals as live checks, its stars so far, and lines of the level's own below them."""

from collections.abc import Callable, Hashable
from textwrap import wrap

from chairgame.game.story.attempt import Attempt
from chairgame.graphics.boxes import framed
from chairgame.graphics.cells import BOLD, Cells
from chairgame.graphics.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.pages import worded


class GoalsPanel(CellsWidget):
    """Framed; `notes` are a level's own lines, asked for at each painting (the count of scans that are left, say)."""

    def __init__(self, attempt: Attempt, look: Look, notes: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(id="goals")
        self.attempt, self.look, self.notes = attempt, look, notes

    def key(self) -> Hashable:
        """What is reached, and the notes."""
        return self.look, tuple(held for _, held in self.attempt.goals()), self.attempt.star_count, self.notes()

    def paint(self, height: int, width: int) -> Cells:
        """Checks first: a mark and the words, so that they read without colour."""
        attempt, look = self.attempt, self.look
        _, theme = look.words, look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        facts, row = attempt.play.facts(), 0
        for goal, held in attempt.goals():
            for index, line in enumerate(wrap(worded(goal.text, facts, _), max(8, inner.width - 3))):
                mark = ("✓ " if held else "· ") if index == 0 else "  "
                inner.put(row, 0, fitted(mark + line, inner.width, look.glyphs), theme.good if held else theme.bright)
                row += 1
        row += 1
        for note in self.notes():
            for line in wrap(note, max(8, inner.width - 1)):
                inner.put(row, 0, fitted(line, inner.width, look.glyphs), theme.text)
                row += 1
        stars = "★" * attempt.star_count + "☆" * (3 - attempt.star_count)
        inner.put(inner.height - 1, 0, fitted(stars, inner.width, look.glyphs), theme.focus, attributes=BOLD)
        return framed(inner, _("goal"), theme, look.glyphs, False)
