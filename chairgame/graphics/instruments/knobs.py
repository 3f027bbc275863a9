"""Round knobs with a pointer, each with what is known of it: its slope, or the signal that wants it turned.

A row each where room is narrow, else two columns of knobs three rows high, drawn in dots. Knows no network: positions,
figures and shares come in as numbers and texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

ROW_COLUMNS = 20  # of a knob in a row of its own
KNOB_ROWS, KNOB_COLUMNS = 3, 6  # of a large one
TEXT_COLUMNS = 5  # beside a large one
CELL_COLUMNS = 3 + KNOB_COLUMNS + TEXT_COLUMNS
_SWING = 0.75 * pi  # how far a knob turns to either side from upright
_RING, _TICK = 4.0, 5.6  # dots
_DOT_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
_ENDS = 0.55  # of the way: from there on a small pointer lies flat


@dataclass(frozen=True)
class Knob:
    """A knob as it is seen."""

    position: float
    """Where it stands, -1 to 1 of the way that it can turn."""
    written: str
    """The same in clicks, as written."""
    is_turned: bool = False
    """Since the last build."""
    tick: float | None = None
    """Where it should stand, like `position`."""
    figure: str = ""
    """What is known of it, as written: a slope, or how far it is going to be turned."""
    way: float = 0.0
    """The sign of that: its colour, and where there is a tick its arrow."""
    bar: float = 0.0
    """How much of it there is, 0 to 1."""


def knobs_board(height: int, width: int, knobs: Sequence[Knob], selected: int, theme: Theme, glyphs: GlyphSet) -> Cells:
    """Height times width cells: large knobs in two columns where all of them fit, else rows."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    rows = -(-len(knobs) // 2)
    if knobs and width >= 2 * CELL_COLUMNS - 1 and height >= rows * KNOB_ROWS:
        pitch = min(KNOB_ROWS + 1, height // rows)
        for index, knob in enumerate(knobs):
            place = (index % rows * pitch, index // rows * (width - CELL_COLUMNS + 1))
            _put_large(cells, place, index, knob, index == selected, theme, glyphs)
        return cells
    for index, knob in enumerate(knobs[:height]):
        _put_row(cells, index, knob, index == selected, theme, glyphs)
    return cells


def _put_row(cells: Cells, row: int, knob: Knob, is_selected: bool, theme: Theme, glyphs: GlyphSet) -> None:
    """`[3] ●╱ +2* −1.9 ▮▮▮▮`."""
    lit = chosen(theme) if is_selected else 0
    if is_selected:
        cells.background[row] = theme.selection
        cells.attributes[row] |= lit
    colour = theme.focus if is_selected else theme.text
    cells.put(row, 0, _number(row, is_selected), colour, attributes=BOLD * is_selected | lit)
    cells.put(row, 3, small_knob(knob.position, glyphs), theme.bright, attributes=lit)
    written = f"{knob.written:>{5 if knob.tick is not None else 3}}{'*' if knob.is_turned else ' '}"
    column = cells.put(row, 6, fitted(written, cells.width - 6, glyphs), colour, attributes=lit)
    if knob.tick is not None:
        column = cells.put(row, column, f" {_arrow(knob.way, glyphs)}", signed(theme, knob.way), attributes=lit)
    else:
        column = cells.put(row, column, fitted(f"{knob.figure:>5}", 5, glyphs), colour, attributes=lit)
    room = cells.width - column - 1
    if room > 0 and knob.bar > 0:
        cells.put(row, column + 1, _bar(knob.bar, room, glyphs), signed(theme, knob.way), attributes=lit)


def _number(index: int, is_selected: bool) -> str:
    return f"[{index + 1}]" if is_selected else f" {index + 1} "


def _arrow(way: float, glyphs: GlyphSet) -> str:
    right, left = "><" if glyphs is GlyphSet.ASCII else "→←"
    return right if way > 0 else left if way < 0 else " "


def _bar(share: float, room: int, glyphs: GlyphSet) -> str:
    return ("#" if glyphs is GlyphSet.ASCII else "▮") * max(1, round(min(1.0, share) * room))


def small_knob(position: float, glyphs: GlyphSet) -> str:
    """Three columns: `─● ` and ` ●─` at the ends, `╲● ` and ` ●╱` on the way there, `·●·` upright."""
    if glyphs is GlyphSet.ASCII:
        return "(|)" if position == 0 else "(\\)" if position < 0 else "(/)"
    if position == 0:
        return "·●·"
    if position < 0:
        return "─● " if position < -_ENDS else "╲● "
    return " ●─" if position > _ENDS else " ●╱"


def _put_large(
    cells: Cells,
    place: tuple[int, int],
    index: int,
    knob: Knob,
    is_selected: bool,
    theme: Theme,
    glyphs: GlyphSet,
) -> None:
    """The knob, and beside it where it stands, what is known, and how much."""
    row, column = place
    colour = theme.focus if is_selected else theme.text
    lit = BOLD * is_selected
    cells.put(row + 1, column, _number(index, is_selected), colour, attributes=lit | chosen(theme) * is_selected)
    if glyphs is GlyphSet.ASCII:
        _put_plain(cells, row, column + 3, knob, colour, theme)
    else:
        _put_dots(cells, row, column + 3, knob, colour, theme)
    text = column + 3 + KNOB_COLUMNS
    room = min(TEXT_COLUMNS, cells.width - text)
    written = f"{knob.written}{'*' if knob.is_turned else ''}"
    cells.put(row, text, fitted(written, room, glyphs), theme.bright, attributes=lit)
    arrow = _arrow(knob.way, glyphs) if knob.tick is not None else ""
    cells.put(row + 1, text, fitted(f"{arrow}{knob.figure}", room, glyphs), signed(theme, knob.way), attributes=lit)
    if knob.bar > 0 and room > 0:
        cells.put(row + 2, text, _bar(knob.bar, room, glyphs), signed(theme, knob.way))


def _dots_at(place: float, start: float, end: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and columns of the dots from one radius to another, the way that a knob at that place points."""
    radius = np.arange(start, end + 1e-9, 0.4)
    angle = place * _SWING
    middle_row, middle_column = (4 * KNOB_ROWS - 1) / 2, (2 * KNOB_COLUMNS - 1) / 2
    rows = np.rint(middle_row - radius * cos(angle)).astype(np.int64)
    return rows, np.rint(middle_column + radius * sin(angle)).astype(np.int64)


def _put_dots(cells: Cells, row: int, column: int, knob: Knob, colour: int, theme: Theme) -> None:
    ring = np.zeros((4 * KNOB_ROWS, 2 * KNOB_COLUMNS), bool)
    pointer, tick = ring.copy(), ring.copy()
    for place in np.linspace(-1 / 0.75, 1 / 0.75, 60):
        ring[_dots_at(float(place), _RING, _RING)] = True
    pointer[_dots_at(float(np.clip(knob.position, -1, 1)), 0.0, _RING)] = True
    if knob.tick is not None:
        tick[_dots_at(float(np.clip(knob.tick, -1, 1)), _TICK - 0.8, _TICK)] = True
    bits = [_bits(dots) for dots in (ring, pointer, tick)]
    for y in range(KNOB_ROWS):
        for x in range(KNOB_COLUMNS):
            all_bits = int(bits[0][y, x] | bits[1][y, x] | bits[2][y, x])
            if all_bits:
                shade = theme.listen if bits[2][y, x] else theme.bright if bits[1][y, x] else colour
                attributes = BOLD if bits[2][y, x] or bits[1][y, x] else quiet(theme)
                cells.put(row + y, column + x, chr(0x2800 | all_bits), shade, attributes=attributes)


def _bits(dots: NDArray[np.bool_]) -> NDArray[np.int64]:
    blocks = dots.reshape(KNOB_ROWS, 4, KNOB_COLUMNS, 2).transpose(0, 2, 1, 3)
    return np.asarray((blocks * _DOT_BITS).sum((2, 3)), np.int64)


def _put_plain(cells: Cells, row: int, column: int, knob: Knob, colour: int, theme: Theme) -> None:
    """`( \\ )` under `.-.`; a tick is an `o` in the ring, where the pointer would be."""
    for offset, line in enumerate((" .-. ", "(   )", " '-' ")):
        cells.put(row + offset, column, line, colour)
    y, x, pointer = _plain_place(knob.position)
    cells.put(row + 1, column + (x if y else min(3, max(1, x))), pointer, theme.bright, attributes=BOLD)
    if knob.tick is not None:
        y, x, _pointer = _plain_place(knob.tick)
        cells.put(row + y, column + (4 if x > 3 else 0 if x < 1 else x) * 1, "o", theme.listen, attributes=BOLD)


def _plain_place(place: float) -> tuple[int, int, str]:
    """Row and column in the ring, and the pointer that points there."""
    if abs(place) > _ENDS:
        return (1, 4, "-") if place > 0 else (1, 0, "-")
    return (0, 2, "|") if place == 0 else (0, 3, "/") if place > 0 else (0, 1, "\\")
