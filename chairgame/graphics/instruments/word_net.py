"""A next-word network at work: the words that were there light up on the left, what it answers stands on the right."""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

LIT, UNLIT = "●", "○"
ASCII_LIT, ASCII_UNLIT = "@", "o"
FULL, ASCII_FULL = "█", "#"
ANSWERS_AT = 0.45  # of the width


def word_net(
    height: int,
    width: int,
    words: Sequence[str],
    lit: Sequence[bool],
    probabilities: Sequence[float] | None,
    names: tuple[str, str],
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """Neurons 1 to V: inputs that are lit or not, outputs as bars of their probability (0 to 1), the strongest marked.

    Without probabilities nothing has been said yet. `names` are the headings of both sides.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    answers = int(width * ANSWERS_AT)
    step = max(1, min(3, (height - 3) // max(1, len(words))))
    top = max(0, (height - step * len(words) - 2) // 2)
    cells.put(top, 1, fitted(names[0], answers - 2, glyphs), theme.dim, attributes=quiet(theme))
    cells.put(top, answers, fitted(names[1], width - answers, glyphs), theme.dim, attributes=quiet(theme))
    shares = [0.0] * len(words) if probabilities is None else probabilities
    strongest = max(range(len(words)), key=lambda i: shares[i], default=0)
    for index, word in enumerate(words):
        row = top + 2 + index * step
        _put_input(cells, row, index, word, bool(lit[index]), theme, glyphs)
        if probabilities is None:
            cells.put(row, answers, fitted(f"{word}  ?", width - answers, glyphs), theme.dim, attributes=quiet(theme))
        else:
            _put_answer(cells, row, answers, word, shares[index], index == strongest, theme, glyphs)
    return cells


def _put_input(cells: Cells, row: int, index: int, word: str, is_lit: bool, theme: Theme, glyphs: GlyphSet) -> None:
    lit, unlit = (ASCII_LIT, ASCII_UNLIT) if glyphs is GlyphSet.ASCII else (LIT, UNLIT)
    colour = theme.positive if is_lit else theme.dim
    text = f"{index + 1} {word}"
    cells.put(row, 1, lit if is_lit else unlit, colour, attributes=BOLD if is_lit else quiet(theme))
    cells.put(row, 3, fitted(text, 16, glyphs), theme.bright if is_lit else theme.dim, attributes=BOLD * is_lit)


def _put_answer(
    cells: Cells, row: int, column: int, word: str, share: float, is_first: bool, theme: Theme, glyphs: GlyphSet
) -> None:
    """`kota  ██████ 92 %`."""
    colour = theme.good if is_first else theme.text
    percent = f"{100 * share:.0f} %"
    cells.put(row, column, fitted(word, 9, glyphs), colour, attributes=BOLD * is_first)
    room = cells.width - column - 10 - len("100 %") - 2
    length = round(max(0, room) * share)
    full = ASCII_FULL if glyphs is GlyphSet.ASCII else FULL
    end = cells.put(row, column + 10, full * length, colour)
    cells.put(row, end + 1 if length else end, percent, colour, attributes=BOLD * is_first)
