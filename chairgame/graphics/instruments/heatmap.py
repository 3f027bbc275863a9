"""A network's weights as a picture, a rectangle per layer, and which weight a cell means. Knows no network.

A layer's array has shape (fan_in + 1, fan_out), the biases last. Rows run down, columns to the right; the top row of
cells is a header.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, INDEXED, REVERSE, UNDERLINE, Cells, IntArray
from chairgame.graphics.cells.emphasis import blend, depth_of, quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import ColourDepth, GlyphSet

FloatArray = NDArray[np.floating]
Shape = tuple[int, int]

_BLUE = INDEXED + np.array([234, 235, 236, 24, 24, 31, 74, 75], np.int32)  # from the panel to theme.positive
_PINK = INDEXED + np.array([234, 235, 236, 53, 89, 125, 168, 204], np.int32)  # from the panel to theme.negative
_LIT = 0.5  # from here on a change is worth pointing out
_EQUAL = 1e-3  # of the mean: a smaller spread of changes is none
_LIT_BLUE, _LIT_PINK = INDEXED + 195, INDEXED + 225  # close to white, and still signs
_STEPS = {False: (" ·░▒▓█", " ·╌─━═"), True: (" .:+*#", " .~-==")}  # by "is ASCII": positive, negative


@dataclass(frozen=True)
class _Place:
    """Where a layer lies: its first column and its columns of cells."""

    left: int
    width: int


def _places(width: int, shapes: Sequence[Shape]) -> list[_Place]:
    """Columns by fan-out, at least two a layer, one blank between; less, down to nothing, where there is no room."""
    count = len(shapes)
    gap = 1 if width >= 3 * count - 1 else 0
    least = min(2, (width - gap * (count - 1)) // max(1, count))
    if least < 1:
        return [_Place(i, int(i < width)) for i in range(count)]
    share = width - gap * (count - 1)
    fans = np.array([shape[1] for shape in shapes], float)
    wanted = np.maximum(fans * share / fans.sum() - least, 0)
    rest = share - least * count
    edges = np.rint(np.cumsum(wanted) / max(wanted.sum(), 1e-9) * rest).astype(int)
    widths = least + np.diff(edges, prepend=0)
    lefts = np.cumsum(widths + gap) - widths - gap
    return [_Place(int(left), int(size)) for left, size in zip(lefts, widths, strict=True)]


def cell_of_weight(
    height: int, width: int, layer_shapes: Sequence[Shape], layer: int, row: int, column: int
) -> tuple[int, int]:
    """The cell (y, x) in the middle of a weight's area, or the one that it shares with its neighbours.

    In a picture too small for a layer the cell may lie outside it.
    """
    place, shape = _places(width, layer_shapes)[layer], layer_shapes[layer]
    y, x = _scaled(row, shape[0], height - 1), _scaled(column, shape[1], place.width)
    return 1 + y, place.left + x


def weight_at(height: int, width: int, layer_shapes: Sequence[Shape], y: int, x: int) -> tuple[int, int, int] | None:
    """The weight (layer, row, column) in the middle of a cell; None on the header, between layers and outside."""
    if not 1 <= y < height:
        return None
    for layer, (place, shape) in enumerate(zip(_places(width, layer_shapes), layer_shapes, strict=True)):
        if 0 <= x - place.left < place.width and x < width:
            return layer, _scaled(y - 1, height - 1, shape[0]), _scaled(x - place.left, place.width, shape[1])
    return None


def _scaled(index: int, count: int, new_count: int) -> int:
    """Where the middle of cell `index` out of `count` falls when there are `new_count` cells on the same length."""
    return (2 * index + 1) * new_count // (2 * count)


def weights_heatmap(
    height: int,
    width: int,
    layers: Sequence[FloatArray],
    theme: Theme,
    glyphs: GlyphSet,
    *,
    active_layer: int | None = None,
    selected: tuple[int, int, int] | None = None,
    changes: Sequence[FloatArray] | None = None,
    underlines: bool = False,
) -> Cells:
    """The layers side by side: sign as hue (and texture without colours), magnitude as brightness within each layer.

    `active_layer` is marked above and the others step back; `changes`, the update just applied (arrays like
    `layers`), lights the weights that changed most, and `underlines` them as well; `selected` is (layer, row, column).
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    shapes = [(weights.shape[0], weights.shape[1]) for weights in layers]
    for index, (weights, place) in enumerate(zip(layers, _places(width, shapes), strict=True)):
        share = 1.0 if active_layer in (None, index) else 0.55
        change = np.zeros_like(weights) if changes is None else changes[index]
        picture = _layer(weights, change, height - 1, place.width, theme, glyphs, share)
        if underlines and picture.height and picture.width:
            picture.attributes[_glow(change, picture.height, picture.width) > _LIT] |= UNDERLINE
        cells.blit(picture, 1, place.left)
        _put_header(cells, place, index == active_layer, theme, glyphs)
    if selected is not None:
        _put_selected(cells, layers, shapes, selected, theme, glyphs)
    return cells


