"""The count of slopes as a picture: builds in large digits, what nudging has found, and what one pass back has.

Two maps of the same weights, found in two ways, one above the other on one grid: they agree when they look alike. No
weight is drawn twice and none is mixed with another: where there is no room for all, both maps are cut. Knows no play.
"""

from collections.abc import Sequence

import numpy as np

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.heatmap import FloatArray, weights_a_cell, weights_heatmap
from chairgame.terminal.depth import GlyphSet

HEAD_ROWS, BIG_ROWS = 2, 3  # a title and the bar; the large digits
LEAST_MAP_ROWS = 7


def slope_board(
    height: int,
    width: int,
    nudged: Sequence[FloatArray],
    listened: Sequence[FloatArray] | None,
    share: float,
    figures: tuple[str, str],
    titles: tuple[str, str],
    note: str,
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """Above nudging, below listening; each with its figure (a text of digits), its title and its map of slopes.

    The maps are arrays per layer as `weights_heatmap` takes them, NaN where a slope is not known; `share` (0 to 1) is
    how far the nudging has come. The `note` has the last row.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(height - 1, 1, fitted(note, width - 2, glyphs), theme.good, attributes=BOLD)
    half = (height - 1) // 2
    a_cell = weights_a_cell(theme, glyphs)
    is_big = half - HEAD_ROWS - BIG_ROWS >= LEAST_MAP_ROWS
    shapes = _cut(half - HEAD_ROWS - BIG_ROWS * is_big - 1, width - 2, a_cell, nudged)
    for row, layers, part, figure, title, colour in (
        (0, nudged, share, figures[0], titles[0], theme.measure),
        (half, listened, float(listened is not None), figures[1], titles[1], theme.listen),
    ):
        cells.put(row, 1, fitted(title, width - len(figure) - 3, glyphs), theme.bright, attributes=BOLD)
        top = row + 1
        if is_big:
            cells.blit(big_text(figure, colour, theme, glyphs), top, 1)
            top += BIG_ROWS
        else:
            cells.put(row, width - len(figure) - 1, figure, colour, attributes=BOLD)
        _put_bar(cells, top, width, part, colour, theme, glyphs)
        if layers is not None and shapes[0][0] > 0:
            cells.blit(_map(layers, shapes, a_cell, theme, glyphs), top + 1, 1)
    return cells


def _cut(rows: int, columns: int, a_cell: int, layers: Sequence[FloatArray]) -> list[tuple[int, int]]:
    """What is shown of each layer, its rows and columns: all of them as high as the highest, or as there are rows;
    where there are too few columns, those of the widest go."""
    tallest = max(len(layer) for layer in layers)
    shown = min(max(0, rows), -(-tallest // a_cell)) * a_cell
    widths = [layer.shape[1] for layer in layers]
    while sum(widths) + len(widths) - 1 > columns and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return [(shown, width) for width in widths]


def _map(
    layers: Sequence[FloatArray], shapes: Sequence[tuple[int, int]], a_cell: int, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """A column for each weight, and a row or half of one; what a lower layer leaves free stays dark."""
    known = []
    for layer, shape in zip(layers, shapes, strict=True):
        kept = np.nan_to_num(layer)[: shape[0], : shape[1]]
        known.append(np.pad(kept, ((0, shape[0] - len(kept)), (0, 0))))
    width = sum(columns for _rows, columns in shapes) + len(shapes) - 1
    return weights_heatmap(1 + shapes[0][0] // a_cell, width, known, theme, glyphs)


def _put_bar(cells: Cells, row: int, width: int, share: float, colour: int, theme: Theme, glyphs: GlyphSet) -> None:
    full, rest = ("=", "-") if glyphs is GlyphSet.ASCII else ("━", "─")
    room = max(0, width - 2)
    done = int(share * room)
    column = cells.put(row, 1, full * done, colour, attributes=BOLD)
    cells.put(row, column, rest * (room - done), theme.border, attributes=quiet(theme))
