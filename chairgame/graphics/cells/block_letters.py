"""Words in letters of pixels, for the back row of a classroom: capitals, figures and signs, with Polish accents.

A letter is five pixels high on a baseline, with a row above for accents and one below for what hangs down. Knows no
meaning, and no glyphs but blocks: a terminal of ASCII alone has none of these.
"""

from collections.abc import Sequence
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.blocks import QUADRANTS
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.theme import Theme

Pixels = NDArray[np.bool_]

ROWS = 7  # of pixels: an accent's, five of the letter's body, one below the baseline
BETWEEN = 1  # columns of pixels between two letters

# The body's five rows, top to bottom.
_BODIES = {
    "A": ".#. #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": ".## #.. #.. #.. .##",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": ".## #.. #.# #.# .##",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# .#.",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": ".#. #.# #.# #.# .#.",
    "P": "##. #.# ##. #.. #..",
    "Q": ".#. #.# #.# ### .##",
    "R": "##. #.# ##. #.# #.#",
    "S": ".## #.. .#. ..# ##.",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
    "Ł": "#.. #.. ##. #.. ###",
    "0": "### #.# #.# #.# ###",
    "1": ".# ## .# .# .#",
    "2": "##. ..# .#. #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ##. ..# ##.",
    "6": ".## #.. ### #.# ###",
    "7": "### ..# .#. .#. .#.",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ##.",
    " ": ".. .. .. .. ..",
    ".": ". . . . #",
    ",": ".. .. .. .. .#",
    ":": ". # . # .",
    ";": ".. .# .. .# .#",
    "?": "##. ..# .#. ... .#.",
    "!": "# # # . #",
    "-": "... ... ### ... ...",
    "−": "... ... ### ... ...",
    "–": "... ... ### ... ...",
    "+": "... .#. ### .#. ...",
    "×": "... #.# .#. #.# ...",
    "·": ". . # . .",
    "/": "..# ..# .#. #.. #..",
    "%": "#.# ..# .#. #.. #.#",
    "(": ".# #. #. #. .#",
    ")": "#. .# .# .# #.",
    "'": "# # . . .",
    "’": "# # . . .",
    '"': "#.# #.# ... ... ...",
    "”": "#.# #.# ... ... ...",
    "“": "#.# #.# ... ... ...",
    "„": "... ... ... ... #.#",
    "«": "..#..# .#..#. #..#.. .#..#. ..#..#",
    "»": "#..#.. .#..#. ..#..# .#..#. #..#..",
    "…": "..... ..... ..... ..... #.#.#",
}
_ABOVE = {"Ć": "C", "Ń": "N", "Ó": "O", "Ś": "S", "Ź": "Z"}  # an acute accent
_DOTTED = {"Ż": "Z"}
_BELOW = {"Ą": "A", "Ę": "E"}  # an ogonek
_HANGING = {",": 0, ";": 0, "„": 0}  # the column of what hangs below the baseline


class Size(Enum):
    """Pixels in a cell, across and down."""

    SMALL = (2, 2)
    """Quadrants: about two columns and four rows a letter."""
    LARGE = (1, 2)
    """Halves: twice as wide."""


def has_letters_for(text: str) -> bool:
    """Whether every character of a text can be written."""
    return all(_is_known(character) for character in text.upper())


def lines_of(text: str, columns: int, size: Size) -> list[str]:
    """The text broken into lines that fit so many columns, at blanks; a longer word is a line of its own."""
    room, lines = columns * size.value[0], [""]
    for word in text.upper().split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def fits(lines: Sequence[str], columns: int, size: Size) -> bool:
    """Whether no line is too long."""
    return all(_width(line) <= columns * size.value[0] for line in lines)


def rows_of(lines: Sequence[str], size: Size) -> int:
    """Rows of cells that so many lines take: from the second on a row of pixels is free between two."""
    return -(-(len(lines) * (ROWS + 1) - 1) // size.value[1])


def block_letters(lines: Sequence[str], columns: int, size: Size, colour: int, theme: Theme) -> Cells:
    """The lines as cells of shape (rows_of(lines), columns). Raises KeyError for a character that has no letter."""
    across, down = size.value
    canvas = np.zeros((rows_of(lines, size) * down, columns * across), bool)
    for index, line in enumerate(lines):
        picture = _pixels(line)[:, : canvas.shape[1]]
        top = index * (ROWS + 1)
        canvas[top : top + ROWS, : picture.shape[1]] = picture
    cells = Cells.blank(canvas.shape[0] // down, columns, theme.text, theme.panel)
    quarters = np.repeat(canvas, 2 // across, axis=1)
    bits = quarters[::2, ::2] + 2 * quarters[::2, 1::2] + 4 * quarters[1::2, ::2] + 8 * quarters[1::2, 1::2]
    cells.glyph[:] = np.array([ord(character) for character in QUADRANTS], np.int32)[bits]
    cells.foreground[:], cells.attributes[:] = colour, BOLD
    return cells


def _width(line: str) -> int:
    """In pixels."""
    return int(_pixels(line).shape[1])


def _pixels(line: str) -> Pixels:
    """A line's pixels, shape (ROWS, W)."""
    if not line:
        return np.zeros((ROWS, 0), bool)
    gap = np.zeros((ROWS, BETWEEN), bool)
    pieces = [piece for character in line for piece in (_letter(character), gap)]
    return np.concatenate(pieces[:-1], axis=1)


def _is_known(character: str) -> bool:
    return any(character in letters for letters in (_BODIES, _ABOVE, _DOTTED, _BELOW))


def _letter(character: str) -> Pixels:
    """One letter's pixels, shape (ROWS, W)."""
    accented = {**_ABOVE, **_DOTTED, **_BELOW}
    rows = _BODIES[accented.get(character, character)].split()
    pixels = np.zeros((ROWS, len(rows[0])), bool)
    pixels[1:-1] = [[pixel == "#" for pixel in row] for row in rows]
    if character in _ABOVE:
        pixels[0, -2:] = True
    elif character in _DOTTED:
        pixels[0, 1] = True
    elif character in _BELOW:
        pixels[-1, -1] = True
    elif character in _HANGING:
        pixels[-1, _HANGING[character]] = True
    return pixels
