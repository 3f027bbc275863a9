"""Where a head of attention looks: a row for each place of a text with a bar, or for long texts a fact a row in shades.

Never colour alone: a bar is length and a written number, a shade stands beside its number. Knows no brain and no text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

WORD = 10  # columns of a place's word
NUMBER = 4  # columns of its percent
A_ROW = 4  # places in a row of shades: the words of a fact
FULL, ASCII_FULL = "█", "#"
_SHADES, _ASCII_SHADES = "·░▒▓█", ".:+#@"
_FROM = (0.02, 0.25, 0.5, 0.75)  # shares from which the next shade stands


@dataclass(frozen=True)
class Place:
    """A word of the text, and the share of the look that its place gets, 0 to 1; None while nobody may see it."""

    word: str
    share: float | None
    note: str = ""
    """What is written behind its bar."""
    is_pointed: bool = False
    """The player points at it."""
    is_asked: bool = False
    """It belongs to the question."""


def place_rows(height: int, width: int, places: Sequence[Place], theme: Theme, glyphs: GlyphSet) -> Cells:
    """`psa   ████████████ 100   ◂ it looks here`, a row a place; of more than there are rows the first ones."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    notes = max((width_of(cut(place.note, width, glyphs)) + 2 for place in places if place.note), default=0)
    length = max(0, width - WORD - 3 - NUMBER - notes)
    for row, place in enumerate(places[:height]):
        back, strong = (theme.selection, chosen(theme) | BOLD) if place.is_pointed else (theme.panel, 0)
        cells.put(row, 0, " " * width, theme.text, back, strong)
        _put_word(cells, row, 0, WORD, place, theme, glyphs, back, strong)
        column = WORD + 3
        if place.share is not None:
            bar = _bar(place.share, length, glyphs)
            column = cells.put(row, column, bar or _shade(0, glyphs), _ink(place.share, theme), back, strong)
            column = cells.put(row, column + 1, str(round(100 * place.share)), theme.text, back, strong)
        note = cut(place.note, max(0, width - column - 2), glyphs)
        cells.put(row, column + 2, note, theme.focus, back, strong | BOLD)
    return cells


def place_grid(height: int, width: int, places: Sequence[Place], theme: Theme, glyphs: GlyphSet) -> Cells:
    """`Ola   · 0   ma    · 0   psa   █100   .     · 0`: four places a row. The notes of all stand in the last row."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    each = width // A_ROW
    step = 2 if height > 2 * (-(-len(places) // A_ROW)) else 1
    for index, place in enumerate(places):
        row, column = step * (index // A_ROW), each * (index % A_ROW)
        back, strong = (theme.selection, chosen(theme) | BOLD) if place.is_pointed else (theme.panel, 0)
        word = max(3, each - NUMBER - 3)
        _put_word(cells, row, column, word, place, theme, glyphs, back, strong)
        if place.share is not None:
            number = f"{round(100 * place.share):>3}"
            shade = _shade(place.share, glyphs)
            cells.put(row, column + word + 2, f"{shade}{number}", _ink(place.share, theme), back, strong)
    notes = "  ".join(f"{place.word} {place.note}" for place in places if place.note)
    cells.put(height - 1, 0, cut(notes, width, glyphs), theme.focus, attributes=BOLD)
    return cells


def _put_word(
    cells: Cells,
    row: int,
    column: int,
    width: int,
    place: Place,
    theme: Theme,
    glyphs: GlyphSet,
    back: int,
    strong: int,
) -> None:
    """The word; in brackets where the player points."""
    word = cut(place.word, width, glyphs)
    colour = theme.bright if place.is_asked or place.is_pointed else theme.text
    if place.is_pointed:
        cells.put(row, column, f"[{word}]", theme.focus, back, strong)
    else:
        cells.put(row, column + 1, word, colour, back, strong | (BOLD if place.is_asked else 0))


def _ink(share: float, theme: Theme) -> int:
    return theme.measure if share >= _FROM[0] else theme.dim


def _bar(share: float, length: int, glyphs: GlyphSet) -> str:
    """So much of a length; nothing below one percent."""
    whole = round(share * length)
    return (ASCII_FULL if glyphs is GlyphSet.ASCII else FULL) * max(whole, share >= _FROM[0])


def _shade(share: float, glyphs: GlyphSet) -> str:
    shades = _ASCII_SHADES if glyphs is GlyphSet.ASCII else _SHADES
    return shades[sum(share >= least for least in _FROM)]


@dataclass(frozen=True)
class Share:
    """A share of 1 with its name; the strong one is the one that matters."""

    name: str
    share: float
    is_strong: bool = False


def share_bars(width: int, shares: Sequence[Share], theme: Theme, glyphs: GlyphSet) -> Cells:
    """`it looks      ████████ 97 %`, a row each."""
    cells = Cells.blank(len(shares), width, theme.text, theme.panel)
    names = min(width // 2, max((width_of(cut(share.name, width, glyphs)) for share in shares), default=0))
    length = max(0, width - names - 7)
    for row, share in enumerate(shares):
        strong = BOLD if share.is_strong else 0
        ink = theme.bright if share.is_strong else theme.text
        cells.put(row, 0, cut(share.name, names, glyphs), ink, attributes=strong)
        colour = theme.good if share.is_strong else theme.dim
        end = cells.put(row, names + 1, _bar(share.share, length, glyphs), colour, attributes=strong or quiet(theme))
        cells.put(row, end + (end > names + 1), f"{round(100 * share.share)} %", ink, attributes=strong)
    return cells
