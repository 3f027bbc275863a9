"""The count of slopes as a picture: builds in large digits, what nudging has found, and what one pass back has.

Two maps of the same weights, found in two ways, one above the other on one grid: they agree when they look alike. Where
there is room no weight is drawn twice and none is left out. Knows no play.
"""

from collections.abc import Sequence

import numpy as np

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.heatmap import FloatArray, weights_heatmap
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
    grid = _grid(half - HEAD_ROWS, width - 2, nudged)
    is_big = half - HEAD_ROWS - BIG_ROWS >= LEAST_MAP_ROWS
    if is_big:
        grid = _grid(half - HEAD_ROWS - BIG_ROWS, width - 2, nudged)
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
        if layers is not None and grid[0] > 1:
            known = [np.nan_to_num(layer) for layer in layers]
            cells.blit(weights_heatmap(*grid, known, theme, glyphs), top + 1, 1)
    return cells


def _grid(rows: int, columns: int, layers: Sequence[FloatArray]) -> tuple[int, int]:
    """Rows and columns of both maps: at most a column a weight, and two weights a row, below a header."""
    tallest = max(len(layer) for layer in layers)
    widest = sum(layer.shape[1] for layer in layers) + len(layers) - 1
    return min(max(0, rows), 1 + -(-tallest // 2)), min(max(0, columns), widest)


def _put_bar(cells: Cells, row: int, width: int, share: float, colour: int, theme: Theme, glyphs: GlyphSet) -> None:
    full, rest = ("=", "-") if glyphs is GlyphSet.ASCII else ("━", "─")
    room = max(0, width - 2)
    done = int(share * room)
    column = cells.put(row, 1, full * done, colour, attributes=BOLD)
    cells.put(row, column, rest * (room - done), theme.border, attributes=quiet(theme))
