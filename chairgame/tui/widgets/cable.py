"""The stage of the cable: the small brain with the numbers known so far, what the last one is made of, the count."""

from collections.abc import Hashable
from textwrap import wrap
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.cable import CablePlay
from chairgame.game.story.slope_count import SlopeCount
from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, WIRES
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.arithmetic import reason_of, sum_of
from chairgame.graphics.instruments.brainwork import layer_arrays
from chairgame.graphics.instruments.cable import CableView, brain_circuit
from chairgame.graphics.instruments.slope_board import slope_board
from chairgame.graphics.instruments.verdict import verdict_bars
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

TEXT_ROWS = 3  # below the circuit
ROOMY = 20  # rows from which a blank one parts circuit and text


class CablePanel(CellsWidget):
    """Four cases and the count. `chosen` is the wire that the arrows have come to."""

    chosen = 0

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="cable")
        self.attempt, self.look = attempt, look

    @property
    def play(self) -> CablePlay:
        """The play; undo makes another one."""
        return cast(CablePlay, self.attempt.play)

    def key(self) -> Hashable:
        """Where the walk is, who is suspected, and how far the count has come."""
        play, slopes = self.play, self.play.slopes
        builds = None if slopes is None else slopes.builds
        return self.look, self.chosen, play.number, play.step, play.verdict, builds, play.has_listened

    def choose(self, rows: int, columns: int) -> None:
        """The wire above, below or on the other side of the neurons."""
        first, count = (0, FIRST_OUT) if self.chosen < FIRST_OUT else (FIRST_OUT, len(WIRES) - FIRST_OUT)
        if rows:
            self.chosen = first + min(max(0, self.chosen - first + rows), count - 1)
        elif columns > 0 and first == 0:
            self.chosen = FIRST_OUT + self.chosen // INPUTS
        elif columns < 0 and first:
            self.chosen = INPUTS * (self.chosen - FIRST_OUT)

    def paint(self, height: int, width: int) -> Cells:
        """The case, or the count."""
        if self.play.slopes is not None:
            return self._count(height, width, self.play.slopes)
        look, play = self.look, self.play
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        cells.put(0, 1, fitted(self._caption(), width - 2, look.glyphs), look.theme.bright, attributes=BOLD)
        circuit_rows = height - 1 - TEXT_ROWS - (height >= ROOMY)
        cells.blit(brain_circuit(circuit_rows, width, self._view(), look.theme, look.glyphs), 1, 0)
        if play.verdict is not None and play.moves[-1].startswith("accuse"):
            cells.blit(self._verdict(width), height - TEXT_ROWS, 0)
        else:
            self._put_step(cells)
        return cells

    def _caption(self) -> str:
        _, play = self.look.words, self.play
        number = _("case {number} of {all}", number=play.number + 1, all=len(play.cases))
        nudge = _.number(max(play.case.nudges), 1)
        only_up = play.case.only_up
        rule = _("only up, by {nudge}", nudge=nudge) if only_up else _("up or down, by {nudge}", nudge=nudge)
        return f"{number} · {rule}"

    def _view(self) -> CableView:
        _, play = self.look.words, self.play
        is_choosing = play.is_scanned and not play.is_closed
        return CableView(
            play.case.brain,
            play.step,
            self.chosen if is_choosing else None,
            play.case.guilty() if play.is_closed else None,
            (_("length"), _("width")),
            _("height"),
            _("error"),
            _.decimal("."),
        )

    def _put_step(self, cells: Cells) -> None:
        look, play = self.look, self.play
        view, row = self._view(), cells.height - TEXT_ROWS
        numbers = sum_of(play.case.brain, view.lit, look.words, look.glyphs)
        for text, colour, attributes in (
            (reason_of(play.case.brain, view.lit, look.words), look.theme.text, 0),
            (numbers, look.theme.focus, BOLD),
        ):
            for line in wrap(text, max(8, cells.width - 2)):
                cells.put(row, 1, fitted(line, cells.width - 2, look.glyphs), colour, attributes=attributes)
                row += 1

    def _verdict(self, width: int) -> Cells:
        look, verdict = self.look, self.play.verdict
        _ = look.words
        assert verdict is not None
        rows = [(_("wire {wire}", wire=WIRES[verdict.wire]), verdict.saved_cm)]
        if not verdict.is_guilty:
            rows.append((_("the guilty one"), verdict.most_cm))
        title = _("Built and scanned again. Saved:")
        return verdict_bars(width, title, tuple(rows), look.theme, look.glyphs, _.decimal("."))

    def _count(self, height: int, width: int, slopes: SlopeCount) -> Cells:
        look, _ = self.look, self.look.words
        listened = None if slopes.listened is None else layer_arrays(slopes.architecture, slopes.listened)
        note = ""
        if listened is not None:
            note = _("largest difference: {difference}", difference=_.number(slopes.largest_difference, 8))
        return slope_board(
            height,
            width,
            layer_arrays(slopes.architecture, slopes.nudged),
            listened,
            (slopes.builds - 1) / slopes.wires,
            (str(slopes.builds if self.play.is_nudging else 0), str(int(listened is not None))),
            (_("by nudging: builds"), _("by one pass back")),
            note,
            look.theme,
            look.glyphs,
        )
