"""Signs that a code point in a cell cannot hold: Chinese characters, flags, letters with marks, pictures of several.

A cell holds a number. A sign's number is one of Unicode's private ones, given out as signs come; a wide one takes the
cell behind it as well. What text holds such a number itself never gets here: it has no meaning, and is cleaned away.
"""

import unicodedata
from functools import lru_cache
from textwrap import wrap

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.lettering import legible
from chairgame.terminal.depth import GlyphSet
from chairgame.text.clean import clean
from chairgame.words.graphemes import LONGEST, graphemes

IntArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]

WIDE, NARROW, END = 0xF0000, 0xF8000, 0xFFFFE
"""Where the numbers of signs of two cells begin, those of signs of one, and where there are no more."""
BEHIND = 0x10FFFD
"""In the second cell of a wide sign."""
BLANK = 32
_ALONE = "◌"  # what a mark stands on that has no letter

_numbers: dict[str, int] = {}


@lru_cache(maxsize=8192)
def is_plain(text: str) -> bool:
    """Whether every code point of a text is a sign of one cell."""
    return text.isascii() or all(
        len(sign) == 1 and _width(sign) == 1 and not _is_mark(sign) for sign in graphemes(text)
    )


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if is_plain(text) else sum(map(_width, graphemes(text)))


def cut(text: str, width: int, glyphs: GlyphSet) -> str:
    """As much of a text as fits, clean and in whole signs; what is cut off leaves an ellipsis."""
    text = text[: LONGEST * (max(0, width) + 1)]  # signs enough to be cut: a word may be a mebibyte long
    text = clean("".join(" " if c.isspace() else c for c in text))
    if glyphs is GlyphSet.ASCII:
        text = legible(text, glyphs)
    if width_of(text) <= width:
        return text
    kept, room = "", max(0, width) - 1
    for sign in graphemes(text):
        room -= _width(sign)
        if room < 0:
            break
        kept += sign
    return kept + ("~" if glyphs is GlyphSet.ASCII else "…") if width > 0 else ""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most so many cells, broken between words, and within one only where it must be."""
    if is_plain(text):
        return wrap(text, width)
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += f" {word}"
            continue
        lines += [""] if lines[-1] else []
        for sign in graphemes(word):
            if width_of(lines[-1]) + _width(sign) > width:
                lines.append("")
            lines[-1] += sign
    return [line for line in lines if line]


def numbers_of(text: str) -> IntArray:
    """What cells hold for a clean text, one number a cell."""
    found: list[int] = []
    for sign in graphemes(text):
        wide = _width(sign) == 2
        found += [_number(sign, wide=wide), BEHIND] if wide else [_number(sign, wide=False)]
    return np.array(found, np.int32)


def as_text(numbers: str) -> str:
    """The text of cells' numbers, given as the code points that they are."""
    return numbers.translate(_SPELLED)


def for_terminal(numbers: str) -> str:
    """The same for a terminal. Of a sign of several code points nobody knows how many cells it will take: it is drawn
    on blanks, and the cursor brought back to its beginning and from there behind it."""
    return numbers.translate(_PLACED)


def has_signs(glyphs: IntArray) -> bool:
    """Whether any cell holds more than a code point."""
    return bool(glyphs.size) and glyphs.item(glyphs.argmax()) >= WIDE


def wide(glyphs: IntArray) -> BoolArray:
    """Which cells hold a wide sign whose second cell is still its own, shape as `glyphs`, rows of cells."""
    behind = np.zeros(glyphs.shape, np.bool_)
    behind[:, :-1] = glyphs[:, 1:] == BEHIND
    return np.asarray((glyphs >= WIDE) & (glyphs < NARROW) & behind)


def healed(glyphs: IntArray) -> IntArray:
    """The same cells with a blank for every half of a wide sign whose other half was drawn over or cut off."""
    whole = wide(glyphs)
    behind = np.zeros(glyphs.shape, np.bool_)
    behind[:, 1:] = whole[:, :-1]
    torn = ((glyphs >= WIDE) & (glyphs < NARROW) & ~whole) | ((glyphs == BEHIND) & ~behind)
    return np.where(torn, BLANK, glyphs).astype(np.int32)


def with_whole_rows(written: BoolArray, glyphs: IntArray) -> BoolArray:
    """Cells to be written; of a row with signs in it all or none, since nobody knows how far a terminal draws one."""
    whole = np.asarray((glyphs >= WIDE).any(axis=1) & written.any(axis=1))
    return np.asarray(written | whole[:, None])


def _width(sign: str) -> int:
    """1 or 2 cells; a picture, a flag and what has a vowel beside it take two."""
    if unicodedata.east_asian_width(sign[0]) in "WF" or "\ufe0f" in sign:
        return 2
    is_flag = len(sign) == 2 and "\U0001f1e6" <= sign[0] <= "\U0001f1ff"
    return 2 if is_flag or any(unicodedata.category(c) == "Mc" for c in sign[1:]) else 1


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign[0])[0] == "M"


def _number(sign: str, *, wide: bool) -> int:
    if len(sign) == 1 and not wide:
        return _number(_ALONE + sign, wide=False) if _is_mark(sign) else ord(sign)
    if sign not in _numbers:
        first, end = (WIDE, NARROW) if wide else (NARROW, END)
        number = first + sum(first <= given < end for given in _numbers.values())
        if number >= end:  # nobody reads so many on one screen
            return ord("?")
        _numbers[sign] = number
        cells = 2 if wide else 1
        _PLACED[number] = f"\x1b7{' ' * cells}\x1b8\x1b7{sign}\x1b8\x1b[{cells}C" if len(sign) > 1 else sign
        _SPELLED[number] = sign
    return _numbers[sign]


_SPELLED: dict[int, str | None] = {BEHIND: None}
_PLACED: dict[int, str | None] = {BEHIND: None}
