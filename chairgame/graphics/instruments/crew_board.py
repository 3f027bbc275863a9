"""Three runs side by side: who turns wires, what stands there, how far off it is, and how that came. Knows no brain."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text, big_text_width
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

CURVE_ROWS = 3
_STEPS, _ASCII_STEPS = " ▁▂▃▄▅▆▇█", " ._-~=+*#"
FAR_CM = 999.0


@dataclass(frozen=True, eq=False)
class CrewColumn:
    """One run: its letter and name, the build's picture, and the distance at each rebuild in cm."""

    title: str
    picture: Cells
    distances: Sequence[float]
    is_marked: bool
    """Whether it is the one that was foretold to win."""


def crew_board(
    height: int,
    width: int,
    columns: Sequence[CrewColumn],
    rebuilds: int,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells, all columns in one scale of distances and time; `rebuilds` are those of the whole."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    each = width // max(1, len(columns))
    most = max((column.distances[0] for column in columns), default=1.0)
    for number, column in enumerate(columns):
        left, room = number * each, each - 1
        mark = fitted("▸" if column.is_marked else " ", 1, glyphs)
        colour = theme.focus if column.is_marked else theme.bright
        cells.put(0, left, fitted(f"{mark}{column.title}", room, glyphs), colour, attributes=BOLD)
        cells.blit(column.picture, 1, left)
        _put_number(cells, 1 + column.picture.height, left, room, column.distances[-1], theme, glyphs, words)
        curve = _curve(room, column.distances, most, rebuilds, glyphs)
        for row, line in enumerate(curve):
            cells.put(height - CURVE_ROWS + row, left, line, theme.measure)
    return cells


def picture_rows(height: int) -> int:
    """The rows that a picture has beside the title, the number and the curve."""
    return max(1, height - 1 - 3 - CURVE_ROWS)


def _put_number(
    cells: Cells, row: int, left: int, room: int, distance: float, theme: Theme, glyphs: GlyphSet, words: Catalogue
) -> None:
    """Large, where there is room; what is off by more than ten metres is smoke."""
    if not distance <= FAR_CM:
        cells.put(row + 1, left, fitted(words("smoke"), room, glyphs), theme.warning, attributes=BOLD)
        return
    text = words.number(distance, 1)
    if big_text_width(text, glyphs) + 3 > room:
        cells.put(row + 1, left, fitted(f"{text} cm", room, glyphs), theme.measure, attributes=BOLD)
        return
    digits = big_text(text, theme.measure, theme, glyphs)
    cells.blit(digits, row, left)
    cells.put(row + 2, left + digits.width + 1, "cm", theme.measure)


def _curve(width: int, distances: Sequence[float], most: float, rebuilds: int, glyphs: GlyphSet) -> list[str]:
    """Bars of the distance over time, `CURVE_ROWS` high; time that has not come is blank."""
    steps = _ASCII_STEPS if glyphs is GlyphSet.ASCII else _STEPS
    fine = len(steps) - 1
    known = np.nan_to_num(np.asarray(distances, float), nan=most, posinf=most)
    at = np.arange(width) * rebuilds // max(1, width - 1)
    heights = [round(min(1.0, known[i] / most) * CURVE_ROWS * fine) if i < len(known) else 0 for i in at]
    floors = [(CURVE_ROWS - 1 - row) * fine for row in range(CURVE_ROWS)]
    return ["".join(steps[min(max(height - floor, 0), fine)] for height in heights) for floor in floors]
