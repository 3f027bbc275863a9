"""The three that every network needs, each a box with the player's own picture; below them rebuilds without one."""

from collections.abc import Hashable
from textwrap import wrap

import numpy as np

from chairgame.game.story.ablation import Ablation, Need
from chairgame.game.story.crossing import Crossing
from chairgame.game.story.keepsakes import as_played, circuit_in, thing_in
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import faded
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.graphics.picture.brain_model import brain_model
from chairgame.graphics.picture.chest import closed_chest, open_chest
from chairgame.graphics.picture.fitting import bounded, corners_of
from chairgame.graphics.picture.portrait import portrait
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.pages import stacked

NAMES = {Need.OBJECTIVE: N_("objective"), Need.LOSS: N_("loss"), Need.BACKPROPAGATION: N_("backpropagation")}
BOX_SHARE = 0.58  # of the rows
SIGNALS_A_SECOND = 2.0
FLOOR_SHARE = 0.3  # of the columns below the boxes
ROOM = 1.4  # times as large as a chair may a monster be and still be whole


class ThreeBoxes(CellsWidget):
    """Names come once the question has been answered; what is taken away leaves an empty box."""

    def __init__(self, crossing: Crossing, look: Look) -> None:
        super().__init__(id="three")
        self.crossing, self.look = crossing, look

    def key(self) -> Hashable:
        """The answer, the rebuilds, what is remembered, and where the signal is."""
        crossing, run = self.crossing, self.crossing.run
        return (
            self.look,
            crossing.answer,
            self._told(),
            None if run is None else (run.missing, run.rebuilds),
            crossing.memory(2) is None,
            crossing.with_all.rebuilds,
            self._lit(),
        )

    def paint(self, height: int, width: int) -> Cells:
        """Boxes above; below them the question, or a floor and what becomes of learning."""
        theme = self.look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        rows, columns = round(height * BOX_SHARE), width // 3
        for need in Need:
            cells.blit(self._box(need, rows, columns), 0, (need - 1) * columns)
        run = self.crossing.run
        left = 1
        if run is not None:
            left = round(width * FLOOR_SHARE)
            cells.blit(self._floor(run, height - rows, left - 1), rows, 0)
            chart = max(0, (width - left) // 2)
            cells.blit(self._curves(run, height - rows, chart), rows, width - chart)
            width -= chart
        blocks = [[(line, theme.bright, 0) for line in wrap(text, max(8, width - left - 1))] for text in self._texts()]
        room = height - rows - 1
        for row, (line, colour, _quiet) in enumerate(stacked(blocks, room)[:room], start=rows + 1):
            cells.put(row, left, fitted(line, width - left, self.look.glyphs), colour)
        return cells

    # A box

    def _box(self, need: Need, height: int, width: int) -> Cells:
        look, _ = self.look, self.look.words
        theme, run = look.theme, self.crossing.run
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        is_gone = run is not None and run.missing is need
        note = self._note(need)
        if is_gone:
            words = fitted(_("taken away"), inner.width - 2, look.glyphs)
            column = (inner.width - len(words)) // 2
            inner.put(inner.height // 2, column, words, theme.warning, attributes=BOLD)
        else:
            rows = inner.height - bool(note)
            inner.blit(portrait(self._scene(need), rows, inner.width, look.depth, look.glyphs), 0, 0)
            inner.put(inner.height - 1, 1, fitted(note, inner.width - 2, look.glyphs), theme.measure, None, BOLD)
        is_told = self.crossing.answer is not None
        if is_told:
            name = fitted(_(NAMES[need]).upper(), inner.width - 1, look.glyphs)
            inner.put(0, 1, name, *faded(theme, self._told()))
        return framed(
            inner, str(int(need)), theme, look.glyphs, is_told and need is Need.BACKPROPAGATION and not is_gone
        )

    def _scene(self, need: Need) -> Scene:
        """The player's own: the thing of level 1 in its open box, the best build of level 2, the signal of level 4."""
        crossing = self.crossing
        if need is Need.BACKPROPAGATION:
            return brain_model(circuit_in(as_played(crossing.level(4), crossing.records)), self._lit())
        memory = crossing.memory(2)
        if need is Need.LOSS:
            return closed_chest() if memory is None or memory.best is None else still_of(*memory.best)
        first = crossing.level(1)
        record = crossing.records.get(first.id)
        thing = None if record is None or record.best is None else thing_in(as_played(first, crossing.records))
        return closed_chest() if thing is None else open_chest(thing.parts)

    def _note(self, need: Need) -> str:
        """The number of the player's best build stands below it."""
        memory = self.crossing.memory(2)
        if need is not Need.LOSS or memory is None or memory.best_figure is None:
            return ""
        value, unit = memory.best_figure
        return f"{self.look.words.number(value, 1)} {unit}"

    def _told(self) -> float:
        """How far the names have come out of the dark."""
        return 1.0 if self.look.reduced_motion else self.crossing.told

    def _lit(self) -> tuple[int, ...]:
        """The layer of wires in which the signal is on its way back; at rest none."""
        crossing = self.crossing
        if not crossing.playing or self.look.reduced_motion:
            return ()
        return ((1,), (0,), ())[int(crossing.seconds * SIGNALS_A_SECOND) % 3]

    # Without one of them

    def _texts(self) -> tuple[str, ...]:
        """The question; then the answer and what the three are; then what happens without one."""
        _, crossing = self.look.words, self.crossing
        if crossing.answer is None:
            return (
                _("Three boxes, three things that you have had in your hands."),
                _("Which of them told the wires what to do? 1, 2 or 3."),
            )
        if crossing.run is None:
            is_right = crossing.answer is Need.BACKPROPAGATION
            return (
                _("Yes: backpropagation.") if is_right else _("It was 3, backpropagation."),
                _("What to learn. How wrong it is. How the error becomes a correction of the wires."),
                _("Take one away with 1, 2 or 3, and nothing learns."),
            )
        return (*_without(crossing.run, _), self._with_all())

    def _with_all(self) -> str:
        """What the other line of the chart is, once it is there."""
        _, run = self.look.words, self.crossing.with_all
        return _("With all three: {cm} cm.", cm=_.number(run.distances_cm[-1], 1)) if run.is_over else ""

    def _floor(self, run: Ablation, height: int, width: int) -> Cells:
        """What is built without it."""
        look = self.look
        scene = still_of(run.chair, run.poses)
        stands = corners_of(still_of(run.chair, run.first))
        room = bounded(stands, stands, ROOM)
        return portrait(scene, height, width, look.depth, look.glyphs, points=room)

    def _curves(self, run: Ablation, height: int, width: int) -> Cells:
        """How far off every rebuild was; the other line is with all three."""
        look, _ = self.look, self.look.words
        series = [run.distances_cm, self.crossing.with_all.distances_cm]
        return loss_curve(
            height,
            width,
            [np.array(line) for line in series],
            run.rebuilds,
            look.theme,
            look.glyphs,
            horizon=len(series[1]),
            format=_.tick,
        )


def _without(run: Ablation, _: Catalogue) -> tuple[str, ...]:
    """What happens without one of the three, told by the figures."""
    now = _.number(run.distances_cm[-1], 1)
    match run.missing:
        case Need.OBJECTIVE:
            return (
                _("Without the objective:"),
                _("the box compares with another thing each time."),
                _.plural("{n} rebuild: {now} cm.", "{n} rebuilds: {now} cm.", run.rebuilds, now=now),
            )
        case Need.LOSS:
            return (
                _("Without the loss:"),
                _("no number, so no signal. No weight has changed."),
                _.plural("{n} rebuild, always the same.", "{n} rebuilds, always the same.", run.rebuilds),
            )
        case _need:
            return (
                _("Without backpropagation:"),
                _("a build for every weight, before one step."),
                _.plural("{n} of {all} builds.", "{n} of {all} builds.", run.rebuilds, all=run.builds_needed),
            )
