"""The level's goals as live checks, its stars so far, and lines of the level's own below them."""

from collections.abc import Callable, Hashable
from textwrap import wrap

from chairgame.game.story.attempt import Attempt
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
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
        """Checks first: a mark and the words, so that they read without colour.

        Where rows are few, the blank one goes first, then goals that are reached shrink to a row each.
        """
        look, theme = self.look, self.look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        goals, notes = self._goals(inner.width, shrunk=False), self._notes(inner.width)
        if len(goals) + len(notes) > inner.height:
            goals = self._goals(inner.width, shrunk=True)
        lines = [*goals, *notes]
        if len(lines) + 2 <= inner.height:
            lines.insert(len(goals), ("", theme.text))
        for row, (line, colour) in enumerate(lines[: inner.height]):
            inner.put(row, 0, fitted(line, inner.width, look.glyphs), colour)
        stars = "★" * self.attempt.star_count + "☆" * (3 - self.attempt.star_count)
        column = 0 if len(lines) < inner.height else inner.width - len(stars)
        inner.put(inner.height - 1, column, fitted(stars, inner.width, look.glyphs), theme.focus, attributes=BOLD)
        _ = look.words
        return framed(inner, _("goal"), theme, look.glyphs, False)

    def _goals(self, width: int, *, shrunk: bool) -> list[tuple[str, int]]:
        """The goals' rows with their colours."""
        _, theme, facts = self.look.words, self.look.theme, self.attempt.play.facts()
        rows = []
        for goal, held in self.attempt.goals():
            words = worded(goal.text, facts, _)
            lines = [words] if held and shrunk else wrap(words, max(8, width - 3))
            for index, line in enumerate(lines):
                mark = ("✓ " if held else "· ") if index == 0 else "  "
                rows.append((mark + line, theme.good if held else theme.bright))
        return rows

    def _notes(self, width: int) -> list[tuple[str, int]]:
        """The rows of the level's own."""
        return [(line, self.look.theme.text) for note in self.notes() for line in wrap(note, max(8, width - 1))]
