"""The 2-3-1 brain as a circuit: two inputs, three neurons, nine wires from A to I, and every number that is known.

One path is lit at a time: double strokes, signs' own colours; all else is dim. Unlit, width is magnitude (╌ ─ ━), and
the written sign and the colour are the sign. What runs back, signals and guilt, is marked ◂. The number that is asked
for is a blank; what nobody has reckoned yet is a dot.
"""

from dataclasses import dataclass

from chairgame.game.story.cable_words import signed_whole, whole
from chairgame.game.story.small_brain import FIRST_OUT, HIDDEN, INPUTS, WALK, WIRES, SmallBrain, Step, lit_wires
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.arithmetic import ASCII_BLANK, BLANK
from chairgame.terminal.depth import GlyphSet

LEAST_HEIGHT, LEAST_WIDTH = 15, 38  # below this the wires are a list
LIST_ROWS = len(WIRES) + 1
NEURON_ROWS, OUTPUT_ROWS = 5, 5
LABEL = 6  # columns of a wire's label, `[A −2]`
BUSES = 7, 8  # the columns in which the inputs' wires branch

# Per stroke: upright, then the corners ┐ └ ┘ ┌.
_BENDS = {
    "╌": "╎┐└┘┌",
    "─": "│┐└┘┌",
    "━": "┃┓┗┛┏",
    "═": "║╗╚╝╔",
    ".": ":....",
    "-": "|++++",
    "=": "|++++",
    "#": "#####",
}
_STROKES, _ASCII_STROKES = "╌─━", ".-="


@dataclass(frozen=True)
class CableView:
    """What there is to see: the brain, how many numbers of the walk are known, the wire in question, and words."""

    brain: SmallBrain
    known: int
    is_asking: bool = False
    """Whether the next number is a blank."""
    chosen: int | None = None
    """The wire that the arrows have come to, while one is to be accused."""
    guilty: int | None = None
    """The wire that is found out, if one is."""
    inputs: tuple[str, str] = ("", "")
    silent: str = ""

    @property
    def lit(self) -> Step | None:
        """The number that is asked for or came last; none while a wire is looked for."""
        if self.chosen is not None or self.guilty is not None:
            return None
        if self.is_asking:
            return WALK[self.known]
        return WALK[self.known - 1] if self.known else None

    def knows(self, step: Step) -> bool:
        """Whether the walk has come to a number."""
        return step in WALK[: self.known]

    def is_blank(self, step: Step) -> bool:
        """Whether it is the one that is asked for."""
        return self.is_asking and WALK[self.known] == step

    def is_lit_wire(self, wire: int) -> bool:
        """Whether the lit number comes along a wire; without one all of them are."""
        return self.lit is None or wire in lit_wires(self.lit)


