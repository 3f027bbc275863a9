"""The distances of the parts as rows of bars, and the arrow that says where a part should go. Knows no chair."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

_ARROWS = "→↗↑↖←↙↓↘"  # counter-clockwise from the right, an eighth of a turn each
_ASCII_ARROWS = ">^<v"
_NARROW = 30  # columns: below this names are worth more than long bars


@dataclass(frozen=True)
class BarRow:
    """One part: its label, its distance in cm (of no meaning when not `known`) and the arrow of its signal."""

    label: str
    value_cm: float
    direction_glyph: str = " "
    selected: bool = False
    known: bool = True


def direction_glyph(vector: tuple[float, float], depth: float, glyphs: GlyphSet, tiny: float = 0.5) -> str:
    """The arrow of a shift seen on the screen: `vector` is (right, up), `depth` away from the viewer; all in cm.

    A shift shorter than `tiny` is a dot; one mostly in depth is the tail of an arrow (×, away) or its point (○).
    """
    ascii_only = glyphs is GlyphSet.ASCII
    right, up = vector
    if not math.hypot(right, up, depth) >= tiny:  # NaN is tiny too
        return "." if ascii_only else "·"
    if abs(depth) > 2 * math.hypot(right, up):
        return ("x" if ascii_only else "×") if depth > 0 else ("o" if ascii_only else "○")
    arrows = _ASCII_ARROWS if ascii_only else _ARROWS
    turn = math.atan2(up, right) / math.tau
    return arrows[round(turn * len(arrows)) % len(arrows)]


@dataclass(frozen=True)
class _Columns:
    """Widths: label, bar and value; the arrow is one cell. Zero leaves a column out."""

    label: int
    bar: int
    value: int
    arrow: bool


def part_bars(
    height: int,
    width: int,
    rows: Sequence[BarRow],
    maximum_cm: float,
    theme: Theme,
    glyphs: GlyphSet,
    format: Callable[[float], str],  # noqa: A002  (what it is)
) -> Cells:
    """A row per part, `▸ back slat ━━━━━━╸ 31.0 ↑`: as many as fit, and the selected one among them.

    A bar as long as its column stands for `maximum_cm`. Unknown or non-finite distances show `?` and no bar.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    values = [legible(_value_text(row, format), glyphs) for row in rows]
    columns = _columns(width, [len(legible(row.label, glyphs)) for row in rows], [len(text) for text in values])
    selected = next((i for i, row in enumerate(rows) if row.selected), 0)
    first = max(0, min(selected - height // 2, len(rows) - height))
    for line, (row, value) in enumerate(list(zip(rows, values, strict=True))[first : first + height]):
        _put_row(cells, line, row, value, columns, maximum_cm, theme, glyphs)
    return cells


def _value_text(row: BarRow, format_value: Callable[[float], str]) -> str:
    return format_value(row.value_cm) if row.known and math.isfinite(row.value_cm) else "?"


def _columns(width: int, labels: Sequence[int], values: Sequence[int]) -> _Columns:
    longest, value = max(labels, default=0), max(values, default=0)
    room = width - 2 - value - 1 - 2  # marker before, a space and the value, a space and the arrow
    label = min(longest, room if room < 8 else max(6, room - 4 if width < _NARROW else room // 2))
    if label < min(longest, 3):  # no room for more than names, or not even for those
        return _Columns(max(0, width - 2), 0, 0, False)
    bar = room - label - 1
    return _Columns(label, bar if bar >= 2 else 0, value, True)


def _put_row(
    cells: Cells, line: int, row: BarRow, value: str, columns: _Columns, maximum: float, theme: Theme, glyphs: GlyphSet
) -> None:
    back, strong = (theme.selection, chosen(theme) | BOLD) if row.selected else (theme.panel, 0)
    pointer = (">" if glyphs is GlyphSet.ASCII else "▸") if row.selected else " "
    cells.put(line, 0, " " * cells.width, theme.text, back, strong)
    cells.put(line, 0, pointer, theme.focus, back, strong)
    ink = theme.bright if row.selected else theme.text
    cells.put(line, 2, fitted(row.label, columns.label, glyphs), ink, back, strong)
    column = 2 + columns.label
    if columns.bar and value != "?":
        cells.put(line, column + 1, _bar(row.value_cm, maximum, columns.bar, glyphs), theme.measure, back, strong)
    column += columns.bar + (1 if columns.bar else 0)
    if columns.value:
        faint = strong if value != "?" or row.selected else quiet(theme)
        cells.put(line, column, f" {value:>{columns.value}}", ink if value != "?" else theme.dim, back, faint)
    if columns.arrow:
        glyph = fitted(row.direction_glyph, 1, glyphs)
        cells.put(line, cells.width - 1, glyph, ink if row.selected else theme.listen, back, strong)


def _bar(value: float, maximum: float, width: int, glyphs: GlyphSet) -> str:
    share = min(1.0, max(0.0, value / maximum)) if maximum > 0 else 0.0
    halves = max(1, round(share * width * 2)) if value > 0 else 0  # what is there at all is seen
    whole, half = ("=", "-") if glyphs is GlyphSet.ASCII else ("━", "╸")
    return whole * (halves // 2) + half * (halves % 2)
