"""Tokens to look at: a text cut up, the pairs that could be merged, a word in its pieces, and how short a text became.

A blank is written as a dot, so that one sees where it went; between two tokens stands a line. Knows no merges.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, UNDERLINE, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

BLANK, ASCII_BLANK = "·", "_"
PARTER = "|"
FULL, ASCII_FULL = "█", "#"


def seen(token: str, glyphs: GlyphSet) -> str:
    """A token with its blanks made visible, as a terminal can show it."""
    blank = ASCII_BLANK if glyphs is GlyphSet.ASCII else BLANK
    words = "".join(blank if character.isspace() else character for character in token)
    return cut(words, width_of(words), glyphs)


def token_lines(
    height: int, width: int, tokens: Sequence[str], newest: str | None, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """As much of a text as there is room for, `Ala|·ma|·kota`; what was merged last is bright and underlined."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    row = column = 0
    for number, token in enumerate(tokens):
        text = cut(seen(token, glyphs), width - 1, glyphs)
        if column and column + width_of(text) + 1 > width:
            row, column = row + 1, 0
        if row >= height:
            break
        is_newest = token == newest
        ink = theme.focus if is_newest else theme.bright if number % 2 else theme.text
        column = cells.put(row, column, text, ink, attributes=(BOLD | UNDERLINE) * is_newest)
        column = cells.put(row, column, PARTER, theme.border, attributes=quiet(theme))
    return cells


@dataclass(frozen=True)
class PairRow:
    """Two tokens that stand side by side, and how often, as it is written; nothing where that is hidden."""

    left: str
    right: str
    count: int | None
    written: str = ""


def pair_list(
    height: int, width: int, rows: Sequence[PairRow], cursor: int | None, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """`▸ i + e → ie   1,058 ████████`; the one that the cursor is on in brackets."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    arrow = "->" if glyphs is GlyphSet.ASCII else "→"
    labels = []
    for index, row in enumerate(rows):
        left, right = seen(row.left, glyphs), seen(row.right, glyphs)
        label = f"{left} + {right} {arrow} {left}{right}"
        labels.append(f"[{label}]" if index == cursor else f" {label} ")
    numbers = max((len(row.written) for row in rows if row.count is not None), default=0)
    room = max(1, width - numbers - 4)
    label_width = min(room, max(map(width_of, labels), default=0))
    most = max((row.count or 0 for row in rows), default=0)
    first = max(0, min((cursor or 0) - height + 1, len(rows) - height))
    for line, (row, label) in enumerate(list(zip(rows, labels, strict=True))[first : first + height]):
        is_chosen = first + line == cursor
        back, strong = (theme.selection, chosen(theme) | BOLD) if is_chosen else (theme.panel, 0)
        cells.put(line, 0, " " * width, theme.text, back, strong)
        cells.put(line, 0, cut(label, label_width, glyphs), theme.focus if is_chosen else theme.text, back, strong)
        if row.count is None:
            continue
        number = cut(row.written, numbers, glyphs)
        column = cells.put(line, label_width + 1, f"{number:>{numbers}}", theme.bright, back, strong)
        cells.put(line, column + 1, _bar(row.count, most, width - column - 2, glyphs), theme.measure, back, strong)
    return cells


def cut_word(width: int, name: str, tokens: Sequence[str], count: str, theme: Theme, glyphs: GlyphSet) -> Cells:
    """`this text's   ·nau|czy|ła|b|ym   5 tokens`: one row."""
    cells = Cells.blank(1, width, theme.text, theme.panel)
    count = cut(count, width, glyphs)
    room = width - width_of(count) - 2
    column = cells.put(0, 0, cut(name, width // 3, glyphs), theme.dim, attributes=quiet(theme)) + 1
    cells.blit(token_lines(1, max(0, room - column), tokens, None, theme, glyphs), 0, column)
    cells.put(0, width - width_of(count), count, theme.bright, attributes=BOLD)
    return cells


@dataclass(frozen=True)
class Length:
    """How long a text has become: whose it is, in how many tokens, as it is written."""

    name: str
    tokens: int
    written: str
    is_own: bool = False


def length_bars(
    width: int, lengths: Sequence[Length], shortest: int, longest: int, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """`you      11,561 █████████`: what each has saved of `longest`, a full bar where it came down to `shortest`."""
    cells = Cells.blank(len(lengths), width, theme.text, theme.panel)
    names = max((width_of(cut(length.name, width, glyphs)) for length in lengths), default=0)
    numbers = max((width_of(length.written) for length in lengths), default=0)
    for row, length in enumerate(lengths):
        strong = BOLD if length.is_own else 0
        name, written = cut(length.name, names, glyphs), cut(length.written, numbers, glyphs)
        cells.put(row, 0, name, theme.bright if length.is_own else theme.text, attributes=strong)
        column = cells.put(row, names + 1, f"{written:>{numbers}}", theme.bright, attributes=strong) + 1
        saved = _bar(longest - length.tokens, longest - shortest, width - column, glyphs)
        cells.put(row, column, saved, theme.good if length.is_own else theme.dim, attributes=strong)
    return cells


def _bar(value: int, most: int, length: int, glyphs: GlyphSet) -> str:
    """So much of a length; what is there at all is seen."""
    share = min(1.0, value / most) if most > 0 else 0.0
    return (ASCII_FULL if glyphs is GlyphSet.ASCII else FULL) * max(round(share * max(0, length)), value > 0)
