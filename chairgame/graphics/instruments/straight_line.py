"""What a straight line promised beside what was measured: as two marks that race along a scale, and as a chart of all
leaps. Knows only centimetres.
"""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

LEAST_CHART_ROWS, LEAST_CHART_COLUMNS = 6, 16
_SMALLEST_GAP = 2  # cells, from where on a bracket fits between the marks


def promise_track(
    width: int,
    start_cm: float,
    promised_cm: float,
    measured_cm: float | None,
    note: str,
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """Two rows: a scale from 0 at the left to the start at the right, on it ◇ the promise and ● what was measured;
    below it the gap between them in brackets, with a note. A promise of less than nothing stands before the 0.
    """
    cells = Cells.blank(2, width, theme.text, theme.panel)
    plain = glyphs is GlyphSet.ASCII
    line, promise_mark, measured_mark = ("-", "o", "*") if plain else ("─", "◇", "●")
    if width < 3:
        return cells
    cells.put(0, 0, "0" + line * (width - 1), theme.dim, attributes=quiet(theme))
    promise = _column(promised_cm, start_cm, width)
    if measured_cm is not None:
        measured = _column(measured_cm, start_cm, width)
        cells.put(0, measured, measured_mark, theme.measure, attributes=BOLD)
        if measured_cm > promised_cm:
            _put_gap(cells, promise, measured, note, theme, glyphs)
    cells.put(0, promise, promise_mark, theme.focus, attributes=BOLD)
    return cells


def _column(cm: float, start_cm: float, width: int) -> int:
    return round(min(1.0, max(0.0, cm / start_cm if start_cm else 0.0)) * (width - 1))


def _put_gap(cells: Cells, left: int, right: int, note: str, theme: Theme, glyphs: GlyphSet) -> None:
    corner, line, other = "\\_/" if glyphs is GlyphSet.ASCII else "╰─╯"
    after = right + 2
    if right - left >= _SMALLEST_GAP:
        cells.put(1, left, corner + line * (right - left - 1) + other, theme.warning)
    room = cells.width - after
    if len(note) <= room:
        cells.put(1, after, fitted(note, room, glyphs), theme.warning)
    elif len(note) < left:
        cells.put(1, left - len(note) - 1, fitted(note, left, glyphs), theme.warning)


def promise_chart(
    height: int,
    width: int,
    leaps: Sequence[tuple[float, float]],
    start_cm: float,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells: to the right what was promised, upwards what was measured, both in cm from the
    smallest promise to the start; a dotted diagonal where both are the same, and the leaps by their numbers.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if height < LEAST_CHART_ROWS or width < LEAST_CHART_COLUMNS:
        return cells
    plain = glyphs is GlyphSet.ASCII
    low = min([0.0, *(promised for promised, _measured in leaps)])
    high = max([start_cm, *(measured for _promised, measured in leaps)])
    rows, columns = height - 2, width
    cells.put(0, 0, fitted(words("measured cm"), width, glyphs), theme.measure)
    for column in range(columns):
        row = rows - round(column / (columns - 1) * (rows - 1))
        cells.put(row, column, "." if plain else "·", theme.dim, attributes=quiet(theme))
    for number, (promised, measured) in enumerate(leaps, 1):
        column = round((promised - low) / (high - low) * (columns - 1))
        row = rows - round((measured - low) / (high - low) * (rows - 1))
        mark = str(number)
        cells.put(row, min(column, columns - len(mark)), mark, theme.bright, attributes=BOLD)
    foot = f"{words.number(low, 0)} {'-' if plain else '─'} {words.number(high, 0)}"
    cells.put(height - 1, 0, fitted(foot, width, glyphs), theme.dim, attributes=quiet(theme))
    promised_words = fitted(words("promised cm"), max(0, width - len(foot) - 1), glyphs)
    cells.put(height - 1, width - len(promised_words), promised_words, theme.focus)
    return cells
