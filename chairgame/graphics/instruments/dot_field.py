"""Brains as heaps of dots, one inside the other, seen from far away: a dot is so many weights. Knows no brain.

Dots are braille, eight to a cell; where there is no braille a cell's sign says how many it holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

DOTS_ACROSS, DOTS_DOWN = 2, 4  # of a cell
_BITS = np.array([[1, 8], [2, 16], [4, 32], [64, 128]], np.int32)  # Unicode's numbering of braille dots
_PLAIN = " ..::++#@"  # by the number of dots
_NOTHING, _AROUND = -2, -1
LEAST = 0.5  # of a dot: less is not to be seen

Owners = NDArray[np.int64]


@dataclass(frozen=True)
class Heap:
    """So many dots, and whether they are the ones to look at."""

    dots: float
    is_lit: bool = False


def dot_field(height: int, width: int, heaps: Sequence[Heap], is_inside: bool, theme: Theme, glyphs: GlyphSet) -> Cells:
    """Height times width cells. Heaps stand in the corner at the bottom left, each inside the next larger one, with a
    gap around it. `is_inside`: all of it is part of something larger yet, whose dots are sparse and everywhere."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    owners = np.full((height * DOTS_DOWN, width * DOTS_ACROSS), _NOTHING)
    if is_inside:
        owners[::2, ::2] = owners[1::2, 1::2] = _AROUND
    largest_first = sorted(heaps, key=lambda heap: -heap.dots)
    for index, heap in enumerate(largest_first):
        if heap.dots >= LEAST:
            _put_heap(owners, round(heap.dots), index)
    _paint(cells, owners, [heap.is_lit for heap in largest_first], theme, glyphs)
    return cells


def _put_heap(owners: Owners, dots: int, index: int) -> None:
    """Column by column from the bottom left, as square as there is room for; above and right of it a gap."""
    rows, columns = owners.shape
    high = min(rows, max(ceil(sqrt(dots)), ceil(dots / columns)))
    wide = min(columns, ceil(dots / high))
    corner = owners[max(0, rows - high - 1) :, : wide + 1]
    corner[:] = _NOTHING
    place = owners[rows - high :, :wide][::-1]
    order = np.arange(place.size).reshape(wide, high).T
    place[order < dots] = index


def _paint(cells: Cells, owners: Owners, lit: Sequence[bool], theme: Theme, glyphs: GlyphSet) -> None:
    blocks = owners.reshape(cells.height, DOTS_DOWN, cells.width, DOTS_ACROSS).transpose(0, 2, 1, 3)
    there = blocks != _NOTHING
    bits, counts, highest = (there * _BITS).sum((2, 3)), there.sum((2, 3)), blocks.max((2, 3))
    hit = counts > 0
    if glyphs is GlyphSet.ASCII:
        signs = np.array([ord(sign) for sign in _PLAIN])
        cells.glyph[:] = signs[counts]
    else:
        cells.glyph[hit] = 0x2800 | bits[hit]
    for index in range(_AROUND, len(lit)):
        here = hit & (highest == index)
        is_lit = index >= 0 and lit[index]
        cells.foreground[here] = theme.focus if is_lit else theme.dim if index == _AROUND else theme.measure
        cells.attributes[here] = BOLD if is_lit else quiet(theme) if index == _AROUND else 0
