"""How high the legs end above the floor, as bars beside a dotted line that a sitter bridges. The heights are drawn
larger than in the picture above them, and it says so. Knows no chair.
"""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

TALLER = 3  # times as high as in the picture, where there is room
LEAST_ROWS = 4
_EIGHTHS, _ASCII_EIGHTHS = " ▁▂▃▄▅▆▇█", " ____####"
_WIDEST = 9  # columns of a leg


def feet_bars(
    height: int,
    width: int,
    feet: Sequence[tuple[str, float]],
    sitter: str,
    bridged_cm: float,
    row_cm: float,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells: what it shows, a bar for each (label, cm), the line of what a sitter bridges, and the
    figures, those above the line with a `!`. `row_cm` is what a row of the picture above stands for; a bar that is
    too high for the cells fills them.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if height < LEAST_ROWS or not feet:
        return cells
    below = max(1, min(height - 4, round(bridged_cm * TALLER / row_cm)))  # rows under the line
    line = height - 2 - below
    column = max(1, min(_WIDEST, width // len(feet)))
    times = words.number(row_cm * below / bridged_cm, 0)
    bridges = words("{sitter} bridges {cm} cm", sitter=sitter, cm=words.exact(bridged_cm))
    is_wide = column * len(feet) + len(bridges) + 2 <= width
    title = words("feet above the floor, ×{times}", times=times) if is_wide else f"{bridges}, ×{times}"
    cells.put(0, 0, fitted(title, width, glyphs), theme.dim, attributes=quiet(theme))
    cells.put(line, 0, ("." if glyphs is GlyphSet.ASCII else "┈") * width, theme.measure)
    if is_wide:
        cells.put(line, column * len(feet), f" {fitted(bridges, width, glyphs)} ", theme.measure)
    for number, (label, cm) in enumerate(feet):
        left, is_high = number * column, cm > bridged_cm
        colour, attributes = (theme.warning, BOLD) if is_high else (theme.text, 0)
        _put_bar(
            cells, left, column - 1, cm / bridged_cm * below, line, theme.warning if is_high else theme.good, glyphs
        )
        figure = f"{label} {words.number(cm, 1)}{'!' if is_high else ''}"
        cells.put(height - 1, left, fitted(figure, column, glyphs), colour, attributes=attributes)
    return cells


def _put_bar(cells: Cells, left: int, width: int, rows: float, line: int, colour: int, glyphs: GlyphSet) -> None:
    """So many rows from the floor up, the row of the line not counted."""
    steps = _ASCII_EIGHTHS if glyphs is GlyphSet.ASCII else _EIGHTHS
    below = cells.height - 2 - line
    if rows > below:
        cells.put(line, left, steps[-1] * width, colour)
    for step in range(cells.height - 3):
        row, share = cells.height - 2 - step - (step >= below), min(1.0, rows - step)
        if share > 0 and row > 0:
            cells.put(row, left, steps[max(1, round(share * 8))] * width, colour)
