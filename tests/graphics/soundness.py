"""What holds for every instrument at every size, on every terminal; and the terminals and texts to try it on."""

import unicodedata
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import DEFAULT, Cells
from chairgame.graphics.cells.theme import Theme, theme_for
from chairgame.terminal.depth import ColourDepth, GlyphSet

HALF, ASCII = GlyphSet.HALF, GlyphSet.ASCII
TRUE, MONO = theme_for(ColourDepth.TRUECOLOR), theme_for(ColourDepth.NONE)


@dataclass(frozen=True)
class Terminal:
    """A depth with its theme, and a glyph set."""

    depth: ColourDepth
    glyphs: GlyphSet

    @property
    def theme(self) -> Theme:
        return theme_for(self.depth)


terminals = st.builds(Terminal, st.sampled_from(ColourDepth), st.sampled_from(GlyphSet))
heights, widths = st.integers(1, 30), st.integers(1, 100)
labels = st.one_of(st.text(max_size=20), st.sampled_from(["back slat", "gałąź", "座", "A1"]))
any_floats = st.one_of(st.floats(-5, 5), st.floats())


def assert_sound(cells: Cells, height: int, width: int, terminal: Terminal) -> None:
    """Exact size, printable narrow glyphs, ASCII where that is all there is, and no colour where there is none."""
    assert (cells.height, cells.width) == (height, width)
    for array in (cells.foreground, cells.background, cells.attributes):
        assert array.shape == (height, width)
    text = "".join(cells.lines())
    assert text.isprintable()
    assert not any(unicodedata.east_asian_width(c) in "WF" or unicodedata.combining(c) for c in text)
    assert text.isascii() or terminal.glyphs is not ASCII
    if terminal.depth is ColourDepth.NONE:
        assert np.all(cells.foreground == DEFAULT)
        assert np.all(cells.background == DEFAULT)


def picture(cells: Cells) -> str:
    """The rows without the blanks at their ends."""
    return "\n".join(line.rstrip() for line in cells.lines())
