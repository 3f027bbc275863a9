"""All the weights of a brain as numbers in their order, the heat of each behind it. Knows no network: numbers come in.

Sign is written and coloured; size is the heat behind in truecolor, and bold from half the largest on elsewhere.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import blend, chosen, depth_of, quiet, signed
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import ColourDepth, GlyphSet

NUMBER = 7  # columns of one: `[+0.83]`
HEAT = 0.45  # share of the sign's colour behind the largest number
STRUCK = "----"


def numbers_a_row(width: int) -> int:
    """How many numbers fit beside each other."""
    return max(1, width // NUMBER)


@dataclass(frozen=True, eq=False)
class Numbers:
    """What there is to write: the numbers, the chosen one, those that are struck out, and the decimal mark."""

    values: NDArray[np.float64]
    selected: int | None
    struck: Collection[int]
    mark: str


def number_wall(height: int, width: int, first_row: int, numbers: Numbers, theme: Theme, glyphs: GlyphSet) -> Cells:
    """Rows of numbers from `first_row` on; the chosen one in brackets, struck ones as dashes."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    across = numbers_a_row(width)
    first = first_row * across
    for index in range(first, min(len(numbers.values), first + height * across)):
        row, column = divmod(index - first, across)
        text = _written(numbers, index, glyphs)
        cells.put(row, column * NUMBER, text, *_look(numbers, index, theme))
    return cells


def _written(numbers: Numbers, index: int, glyphs: GlyphSet) -> str:
    text = STRUCK if index in numbers.struck else f"{numbers.values[index]:+.2f}".replace(".", numbers.mark)
    text = text if glyphs is GlyphSet.ASCII else text.replace("-", "−")
    return f"[{text:>5}]" if index == numbers.selected else f" {text:>5} "


def _look(numbers: Numbers, index: int, theme: Theme) -> tuple[int, int, int]:
    """Colour, ground and attributes of a number."""
    if index == numbers.selected:
        return theme.bright, theme.selection, BOLD | chosen(theme)
    if index in numbers.struck:
        return theme.dim, theme.panel, quiet(theme)
    value = float(numbers.values[index])
    share = abs(value) / (float(np.abs(numbers.values).max()) or 1.0)
    sign, attributes = signed(theme, value), BOLD if share > 0.5 else 0
    if depth_of(theme) is not ColourDepth.TRUECOLOR:
        return sign, theme.panel, attributes
    heat = blend(np.array([theme.panel], np.int32), sign, np.array([HEAT * share]))
    return theme.bright, int(heat[0]), attributes
