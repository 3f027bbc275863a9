"""The end of a word brain as a table: a row a neuron of the middle, a column a word, a wire in each cell.

Below every column the signal that its word hears. Knows no text and no play.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

THIN, THICK = 0.5, 1.5  # of a weight, without its sign
QUIET = 0.3  # of what a neuron says
NEURON_COLUMNS, NUMBER_COLUMNS = 11, 7
LINES, ASCII_LINES = "╌─━", ".-="
MARKS, ASCII_MARKS = "○●◆", "o@*"
EXTRA_ROWS = 2  # the words above, the signals below


@dataclass(frozen=True)
class WireTable:
    """What neurons say, shape (N,), the wires' weights, (N, V), words and their signals, (V,); the chosen cell."""

    neurons: Sequence[float]
    weights: Sequence[Sequence[float]]
    words: Sequence[str]
    signals: Sequence[float] | None
    chosen: tuple[int, int] | None


@dataclass(frozen=True)
class WireTableText:
    """Headings, and how a number is written: with its sign, with so many decimals."""

    neuron: str
    signal: str
    mark: str = "."

    def number(self, value: float, digits: int, glyphs: GlyphSet) -> str:
        """`−0.74`; nothing is `0.0`, whichever side it comes from."""
        rounded = round(value, digits) + 0.0
        text = f"{rounded:+.{digits}f}".replace(".", self.mark)
        return text if glyphs is GlyphSet.ASCII else text.replace("-", "−")


def word_wires(height: int, width: int, table: WireTable, text: WireTableText, theme: Theme, glyphs: GlyphSet) -> Cells:
    """Shape (height, width); of more rows than the table has, each takes two."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    step = 2 if height >= 2 * (len(table.neurons) + EXTRA_ROWS) - 1 else 1
    column = max(1, (width - NEURON_COLUMNS - 1) // max(1, len(table.words)))
    cells.put(0, 1, fitted(text.neuron, NEURON_COLUMNS - 1, glyphs), theme.dim, attributes=quiet(theme))
    for index, word in enumerate(table.words):
        name = fitted(word, max(1, column - 2), glyphs)
        is_chosen = table.chosen is not None and table.chosen[1] == index
        at = NEURON_COLUMNS + (index + 1) * column - len(name) - 1  # above the numbers
        cells.put(0, at, name, theme.bright, attributes=BOLD * is_chosen)
    for neuron, says in enumerate(table.neurons):
        row = step * (neuron + 1)
        _put_neuron(cells, row, neuron, says, text, theme, glyphs)
        for index in range(len(table.words)):
            _put_wire(cells, row, NEURON_COLUMNS + index * column, column, (neuron, index), table, text, theme, glyphs)
    if table.signals is not None:
        _put_signals(cells, step * (len(table.neurons) + 1), column, table.signals, text, theme, glyphs)
    return cells


def _put_neuron(
    cells: Cells, row: int, neuron: int, says: float, text: WireTableText, theme: Theme, glyphs: GlyphSet
) -> None:
    """`h3 ◆ −0.74`."""
    marks = ASCII_MARKS if glyphs is GlyphSet.ASCII else MARKS
    mark = marks[0] if abs(says) < QUIET else marks[1] if says > 0 else marks[2]
    is_loud = abs(says) >= QUIET
    cells.put(row, 0, f"h{neuron + 1}", theme.text)
    number = text.number(says, 2, glyphs)
    cells.put(row, 3, f"{mark} {number}", signed(theme, says) if is_loud else theme.text, attributes=BOLD * is_loud)


def _put_wire(
    cells: Cells,
    row: int,
    left: int,
    columns: int,
    place: tuple[int, int],
    table: WireTable,
    text: WireTableText,
    theme: Theme,
    glyphs: GlyphSet,
) -> None:
    """`━━━━ +1.9 `, and `━━━━[+1.9]` where it is chosen: the thicker the heavier."""
    weight = table.weights[place[0]][place[1]]
    is_chosen = place == table.chosen
    number, colour = text.number(weight, 1, glyphs), signed(theme, round(weight, 1))
    number = f"[{number}]" if is_chosen else f" {number} "
    lines = ASCII_LINES if glyphs is GlyphSet.ASCII else LINES
    line = lines[(abs(weight) >= THIN) + (abs(weight) >= THICK)]
    length = max(0, columns - max(NUMBER_COLUMNS, len(number)))
    cells.put(row, left, line * length, colour)
    ground = theme.selection if is_chosen else None
    attributes = BOLD | chosen(theme) if is_chosen else 0
    ink = theme.bright if is_chosen else colour
    cells.put(row, left + columns - len(number), number, ink, ground, attributes)


def _put_signals(
    cells: Cells,
    row: int,
    column: int,
    signals: Sequence[float],
    text: WireTableText,
    theme: Theme,
    glyphs: GlyphSet,
) -> None:
    cells.put(row, 0, fitted(text.signal, NEURON_COLUMNS, glyphs), theme.listen, attributes=BOLD)
    for index, signal in enumerate(signals):
        number = f"{text.number(signal, 2, glyphs)} "
        cells.put(row, NEURON_COLUMNS + (index + 1) * column - len(number), number, theme.listen, attributes=BOLD)
