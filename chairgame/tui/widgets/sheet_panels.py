"""The sheet, the plan, and what stands beside the sheet later: how the network came on, and its program."""

from collections.abc import Hashable
from textwrap import wrap
from typing import cast

import numpy as np

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.sheet import LABELS
from chairgame.game.story.sheet_network import Stage, chairs_of, neurons_of, terms_of
from chairgame.game.story.sheet_play import SheetPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text, big_text_width
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.curve_bars import put_bars
from chairgame.graphics.instruments.instruction_sheet import SheetRow, plan_table, sheet_rows
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.sheet_desk import Desk
from chairgame.tui.widgets.sheet_words import MEANINGS, name_of, place_of, size_of, words_of

TERMS = 6
"""Of a neuron's line that are written out."""


class _Panel(CellsWidget):
    """Framed, over the attempt's play and the desk that looks at it."""

    def __init__(self, attempt: Attempt, desk: Desk, look: Look, name: str) -> None:
        super().__init__(id=name)
        self.attempt, self.desk, self.look = attempt, desk, look

    @property
    def play(self) -> SheetPlay:
        """The play; undo makes another one."""
        return cast(SheetPlay, self.attempt.play)

    def title(self) -> str:
        """Of the frame."""
        raise NotImplementedError

    def inside(self, height: int, width: int) -> Cells:
        """What is in the frame."""
        raise NotImplementedError

    def is_lit(self) -> bool:
        """Whether keys act here."""
        return False

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        inner = self.inside(max(1, height - 2), max(1, width - 2))
        return framed(inner, self.title(), self.look.theme, self.look.glyphs, self.is_lit())


class SheetPanel(_Panel):
    """Six lines."""

    def key(self) -> Hashable:
        """The lines, the cursor, how far it is executed, what is struck out."""
        return self.look, tuple(self.play.lines), self.desk.key(), self._done()

    def title(self) -> str:
        """What it is."""
        return self.look.words("your sheet")

    def is_lit(self) -> bool:
        """While it is written, or its program is looked at."""
        return not self.play.watched or (self.desk.has_programs and not self.desk.is_at_network)

    def _done(self) -> int:
        """How many lines have been executed in the film."""
        return len(LABELS) if self.play.film >= 1 else int(self.play.film * 2 * len(LABELS))

    def inside(self, height: int, width: int) -> Cells:
        """The lines."""
        play, desk, _ = self.play, self.desk, self.look.words
        plan, struck = chairs_of(play.setup)[0], desk.struck_line
        rows = [
            SheetRow(words_of(line, plan, _), play.film < 1 and index < self._done(), index == struck)
            for index, line in enumerate(play.lines)
        ]
        at = desk.line if self.is_lit() else None
        word = None if play.watched else desk.word
        return sheet_rows(height, width, rows, at, word, self.look.theme, self.look.glyphs)


class PlanPanel(_Panel):
    """The first chair's numbers, and what the instruction under the cursor means."""

    def key(self) -> Hashable:
        """The line under the cursor."""
        return self.look, self.play.lines[self.desk.line].kind

    def title(self) -> str:
        """What it is."""
        return self.look.words("the plan, in cm")

    def inside(self, height: int, width: int) -> Cells:
        """The table; below it the meaning, where there is room."""
        look, _ = self.look, self.look.words
        plan = chairs_of(self.play.setup)[0]
        heads = (_("part"), _("size"), "x y z")
        rows = [(name_of(label, plan, _), size_of(label, plan), place_of(label, plan)) for label in LABELS]
        cells = plan_table(height, width, heads, rows, look.theme, look.glyphs)
        meaning = wrap(_(MEANINGS[self.play.lines[self.desk.line].kind]), max(8, width - 2))
        if len(rows) + 1 + len(meaning) <= height:
            for row, text in enumerate(meaning, start=height - len(meaning)):
                cells.put(row, 1, fitted(text, width - 2, look.glyphs), look.theme.focus)
        return cells


