"""A slice of the workshop: a part hanging on its cord, a dotted line where it should hang, and how far off it is.

The part moves by eighths of a row, so that half a row is seen; the figures beside it are exact. Knows no brain.
"""

from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

TALLEST_CM = 130.0  # from the floor to where the cord is tied
LEAST_WIDTH = 16
LEAST_FIGURE = 7  # columns beside the part: a bracket and `90`
FULL_FIGURE = 8  # columns of a bracket and `120 cm`
_EIGHTHS = 8


@dataclass(frozen=True)
class Hanging:
    """A part, how long and how thick (1 to 3), the height of its lower edge in cm, and the one that is wanted.

    Without a height nobody knows yet: it lies on the floor.
    """

    length: int
    thickness: int
    height_cm: float | None
    wanted_cm: float | None


def cord_slice(height: int, width: int, part: Hanging, theme: Theme, glyphs: GlyphSet, mark: str = ".") -> Cells:
    """Height times width cells: ceiling, cord, part, floor; a dotted line and a bracket once both heights are known."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if height < 4:
        return cells
    flat, floor = ("-", "=") if glyphs is GlyphSet.ASCII else ("─", "▔")
    cells.put(0, 0, flat * width, theme.border, attributes=quiet(theme))
    cells.put(height - 1, 0, floor * width, theme.border, attributes=quiet(theme))
    columns = min(1 + 2 * part.length, max(2, width - 8))
    hangs = 0.0 if part.height_cm is None else part.height_cm
    lower = _eighths(hangs, height)
    upper = lower + 4 * (1 + part.thickness)
    if part.wanted_cm is not None:
        dots = "." if glyphs is GlyphSet.ASCII else "┈"
        cells.put(_row(_eighths(part.wanted_cm, height), height), 0, dots * (columns + 3), theme.measure)
    _put_cord(cells, _row(upper, height), 1 + columns // 2, theme, glyphs, is_tight=part.height_cm is not None)
    _put_block(cells, 1, columns, lower, upper, theme, glyphs)
    if part.height_cm is not None and width - columns > LEAST_FIGURE:
        _put_figures(cells, columns + 3, part, theme, glyphs, mark)
    return cells


def _eighths(cm: float, height: int) -> int:
    """How many eighths of a row a height lies above the floor; at most up to where the cord is tied."""
    return round(min(max(cm, 0.0), TALLEST_CM) / TALLEST_CM * (height - 2) * _EIGHTHS)


def _row(eighths: int, height: int) -> int:
    """The row of cells just above that height."""
    return max(1, height - 2 - eighths // _EIGHTHS)


def _put_cord(cells: Cells, end: int, column: int, theme: Theme, glyphs: GlyphSet, *, is_tight: bool) -> None:
    upright, slack = ("|", ":") if glyphs is GlyphSet.ASCII else ("│", "╎")
    for row in range(1, end + 1):
        cells.put(row, column, upright if is_tight else slack, theme.dim, attributes=quiet(theme))


def _put_block(cells: Cells, left: int, width: int, lower: int, upper: int, theme: Theme, glyphs: GlyphSet) -> None:
    """The part from one height to another, in eighths of a row above the floor."""
    for row in range(1, cells.height - 1):
        base = (cells.height - 2 - row) * _EIGHTHS
        low, high = max(lower - base, 0), min(upper - base, _EIGHTHS)
        if high <= low:
            continue
        if glyphs is GlyphSet.ASCII:
            if high - low >= _EIGHTHS // 2:
                cells.put(row, left, "#" * width, theme.build)
        elif low == 0:
            cells.put(row, left, chr(ord("▁") + high - 1) * width, theme.build)
        else:  # from above: the eighths below it are cut out
            no_colours = theme.build == theme.panel
            attributes = REVERSE if no_colours else 0
            cells.put(row, left, chr(ord("▁") + low - 1) * width, theme.panel, theme.build, attributes)


def _put_figures(cells: Cells, column: int, part: Hanging, theme: Theme, glyphs: GlyphSet, mark: str) -> None:
    """`┐ 90 cm`, `│ 20 cm`, `┘ 70`: the heights and what lies between them."""
    hangs, wanted = part.height_cm or 0.0, part.wanted_cm
    unit = " cm" if cells.width - column >= FULL_FIGURE else ""
    own = _row(_eighths(hangs, cells.height), cells.height)
    cells.put(own, column + 2, f"{_cm(hangs, mark)}{unit}", theme.bright, attributes=BOLD)
    if wanted is None:
        return
    other = _row(_eighths(wanted, cells.height), cells.height)
    if own == other:
        return
    upper, lower = sorted((own, other))
    turns = "+|+" if glyphs is GlyphSet.ASCII else "┐│┘"
    for row in range(upper, lower + 1):
        turn = turns[0] if row == upper else turns[2] if row == lower else turns[1]
        cells.put(row, column, turn, theme.measure)
    cells.put(other, column + 2, _cm(wanted, mark), theme.measure)
    if lower - upper > 1:
        off = f"{_cm(abs(hangs - wanted), mark)}{unit}"
        cells.put((upper + lower) // 2, column + 2, off, theme.warning, attributes=BOLD)


def _cm(value: float, mark: str) -> str:
    """Whole where it is."""
    text = f"{round(value, 1) + 0.0:.1f}"
    return text.removesuffix(".0").replace(".", mark)
