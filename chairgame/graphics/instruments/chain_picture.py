"""A chain of beads in the plane: as a network folds it with letters on its beads, and as it really lies in dots.

Lines are braille; without it they are signs. Knows no network.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

FloatArray = NDArray[np.float64]

ACROSS, DOWN = 2, 4  # dots of a cell
MARGIN = 0.8  # bead lengths around what has to be in the picture
FINE, SPARSE = 12, 2  # dots along a bead's length, of the build and of the real chain
_BITS = np.array([[1, 8], [2, 16], [4, 32], [64, 128]], np.int32)  # Unicode's numbering of braille dots


def chain_picture(
    height: int,
    width: int,
    built: FloatArray | None,
    real: FloatArray,
    letters: str,
    let_out: int,
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """Height times width cells, in which all of the real chain, shape (N, 2), has room; of the build what fits.

    `let_out` beads count; the others are written small.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if height < 1 or width < 1:
        return cells
    place = _Place(height, width, np.vstack([[0.0, 0.0], real]))
    _put_line(cells, place, real, SPARSE, ".", theme.dim, quiet(theme), glyphs)
    if built is not None:
        _put_line(cells, place, built, FINE, "*", theme.measure, 0, glyphs)
        for index, bead in enumerate(built):
            column, row = place.cell(bead)
            counts = index < let_out
            colour = theme.focus if counts else theme.dim
            cells.put(row, column, letters[index] if counts else letters[index].lower(), colour, None, BOLD * counts)
    return cells


class _Place:
    """Where points in bead lengths are in the picture: square dots, and everything that must be there in it."""

    def __init__(self, height: int, width: int, points: FloatArray) -> None:
        low, high = points.min(axis=0) - MARGIN, points.max(axis=0) + MARGIN
        self.rows, self.columns = height * DOWN, width * ACROSS
        self.scale = min(self.columns / (high[0] - low[0]), self.rows / (high[1] - low[1]))
        self.middle = (low + high) / 2

    def dots(self, points: FloatArray) -> NDArray[np.int64]:
        """Columns and rows of dots, shape (N, 2); they may lie outside."""
        x = self.columns / 2 + (points[:, 0] - self.middle[0]) * self.scale
        y = self.rows / 2 - (points[:, 1] - self.middle[1]) * self.scale
        return np.asarray(np.floor(np.stack([x, y], axis=1)), np.int64)

    def cell(self, point: FloatArray) -> tuple[int, int]:
        """Column and row of the cell."""
        x, y = self.dots(point[None])[0]
        return int(x) // ACROSS, int(y) // DOWN


def _put_line(
    cells: Cells, place: _Place, beads: FloatArray, fine: int, plain: str, colour: int, faint: int, glyphs: GlyphSet
) -> None:
    """A dot or a sign at so many points between each two beads, from the chain's beginning on."""
    ends = np.vstack([[0.0, 0.0], beads])
    shares = np.arange(fine)[:, None] / fine
    points = np.concatenate([a + (b - a) * shares for a, b in pairwise(ends)])
    dots = place.dots(points)
    inside = ((dots >= 0) & (dots < [place.columns, place.rows])).all(axis=1)
    for x, y in dots[inside]:
        row, column = int(y) // DOWN, int(x) // ACROSS
        there = int(cells.glyph[row, column])
        bit = int(_BITS[int(y) % DOWN, int(x) % ACROSS])
        old = there & 0xFF if there >> 8 == 0x28 else 0
        cells.put(row, column, plain if glyphs is GlyphSet.ASCII else chr(0x2800 | old | bit), colour, None, faint)
