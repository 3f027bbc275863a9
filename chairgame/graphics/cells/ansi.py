"""Rows of cells as text for a terminal: SGR codes only where a colour or an attribute changes, one reset a row."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, UNDERLINE, Cells, IntArray

_ATTRIBUTE_CODES = ((BOLD, "1"), (DIM, "2"), (UNDERLINE, "4"), (REVERSE, "7"))
TOLERANCE = 2  # levels of 255 in each channel

Pen = tuple[int, int, int]
"""The foreground, the background and the attributes that the terminal writes with."""
Pair = tuple[IntArray, IntArray]
RESET: Pen = (DEFAULT, DEFAULT, 0)


def ansi_row(cells: Cells, row: int) -> str:
    """One row, from reset colours to reset colours."""
    text, pen = encode(cells, row, 0, cells.width, RESET)
    return text + reset(pen)


def reset(pen: Pen) -> str:
    """What brings a pen back to the terminal's own colours."""
    return "" if pen == RESET else "\x1b[0m"


def encode(cells: Cells, row: int, start: int, end: int, pen: Pen, drawn: Pair | None = None) -> tuple[str, Pen]:
    """Some columns of a row as text, and the pen behind them.

    The colours really drawn, near as they are, go to `drawn`: foregrounds and backgrounds, one each per column.
    """
    here = (row, slice(start, end))
    glyphs, attributes = cells.glyph[here], cells.attributes[here]
    foreground = _carried(cells.foreground[here], inkless(glyphs, attributes))
    background = cells.background[here]
    changes = (
        (foreground[1:] != foreground[:-1]) | (background[1:] != background[:-1]) | (attributes[1:] != attributes[:-1])
    )
    bounds = [0, *(np.flatnonzero(changes) + 1).tolist(), len(glyphs)]
    text = glyphs.astype("<u4").tobytes().decode("utf-32-le")
    written: list[str] = []
    for first, behind in pairwise(bounds):
        if first == behind:
            continue
        wanted = (
            _nearest(pen[0], int(foreground[first])),
            _nearest(pen[1], int(background[first])),
            int(attributes[first]),
        )
        if wanted != pen:
            written.append(_transition(pen, wanted))
            pen = wanted
        written.append(text[first:behind])
        if drawn is not None:
            drawn[0][first:behind], drawn[1][first:behind] = pen[0], pen[1]
    return "".join(written), pen


def inkless(glyphs: IntArray, attributes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which cells are spaces whose foreground nobody can see: underlined or reversed ones show it."""
    return np.asarray((glyphs == 32) & (attributes & (UNDERLINE | REVERSE) == 0))


def _carried(foreground: IntArray, blank: NDArray[np.bool_]) -> IntArray:
    """Foregrounds in which a blank cell keeps the last one's, since nobody can see it change."""
    index = np.where(blank, 0, np.arange(len(foreground)))
    return np.asarray(foreground[np.maximum.accumulate(index)])


def _nearest(pen: int, wanted: int) -> int:
    """The pen in hand, where nobody can tell it from the wanted one: a smooth floor then needs half as many codes."""
    if pen == wanted or not (0 <= pen < INDEXED and 0 <= wanted < INDEXED):
        return wanted
    near = (
        abs((pen >> 16) - (wanted >> 16)) <= TOLERANCE
        and abs((pen >> 8 & 255) - (wanted >> 8 & 255)) <= TOLERANCE
        and abs((pen & 255) - (wanted & 255)) <= TOLERANCE
    )
    return pen if near else wanted


def _transition(state: Pen, wanted: Pen) -> str:
    codes = []
    if wanted[2] != state[2]:
        codes = ["0", *(code for bit, code in _ATTRIBUTE_CODES if wanted[2] & bit)]
        state = (DEFAULT, DEFAULT, wanted[2])
    if wanted[0] != state[0]:
        codes.append(_colour_code(wanted[0], False))
    if wanted[1] != state[1]:
        codes.append(_colour_code(wanted[1], True))
    return f"\x1b[{';'.join(codes)}m"


@lru_cache(maxsize=65536)
def _colour_code(colour: int, is_background: bool) -> str:
    base = 40 if is_background else 30
    if colour == DEFAULT:
        return str(base + 9)
    if colour < INDEXED:
        return f"{base + 8};2;{colour >> 16};{colour >> 8 & 255};{colour & 255}"
    index = colour - INDEXED
    if index < 8:
        return str(base + index)
    return str(base + 52 + index) if index < 16 else f"{base + 8};5;{index}"
