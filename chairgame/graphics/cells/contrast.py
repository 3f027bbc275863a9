"""How well a text can be told from its background: the contrast ratio of WCAG 2.2. Knows cells' colours, no themes."""

from chairgame.graphics.cells.cells import INDEXED
from chairgame.graphics.cells.palette import xterm_colours

Channels = tuple[float, float, float]


def red_green_blue(colour: int) -> Channels:
    """Three channels of 0 to 255 of a colour as `cells` writes it, an indexed one as xterm shows it.

    Raises ValueError for the terminal's own colour, which nobody knows.
    """
    if colour < 0:
        raise ValueError("the terminal's own colour is not known")
    if colour >= INDEXED:
        red, green, blue = xterm_colours()[colour - INDEXED]
        return float(red), float(green), float(blue)
    return colour >> 16, colour >> 8 & 255, colour & 255


def linear(channels: Channels) -> Channels:
    """Light of 0 to 1 in each channel of an sRGB colour (IEC 61966-2-1)."""
    red, green, blue = (
        share / 12.92 if (share := channel / 255) <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return red, green, blue


def contrast(one: Channels, other: Channels) -> float:
    """The contrast ratio of two sRGB colours, from 1 to 21, in either order (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: Channels) -> float:
    red, green, blue = linear(channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
