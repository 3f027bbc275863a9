"""Seven numbers in large digits, and ten thousand as a cloud of dots that turns into a line. Knows no play.

A dot's place is a number's place in the row, its height how large it is. Dots are braille; without it a cell's sign
says how many numbers lie in it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

ROW_ROWS = 5  # digits, and the bracket below
_ACROSS, _DOWN = 2, 4  # dots of a cell
_BITS = np.array([[1, 8], [2, 16], [4, 32], [64, 128]], np.int32)  # Unicode's numbering of braille dots
_PLAIN = " .:+*#@"
_CROWDED = 40  # numbers in a cell for the last sign


def number_row(width: int, numbers: Sequence[int], at: int, is_done: bool, theme: Theme, glyphs: GlyphSet) -> Cells:
    """`ROW_ROWS` times width cells: the numbers, and a bracket below the two that would be swapped."""
    cells = Cells.blank(ROW_ROWS, width, theme.text, theme.panel)
    step = max(5, width // max(1, len(numbers)))
    left = max(0, (width - step * len(numbers)) // 2)
    for index, number in enumerate(numbers):
        is_chosen = not is_done and index in (at, at + 1)
        colour = theme.good if is_done else theme.focus if is_chosen else theme.bright
        digits = big_text(str(number), colour, theme, glyphs)
        cells.blit(digits, 0, left + index * step + (step - digits.width) // 2)
    if not is_done:
        start = left + at * step + step // 2
        ends, middle = ("\\", "/") if glyphs is GlyphSet.ASCII else ("╰", "╯"), "-" if glyphs is GlyphSet.ASCII else "─"
        bracket = ends[0] + middle * (step - 1) + ends[1]
        cells.put(3, start, bracket, theme.focus, attributes=BOLD)
        name = fitted("Enter", step, glyphs)
        cells.put(4, start + (len(bracket) - len(name)) // 2, name, theme.focus, attributes=BOLD)
    return cells


def number_cloud(
    height: int, width: int, numbers: Sequence[int], largest: int, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """Height times width cells: each number a dot, the first at the left, the largest at the top."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if not (height and width and numbers):
        return cells
    down, across = (1, 1) if glyphs is GlyphSet.ASCII else (_DOWN, _ACROSS)
    counts = _counted(np.asarray(numbers), largest, height * down, width * across)
    if glyphs is GlyphSet.ASCII:
        steps = np.ceil(np.minimum(1.0, counts / _CROWDED) * (len(_PLAIN) - 1)).astype(int)
        cells.glyph[:] = np.array([ord(sign) for sign in _PLAIN])[steps]
    else:
        blocks = (counts > 0).reshape(height, _DOWN, width, _ACROSS).transpose(0, 2, 1, 3)
        bits = (blocks * _BITS).sum((2, 3))
        cells.glyph[bits > 0] = 0x2800 | bits[bits > 0]
    cells.foreground[:] = theme.measure
    return cells


def _counted(numbers: NDArray[np.int64], largest: int, rows: int, columns: int) -> NDArray[np.int64]:
    """How many numbers fall to each dot, shape (rows, columns)."""
    x = np.arange(len(numbers)) * columns // len(numbers)
    y = rows - 1 - np.minimum(numbers * rows // largest, rows - 1)
    return np.bincount(y * columns + x, minlength=rows * columns).reshape(rows, columns)
