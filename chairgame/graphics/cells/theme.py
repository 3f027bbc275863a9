"""The colours of the interface, by name, for each colour depth. One visual language: the same two colours for every
sign (signals, weights, errors), one colour per phase. Colours never speak alone; a glyph or a word says the same.

Texts have a contrast of at least 4.5 with what is behind them, 7 in the theme `high-contrast`; signs and phases stay
apart for colour-blind eyes. Of the first 16 colours, which each terminal mixes anew, that holds for the usual ones.
"""

from dataclasses import dataclass, fields

from chairgame.graphics.cells.cells import DEFAULT, INDEXED
from chairgame.terminal.depth import DEFAULT_THEME, THEMES, ColourDepth


@dataclass(frozen=True)
class Theme:
    """Named colours, in the encoding of `cells`."""

    background: int
    panel: int
    border: int
    focus: int
    text: int
    bright: int
    dim: int
    positive: int
    negative: int
    build: int
    measure: int
    listen: int
    adjust: int
    good: int
    warning: int
    selection: int


_ORDER = tuple(field.name for field in fields(Theme))


def _indexed(*indices: int) -> Theme:
    """A theme of indices into the 256 colours, in the order of the fields."""
    return Theme(**{name: INDEXED + index for name, index in zip(_ORDER, indices, strict=True)})


_TRUECOLOR = Theme(
    background=0x161822,
    panel=0x161822,
    border=0x4A4E68,
    focus=0xC9A86A,
    text=0xC8C8D8,
    bright=0xF4F1E8,
    dim=0x9A9EB4,
    positive=0x5CC4EC,
    negative=0xFF6A96,
    build=0xE0A458,
    measure=0x86E5D6,
    listen=0xFF6A96,
    adjust=0xA6A1FF,
    good=0x8FD694,
    warning=0xFFB454,
    selection=0x262A42,
)
_TRUECOLOR_CONTRAST = Theme(
    background=0x000000,
    panel=0x000000,
    border=0xA0A0A0,
    focus=0xFFE000,
    text=0xFFFFFF,
    bright=0xFFFFFF,
    dim=0xD8D8D8,
    positive=0x60D0FF,
    negative=0xFF8CA8,
    build=0xFFB84D,
    measure=0x8CFFE8,
    listen=0xFF8CA8,
    adjust=0xB8B0FF,
    good=0x90FF90,
    warning=0xFFE000,
    selection=0x00183A,
)
#                   ground   line focus text     dim  signs    phases             news     chosen
_INDEXED = _indexed(234, 234, 240, 179, 252, 255, 247, 75, 204, 179, 122, 204, 147, 114, 214, 236)
_INDEXED_CONTRAST = _indexed(16, 16, 248, 226, 231, 231, 253, 117, 211, 215, 123, 211, 147, 120, 226, 17)
_SIXTEEN = _indexed(0, 0, 8, 11, 7, 15, 7, 14, 13, 11, 14, 13, 9, 10, 9, 4)
_SIXTEEN_CONTRAST = _indexed(0, 0, 7, 11, 15, 15, 15, 14, 13, 11, 14, 13, 7, 10, 13, 0)
_NONE = Theme(**dict.fromkeys(_ORDER, DEFAULT))

_BY_DEPTH = {
    ColourDepth.TRUECOLOR: (_TRUECOLOR, _TRUECOLOR_CONTRAST),
    ColourDepth.INDEXED: (_INDEXED, _INDEXED_CONTRAST),
    ColourDepth.SIXTEEN: (_SIXTEEN, _SIXTEEN_CONTRAST),
    ColourDepth.NONE: (_NONE, _NONE),
}


def theme_for(depth: ColourDepth, name: str = DEFAULT_THEME) -> Theme:
    """The interface's colours at a colour depth, in one of `THEMES`; all DEFAULT where there are none."""
    return _BY_DEPTH[depth][THEMES.index(name)]
