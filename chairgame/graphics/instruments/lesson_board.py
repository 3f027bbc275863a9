"""What a room reads while a lesson is given: the figures in large digits, the question, its answers and raised hands.

Made for the last row: short lines, strong colours, a mark beside every colour. Knows no lesson and no session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

FULL, ASCII_FULL = "█", "#"
LEAST_BAR = 6  # columns; a narrower bar says nothing


@dataclass(frozen=True)
class Answer:
    """A line of the question: its letter and text, the hands raised for it, and whether it turned out right."""

    letter: str
    text: str
    hands: int | None = None
    is_right: bool = False
    is_counting: bool = False


def figures_board(
    height: int, width: int, figures: Sequence[tuple[str, str]], text: str, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """The stop's text, and below it figures (number, name) in large digits as far as there is room."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    row = 0
    for line in wrap(text, max(8, width - 1)):
        cells.put(row, 0, fitted(line, width, glyphs), theme.bright, attributes=BOLD)
        row += 1
    column, top = 0, row + 1
    for number, name in figures:
        digits = big_text(number, theme.measure, theme, glyphs)
        room = max(digits.width, len(name))
        if column and column + room > width:
            column, top = 0, top + 5
        if top + 3 >= height:
            cells.put(min(top, height - 1), column, fitted(f"{number} {name}", width - column, glyphs), theme.measure)
            top += 1
            continue
        cells.blit(digits, top, column)
        cells.put(top + 3, column, fitted(name, width - column, glyphs), theme.text)
        column += room + 3
    return cells


def question_board(
    height: int, width: int, question: str, answers: Sequence[Answer], reveal: str, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """The question, a line for every answer with a bar of its hands, and what came out once it is known."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    row = 0
    for line in wrap(question, max(8, width - 2)):
        cells.put(row, 1, fitted(line, width - 1, glyphs), theme.focus, attributes=BOLD)
        row += 1
    most = max((answer.hands or 0 for answer in answers), default=0)
    texts = max((len(answer.text) for answer in answers), default=0) + 7
    for answer in answers:
        _put_answer(cells, row, answer, texts, most, theme, glyphs)
        row += 1
    for line in wrap(reveal, max(8, width - 2)):
        cells.put(row, 1, fitted(line, width - 1, glyphs), theme.good, attributes=BOLD)
        row += 1
    return cells


def _put_answer(cells: Cells, row: int, answer: Answer, bar_at: int, most: int, theme: Theme, glyphs: GlyphSet) -> None:
    """`✓ B  Put them together anyhow   ██████ 30`."""
    mark = fitted("✓" if answer.is_right else " ", 1, glyphs)
    colour = theme.good if answer.is_right else theme.bright
    cells.put(row, 1, mark, theme.good, attributes=BOLD)
    cells.put(row, 3, answer.letter, colour, attributes=BOLD)
    cells.put(row, 6, fitted(answer.text, cells.width - 6, glyphs), colour, attributes=BOLD if answer.is_right else 0)
    if answer.hands is None and not answer.is_counting:
        return
    count = str(answer.hands or 0)
    room = cells.width - bar_at - len(count) - 3
    length = round(room * (answer.hands or 0) / most) if most and room >= LEAST_BAR else 0
    full = ASCII_FULL if glyphs is GlyphSet.ASCII else FULL
    end = cells.put(row, bar_at, full * length, theme.good if answer.is_right else theme.measure)
    cells.put(row, end + 1, count, theme.bright, attributes=BOLD | (REVERSE if answer.is_counting else 0))
