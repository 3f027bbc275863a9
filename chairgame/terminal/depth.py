"""What a terminal can be asked to show: how many colours, which glyphs, which theme. The words for it, no decisions."""

from enum import Enum

THEMES = DEFAULT_THEME, HIGH_CONTRAST = "default", "high-contrast"
"""The words of `--theme`."""


class ColourDepth(Enum):
    """How many colours the picture may use. The values are the words of `--color`."""

    TRUECOLOR = "truecolor"
    INDEXED = "256"
    SIXTEEN = "16"
    NONE = "none"


class GlyphSet(Enum):
    """Which block characters the picture may use. The values are the words of `--glyphs`."""

    HALF = "half"
    QUADRANT = "quadrant"
    BLOCKS = "blocks"  # halves, quadrants and eighths: the best picture from old block characters
    SEXTANT = "sextant"  # sixths as well: for terminals that draw them themselves, without seams
    ASCII = "ascii"
