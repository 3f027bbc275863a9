"""One neuron with its strongest wires, and what it says to each part. Knows labels and numbers; no network.

Width is magnitude (╌ ─ ━), the written sign and the colour are the sign. A neuron is ○ ◐ ● by how strongly it is
active, in diamonds (◇ ◆) when its activation is negative.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet, signed
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.figures import fixed

WHOLE = 99.5  # from here on a wire's number is written without digits behind the mark
Wire = tuple[str, float, float]  # the neuron's label at the other end, the weight, that neuron's activation


def neuron_glyph(activation: float, glyphs: GlyphSet) -> str:
    """○ below a third of full activation, then ◐ and from two thirds ●; ◇ and ◆ below zero; `?` for no number."""
    shapes = ("oO@", "oxX") if glyphs is GlyphSet.ASCII else ("○◐●", "○◇◆")
    if math.isnan(activation):
        return "?"
    return shapes[activation < 0][int(min(2.0, abs(activation) * 3))]


def wire_glyph(share: float, glyphs: GlyphSet) -> str:
    """The stroke of a wire whose weight is `share` (0 to 1) of the strongest."""
    return (".-=" if glyphs is GlyphSet.ASCII else "╌─━")[int(min(2.0, share * 3))]


def signed_number(value: float, glyphs: GlyphSet, mark: str = ".") -> str:
    """A number with its sign and two digits behind the `mark`, `+0.83`; whole from a hundred on."""
    return legible(fixed(value, 2 if abs(value) < WHOLE else 0, mark, signed=True), glyphs)


def neuron_wires(
    height: int,
    width: int,
    incoming: Sequence[Wire],
    outgoing: Sequence[Wire],
    neuron_label: str,
    activation: float,
    theme: Theme,
    glyphs: GlyphSet,
    mark: str = ".",
) -> Cells:
    """`size x ● ━━━ +0.83 ┤ ◐ h1.7 ├ −0.20 ─── ○ seat z`: the strongest wires that fit, strongest first."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    label = fitted(neuron_label, max(1, width // 4), glyphs)
    node = min(width, max(len(label) + 2, 6) + 2)
    left = (width - node) // 2 if incoming and outgoing else (width - node if incoming else 0)
    right = width - node - left
    cells.blit(_side(height, left, incoming, theme, glyphs, True, mark), 0, 0)
    cells.blit(_side(height, right, outgoing, theme, glyphs, False, mark), 0, left + node)
    middle = (height - 1) // 2
    dot = neuron_glyph(activation, glyphs)
    column = cells.put(middle, left + 1, dot, signed(theme, activation), attributes=BOLD)
    cells.put(middle, column + 1, label, theme.bright, attributes=BOLD)
    if height > 2:
        cells.put(middle + 1, left + 1, signed_number(activation, glyphs, mark), signed(theme, activation))
    return cells


def _side(
    height: int, width: int, wires: Sequence[Wire], theme: Theme, glyphs: GlyphSet, into: bool, mark: str
) -> Cells:
    """The wires of one side around the middle row, joined to the neuron by an upright."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    known = [wire for wire in wires if not math.isnan(wire[1])]
    shown = sorted(known, key=lambda wire: -abs(wire[1]))[:height]
    if not shown or not width:
        return cells
    middle = (height - 1) // 2
    first = middle - (len(shown) - 1) // 2
    for row, pieces in enumerate(_wire_pieces(width, shown, theme, glyphs, into, mark), first):
        column = 0 if into else 2
        for text, colour, attributes in pieces if into else pieces[::-1]:
            column = cells.put(row, column, text, colour, attributes=attributes) + 1
        joint = _joint(row == first, row == first + len(shown) - 1, row == middle, into, glyphs)
        cells.put(row, width - 1 if into else 0, joint, theme.dim, attributes=quiet(theme))
    return cells


def _wire_pieces(
    width: int, wires: Sequence[Wire], theme: Theme, glyphs: GlyphSet, into: bool, mark: str
) -> list[list[tuple[str, int, int]]]:
    """For each wire its label, neuron, stroke and number as (text, colour, attributes), aligned among the wires."""
    numbers = [signed_number(weight, glyphs, mark) for _, weight, _ in wires]
    digits, strongest = max(map(len, numbers)), abs(wires[0][1])
    room = width - digits - 6  # the neuron, the joint and the blanks between
    stroke = max(1, min(6, room - max(len(legible(label, glyphs)) for label, _, _ in wires)))
    pieces = []
    for (label, weight, activation), number in zip(wires, numbers, strict=True):
        share = min(1.0, abs(weight) / strongest) if 0 < strongest < math.inf else float(strongest > 0)
        name = fitted(label, room - stroke, glyphs)
        line = wire_glyph(share, glyphs) * stroke
        pieces.append(
            [
                (name.rjust(room - stroke) if into else name, theme.text, 0),
                (neuron_glyph(activation, glyphs), signed(theme, activation), 0),
                (line, signed(theme, weight), BOLD if share >= 2 / 3 else 0),
                (number.rjust(digits), signed(theme, weight), 0),
            ]
        )
    return pieces


def _joint(first: bool, last: bool, middle: bool, into: bool, glyphs: GlyphSet) -> str:
    if glyphs is GlyphSet.ASCII:
        return "-" if first and last else "+"
    ends = "─╮╯┤" if into else "─╭╰├"
    at_neuron = "─┬┴┼"
    kind = 0 if first and last else 1 if first else 2 if last else 3
    return (at_neuron if middle else ends)[kind]


def activation_per_part(
    height: int, width: int, values: NDArray[np.floating], labels: Sequence[str], theme: Theme, glyphs: GlyphSet
) -> Cells:
    """A row per part, `seat  ╺━━│     `: a bar from the middle to the left for -1, to the right for +1.

    `values` has shape (N,). More parts than rows stand in several columns; what finds no place is left out.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    columns = min(-(-len(labels) // height), max(1, width // 14)) if len(labels) else 1
    each = width // columns
    longest = max((len(legible(label, glyphs)) for label in labels), default=0)
    for index, label in enumerate(labels[: height * columns]):
        row = _activation_row(each - (1 if columns > 1 else 0), longest, label, float(values[index]), theme, glyphs)
        cells.blit(row, index % height, index // height * each)
    return cells


def _activation_row(width: int, longest: int, label: str, value: float, theme: Theme, glyphs: GlyphSet) -> Cells:
    cells = Cells.blank(1, width, theme.text, theme.panel)
    name = min(longest, max(width // 2 - 1, width - 7)) if width >= 6 else 0  # leaves two cells for each bar
    half = max(0, (width - name - 2) // 2)
    cells.put(0, 0, fitted(label, name, glyphs), theme.text)
    axis = name + 1 + half if name else half
    cells.put(0, axis, "|" if glyphs is GlyphSet.ASCII else "│", theme.border, attributes=quiet(theme))
    if math.isnan(value):
        return cells
    length = round(min(1.0, abs(value)) * half)
    bar = ("=" if glyphs is GlyphSet.ASCII else "━") * length
    cells.put(0, axis + 1 if value > 0 else axis - length, bar, signed(theme, value), attributes=BOLD)
    return cells
