"""The loss curve: distances by epoch on a logarithmic scale, drawn in braille dots. Knows no training."""

import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text import figures

FloatArray = NDArray[np.floating]
BoolArray = NDArray[np.bool_]

_DOT_BITS = np.array([[1, 8], [2, 16], [4, 32], [64, 128]], np.int32)  # Unicode's numbering of braille dots
_SMALLEST, _LARGEST = 1e-9, 1e12


@dataclass(frozen=True)
class _Axes:
    """From epochs and cm to cells: the plot area begins at column `left`; low and high are logarithms to base 10."""

    left: int
    rows: int
    columns: int
    low: float
    high: float
    last_epoch: int

    def dot_x(self, epochs: NDArray[np.integer] | int) -> NDArray[np.int64]:
        """Dot columns (two to a cell) of epochs, each put in the middle of its share of the width."""
        return np.rint(np.asarray(epochs) / max(1, self.last_epoch) * (2 * self.columns - 1)).astype(np.int64)

    def dot_y(self, distances: FloatArray | float) -> FloatArray:
        """Dot rows (four to a cell), from the top, not rounded."""
        logs = np.log10(np.clip(np.asarray(distances, float), _SMALLEST, _LARGEST))
        rows: FloatArray = (self.high - logs) / (self.high - self.low) * (4 * self.rows - 1)
        return rows

    def cell(self, epoch: int, distance: float) -> tuple[int, int]:
        """Row and column of the cell in which a point lies."""
        return int(np.rint(self.dot_y(distance))) // 4, self.column(epoch)

    def column(self, epoch: int) -> int:
        """The column of cells in which an epoch lies, cut to the plot area."""
        return self.left + int(self.dot_x(min(max(epoch, 0), self.last_epoch))) // 2


