"""Eight dials as rows, with what is known of each: its slope, or the signal's arrow; and the notebook's last lines.

Knows no network: clicks, slopes and gradients come in as numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

GAUGE = 13  # cells of a dial's scale: two clicks each
BAR = 8  # cells of the loudest signal


@dataclass(frozen=True)
class DialRow:
    """A dial: how far it was turned since the beginning and since the last build, and what is known of it."""

    clicks: int
    new_clicks: int
    note: str = ""
    """A slope, as written."""
    signal: float | None = None
    """The way that lowers the distance, -1 to 1 of the loudest; None without headphones."""


def dials_board(
    height: int,
    width: int,
    rows: Sequence[DialRow],
    selected: int,
    lines: Sequence[tuple[str, bool]],
    headings: tuple[str, str],
    farthest: int,
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """Heading, a row for each dial, heading, and as many of the notebook's `lines` (text, marked) as fit."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(0, 0, fitted(headings[0], width, glyphs), theme.dim, attributes=quiet(theme))
    for index, dial in enumerate(rows):
        _put_dial(cells, index + 1, index, dial, index == selected, farthest, theme, glyphs)
    row = len(rows) + 1
    if row < height:
        cells.put(row, 0, fitted(headings[1], width, glyphs), theme.dim, attributes=quiet(theme))
    room = max(0, height - row - 1)
    for offset, (text, marked) in enumerate(lines[len(lines) - min(room, len(lines)) :], 1):
        colour = theme.good if marked else theme.text
        cells.put(row + offset, 0, fitted(text, width, glyphs), colour, attributes=BOLD * marked)
    return cells


def _put_dial(
    cells: Cells, row: int, index: int, dial: DialRow, is_selected: bool, farthest: int, theme: Theme, glyphs: GlyphSet
) -> None:
    """`▸3 ──────┼──●─── +4* −2.1`."""
    colour = theme.focus if is_selected else theme.text
    if is_selected:
        cells.background[row] = theme.selection
        cells.attributes[row] |= chosen(theme)
    plain = glyphs is GlyphSet.ASCII
    mark = (">" if plain else "▸") if is_selected else " "
    lit = BOLD | chosen(theme) if is_selected else 0
    column = cells.put(row, 0, f"{mark}{index + 1} ", colour, attributes=lit)
    column = cells.put(
        row, column, gauge(dial.clicks, farthest, glyphs), theme.dim, attributes=quiet(theme) | lit & ~BOLD
    )
    turned = "*" if dial.new_clicks else " "
    column = cells.put(row, column, f" {dial.clicks:+3d}{turned}", colour, attributes=lit)
    if dial.signal is not None:
        cells.put(row, column, signal_bar(dial.signal, glyphs), signed(theme, dial.signal), attributes=lit)
    else:
        cells.put(row, column, fitted(f"{dial.note:>6}", 8, glyphs), colour, attributes=lit)


def gauge(clicks: int, farthest: int, glyphs: GlyphSet) -> str:
    """`──────┼──●───`: the beginning in the middle, the pointer where the dial stands."""
    line, middle, pointer = ("-", "+", "O") if glyphs is GlyphSet.ASCII else ("─", "┼", "●")
    scale = [line] * GAUGE
    scale[GAUGE // 2] = middle
    scale[round((clicks + farthest) * (GAUGE - 1) / (2 * farthest))] = pointer
    return "".join(scale)


def signal_bar(signal: float, glyphs: GlyphSet) -> str:
    """`→ ━━━━` for a turn upwards, `← ━` for one downwards: the longer, the louder."""
    right, left, bar, minus = (">", "<", "=", "-") if glyphs is GlyphSet.ASCII else ("→", "←", "━", "−")
    length = max(1, round(min(1.0, abs(signal)) * BAR))
    way, sign = (right, "+") if signal > 0 else (left, minus)
    return f"{way} {sign}{bar * length}"