def weights_a_cell(theme: Theme, glyphs: GlyphSet) -> int:
    """How many weights stand one above the other in a cell at most: two where halves can have colours of their own."""
    is_plain = glyphs is GlyphSet.ASCII or depth_of(theme) in (ColourDepth.SIXTEEN, ColourDepth.NONE)
    return 1 if is_plain else 2


def _levels(weights: FloatArray) -> NDArray[np.float64]:
    """-1 to 1: tanh(weight / (1.5 times the layer's root mean square)); what is not a number counts as 0."""
    finite: NDArray[np.float64] = np.nan_to_num(np.asarray(weights, float), nan=0.0, posinf=1e300, neginf=-1e300)
    largest = np.abs(finite).max(initial=0.0)
    if largest == 0:
        return finite
    scaled = finite / largest  # so that the squares cannot overflow
    levels: NDArray[np.float64] = np.tanh(scaled / (1.5 * np.sqrt(np.mean(scaled**2))))
    return levels


def _pooled(values: NDArray[np.float64], size: int, axis: int) -> NDArray[np.float64]:
    """`size` entries along an axis: means of neighbours when there are fewer than before, else repetitions."""
    count, index = values.shape[axis], np.arange(size)
    if size >= count:
        repeated: NDArray[np.float64] = np.take(values, (2 * index + 1) * count // (2 * size), axis)
        return repeated
    starts = index * count // size
    sizes = np.diff(starts, append=count)
    means: NDArray[np.float64] = np.add.reduceat(values, starts, axis) / (sizes[:, None] if axis == 0 else sizes)
    return means


def _resampled(values: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.float64]:
    """The values on a grid of another size: the mean's sign, the root mean square's magnitude (a mean would fade)."""
    mean = _pooled(_pooled(values, rows, 0), columns, 1)
    power = _pooled(_pooled(values**2, rows, 0), columns, 1)
    levels: NDArray[np.float64] = np.where(mean < 0, -1.0, 1.0) * np.sqrt(power)
    return levels


def _glow(change: FloatArray, rows: int, columns: int) -> NDArray[np.float64]:
    """0 to 1: how far a change is above the layer's mean, as far as changes differ at all; only the large ones shine.

    Adam's first steps are all equally long: there is nothing to point out, and the brain stays dark.
    """
    sizes = np.nan_to_num(np.abs(np.asarray(change, float)), nan=0.0, posinf=1e300)
    largest = sizes.max(initial=0.0)
    sizes = sizes / largest if largest > 0 else sizes
    mean, spread = float(sizes.mean()), float(sizes.std())
    if spread <= _EQUAL * mean:
        return np.zeros((rows, columns))
    above = np.clip((sizes - mean) / (1 - mean), 0, 1) * np.sqrt(min(1.0, spread / mean))
    return _resampled(above, rows, columns) ** 2


def _layer(
    weights: FloatArray, change: FloatArray, rows: int, columns: int, theme: Theme, glyphs: GlyphSet, share: float
) -> Cells:
    cells = Cells.blank(rows, columns, theme.text, theme.panel)
    if not cells.height or not cells.width:
        return cells
    levels = _levels(weights)
    if weights_a_cell(theme, glyphs) == 1:
        _put_steps(cells, _resampled(levels, rows, columns), _glow(change, rows, columns), theme, glyphs, share)
        return cells
    pixels = _colours(_resampled(levels, 2 * rows, columns) * share, _glow(change, 2 * rows, columns), theme)
    cells.glyph[:] = ord("▄")  # anchored below: fonts leave a seam above an upper half
    cells.background[:], cells.foreground[:] = pixels[::2], pixels[1::2]
    return cells


def _colours(levels: NDArray[np.float64], glow: NDArray[np.float64], theme: Theme) -> IntArray:
    """A colour per pixel, from the panel's through the sign's hue; a glowing one goes on towards white."""
    if depth_of(theme) is ColourDepth.TRUECOLOR:
        panel = np.full(levels.shape, theme.panel, np.int32)
        blue, pink = blend(panel, theme.positive, np.abs(levels)), blend(panel, theme.negative, np.abs(levels))
        return blend(np.where(levels > 0, blue, pink), theme.bright, 0.85 * glow)
    step = np.rint(np.abs(levels) * (len(_BLUE) - 1)).astype(int)
    coloured = np.where(levels > 0, _BLUE[step], _PINK[step])
    return np.where(glow > 0.5, np.where(levels > 0, _LIT_BLUE, _LIT_PINK), coloured).astype(np.int32)


def _put_steps(
    cells: Cells,
    levels: NDArray[np.float64],
    glow: NDArray[np.float64],
    theme: Theme,
    glyphs: GlyphSet,
    share: float,
) -> None:
    """Magnitude as the weight of a glyph, sign as its texture (grains above zero, strokes below) and colour."""
    ramps = np.array([[ord(c) for c in ramp] for ramp in _STEPS[glyphs is GlyphSet.ASCII]], np.int32)
    step = np.rint(np.abs(levels) * (ramps.shape[1] - 1)).astype(int)
    cells.glyph[:] = ramps[(levels < 0).astype(int), step]
    cells.foreground[:] = np.where(levels < 0, theme.negative, theme.positive)
    cells.attributes[:] = quiet(theme) if share < 1 else 0
    cells.attributes[glow > 0.5] = BOLD
    cells.foreground[glow > 0.5] = theme.bright


def _put_header(cells: Cells, place: _Place, active: bool, theme: Theme, glyphs: GlyphSet) -> None:
    ascii_only = glyphs is GlyphSet.ASCII
    line, mark = (("=", "v") if ascii_only else ("━", "▼")) if active else ("-" if ascii_only else "─", "")
    style = (theme.focus, BOLD) if active else (theme.border, quiet(theme))
    cells.put(0, place.left, line * place.width, style[0], attributes=style[1])
    cells.put(0, place.left + (place.width - 1) // 2, mark[: place.width], style[0], attributes=style[1])


def _put_selected(
    cells: Cells,
    layers: Sequence[FloatArray],
    shapes: Sequence[Shape],
    selected: tuple[int, int, int],
    theme: Theme,
    glyphs: GlyphSet,
) -> None:
    layer, row, column = selected
    y, x = cell_of_weight(cells.height, cells.width, shapes, layer, row, column)
    minus = "-" if glyphs is GlyphSet.ASCII else "−"
    sign = minus if layers[layer][row, column] < 0 else "+"
    cells.put(y, x, sign, theme.panel, theme.bright, BOLD | (REVERSE if theme.bright == theme.panel else 0))
