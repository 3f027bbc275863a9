"""The table of slopes and the list of builds of a recipe. It prints what happened, never the conclusion.

Knows no level: slopes, lines and words come in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.game.story.recipe_slopes import AXES, WAYS, Line, Slope, Slopes, signed
from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import depth_of, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.materials import flat_colour
from chairgame.terminal.depth import ColourDepth, GlyphSet

CELL = 6  # columns: two changes, each with room for its mark
TURNED, TURNED_ASCII = "‹", "<"
LABEL = 2  # columns of a part's mark and letter
TABLE_ROWS = 2  # beside those of the parts


@dataclass(frozen=True)
class TablePart:
    """A row's head."""

    letter: str
    kind: str
    """In the reader's language."""
    material: str


def slope_table(
    width: int, parts: Sequence[TablePart], slopes: Slopes, selected: int, title: str, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """Rows for the parts, columns → ↑ ]; a cell keeps its first change and the newest. Kinds are written where there is
    room for all of them."""
    cells = Cells.blank(len(parts) + TABLE_ROWS, width, theme.text, theme.panel)
    left = width - len(AXES) * CELL
    cells.put(0, max(0, width - len(title)), fitted(title, width, glyphs), theme.dim, attributes=quiet(theme))
    for column, axis in enumerate(AXES):
        cells.put(1, left + column * CELL + 1, fitted(WAYS[axis], CELL, glyphs), theme.bright, attributes=BOLD)
    has_room = max(len(part.kind) for part in parts) <= left - LABEL - 2
    for row, part in enumerate(parts, start=TABLE_ROWS):
        is_chosen = row - TABLE_ROWS == selected
        colour, attributes = flat_colour(part.material, theme), BOLD * is_chosen
        kind = f" {part.kind}" if has_room else ""
        label = fitted(f"{'▸' if is_chosen else ' '}{part.letter}{kind}", left, glyphs)
        cells.put(row, 0, label, colour, attributes=attributes)
        for column, axis in enumerate(AXES):
            found = slopes.get((row - TABLE_ROWS, axis), ())
            text = fitted(_cell(found, glyphs), CELL, glyphs)
            cells.put(row, left + column * CELL, text, colour, attributes=attributes)
    return cells


def _cell(slopes: Sequence[Slope], glyphs: GlyphSet) -> str:
    """`−3 −1‹`: the first, and the newest if it is of another tile."""
    if not slopes:
        return " ·"
    mark = TURNED_ASCII if glyphs is GlyphSet.ASCII else TURNED
    shown = slopes[:1] if len(slopes) == 1 else (slopes[0], slopes[-1])
    return "".join(f"{signed(slope.change)}{mark if slope.is_turned else ' '}" for slope in shown)


def build_lines(
    height: int,
    width: int,
    lines: Sequence[Line],
    letters: Sequence[str],
    words: tuple[str, str, str],
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """A heading, and as many of the latest builds as there is room for; if not all are shown the first is, too.

    `words` are the heading, what the first build is called, and what is written before a change of several tiles.
    """
    heading, first, together = words
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(0, 0, fitted(heading, width, glyphs), theme.dim, attributes=quiet(theme))
    best = min((line.build.points for line in lines), default=0)
    for row, number in enumerate(_shown(len(lines), height - 1), start=1):
        line = lines[number]
        text = _line(number + 1, line, letters, first, together, width)
        is_best, is_last = line.build.points == best, number == len(lines) - 1
        attributes = BOLD * is_last | (REVERSE if is_last and depth_of(theme) is ColourDepth.NONE else 0)
        cells.put(row, 0, fitted(text, width, glyphs), theme.good if is_best else theme.text, attributes=attributes)
    return cells


def _shown(count: int, rows: int) -> list[int]:
    """The first and the latest; the last one where there is room for one only."""
    if count <= rows:
        return list(range(count))
    return [0, *range(count - rows + 1, count)] if rows > 1 else [count - 1] * max(0, rows)


def _line(number: int, line: Line, letters: Sequence[str], first: str, together: str, width: int) -> str:
    """` 6 C ↑            23  −1`."""
    change = signed(line.change) if line.differences else ""
    if line.tiles > 1:
        change = f"{together} {change}"
    right = f"{line.build.points:>3} {change:>3}"
    what = " ".join(f"{letters[step.part]} {step.way}" for step in line.differences) or first
    room = width - len(right) - 4
    if len(what) > room:
        what = "".join(dict.fromkeys(letters[step.part] for step in line.differences))
    return f"{number:>2} {what[: max(0, room)]:<{max(0, room)}} {right}"
