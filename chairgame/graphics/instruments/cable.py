"""The 2-3-1 brain as a circuit: two inputs, three neurons, nine wires from A to I, and every number that is known.

Width is magnitude (╌ ─ ━), the written sign and the colour are the sign. What runs back, the signal and the slopes, is
marked ◂ and written in thousandths. A number that the walk has not reached yet is a dot.
"""

from dataclasses import dataclass

from chairgame.game.story.small_brain import FIRST_OUT, HIDDEN, INPUTS, WALK, WIRES, SmallBrain, Step
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.wires import neuron_glyph, wire_glyph
from chairgame.terminal.depth import GlyphSet

LEAST_HEIGHT, LEAST_WIDTH = 15, 56  # below this the wires are a list
NEURON_ROWS, OUTPUT_ROWS = 5, 7
LABEL = 9  # columns of a wire's label, `[A +1.20]`
BUSES = 8, 10  # the columns in which the inputs' wires branch

# Per stroke of `wire_glyph`: upright, then the corners ┐ └ ┘ ┌.
_BENDS = {"╌": "╎┐└┘┌", "─": "│┐└┘┌", "━": "┃┓┗┛┏", ".": ":....", "-": "|++++", "=": "#####"}


@dataclass(frozen=True)
class CableView:
    """What there is to see: the brain, how many numbers of the walk are known, the wire in question, and words."""

    brain: SmallBrain
    step: int
    chosen: int | None
    guilty: int | None = None
    """The wire that is found out, if one is."""
    inputs: tuple[str, str] = ("", "")
    output: str = ""
    off: str = ""
    mark: str = "."

    @property
    def lit(self) -> Step | None:
        """The number that came last."""
        return WALK[self.step - 1] if self.step else None

    def knows(self, kind: str, index: int = 0) -> bool:
        """Whether the walk has come to a number."""
        return Step(kind, index) in WALK[: self.step]

    def is_lit(self, kind: str, index: int = 0) -> bool:
        """Whether it is the last one."""
        return self.lit == Step(kind, index)


