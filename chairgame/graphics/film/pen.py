"""Letters and signs as pen strokes: a small font of our own for pictures that no terminal draws. Knows no colours.

Strokes lie on a grid of columns 0 to 4 and rows 0 to 8 inside a cell: capitals stand on row 6 and reach row 0, small
letters reach row 2, and what hangs below the line ends on row 8. Written as pairs of digits, column and row.
"""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Stroke = tuple[Point, ...]
Field = NDArray[np.float64]
Pixels = NDArray[np.floating]

LEFT, TOP, COLUMN, ROW = 1 / 6, 5 / 24, 1 / 6, 1 / 12
"""Where the grid begins in a cell, and its steps, as shares of the cell's width and height."""

_LETTERS = {
    "A": "062046 1434",
    "B": "0006 003041423303 3344453606",
    "C": "4130100105163645",
    "D": "0006 003041453606",
    "E": "40000646 0333",
    "F": "400006 0333",
    "G": "41301001051636454323",
    "H": "0006 4046 0343",
    "I": "1030 2026 1636",
    "J": "4045361605",
    "K": "0006 4004 1346",
    "L": "000646",
    "M": "0600234046",
    "N": "06004640",
    "O": "103041453616050110",
    "P": "06003041423303",
    "Q": "103041453616050110 2446",
    "R": "06003041423303 2346",
    "S": "413010010213334445361605",
    "T": "0040 2026",
    "U": "000516364540",
    "V": "002640",
    "W": "0016233640",
    "X": "0046 4006",
    "Y": "002340 2326",
    "Z": "00400646",
    "a": "12324346 441405163645",
    "b": "0006 0312324345361605",
    "c": "4332120305163645",
    "d": "4046 4332120305163645",
    "e": "044443321203051646",
    "f": "40302126 0232",
    "g": "4332120305163645 42473818",
    "h": "0006 0312324346",
    "i": "122226 1636 2020",
    "j": "2232372818 3030",
    "k": "0006 3205 1436",
    "l": "102026 1636",
    "m": "0602 03122326 23324346",
    "n": "0602 0312324346",
    "o": "123243453616050312",
    "p": "0208 0312324345361605",
    "q": "4248 4332120305163645",
    "r": "0602 03123243",
    "s": "43321203143445361605",
    "t": "1015263645 0232",
    "u": "0205163645 4246",
    "v": "022642",
    "w": "0216243642",
    "x": "0246 4206",
    "y": "0226 4218",
    "z": "02420646",
    "0": "103041453616050110 1432",
    "1": "112026 1636",
    "2": "01103041420646",
    "3": "01103041423313 334445361605",
    "4": "36300444",
    "5": "400002324345361605",
    "6": "4130100105163645443303",
    "7": "00402326",
    "8": "130201103041423313 1304051636454433",
    "9": "0516364541301001021343",
    ".": "2626",
    ",": "2618",
    ":": "2323 2626",
    ";": "2323 2618",
    "!": "2024 2626",
    "?": "01103041422324 2626",
    "-": "0444",
    "–": "0444",
    "—": "0444",
    "−": "0444",
    "+": "0444 2226",
    "±": "2125 0343 0646",
    "×": "1335 3315",
    "=": "0343 0545",
    "_": "0747",
    "/": "0640",
    "\\": "0046",
    "|": "2008",
    "'": "2022",
    "’": "2022",
    '"': "1012 3032",
    "”": "1012 3032",
    "„": "1618 3638",
    "`": "1021",
    "(": "30212536",
    ")": "10212516",
    "[": "30202636",
    "]": "10202616",
    "{": "30212213242536",
    "}": "10212233242516",
    "<": "310335",
    ">": "114315",
    "*": "2125 0244 0442",
    "#": "1016 3036 0242 0444",
    "%": "0640 0101 4545",
    "&": "46121120310405162644",
    "$": "413010010213334445361605 2026",
    "@": "3616050110304144342413223242",
    "^": "022042",
    "~": "04133443",
    "·": "2424",
    "…": "0606 2626 4646",
    "→": "0444 224426",
    "←": "0444 220426",
    "↑": "2026 022042",
    "↓": "2026 042644",
    "▸": "11441711",
    "✓": "041640",
    "♪": "1626204132",
    "◎": "123243453616050312 2424",
    "○": "123243453616050312",
    "★": "203602421620",
    "☆": "203602421620",
}
_MARKS = {"\u0301": "2130", "\u0307": "2020", "\u0328": "463748"}  # acute, dot above, ogonek
_HIGHER = 1.7  # rows that a mark stands higher over a capital
_CROSSED = {"ł": ("l", "1432"), "Ł": ("L", "0422")}
_LINES = {
    "─": "LR",
    "│": "UD",
    "╭": "RD",
    "╮": "LD",
    "╰": "RU",
    "╯": "LU",
    "├": "URD",
    "┤": "ULD",
    "┬": "LRD",
    "┴": "LRU",
    "┼": "LRUD",
    "━": "LR",
    "┃": "UD",
    "┏": "RD",
    "┓": "LD",
    "┗": "RU",
    "┛": "LU",
}
_HEAVY = "━┃┏┓┗┛★"
_ENDS = {"L": (0.0, 0.5), "R": (1.0, 0.5), "U": (0.5, 0.0), "D": (0.5, 1.0)}
_DASHES = ((0.0, 0.15), (0.25, 0.4), (0.5, 0.65), (0.75, 0.9))
_DISCS = "●•"
_BRAILLE = 0x2800
_BRAILLE_PLACES = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))  # Unicode's order of the dots
DOT, DISC = 0.15, 0.3
"""Radii as shares of the cell's width."""
THIN, BOLD, HEAVY = 1 / 12, 1 / 9, 1 / 7
"""Half the pen's width, as a share of the cell's width."""


