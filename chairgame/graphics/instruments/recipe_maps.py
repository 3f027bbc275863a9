"""Two architect's maps of a plan, from the front and from above: a column is the same column in both.

A capital letter is the plan, a small one where the part stood in the last build; the chosen part is in brackets. Knows
no level: cells come in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import depth_of, quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.recipe import ink_on
from chairgame.graphics.picture.materials import flat_colour
from chairgame.terminal.depth import ColourDepth, GlyphSet

Cell = tuple[int, int, int]

LABEL = 3  # columns, for the number of a row and a blank on each side
LIGHT, DARK = 0x23273A, 0x1B1E2C


@dataclass(frozen=True)
class Side:
    """From where a map looks."""

    rows: int
    row_of: Callable[[Cell], int]
    """From the top."""
    number_of: Callable[[int], str]


FRONT = Side(STOREYS, lambda cell: STOREYS - 1 - cell[2], lambda row: str(STOREYS - 1 - row))
ABOVE = Side(ROWS, lambda cell: ROWS - 1 - cell[1], lambda row: str(ROWS - row))


@dataclass(frozen=True)
class Plan:
    """What is on the maps."""

    cells: tuple[Cell, ...]
    last: tuple[Cell, ...]
    letters: tuple[str, ...]
    materials: tuple[str, ...]
    selected: int


def recipe_map(plan: Plan, side: Side, tile: tuple[int, int], theme: Theme, glyphs: GlyphSet) -> Cells:
    """A map with tiles of so many columns and rows."""
    width, height = tile
    cells = Cells.blank(side.rows * height, LABEL + COLUMNS * width, theme.text, theme.panel)
    for row in range(side.rows):
        number = side.number_of(row)
        cells.put(row * height + height // 2, 1, number, theme.dim, attributes=quiet(theme))
        for column in range(COLUMNS):
            _put_empty(cells, row, column, tile, theme, glyphs)
    _put_ghosts(cells, plan, side, tile, theme)
    places = [(side.row_of(cell), cell[0]) for cell in plan.cells]
    for place in dict.fromkeys(places):
        _put_parts(cells, plan, [part for part, other in enumerate(places) if other == place], place, tile, theme)
    return cells


def map_height(side: Side, tile: tuple[int, int]) -> int:
    """The rows that a map takes."""
    return side.rows * tile[1]


def map_width(tile: tuple[int, int]) -> int:
    """The columns that a map takes."""
    return LABEL + COLUMNS * tile[0]


def _put_empty(cells: Cells, row: int, column: int, tile: tuple[int, int], theme: Theme, glyphs: GlyphSet) -> None:
    width, height = tile
    if depth_of(theme) is ColourDepth.TRUECOLOR and theme.background != 0:
        shade = LIGHT if (row + column) % 2 == 0 else DARK
        for y in range(height):
            cells.put(row * height + y, LABEL + column * width, " " * width, None, shade)
        return
    dot = "." if glyphs is GlyphSet.ASCII else "·"
    middle = row * height + height // 2, LABEL + column * width + (width - 1) // 2
    cells.put(*middle, dot, theme.dim, attributes=quiet(theme))


def _put_ghosts(cells: Cells, plan: Plan, side: Side, tile: tuple[int, int], theme: Theme) -> None:
    """Small letters where the parts stood, if the map shows that they are elsewhere now."""
    width, height = tile
    for part, (old, new) in enumerate(zip(plan.last, plan.cells, strict=True)):
        place = side.row_of(old), old[0]
        if place != (side.row_of(new), new[0]):
            row, column = place[0] * height + height // 2, LABEL + place[1] * width + (width - 1) // 2
            colour = flat_colour(plan.materials[part], theme)
            cells.put(row, column, plan.letters[part].lower(), colour)


def _put_parts(
    cells: Cells, plan: Plan, parts: Sequence[int], place: tuple[int, int], tile: tuple[int, int], theme: Theme
) -> None:
    """The parts of one tile: their letters, the chosen one last and in brackets, on its colour."""
    width, height = tile
    top, left = place[0] * height, LABEL + place[1] * width
    others = "".join(plan.letters[part] for part in parts if part != plan.selected)
    own = f"[{plan.letters[plan.selected]}]" if plan.selected in parts else ""
    shown = plan.selected if own else parts[0]
    has_colours = depth_of(theme) is not ColourDepth.NONE
    back = flat_colour(plan.materials[shown], theme) if has_colours else None
    front = ink_on(theme) if has_colours else theme.bright
    if has_colours:
        for y in range(height):
            cells.put(top + y, left, " " * width, front, back)
    row, text = top + height // 2, others + own
    if len(text) > width:
        if height > 1:
            cells.put(row - 1, left + (width - len(others)) // 2, others, front, back, BOLD)
        text = own
    start = left + max(0, (width - 1) // 2 - len(text) // 2)
    cells.put(row, start, text, front, back, BOLD | (REVERSE if own and not has_colours else 0))