@dataclass(frozen=True)
class _Pen:
    """A picture in the making, with its colours and glyphs."""

    cells: Cells
    view: CableView
    theme: Theme
    glyphs: GlyphSet

    def number(self, row: int, column: int, prefix: str, value: float, digits: int, kind: str, index: int = 0) -> None:
        """`Σ +0.94`: a number of the walk; a dot before its time, lit when it is the last one."""
        view, theme = self.view, self.theme
        text = shown(value, digits, self.glyphs, view.mark) if view.knows(kind, index) else "·".rjust(digits + 3)
        lit, known = view.is_lit(kind, index), view.knows(kind, index)
        colour = theme.focus if lit else signed(theme, value) if known else theme.dim
        text = fitted(f"{prefix} {text}", 40, self.glyphs)
        ground = theme.selection if lit else None
        self.cells.put(row, column, text, colour, ground, BOLD | chosen(theme) if lit else 0)

    def stroke(self, wire: int) -> str:
        """The wire's glyph: its weight beside the largest one's."""
        weights = self.view.brain.weights
        return wire_glyph(abs(weights[wire]) / (max(map(abs, weights)) or 1.0), self.glyphs)

    def line(self, row: int, start: int, end: int, wire: int) -> None:
        """The wire from one column to another, and its label on it: `━[A +1.20]━`; its slope below."""
        stroke = self.stroke(wire)
        weight = self.view.brain.weights[wire]
        self.cells.put(row, start, stroke * (end - start), signed(self.theme, weight), attributes=self.bold(stroke))
        middle = start + max(0, (end - start - LABEL) // 2)
        self.label(row, middle, wire)
        self.slope(row + 1, middle + 1, wire)

    def label(self, row: int, column: int, wire: int) -> None:
        """`[A +1.20]`: in brackets when it is chosen, with a tick when it is found out."""
        view, theme, weight = self.view, self.theme, self.view.brain.weights[wire]
        left, right = ("[", "]") if wire == view.chosen else (" ", " ")
        if wire == view.guilty:
            right = fitted("✓", 1, self.glyphs)
        text = f"{left}{WIRES[wire]} {shown(weight, 2, self.glyphs, view.mark)}{right}"
        is_marked = wire in (view.chosen, view.guilty)
        colour = theme.focus if is_marked else signed(theme, weight)
        self.cells.put(row, column, text, colour, theme.selection if is_marked else None, BOLD * is_marked)

    def slope(self, row: int, column: int, wire: int) -> None:
        """`◂ −0.125`; nothing before its time, for there is no room for a dot of every wire."""
        if self.view.knows("gradient", wire):
            slope = float(self.view.brain.gradients[wire])
            self.number(row, column, self.back, slope, 3, "gradient", wire)

    @property
    def back(self) -> str:
        """The mark of what runs back."""
        return "<" if self.glyphs is GlyphSet.ASCII else "◂"

    def bold(self, stroke: str) -> int:
        """The attribute of a thick wire."""
        return BOLD if stroke in "━=" else 0

    def sign(self, sign: str) -> str:
        """`Σ`, or what ASCII has for it."""
        return "S" if self.glyphs is GlyphSet.ASCII else sign


def shown(value: float, digits: int, glyphs: GlyphSet, mark: str = ".") -> str:
    """A number with its sign and so many digits, `+0.83`; never minus nothing."""
    text = f"{round(value, digits) + 0.0:+.{digits}f}".replace(".", mark)
    return text if glyphs is GlyphSet.ASCII else text.replace("-", "−")


def brain_circuit(height: int, width: int, view: CableView, theme: Theme, glyphs: GlyphSet) -> Cells:
    """The whole brain, of shape (height, width): a circuit where there is room, else a list of its wires."""
    pen = _Pen(Cells.blank(height, width, theme.text, theme.panel), view, theme, glyphs)
    if height < LEAST_HEIGHT or width < LEAST_WIDTH:
        _put_list(pen)
        return pen.cells
    spare = min(width, 90) - LEAST_WIDTH
    neuron_width = 11 + min(4, spare // 6)
    left = BUSES[1] + 12 + spare // 3
    output_left = left + neuron_width + 13 + spare // 4
    gap = min(4, (height - LEAST_HEIGHT) // 2)
    top = (height - 3 * NEURON_ROWS - 2 * gap) // 2
    tops = [top + neuron * (NEURON_ROWS + gap) for neuron in range(HIDDEN)]
    _put_inputs(pen, tops, left)
    for neuron, row in enumerate(tops):
        pen.cells.blit(_neuron(pen, neuron, neuron_width), row, left)
    _put_ways_out(pen, [row + 2 for row in tops], left + neuron_width, output_left)
    name = fitted(view.output, width - output_left - 1, glyphs)
    pen.cells.put(tops[1] - 2, output_left + 1, name, theme.bright)
    pen.cells.blit(_output(pen, min(width - output_left, 10 + spare // 6)), tops[1] - 1, output_left)
    return pen.cells


def _put_inputs(pen: _Pen, tops: list[int], left: int) -> None:
    """The two inputs, the columns in which they branch, and their six wires into the neurons."""
    cells, theme = pen.cells, pen.theme
    flat, upright, joint = ("-", "|", "+") if pen.glyphs is GlyphSet.ASCII else ("─", "│", "├")
    for source in range(INPUTS):
        row, bus = (tops[0] if source == 0 else tops[-1]) + 2, BUSES[source]
        value = pen.view.brain.inputs[source]
        cells.put(row - 1, 0, fitted(pen.view.inputs[source], BUSES[0] - 1, pen.glyphs), theme.bright)
        text = f"{shown(value, 2, pen.glyphs, pen.view.mark)} {neuron_glyph(value, pen.glyphs)}"
        column = cells.put(row, 0, text, signed(theme, value), attributes=BOLD)
        cells.put(row, column, flat * (bus - column), theme.dim, attributes=quiet(theme))
        for branch in range(tops[0] + 1 + 2 * source, tops[-1] + 2 + 2 * source):
            cells.put(branch, bus, upright, theme.dim, attributes=quiet(theme))
    for wire in range(FIRST_OUT):
        neuron, source = divmod(wire, INPUTS)
        row = tops[neuron] + 1 + 2 * source
        cells.put(row, BUSES[source], joint, theme.dim, attributes=quiet(theme))
        pen.line(row, BUSES[source] + 1, left, wire)


def _neuron(pen: _Pen, neuron: int, width: int) -> Cells:
    """A neuron: what it adds up, what it answers, and the signal that comes back to it."""
    view, theme = pen.view, pen.theme
    inner = _Pen(Cells.blank(NEURON_ROWS - 2, width - 2, theme.text, theme.panel), view, theme, pen.glyphs)
    activation, column = float(view.brain.activations[neuron]), (width - 11) // 2
    dot = neuron_glyph(activation, pen.glyphs) if view.knows("activation", neuron) else " "
    inner.number(0, column, pen.sign("Σ"), float(view.brain.sums[neuron]), 2, "sum", neuron)
    inner.number(1, column, dot, activation, 2, "activation", neuron)
    inner.number(2, column, pen.back, float(view.brain.signals[neuron]), 3, "signal", neuron)
    is_lit = any(view.is_lit(kind, neuron) for kind in ("sum", "activation", "signal"))
    return framed(inner.cells, f"{neuron + 1}", theme, pen.glyphs, is_lit)


def _put_ways_out(pen: _Pen, rows: list[int], start: int, end: int) -> None:
    """G down to the output, H across, I up to it."""
    bus, middle = end - 2, rows[1]
    for neuron, row in enumerate(rows):
        wire = FIRST_OUT + neuron
        pen.line(row, start, bus, wire)
        stroke, colour = pen.stroke(wire), signed(pen.theme, pen.view.brain.weights[wire])
        upright, down, from_above, up, from_below = tuple(_BENDS[stroke])
        bold, entry = pen.bold(stroke), middle + neuron - 1
        if neuron == 1:
            pen.cells.put(row, bus, stroke, colour, attributes=bold)
        else:
            pen.cells.put(row, bus, down if row < entry else up, colour, attributes=bold)
            pen.cells.put(entry, bus, from_above if row < entry else from_below, colour, attributes=bold)
            for between in range(min(row, entry) + 1, max(row, entry)):
                pen.cells.put(between, bus, upright, colour, attributes=bold)
        pen.cells.put(entry, bus + 1, stroke, colour, attributes=bold)


def _output(pen: _Pen, width: int) -> Cells:
    """The output: the height that came out, how far off the scanner says it is, and the signal."""
    view, theme = pen.view, pen.theme
    inner = _Pen(Cells.blank(OUTPUT_ROWS - 2, width - 2, theme.text, theme.panel), view, theme, pen.glyphs)
    inner.number(0, 0, pen.sign("Σ"), view.brain.output, 2, "output")
    inner.cells.put(1, 0, fitted(view.off, inner.cells.width, pen.glyphs), theme.text)
    inner.number(2, 0, " ", view.brain.error, 2, "error")
    if view.knows("error"):
        distance = f"{view.brain.off_cm:.1f} cm".replace(".", view.mark)
        inner.cells.put(3, 0, fitted(distance, inner.cells.width, pen.glyphs), theme.measure)
    inner.number(4, 0, pen.back, view.brain.output_signal, 3, "output_signal")
    is_lit = any(view.is_lit(kind) for kind in ("output", "error", "output_signal"))
    return framed(inner.cells, "", theme, pen.glyphs, is_lit)


def _put_list(pen: _Pen) -> None:
    """A row per wire, beside it what its neuron says: for windows too small for a circuit."""
    view, brain = pen.view, pen.view.brain
    for wire in range(min(len(WIRES), pen.cells.height)):
        weight = brain.weights[wire]
        pen.label(wire, 0, wire)
        pen.cells.put(wire, LABEL, pen.stroke(wire), signed(pen.theme, weight))
        pen.slope(wire, LABEL + 1, wire)
    for neuron in range(HIDDEN):
        row, column = INPUTS * neuron, LABEL + 11
        pen.number(row, column, pen.sign("Σ"), float(brain.sums[neuron]), 2, "sum", neuron)
        activation = float(brain.activations[neuron])
        dot = neuron_glyph(activation, pen.glyphs) if view.knows("activation", neuron) else " "
        pen.number(row, column + 8, dot, activation, 2, "activation", neuron)
        pen.number(row + 1, column, pen.back, float(brain.signals[neuron]), 3, "signal", neuron)
    pen.number(FIRST_OUT, LABEL + 11, pen.sign("Σ"), brain.output, 2, "output")
    pen.number(FIRST_OUT + 1, LABEL + 11, fitted(view.off, 8, pen.glyphs), brain.error, 2, "error")
    pen.number(FIRST_OUT + 2, LABEL + 11, pen.back, brain.output_signal, 3, "output_signal")
    texts = []
    for source in range(INPUTS):
        wires = "".join(WIRES[source:FIRST_OUT:INPUTS])
        texts.append(f"{view.inputs[source]} {shown(brain.inputs[source], 2, pen.glyphs, view.mark)} {wires}")
    pen.cells.put(len(WIRES), 0, fitted(" ".join(texts), pen.cells.width, pen.glyphs), pen.theme.bright)
