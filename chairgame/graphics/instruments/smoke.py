"""Smoke over a picture: what burned is seen through it. The same smoke each time. Knows nothing of the picture."""

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

_SWIRL = ".░░▒▒░░.", "▒▒░..░▒▒", "░..▒▒▒..", "..░░..░▒", "▒░..░▒▒░"
_IN_ASCII = str.maketrans("░▒", "~%")


def put_smoke(cells: Cells, top: int, theme: Theme, glyphs: GlyphSet) -> None:
    """Over the rows from `top` on."""
    for row in range(max(0, top), cells.height):
        swirl = _SWIRL[row % len(_SWIRL)]
        shift = 3 * (row // len(_SWIRL))
        for column in range(cells.width):
            grain = swirl[(column + shift) % len(swirl)]
            if grain != ".":
                sign = grain.translate(_IN_ASCII) if glyphs is GlyphSet.ASCII else grain
                cells.put(row, column, sign, theme.dim, theme.panel)
