"""A frame with a title around any picture. Knows nothing of what is inside."""

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

_CALM, _FOCUSED = "╭─╮│╰╯", "┏━┓┃┗┛"
_ASCII_CALM, _ASCII_FOCUSED = "+-+|++", "#=#|##"


def framed(content: Cells, title: str, theme: Theme, glyphs: GlyphSet, focused: bool, corner: str = "") -> Cells:
    """The content (height, width) inside a border one cell wide: (height + 2, width + 2).

    The title stands at the top left, `corner` (a short text, dropped when there is no room) at the top right. Focus
    shows in the border's colour and in its weight, so it is seen without colour too.
    """
    cells = Cells.blank(content.height + 2, content.width + 2, theme.text, theme.panel)
    _put_border(cells, theme, glyphs, focused)
    cells.blit(content, 1, 1)
    title = fitted(title, content.width - 4, glyphs)
    if title:
        cells.put(0, 2, f" {title} ", theme.focus if focused else theme.text, attributes=BOLD if focused else 0)
    corner = fitted(corner, content.width, glyphs)
    if corner and len(title) + len(corner) + 7 <= content.width:
        cells.put(0, cells.width - len(corner) - 4, f" {corner} ", theme.dim, attributes=quiet(theme))
    return cells


def _put_border(cells: Cells, theme: Theme, glyphs: GlyphSet, focused: bool) -> None:
    plain, lit = (_ASCII_CALM, _ASCII_FOCUSED) if glyphs is GlyphSet.ASCII else (_CALM, _FOCUSED)
    top_left, flat, top_right, upright, bottom_left, bottom_right = tuple(lit if focused else plain)
    colour = theme.focus if focused else theme.border
    attributes = BOLD if focused else quiet(theme)
    bottom, right, line = cells.height - 1, cells.width - 1, flat * (cells.width - 2)
    cells.put(0, 0, top_left + line + top_right, colour, attributes=attributes)
    for column in (0, right):
        side = (slice(1, bottom), column)
        cells.glyph[side], cells.foreground[side], cells.attributes[side] = ord(upright), colour, attributes
    cells.put(bottom, 0, bottom_left + line + bottom_right, colour, attributes=attributes)
