"""The stage of the cable: the part on its cord beside the small brain, and what the last number is made of."""

from collections.abc import Hashable
from textwrap import wrap
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.cable import Act, CablePlay
from chairgame.game.story.cable_words import signed_whole, whole
from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, UNIT_CM, WALK, WIRES, Step
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.arithmetic import reason_of, sum_of
from chairgame.graphics.instruments.cable import LEAST_HEIGHT, LEAST_WIDTH, LIST_ROWS, CableView, brain_circuit
from chairgame.graphics.instruments.cord import LEAST_WIDTH as CORD_WIDTH
from chairgame.graphics.instruments.cord import Hanging, cord_slice
from chairgame.graphics.instruments.verdict import verdict_bars
from chairgame.tui.look import Look
from chairgame.tui.widgets.cable_end import CableEnd
from chairgame.tui.widgets.cells import CellsWidget

TEXT_ROWS = 4  # below the brain: a sentence, its numbers, the options
ROOMY_WIDTH, WIDE_CORD = 80, 26


class CablePanel(CellsWidget):
    """The cases, and what comes after them."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="cable")
        self.attempt, self.look = attempt, look
        self.chosen = 0
        """The wire that the arrows have come to."""
        self.option = 0
        """The option that they have come to, where a number is asked for."""
        self.back = 0
        """By how many numbers one looks back."""
        self._end = CableEnd(self)

    @property
    def play(self) -> CablePlay:
        """The play; undo makes another one."""
        return cast(CablePlay, self.attempt.play)

    def key(self) -> Hashable:
        """How far the walk is, what is asked and chosen, and how far the runs of the end have come."""
        play, walk = self.play, self.play.walk
        case = (play.act, play.number, walk.shown, walk.is_asking, walk.struck, walk.verdict, walk.height)
        return self.look, self.chosen, self.option, self.back, case, self._end.key()

    # What the arrows and the comma do

    def choose(self, rows: int, columns: int) -> None:
        """The wire above, below or on the other side of the neurons."""
        first, count = (0, FIRST_OUT) if self.chosen < FIRST_OUT else (FIRST_OUT, len(WIRES) - FIRST_OUT)
        if rows:
            self.chosen = first + min(max(0, self.chosen - first + rows), count - 1)
        elif columns > 0 and first == 0:
            self.chosen = FIRST_OUT + self.chosen // INPUTS
        elif columns < 0 and first:
            self.chosen = INPUTS * (self.chosen - FIRST_OUT)

    def choose_option(self, by: int) -> None:
        """The next option that is not struck out."""
        left = [option for option in range(len(LETTERS)) if option not in self.play.walk.struck]
        further = [option for option in left if (option - self.option) * by > 0]
        if further:
            self.option = min(further, key=lambda option: abs(option - self.option))
        elif self.option not in left:
            self.option = left[0]

    def look_back(self, by: int) -> None:
        """One number back, or on again."""
        self.back = min(max(0, self.back + by), self.play.walk.shown)

    def forget_glances(self) -> None:
        """After a move one looks at what there is now."""
        self.back = 0
        if self.option in self.play.walk.struck or not self.play.walk.struck:
            self.option = next(option for option in range(len(LETTERS)) if option not in self.play.walk.struck)

    # The picture

    def paint(self, height: int, width: int) -> Cells:
        """A case, or what comes after."""
        if self.play.act is not Act.CASE:
            return self._end.paint(height, width)
        look = self.look
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        rows = height - TEXT_ROWS
        cord = WIDE_CORD if width >= ROOMY_WIDTH else width - LEAST_WIDTH
        if rows - 1 >= LEAST_HEIGHT and cord >= CORD_WIDTH:
            cells.put(
                0, 1, fitted(self._caption(), width - 2, look.glyphs), look.theme.dim, attributes=quiet(look.theme)
            )
            cells.blit(cord_slice(rows - 1, cord, self._part(), look.theme, look.glyphs, look.words.decimal(".")), 1, 0)
            circuit = brain_circuit(rows - 1, width - cord, self._view(), look.theme, look.glyphs)
            cells.blit(circuit, 1, cord)
        else:
            cells.blit(brain_circuit(LIST_ROWS, width, self._view(), look.theme, look.glyphs), 0, 0)
        cells.blit(self._below(width), rows, 0)
        return cells

    def _caption(self) -> str:
        _ = self.look.words
        nudge = _.number(float(self.play.case.nudge), 1)
        return f"{_('1 is 10 cm')} · {_('an accused wire turns by {nudge}', nudge=nudge)}"

    @property
    def _shown(self) -> int:
        """The numbers that are to be seen."""
        return max(0, self.play.walk.shown - self.back)

    def _part(self) -> Hanging:
        walk, brain = self.play.walk, self.play.case.brain
        is_scanned = self._shown > WALK.index(Step("error"))
        height = walk.height if self.back == 0 else float(brain.output)
        is_built = self._shown > WALK.index(Step("output")) and height is not None
        cm = height * UNIT_CM if is_built and height is not None else None
        return Hanging(*brain.inputs, cm, float(brain.wanted * UNIT_CM) if is_scanned else None)

    def _view(self) -> CableView:
        _, play, walk = self.look.words, self.play, self.play.walk
        is_present = self.back == 0
        return CableView(
            play.case.brain,
            self._shown,
            walk.is_asking and is_present,
            self.chosen if walk.is_accusing and is_present and not walk.is_moving else None,
            play.case.guilty if walk.is_closed and is_present else None,
            (_("length"), _("width")),
            _("silent"),
        )

    def _below(self, width: int) -> Cells:
        """The sentence of the number, its arithmetic, the options; after an accusation what came of it."""
        look, walk = self.look, self.play.walk
        cells = Cells.blank(TEXT_ROWS, width, look.theme.text, look.theme.panel)
        view = self._view()
        if walk.verdict is not None and self.back == 0:
            cells.blit(self._verdict(width), 0, 0)
        elif view.lit is not None:
            self._put_step(cells, view.lit, is_asked=view.is_asking)
        return cells

    def _put_step(self, cells: Cells, step: Step, *, is_asked: bool) -> None:
        look, brain = self.look, self.play.case.brain
        row = 0
        for line in wrap(reason_of(step, look.words), max(8, cells.width - 2))[:2]:
            cells.put(row, 1, fitted(line, cells.width - 2, look.glyphs), look.theme.text)
            row += 1
        text = sum_of(brain, step, look.glyphs, look.words, is_blank=is_asked)
        cells.put(row, 1, fitted(text, cells.width - 2, look.glyphs), look.theme.focus, attributes=BOLD)
        if is_asked:
            self._put_options(cells, row + 1)

    def _put_options(self, cells: Cells, row: int) -> None:
        """`a −12  [b +12]  c 1`; one that was tried and is wrong has its letter crossed."""
        look, walk, column = self.look, self.play.walk, 1
        assert walk.blank is not None
        cross = "x" if self.look.words.language and look.glyphs.value == "ascii" else "✗"
        for option, (letter, number) in enumerate(zip(LETTERS, walk.blank.options, strict=True)):
            if option in walk.struck:
                text, colour, attributes = f" {cross} {whole(number)} ", look.theme.dim, quiet(look.theme)
            elif option == self.option:
                text, colour, attributes = f"[{letter} {whole(number)}]", look.theme.bright, BOLD | chosen(look.theme)
            else:
                text, colour, attributes = f" {letter} {whole(number)} ", look.theme.bright, 0
            if look.glyphs.value == "ascii":
                text = text.replace("−", "-")
            ground = look.theme.selection if option == self.option and option not in walk.struck else None
            column = cells.put(row, column, text, colour, ground, attributes) + 2

    def _verdict(self, width: int) -> Cells:
        look, verdict = self.look, self.play.walk.verdict
        _ = look.words
        assert verdict is not None
        rows = [(_("wire {wire}", wire=WIRES[verdict.wire]), float(verdict.saved_cm))]
        if not verdict.is_guilty:
            rows.append((_("the guilty one"), float(verdict.most_cm)))
        weight = _.decimal(signed_whole(verdict.brain.weights[verdict.wire]))
        title = _("{wire} is {weight} now; saved:", wire=WIRES[verdict.wire], weight=weight)
        return verdict_bars(width, title, tuple(rows), look.theme, look.glyphs, _.decimal("."))