@cache
def strokes_of(character: str) -> tuple[Stroke, ...] | None:
    """A character as lines through points in shares of a cell, (0, 0) its upper left corner; None if it has none."""
    if character in _LINES:
        return tuple((_ENDS[end], (0.5, 0.5)) for end in _LINES[character])
    if character in "┊┈":
        upright = character == "┊"
        return tuple((((0.5, a), (0.5, b)) if upright else ((a, 0.5), (b, 0.5))) for a, b in _DASHES)
    if character in _CROSSED:
        letter, bar = _CROSSED[character]
        return (*_grid(_LETTERS[letter]), *_grid(bar))
    if character in _LETTERS:
        return _grid(_LETTERS[character])
    base, *marks = list(unicodedata.normalize("NFD", character))
    if base not in _LETTERS or not marks or not all(mark in _MARKS for mark in marks):
        return None
    lift = [_HIGHER if base.isupper() and mark != "\u0328" else 0.0 for mark in marks]
    return _grid(_LETTERS[base]) + tuple(
        stroke for mark, up in zip(marks, lift, strict=True) for stroke in _grid(_MARKS[mark], up)
    )


def dots_of(character: str) -> tuple[tuple[float, float, float], ...] | None:
    """A sign of dots: x and y as shares of the cell, radii as shares of its width; None if it is no such sign."""
    if character in _DISCS:
        return ((0.5, 0.5, DISC),)
    bits = ord(character) - _BRAILLE
    if not 0 <= bits < 256:
        return None
    places = [place for bit, place in enumerate(_BRAILLE_PLACES) if bits >> bit & 1]
    return tuple((0.25 + 0.5 * column, 0.125 + 0.25 * row, DOT) for column, row in places)


def pen_of(character: str, *, bold: bool) -> float:
    """Half the width of the pen that a character is drawn with, as a share of the cell's width."""
    return HEAVY if character in _HEAVY else BOLD if bold else THIN


def drawn(character: str, width: int, height: int, *, bold: bool = False) -> Field:
    """How much ink each pixel of a cell of so many pixels gets, 0 to 1; shape (height, width).

    What the font lacks is a hollow box.
    """
    x, y = np.arange(width) + 0.5, (np.arange(height) + 0.5)[:, None]
    ink = np.zeros((height, width))
    for centre_x, centre_y, radius in dots_of(character) or ():
        far = np.hypot(x - centre_x * width, y - centre_y * height)
        ink = np.maximum(ink, np.clip(radius * width + 0.5 - far, 0, 1))
    if dots_of(character) is not None:
        return ink
    half = pen_of(character, bold=bold) * width
    for stroke in strokes_of(character) or _grid("0040460600"):
        for (from_x, from_y), (to_x, to_y) in zip(stroke, stroke[1:] or stroke, strict=False):
            ends = (from_x * width, from_y * height), (to_x * width, to_y * height)
            ink = np.maximum(ink, np.clip(half + 0.5 - _distance(x, y, *ends), 0, 1))
    return ink


def _grid(text: str, up: float = 0.0) -> tuple[Stroke, ...]:
    return tuple(
        tuple((LEFT + COLUMN * int(word[i]), TOP + ROW * (int(word[i + 1]) - up)) for i in range(0, len(word), 2))
        for word in text.split()
    )


def _distance(x: Pixels, y: Pixels, start: Point, end: Point) -> Field:
    """From pixels at x (W,) and y (H, 1) to a segment; shape (H, W)."""
    way_x, way_y = end[0] - start[0], end[1] - start[1]
    length = way_x * way_x + way_y * way_y
    share = np.clip(((x - start[0]) * way_x + (y - start[1]) * way_y) / length, 0, 1) if length else 0.0
    return np.asarray(np.hypot(x - start[0] - share * way_x, y - start[1] - share * way_y))
