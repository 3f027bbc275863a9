"""What a terminal can show: how many colours, which glyphs. Pure decisions from an environment; asks no terminal."""

from collections.abc import Mapping
from enum import Enum

TRUECOLOR_TERMS = ("kitty", "direct", "iterm", "wezterm", "foot", "contour", "ghostty", "alacritty")


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
    ASCII = "ascii"


def detect_depth(environ: Mapping[str, str]) -> ColourDepth:
    """The colours that the environment promises; NO_COLOR (set and not empty) wins over all."""
    if environ.get("NO_COLOR"):
        return ColourDepth.NONE
    term = environ.get("TERM", "").lower()
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or any(t in term for t in TRUECOLOR_TERMS):
        return ColourDepth.TRUECOLOR
    if "256" in term or environ.get("TMUX"):
        return ColourDepth.INDEXED
    return ColourDepth.SIXTEEN


def detect_glyphs(environ: Mapping[str, str]) -> GlyphSet:
    """Block characters where the locale can carry them (UTF-8), ASCII on a bare console or in another encoding."""
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    utf8 = "utf-8" in locale.lower() or "utf8" in locale.lower()
    modern = environ.get("TERM", "") not in ("", "dumb", "linux", "vt100", "vt220")
    named_c = locale in ("", "C", "POSIX")  # Python runs in UTF-8 mode there, and so do nearly all terminals
    return GlyphSet.BLOCKS if modern and (utf8 or named_c) else GlyphSet.ASCII
