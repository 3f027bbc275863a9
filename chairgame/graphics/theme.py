"""The colours of the interface, by name, for each colour depth. One visual language: the same two colours for every
sign (signals, weights, errors), one colour per phase. Colours never speak alone; a glyph or a word says the same.
"""

from dataclasses import dataclass, fields

from chairgame.graphics.cells import DEFAULT, INDEXED
from chairgame.terminal.depth import ColourDepth


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


_TRUECOLOR = Theme(
    background=0x161822,
    panel=0x161822,
    border=0x3A3D52,
    focus=0xC9A86A,
    text=0xC8C8D8,
    bright=0xF4F1E8,
    dim=0x7E8299,
    positive=0x50B4DC,
    negative=0xFF5C9E,
    build=0xE0A458,
    measure=0x6FD3C7,
    listen=0xFF5C9E,
    adjust=0xA6A1FF,
    good=0x8FD694,
    warning=0xFFB454,
    selection=0x2E3350,
)
_INDEXED = Theme(
    **{
        name: INDEXED + index
        for name, index in {
            "background": 234,
            "panel": 234,
            "border": 239,
            "focus": 179,
            "text": 252,
            "bright": 255,
            "dim": 245,
            "positive": 74,
            "negative": 205,
            "build": 179,
            "measure": 79,
            "listen": 205,
            "adjust": 147,
            "good": 114,
            "warning": 215,
            "selection": 237,
        }.items()
    }
)
_SIXTEEN = Theme(
    **{
        name: DEFAULT if index < 0 else INDEXED + index
        for name, index in {
            "background": 0,
            "panel": 0,
            "border": 8,
            "focus": 11,
            "text": 7,
            "bright": 15,
            "dim": 7,
            "positive": 14,
            "negative": 13,
            "build": 11,
            "measure": 14,
            "listen": 13,
            "adjust": 12,
            "good": 10,
            "warning": 11,
            "selection": 8,
        }.items()
    }
)
_NONE = Theme(**{field.name: DEFAULT for field in fields(Theme)})

_THEMES = {
    ColourDepth.TRUECOLOR: _TRUECOLOR,
    ColourDepth.INDEXED: _INDEXED,
    ColourDepth.SIXTEEN: _SIXTEEN,
    ColourDepth.NONE: _NONE,
}


def theme_for(depth: ColourDepth) -> Theme:
    """The interface's colours at a colour depth; all DEFAULT where there are none."""
    return _THEMES[depth]
