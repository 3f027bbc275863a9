"""How a theme says quiet, chosen, lit and in between: with colours where it has them, else with attributes."""

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, IntArray
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import ColourDepth

_HALF = 0.5


def depth_of(theme: Theme) -> ColourDepth:
    """The colour depth that a theme is written in."""
    if theme.text == DEFAULT:
        return ColourDepth.NONE
    if theme.text < INDEXED:
        return ColourDepth.TRUECOLOR
    return ColourDepth.SIXTEEN if theme.text < INDEXED + 16 else ColourDepth.INDEXED


def quiet(theme: Theme) -> int:
    """The attribute that goes with `theme.dim`: none where that colour already differs from the text's."""
    return DIM if theme.dim == theme.text else 0


def chosen(theme: Theme) -> int:
    """The attribute that goes with a background of `theme.selection`: none where that already differs."""
    return REVERSE if theme.selection == theme.panel else 0


def faded(theme: Theme, share: float) -> tuple[int, int, int]:
    """Colour, ground and attributes of a word that comes out of the dark into `theme.focus`, `share` (0 to 1) of the
    way: in as many steps as the theme has colours for."""
    if depth_of(theme) is ColourDepth.TRUECOLOR and share < 1:
        colour = blend(np.array([theme.panel], np.int32), theme.focus, np.array([share]))
        return int(colour[0]), theme.panel, BOLD
    return (theme.focus, theme.panel, BOLD) if share >= _HALF else (theme.dim, theme.panel, quiet(theme))


def signed(theme: Theme, value: float) -> int:
    """The one colour of a sign, in the whole game; zero and NaN are quiet."""
    return theme.positive if value > 0 else theme.negative if value < 0 else theme.dim


def blend(start: IntArray, end: int, share: NDArray[np.float64]) -> IntArray:
    """Truecolor colours `share` (0 to 1, any shape) of the way from `start` (same shape) to `end`, per channel."""
    mixed = np.zeros(start.shape, np.int32)
    for shift in (16, 8, 0):
        low, high = start >> shift & 255, end >> shift & 255
        mixed |= np.rint(low + (high - low) * share).astype(np.int32) << shift
    return mixed
