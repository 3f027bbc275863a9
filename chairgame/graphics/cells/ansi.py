"""Rows of cells as text for a terminal: SGR codes only where a colour or an attribute changes, one reset a row."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, UNDERLINE, Cells, IntArray
from chairgame.graphics.cells.signs import for_terminal, has_signs, healed

_ATTRIBUTE_CODES = ((BOLD, "1"), (DIM, "2"), (UNDERLINE, "4"), (REVERSE, "7"))
TOLERANCE = 2  # levels of 255 in each channel

Pen = tuple[int, int, int]
"""The foreground, the background and the attributes that the terminal writes with."""
Pair = tuple[IntArray, IntArray]
BoolArray = NDArray[np.bool_]
RESET: Pen = (DEFAULT, DEFAULT, 0)


def ansi_row(cells: Cells, row: int) -> str:
    """One row, from reset colours to reset colours."""
    return ansi_rows(cells.part(slice(row, row + 1), slice(None)))[0]


def ansi_rows(cells: Cells) -> list[str]:
    """All rows, each from reset colours to reset colours."""
    return encode(cells, np.ones(cells.glyph.shape, np.bool_))[0]


def encode(cells: Cells, written: BoolArray) -> tuple[list[str], Pair]:
    """Some cells as text, row by row, each from its first column on; and the foregrounds and backgrounds really drawn,
    near as they are: one for each written cell in reading order."""
    row, column = np.nonzero(written)
    spells = for_terminal if has_signs(cells.glyph) else _as_it_is
    glyph = healed(cells.glyph) if spells is for_terminal else cells.glyph
    glyphs, attributes = glyph[written], cells.attributes[written]
    begins = np.ones(len(row), np.bool_)
    begins[1:] = (column[1:] != column[:-1] + 1) | (row[1:] != row[:-1])
    foreground = _carried(cells.foreground[written], inkless(glyphs, attributes) & ~begins)
    background = cells.background[written]
    begins[1:] |= foreground[1:] != foreground[:-1]
    begins[1:] |= background[1:] != background[:-1]
    begins[1:] |= attributes[1:] != attributes[:-1]
    firsts = np.flatnonzero(begins)
    lengths = np.diff(firsts, append=len(row))
    text = glyphs.astype("<u4").tobytes().decode("utf-32-le")
    pens = zip(foreground[firsts].tolist(), background[firsts].tolist(), attributes[firsts].tolist(), strict=True)
    places = zip(row[firsts].tolist(), column[firsts].tolist(), strict=True)
    pieces = [text[first : first + length] for first, length in zip(firsts.tolist(), lengths.tolist(), strict=True)]
    lines, front, back = _lines(pieces, places, pens, cells.height, spells)
    return lines, (np.repeat(np.array(front, np.int32), lengths), np.repeat(np.array(back, np.int32), lengths))


def _lines(
    pieces: list[str],
    places: Iterable[tuple[int, int]],
    pens: Iterable[Pen],
    height: int,
    spells: Callable[[str], str],
) -> tuple[list[str], list[int], list[int]]:
    """Pieces, a code point a cell, each in one pen at its row and column, in reading order: the rows as text, and the
    colours used for each piece."""
    lines, parts = [""] * height, list[str]()
    fronts, backs = list[int](), list[int]()
    pen, line, cursor = RESET, 0, 0
    for piece, (row, column), wanted in zip(pieces, places, pens, strict=True):
        if row != line:
            lines[line] = "".join(parts) + _reset(pen)
            parts, pen, line, cursor = [], RESET, row, 0
        if column > cursor:
            parts.append(f"\x1b[{column - cursor}C")
        if wanted != pen and (near := _nearest(pen, wanted)) != pen:
            parts.append(_transition(pen, near))
            pen = near
        parts.append(spells(piece))
        cursor = column + len(piece)
        fronts.append(pen[0])
        backs.append(pen[1])
    if height:
        lines[line] = "".join(parts) + _reset(pen)
    return lines, fronts, backs


def _as_it_is(piece: str) -> str:
    return piece


def _reset(pen: Pen) -> str:
    """What brings a pen back to the terminal's own colours."""
    return "" if pen == RESET else "\x1b[0m"


def inkless(glyphs: IntArray, attributes: NDArray[np.uint8]) -> BoolArray:
    """Which cells are spaces whose foreground nobody can see: underlined or reversed ones show it."""
    return np.asarray((glyphs == 32) & (attributes & (UNDERLINE | REVERSE) == 0))


def _carried(foreground: IntArray, blank: BoolArray) -> IntArray:
    """Foregrounds in which a blank cell keeps the last one's, since nobody can see it change."""
    index = np.where(blank, 0, np.arange(len(foreground)))
    return np.asarray(foreground[np.maximum.accumulate(index)])


def _nearest(pen: Pen, wanted: Pen) -> Pen:
    """The wanted pen with the colours in hand, where they are near enough: a smooth floor then needs half the codes."""
    front, back, attributes = wanted
    if front != pen[0] and _near(front, pen[0]):
        front = pen[0]
    if back != pen[1] and _near(back, pen[1]):
        back = pen[1]
    return front, back, attributes


def _near(one: int, other: int) -> bool:
    """Whether nobody can tell two colours from each other."""
    return (
        abs((one & 255) - (other & 255)) <= TOLERANCE
        and abs((one >> 8 & 255) - (other >> 8 & 255)) <= TOLERANCE
        and abs((one >> 16) - (other >> 16)) <= TOLERANCE
        and 0 <= one < INDEXED
        and 0 <= other < INDEXED
    )


@lru_cache(maxsize=16384)
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
