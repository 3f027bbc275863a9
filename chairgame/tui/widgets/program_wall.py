"""The program that a brain has written itself: its weights as numbers, and beside them the chair that they build."""

from collections.abc import Hashable
from dataclasses import replace
from textwrap import wrap

import numpy as np

from chairgame.game.story.crossing import ROWS_A_SECOND, Crossing
from chairgame.game.story.program import Program
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.number_wall import Numbers, number_wall, numbers_a_row
from chairgame.graphics.picture.fitting import corners_of
from chairgame.graphics.picture.portrait import portrait
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WALL_SHARE = 0.48  # of the columns
MOVED_GLOW = 0.8
TEXT_ROWS = 5


class ProgramWall(CellsWidget):
    """Left the numbers, right what they build; what a strike has moved glows and is named."""

    def __init__(self, crossing: Crossing, look: Look) -> None:
        super().__init__(id="program")
        self.crossing, self.look = crossing, look

    @property
    def across(self) -> int:
        """How many numbers stand in a row."""
        return numbers_a_row(self._wall_columns(self.outer_size.width) - 2)

    def key(self) -> Hashable:
        """The cursor, what is struck out, how far it has scrolled."""
        crossing, program = self.crossing, self.crossing.program
        struck = None if program is None else program.struck
        return self.look, crossing.chosen, crossing.has_chosen, struck, self._scrolled()

    def paint(self, height: int, width: int) -> Cells:
        """The wall framed, the chair, below it the text."""
        look, theme, program = self.look, self.look.theme, self.crossing.program
        cells = Cells.blank(height, width, theme.text, theme.panel)
        if program is None:
            cells.put(height // 2, 2, fitted(look.words("It learns …"), width - 2, look.glyphs), theme.dim)
            return cells
        columns = self._wall_columns(width)
        cells.blit(self._wall(program, height, columns), 0, 0)
        room = width - columns - 1
        cells.blit(self._chair(program, height - TEXT_ROWS, room), 0, columns + 1)
        row = height - TEXT_ROWS
        for text, attributes in self._texts(program):
            for line in wrap(text, max(8, room - 1)):
                shown = fitted(line, room, look.glyphs)
                cells.put(row, columns + 1, shown, theme.bright, attributes=attributes)
                row += 1
        return cells

    def _wall_columns(self, width: int) -> int:
        return round(width * WALL_SHARE)

    def _scrolled(self) -> int:
        """Rows, by which the wall has scrolled by itself."""
        if self.crossing.has_chosen or self.look.reduced_motion:
            return 0
        return int(self.crossing.seconds * ROWS_A_SECOND)

    def _wall(self, program: Program, height: int, width: int) -> Cells:
        look, crossing = self.look, self.crossing
        inner = (max(1, height - 2), max(1, width - 2))
        across = numbers_a_row(inner[1])
        rows = -(-len(program) // across)
        last = max(0, rows - inner[0])
        first = crossing.chosen // across - inner[0] // 2 if crossing.has_chosen else self._scrolled() % (last + 1)
        chosen = crossing.chosen if crossing.has_chosen else None
        numbers = Numbers(program.weights, chosen, program.struck, look.words.decimal("."))
        content = number_wall(*inner, min(max(0, first), last), numbers, look.theme, look.glyphs)
        count = look.words.number(len(program), 0)
        return framed(content, look.words("weights"), look.theme, look.glyphs, True, count)

    def _chair(self, program: Program, height: int, width: int) -> Cells:
        """What it builds now; parts that have moved glow. The eye stays where all of the whole chair is seen."""
        look, moved = self.look, program.moved() if program.struck else ()
        scene = still_of(program.chair, program.poses)
        glow = np.zeros(len(scene.shapes))
        glow[list(moved)] = MOVED_GLOW
        scene = replace(scene, glow=glow)
        room = corners_of(still_of(program.chair, program.whole))
        return portrait(scene, height, width, look.depth, look.glyphs, points=room)

    def _texts(self, program: Program) -> tuple[tuple[str, int], ...]:
        """The question; after a strike what moved, and what that means."""
        _ = self.look.words
        if not program.struck:
            return ((_("Which of them is the front left leg? Arrows choose one, 0 strikes it out."), 0),)
        moral = _("It wrote this program itself. It works. Nobody can read it, not even who built it.")
        return ((self._told(program), BOLD), (moral, 0))

    def _told(self, program: Program) -> str:
        """`3 parts moved, most of all leg A1: 12.4 cm.`"""
        _, moved = self.look.words, program.moved()
        if not moved:
            return _("Nothing moved by more than 1 cm.")
        cm = _.number(float(program.moved_cm()[moved[0]]), 1)
        most = {"label": program.chair.labels[moved[0]], "cm": cm}
        return _.plural(
            "{n} part moved: {label} by {cm} cm.", "{n} parts moved, most of all {label}: {cm} cm.", len(moved), **most
        )
