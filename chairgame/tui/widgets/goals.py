"""The level's stars with their rules and present figures, its goals as live checks, and lines of the level's own."""

from collections.abc import Callable, Hashable
from textwrap import wrap

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import Star
from chairgame.game.story.wording import figure_of, worded
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

FIGURE_ROWS = 4  # large digits, and a blank one

Line = tuple[str, int, int]
"""Text, colour, attributes."""


class GoalsPanel(CellsWidget):
    """Framed; `notes` are a level's own lines, asked for at each painting (the count of scans that are left, say)."""

    def __init__(self, attempt: Attempt, look: Look, notes: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(id="goals")
        self.attempt, self.look, self.notes = attempt, look, notes

    def key(self) -> Hashable:
        """What is reached, the stars with their figures, the result's number, and the notes."""
        attempt = self.attempt
        stars = tuple((is_lit, self._figure(star)) for star, is_lit in attempt.stars())
        goals = tuple(is_held for _goal, is_held in attempt.goals())
        return self.look, attempt.stage, attempt.result_figure(), goals, stars, self.notes()

    def paint(self, height: int, width: int) -> Cells:
        """Goals and notes from the top, stars at the bottom; marks and words, so that all reads without colour.

        Where rows are few, headings and blanks go first, then goals that are reached shrink to a row each, then notes
        are cut: the stars stay.
        """
        look, theme, _ = self.look, self.look.theme, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        stars = self._stars(inner.width)[: inner.height]
        room = inner.height - len(stars)
        top = self._put_figure(inner, room)
        upper = self._upper(inner.width, room - top)
        self._put(inner, top, upper)
        self._put(inner, room, stars)
        has_goals = bool(self.attempt.level.goals)
        if has_goals and top + len(upper) < room:
            self._put(inner, room - 1, [(_("stars"), theme.dim, quiet(theme))])
        return framed(inner, _("goal") if has_goals else _("stars"), theme, look.glyphs, False)

    def _put(self, inner: Cells, top: int, lines: list[Line]) -> None:
        for row, (text, colour, attributes) in enumerate(lines, start=top):
            inner.put(row, 0, fitted(text, inner.width, self.look.glyphs), colour, attributes=attributes)

    def _put_figure(self, inner: Cells, room: int) -> int:
        """The result's number in large digits, and how many rows it takes."""
        figure, look = self.attempt.result_figure(), self.look
        if self.attempt.stage is not Stage.RESULT or figure is None or room < FIGURE_ROWS:
            return 0
        value, unit = figure
        text = look.words.number(value, 1) if unit == "cm" else str(round(value))
        digits = big_text(text, look.theme.measure, look.theme, look.glyphs)
        inner.blit(digits, 0, 0)
        inner.put(2, digits.width + 1, fitted(look.words(unit), inner.width, look.glyphs), look.theme.measure)
        return FIGURE_ROWS

    def _upper(self, width: int, rows: int) -> list[Line]:
        """Goals and notes, a blank row between them where there is room."""
        notes = self._notes(width)
        goals = self._goals(width, shrunk=False)
        if len(goals) + len(notes) > rows:
            goals = self._goals(width, shrunk=True)
        blank = [("", 0, 0)] * (bool(goals) and bool(notes) and len(goals) + len(notes) < rows)
        return [*goals, *blank, *notes][: max(0, rows)]

    def _goals(self, width: int, *, shrunk: bool) -> list[Line]:
        _, theme, facts = self.look.words, self.look.theme, self.attempt.facts()
        rows = []
        for goal, held in self.attempt.goals():
            words = worded(goal.text, facts, _)
            lines = [words] if held and shrunk else wrap(words, max(8, width - 3))
            for index, line in enumerate(lines):
                mark = ("✓ " if held else "· ") if index == 0 else "  "
                rows.append((mark + line, theme.good if held else theme.bright, 0))
        return rows

    def _notes(self, width: int) -> list[Line]:
        return [(line, self.look.theme.text, 0) for note in self.notes() for line in wrap(note, max(8, width - 1))]

    def _stars(self, width: int) -> list[Line]:
        """A star and its rule; its figure stands at the right, below the rule where it does not fit beside it."""
        _, theme, facts = self.look.words, self.look.theme, self.attempt.facts()
        rows: list[Line] = []
        for star, is_lit in self.attempt.stars():
            lines = wrap(worded(star.text, facts, _), max(8, width - 2))
            figure = "" if is_lit else self._figure(star)
            if figure and len(lines[-1]) + len(figure) + 4 <= width:
                lines[-1] = f"{lines[-1]}{figure:>{width - 2 - len(lines[-1])}}"
            elif figure:
                lines += [f"{line:>{width - 2}}" for line in wrap(figure, max(8, width - 2))]
            marks = ["★" if is_lit else "☆", *" " * (len(lines) - 1)]
            colour, attributes = (theme.focus, BOLD) if is_lit else (theme.bright, 0)
            rows += [(f"{mark} {line}", colour, attributes) for mark, line in zip(marks, lines, strict=True)]
        return rows

    def _figure(self, star: Star) -> str:
        """What the rule is about as it is now; or that only another play can reach it."""
        _, facts = self.look.words, self.attempt.facts()
        if self.attempt.is_missed(star):
            return _("next play: R")
        return figure_of(star, facts, _)