def loss_curve(
    height: int,
    width: int,
    series: Sequence[FloatArray],
    cursor: int,
    theme: Theme,
    glyphs: GlyphSet,
    *,
    horizon: int = 0,
    markers: Sequence[tuple[int, str, int]] = (),
    format: Callable[[float], str] = figures.tick,  # noqa: A002  (what it is)
) -> Cells:
    """One or two branches of distances in cm, each of shape (epochs,); the first is the current one, the second dotted.

    Entries that are not finite and above zero are skipped. The width spans all epochs and at least up to `horizon`;
    `cursor` is the epoch shown; `markers` are (epoch, glyph, colour) on the lowest row; `format` writes a tick's cm.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    span = _span(series)
    if span is None:
        return cells
    axes = _put_scale(cells, span, max([horizon, *(len(branch) - 1 for branch in series)]), theme, glyphs, format)
    if min(axes.rows, axes.columns) < 1:  # a window with no room for the curve beside its scale
        return cells
    _put_cursor_line(cells, axes, cursor, theme, glyphs)
    masks = [_dots(branch, axes) for branch in series[:2]]
    masks[0][1:] |= masks[0][:-1]  # two dots thick, to be seen from the back row
    if len(masks) > 1:
        masks[1][:, np.arange(2 * axes.columns) % 4 > 1] = False
        _put_line(cells, axes, masks[1], glyphs, theme.adjust, quiet(theme), ".")
    _put_line(cells, axes, masks[0], glyphs, theme.measure, 0, "*")
    for epoch, glyph, colour in markers:
        cells.put(height - 1, axes.column(epoch), fitted(glyph, 1, glyphs), colour, attributes=BOLD)
    _put_cursor_point(cells, axes, series[0], cursor, theme, glyphs)
    return cells


def _usable(branch: FloatArray) -> BoolArray:
    return np.asarray((branch > 0) & (branch < np.inf))


def _span(series: Sequence[FloatArray]) -> tuple[float, float] | None:
    """Logarithms of the 1-2-5 steps just below and above all distances; None when there is nothing to draw.

    Whole steps keep the scale still while the curve moves within them.
    """
    found = [values for branch in series[:2] if len(values := branch[_usable(branch)])]
    if not found:
        return None
    ends = [end(values) for values in found for end in (np.min, np.max)]
    logs = np.log10(np.clip(np.asarray(ends, float), _SMALLEST, _LARGEST))
    steps = np.array(_steps(math.floor(logs.min()) - 1, math.ceil(logs.max()) + 1, (1, 2, 5)))
    low = steps[steps <= logs.min() + 1e-9].max()
    return float(low), float(steps[(steps >= logs.max() - 1e-9) & (steps > low)].min())


def _steps(low: int, high: int, mantissas: Sequence[int], every: int = 1) -> list[float]:
    """Logarithms of the mantissas times powers of ten from `low` to `high`, of every so-many-th power."""
    return [power + math.log10(m) for power in range(low, high + 1) if power % every == 0 for m in mantissas]


def _ticks(low: float, high: float, rows: int) -> list[float]:
    """As many ticks as stand at least two rows apart: by 1-2-5, by 1-5, by decades, by several decades."""
    ends = math.floor(low) - 1, math.ceil(high) + 1
    choices = [((1, 2, 5), 1), ((1, 5), 1), ((1,), 1), ((1,), 2), ((1,), 5)]
    for mantissas, every in choices:
        ticks = [tick for tick in _steps(*ends, mantissas, every) if low - 1e-9 <= tick <= high + 1e-9]
        gap = min((b - a for a, b in itertools.pairwise(ticks)), default=math.inf)
        if ticks and gap / (high - low) * (rows - 1) >= 1.9:
            return ticks
    return [high]


def _put_scale(
    cells: Cells,
    span: tuple[float, float],
    last_epoch: int,
    theme: Theme,
    glyphs: GlyphSet,
    format_tick: Callable[[float], str],
) -> _Axes:
    """Write the ticks at the left, where there is room for them, and lay out the plot area beside them."""
    low, high = span
    ticks = _ticks(low, high, cells.height)
    texts = [_tick_text(format_tick(float(f"{10**tick:.0e}")), glyphs) for tick in ticks]
    left = max(map(len, texts)) + 2
    if cells.width < left + 8 or cells.height < 2:
        return _Axes(0, cells.height, cells.width, low, high, last_epoch)
    axes = _Axes(left, cells.height, cells.width - left, low, high, last_epoch)
    wall, notch = "|+" if glyphs is GlyphSet.ASCII else "│┤"
    for row in range(cells.height):
        cells.put(row, left - 1, wall, theme.border, attributes=quiet(theme))
    for tick, text in zip(ticks, texts, strict=True):
        row = axes.cell(0, 10**tick)[0]
        cells.put(row, 0, f"{text:>{left - 2}}", theme.dim, attributes=quiet(theme))
        cells.put(row, left - 1, notch, theme.border, attributes=quiet(theme))
    return axes


def _tick_text(text: str, glyphs: GlyphSet) -> str:
    """`10^8` where there are no small figures."""
    if glyphs is GlyphSet.ASCII:
        text = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", r"^\g<0>", text)
    return legible(text, glyphs)


def _dots(branch: FloatArray, axes: _Axes) -> BoolArray:
    """The branch as a connected line of dots (4 rows, 2 columns): where epochs share a column, from least to most."""
    dots = np.zeros((4 * axes.rows, 2 * axes.columns), bool)
    epochs = np.flatnonzero(_usable(branch))
    if not len(epochs):
        return dots
    x, distances = axes.dot_x(epochs), branch[epochs]
    first = np.flatnonzero(np.diff(x, prepend=-1))  # of every column that has epochs; x goes up
    ends = np.union1d(first, np.append(first[1:], len(x)) - 1)
    columns = np.arange(x[0], x[-1] + 1)
    top = np.interp(columns, x[ends], axes.dot_y(distances[ends]))  # bridges the columns between two epochs
    bottom, there = top.copy(), x[first] - x[0]
    top[there] = axes.dot_y(np.maximum.reduceat(distances, first))
    bottom[there] = axes.dot_y(np.minimum.reduceat(distances, first))
    top, bottom = np.rint(top).astype(np.int64), np.rint(bottom).astype(np.int64)
    top[1:], bottom[1:] = np.minimum(top[1:], bottom[:-1] + 1), np.maximum(bottom[1:], top[:-1] - 1)
    for column, first, last in zip(columns, top, bottom, strict=True):
        dots[max(0, first) : max(0, last + 1), column] = True  # above the panel there is nothing
    return dots


def _put_line(
    cells: Cells, axes: _Axes, dots: BoolArray, glyphs: GlyphSet, colour: int, attributes: int, plain: str
) -> None:
    """Dots over what is there; braille that is there already keeps its dots."""
    blocks = dots.reshape(axes.rows, 4, axes.columns, 2).transpose(0, 2, 1, 3)
    bits = (blocks * _DOT_BITS).sum((2, 3))
    area = (slice(None), slice(axes.left, axes.left + axes.columns))
    hit, there = bits > 0, cells.glyph[area]
    if glyphs is GlyphSet.ASCII:
        there[hit] = ord(plain)
    else:
        there[hit] = 0x2800 | bits[hit] | np.where(there[hit] >> 8 == 0x28, there[hit] & 0xFF, 0)
    cells.foreground[area][hit] = colour
    cells.attributes[area][hit] = attributes


def _put_cursor_line(cells: Cells, axes: _Axes, cursor: int, theme: Theme, glyphs: GlyphSet) -> None:
    line = "|" if glyphs is GlyphSet.ASCII else "┊"
    for row in range(cells.height):
        cells.put(row, axes.column(cursor), line, theme.border, attributes=quiet(theme))


def _put_cursor_point(
    cells: Cells, axes: _Axes, branch: FloatArray, cursor: int, theme: Theme, glyphs: GlyphSet
) -> None:
    if 0 <= cursor < len(branch) and _usable(branch[cursor : cursor + 1]).all():
        row, column = axes.cell(cursor, float(branch[cursor]))
        cells.put(row, column, "O" if glyphs is GlyphSet.ASCII else "●", theme.bright, attributes=BOLD)