class NetworkPanel(_Panel):
    """How far off each rebuild was, and which one it is."""

    def key(self) -> Hashable:
        """The stage and the film, the bet."""
        return self.look, self.play.watched, self.play.film, self.desk.bet, self.play.bet

    def title(self) -> str:
        """What it is."""
        return self.look.words("the network")

    def inside(self, height: int, width: int) -> Cells:
        """A bar a rebuild; a bet that is being made in large digits instead."""
        look, play, _ = self.look, self.play, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        if self.desk.bet is not None:
            return self._bet(cells, self.desk.bet)
        stage = play.stages[play.stage]
        shown = round(play.film * stage.rebuilds)
        text = _("rebuild {n}: {cm} cm", n=shown, cm=_.number(stage.distances[shown], 1))
        cells.put(0, 1, fitted(text, width - 2, look.glyphs), theme.bright, attributes=BOLD)
        put_bars(cells, 1, range(2, max(2, height)), _thinned(stage, shown, width - 2), theme.measure, look.glyphs)
        if play.bet is not None:
            told = _("your bet: {n}", n=play.bet)
            cells.put(1, 1, fitted(told, width - 2, look.glyphs), theme.focus)
        return cells

    def _bet(self, cells: Cells, bet: int) -> Cells:
        look, _ = self.look, self.look.words
        cells.put(0, 1, fitted(_("rebuilds to under 3 cm?"), cells.width - 2, look.glyphs), look.theme.bright)
        digits = big_text(str(bet), look.theme.focus, look.theme, look.glyphs)
        if cells.height > 4 and big_text_width(str(bet), look.glyphs) < cells.width:
            cells.blit(digits, 2, 2)
        else:
            cells.put(1, 2, f"[{bet}]", look.theme.focus, attributes=BOLD)
        return cells


class BrainPanel(_Panel):
    """The network's program, line by line: what each neuron adds up."""

    def key(self) -> Hashable:
        """Which line, and what is struck out."""
        return self.look, self.desk.key()

    def title(self) -> str:
        """What it is."""
        return self.look.words("its program: {n} lines", n=len(neurons_of(self.play.stages[0])))

    def is_lit(self) -> bool:
        """While keys act on it."""
        return self.desk.is_at_network

    def inside(self, height: int, width: int) -> Cells:
        """The lines around the chosen one."""
        stage, desk, look = self.play.stages[0], self.desk, self.look
        struck = desk.struck_neuron
        rows = [SheetRow((self._line(stage, index),), is_struck=index == struck) for index in range(self._count)]
        at = desk.neuron if self.is_lit() else None
        return sheet_rows(height, width, rows, at, None, look.theme, look.glyphs, is_numbered=False)

    def _line(self, stage: Stage, index: int) -> str:
        """`h2.07 = tanh(+0.41·h1.03 −0.20·h1.11 …`: the heaviest terms first."""
        neuron = neurons_of(stage)[index]
        terms, before = terms_of(stage, neuron), "x" if neuron.layer == 0 else "h1."
        heaviest = np.argsort(-np.abs(terms), kind="stable")[:TERMS]
        written = " ".join(f"{self._weight(terms[place])}·{before}{place + 1:02}" for place in heaviest)
        return f"h{neuron.layer + 1}.{neuron.number + 1:02} = tanh({written} …"

    def _weight(self, weight: float) -> str:
        return self.look.words.decimal(f"{weight:+.2f}").replace("-", "−")

    @property
    def _count(self) -> int:
        return len(neurons_of(self.play.stages[0]))


def _thinned(stage: Stage, shown: int, bars: int) -> list[float]:
    """As many distances as there are bars, up to the rebuild that is shown."""
    count = stage.rebuilds + 1
    if count <= bars:
        return list(stage.distances[: shown + 1])
    places = sorted({round(bar * (count - 1) / max(1, bars - 1)) for bar in range(bars)})
    return [stage.distances[place] for place in places if place <= shown]