@dataclass(frozen=True)
class _Pen:
    """A picture in the making, with its colours and glyphs."""

    cells: Cells
    view: CableView
    theme: Theme
    glyphs: GlyphSet

    def number(self, row: int, column: int, prefix: str, step: Step) -> None:
        """`◂ −12`: a number of the walk; a dot before its time, a blank when it is asked for."""
        view, theme = self.view, self.theme
        value = view.brain.number(step)
        is_lit = step == view.lit
        if view.is_blank(step):
            text = ASCII_BLANK if self.glyphs is GlyphSet.ASCII else BLANK
        elif view.knows(step):
            text = signed_whole(value) if step.kind == "error" else whole(value)
        else:
            text = "·"
        colour = theme.focus if is_lit else signed(theme, float(value)) if view.knows(step) else theme.dim
        if view.knows(step) and not value and not is_lit:
            colour = theme.text
        text = fitted(f"{prefix}{text}", 8, self.glyphs)
        ground = theme.selection if is_lit else None
        self.cells.put(row, column, text, colour, ground, BOLD | chosen(theme) if is_lit else 0)

    def stroke(self, wire: int) -> str:
        """The wire's glyph: how fat it is; double where it is lit."""
        is_ascii = self.glyphs is GlyphSet.ASCII
        if self.view.lit is not None and self.view.is_lit_wire(wire):
            return "#" if is_ascii else "═"
        fatness = min(len(_STROKES), max(1, round(abs(float(self.view.brain.weights[wire])))))
        return (_ASCII_STROKES if is_ascii else _STROKES)[fatness - 1]

    def colour(self, wire: int) -> tuple[int, int]:
        """The wire's colour and attributes."""
        if not self.view.is_lit_wire(wire):
            return self.theme.dim, quiet(self.theme)
        bold = BOLD if self.stroke(wire) in "━═=#" else 0
        return signed(self.theme, float(self.view.brain.weights[wire])), bold

    def line(self, row: int, start: int, end: int, wire: int) -> None:
        """The wire from one column to another, and its label on it: `━[A −2]━`; its guilt below."""
        colour, attributes = self.colour(wire)
        self.cells.put(row, start, self.stroke(wire) * (end - start), colour, attributes=attributes)
        middle = end - LABEL - max(0, (end - start - LABEL) // 2)
        self.label(row, middle, wire)
        self.guilt(row + 1, middle + 1, wire)

    def label(self, row: int, column: int, wire: int) -> None:
        """`[A −2]`: in brackets when it is chosen, with a tick when it is found out."""
        view, theme, weight = self.view, self.theme, self.view.brain.weights[wire]
        left, right = ("[", "]") if wire == view.chosen else (" ", " ")
        if wire == view.guilty:
            right = fitted("✓", 1, self.glyphs)
        text = fitted(f"{left}{WIRES[wire]} {signed_whole(weight)}{right}", LABEL, self.glyphs)
        is_marked = wire in (view.chosen, view.guilty)
        colour, attributes = (theme.focus, BOLD) if is_marked else self.colour(wire)
        self.cells.put(row, column, text, colour, theme.selection if is_marked else None, attributes)

    def guilt(self, row: int, column: int, wire: int) -> None:
        """`◂−12`; nothing before its time, for there is no room for a dot of every wire."""
        step = Step("gradient", wire)
        if self.view.knows(step) or self.view.is_blank(step):
            self.number(row, column, self.back, step)

    @property
    def back(self) -> str:
        """The mark of what runs back."""
        return "<" if self.glyphs is GlyphSet.ASCII else "◂"


def brain_circuit(height: int, width: int, view: CableView, theme: Theme, glyphs: GlyphSet) -> Cells:
    """The whole brain, of shape (height, width): a circuit where there is room, else a list of its wires."""
    pen = _Pen(Cells.blank(height, width, theme.text, theme.panel), view, theme, glyphs)
    if height < LEAST_HEIGHT or width < LEAST_WIDTH:
        _put_list(pen)
        return pen.cells
    spare = width - LEAST_WIDTH
    left, neuron_width = 17 + spare // 3, 8 + min(4, spare // 5)
    output_left = width - 5 - min(4, spare // 6)
    gap = min(3, (height - LEAST_HEIGHT) // 2)
    top = (height - HIDDEN * NEURON_ROWS - (HIDDEN - 1) * gap) // 2
    tops = [top + neuron * (NEURON_ROWS + gap) for neuron in range(HIDDEN)]
    _put_inputs(pen, tops, left)
    for neuron, row in enumerate(tops):
        pen.cells.blit(_neuron(pen, neuron, neuron_width), row, left)
    _put_ways_out(pen, [row + 2 for row in tops], left + neuron_width, output_left)
    pen.cells.blit(_output(pen, width - output_left), tops[1], output_left)
    return pen.cells


def _put_inputs(pen: _Pen, tops: list[int], left: int) -> None:
    """The two inputs, the columns in which they branch, and their six wires into the neurons."""
    cells, theme, view = pen.cells, pen.theme, pen.view
    flat, upright, joint = ("-", "|", "+") if pen.glyphs is GlyphSet.ASCII else ("─", "│", "├")
    for source in range(INPUTS):
        row, bus = (tops[0] if source == 0 else tops[-1]) + 2, BUSES[source]
        cells.put(row - 1, 0, fitted(view.inputs[source], BUSES[0], pen.glyphs), theme.bright)
        column = cells.put(row, 0, f"{view.brain.inputs[source]} ", theme.bright, attributes=BOLD)
        cells.put(row, column, flat * (bus - column), theme.dim, attributes=quiet(theme))
        for branch in range(tops[0] + 1 + 2 * source, tops[-1] + 2 + 2 * source):
            cells.put(branch, bus, upright, theme.dim, attributes=quiet(theme))
    for wire in range(FIRST_OUT):
        neuron, source = divmod(wire, INPUTS)
        row = tops[neuron] + 1 + 2 * source
        cells.put(row, BUSES[source], joint, theme.dim, attributes=quiet(theme))
        pen.line(row, BUSES[source] + 1, left, wire)


def _neuron(pen: _Pen, neuron: int, width: int) -> Cells:
    """A neuron: what it says, and the signal that comes back to it."""
    view, theme = pen.view, pen.theme
    inner = _Pen(Cells.blank(NEURON_ROWS - 2, width - 2, theme.text, theme.panel), view, theme, pen.glyphs)
    said, heard = Step("neuron", neuron), Step("signal", neuron)
    inner.number(0, 1, " ", said)
    if view.knows(said) and view.brain.is_silent(neuron):
        inner.cells.put(1, 0, fitted(view.silent, width - 2, pen.glyphs), theme.dim, attributes=quiet(theme))
    inner.number(2, 1, pen.back, heard)
    return framed(inner.cells, f"{neuron + 1}", theme, pen.glyphs, view.lit in (said, heard))


def _put_ways_out(pen: _Pen, rows: list[int], start: int, end: int) -> None:
    """G down to the output, H across, I up to it."""
    bus, middle = end - 1, rows[1]
    for neuron, row in enumerate(rows):
        wire = FIRST_OUT + neuron
        pen.line(row, start, bus, wire)
        stroke = pen.stroke(wire)
        colour, attributes = pen.colour(wire)
        upright, down, from_above, up, from_below = tuple(_BENDS[stroke])
        entry = middle + neuron - 1
        if neuron == 1:
            pen.cells.put(row, bus, stroke, colour, attributes=attributes)
        else:
            pen.cells.put(row, bus, down if row < entry else up, colour, attributes=attributes)
            pen.cells.put(entry, bus, from_above if row < entry else from_below, colour, attributes=attributes)
            for between in range(min(row, entry) + 1, max(row, entry)):
                pen.cells.put(between, bus, upright, colour, attributes=attributes)


def _output(pen: _Pen, width: int) -> Cells:
    """The output: the height that came out, its error, and the signal."""
    view, theme = pen.view, pen.theme
    inner = _Pen(Cells.blank(OUTPUT_ROWS - 2, width - 2, theme.text, theme.panel), view, theme, pen.glyphs)
    steps = Step("output"), Step("error"), Step("output_signal")
    for row, (prefix, step) in enumerate(zip((" ", "", pen.back), steps, strict=True)):
        inner.number(row, 0, prefix, step)
    return framed(inner.cells, "", theme, pen.glyphs, view.lit in steps)


def _put_list(pen: _Pen) -> None:
    """A row per wire, beside it what its neuron says: for windows too small for a circuit."""
    view, brain, cells = pen.view, pen.view.brain, pen.cells
    for wire in range(len(WIRES)):
        colour, attributes = pen.colour(wire)
        pen.label(wire, 0, wire)
        cells.put(wire, LABEL, pen.stroke(wire) * 2, colour, attributes=attributes)
        pen.guilt(wire, LABEL + 3, wire)
    column = LABEL + 11
    for neuron in range(HIDDEN):
        row = INPUTS * neuron
        cells.put(row, column, f"{neuron + 1}", pen.theme.dim, attributes=quiet(pen.theme))
        pen.number(row, column + 2, "", Step("neuron", neuron))
        if view.knows(Step("neuron", neuron)) and brain.is_silent(neuron):
            cells.put(row, column + 5, fitted(view.silent, 9, pen.glyphs), pen.theme.dim)
        pen.number(row + 1, column + 1, pen.back, Step("signal", neuron))
    for row, kind in enumerate(("output", "error", "output_signal"), start=FIRST_OUT):
        pen.number(row, column + 1, pen.back if row == FIRST_OUT + 2 else " ", Step(kind))
    texts = []
    for source in range(INPUTS):
        wires = "".join(WIRES[source:FIRST_OUT:INPUTS])
        texts.append(f"{view.inputs[source]} {brain.inputs[source]} {wires}")
    cells.put(len(WIRES), 0, fitted("  ".join(texts), cells.width, pen.glyphs), pen.theme.bright)
