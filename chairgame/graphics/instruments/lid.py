"""A box whose front opens over a picture: what was in it is the same build, and nothing of it moves."""

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet


def put_lid(picture: Cells, opened: float, theme: Theme, glyphs: GlyphSet) -> None:
    """Cover the picture, but for the share from below that is open already."""
    covered = round(picture.height * (1 - opened))
    board = "=" if glyphs is GlyphSet.ASCII else "▒"
    for row in range(covered):
        picture.put(row, 0, board * picture.width, theme.border, theme.panel, quiet(theme))
    if covered:
        edge = "_" if glyphs is GlyphSet.ASCII else "▀"
        picture.put(covered - 1, 0, edge * picture.width, theme.focus, theme.panel, BOLD)
    middle = covered - 1 - picture.height // 2
    if middle >= 0:
        picture.put(middle, max(0, picture.width // 2 - 1), " ? ", theme.bright, theme.panel, BOLD)
