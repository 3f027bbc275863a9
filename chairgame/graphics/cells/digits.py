"""Numbers in letters three rows high, for the back row of a classroom. Knows a dozen characters, and no meaning."""

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

# Six pixels high, two to a cell; rows from the top, parted by blanks.
_PIXELS = {
    "0": ".##. #..# #..# #..# #..# .##.",
    "1": ".#. ##. .#. .#. .#. ###",
    "2": ".##. #..# ...# ..#. .#.. ####",
    "3": "###. ...# .##. ...# ...# ###.",
    "4": "#..# #..# #..# #### ...# ...#",
    "5": "#### #... ###. ...# ...# ###.",
    "6": ".##. #... ###. #..# #..# .##.",
    "7": "#### ...# ..#. ..#. .#.. .#..",
    "8": ".##. #..# .##. #..# #..# .##.",
    "9": ".##. #..# #..# .### ...# .##.",
    ".": ". . . . . #",
    ",": ".. .. .. .. .# #.",
    " ": ".. .. .. .. .. ..",
    "-": "... ... ... ### ... ...",
    "+": "... ... .#. ### .#. ...",
    "c": "... ... .## #.. #.. .##",
    "m": "..... ..... ##.#. #.#.# #.#.# #.#.#",
}
_ASCII = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    ".": (" ", " ", "."),
    ",": (" ", " ", ","),
    " ": ("  ", "  ", "  "),
    "-": ("  ", "__", "  "),
    "+": ("   ", "_|_", " | "),
    "c": ("  ", " _", "|_"),
    "m": ("     ", " _ _ ", "| | |"),
}
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def _letter(character: str, glyphs: GlyphSet) -> tuple[str, ...]:
    """Three rows of equal width; a character that the font lacks stands small on the baseline."""
    if glyphs is GlyphSet.ASCII:
        return _ASCII.get(character, (" ", " ", character))
    if character not in _PIXELS:
        return (" ", " ", character)
    rows = _PIXELS[character].split()
    return tuple("".join(_HALVES[a + b] for a, b in zip(*rows[i : i + 2], strict=True)) for i in (0, 2, 4))


def _letters(text: str, glyphs: GlyphSet) -> list[tuple[str, ...]]:
    return [_letter(character, glyphs) for character in legible(text.replace("−", "-"), glyphs)]


def big_text_width(text: str, glyphs: GlyphSet) -> int:
    """The columns that `big_text` takes: every letter and a gap of one between each two."""
    letters = _letters(text, glyphs)
    return sum(len(letter[0]) for letter in letters) + max(0, len(letters) - 1)


def big_text(text: str, colour: int, theme: Theme, glyphs: GlyphSet) -> Cells:
    """The text as cells of shape (3, big_text_width): digits, signs, decimal marks and `cm`."""
    letters = _letters(text, glyphs)
    cells = Cells.blank(3, big_text_width(text, glyphs), theme.text, theme.panel)
    for row in range(3):
        cells.put(row, 0, " ".join(letter[row] for letter in letters), colour, attributes=BOLD)
    return cells
