"""Why a middle: four parts on their cords, each with what the brain hears of it and the height it should have."""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.cord import Hanging, cord_slice
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

HEAD_ROWS, FOOT_ROWS = 3, 2
LONG, SHORT, THICK, THIN = 3, 1, 3, 1


def middle_board(
    height: int,
    width: int,
    heights_cm: Sequence[float],
    wanted_cm: Sequence[float],
    title: str,
    figure: str,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells; the four are short and narrow, short and wide, long and narrow, long and wide."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(0, 1, fitted(title, width - 2, glyphs), theme.bright, attributes=BOLD)
    cells.put(1, 1, fitted(figure, width - 2, glyphs), theme.measure, attributes=BOLD)
    each = width // 4
    names = words("short, narrow"), words("short, wide"), words("long, narrow"), words("long, wide")
    shapes = (SHORT, THIN), (SHORT, THICK), (LONG, THIN), (LONG, THICK)
    rows = max(0, height - HEAD_ROWS - FOOT_ROWS)
    for number, (name, (length, thickness)) in enumerate(zip(names, shapes, strict=True)):
        part = Hanging(length, thickness, round(heights_cm[number]), wanted_cm[number])
        cells.blit(cord_slice(rows, each - 1, part, theme, glyphs), HEAD_ROWS, number * each)
        for row, word in enumerate(name.split(", ")):
            cells.put(HEAD_ROWS + rows + row, number * each, fitted(word, each - 1, glyphs), theme.text)
    return cells
