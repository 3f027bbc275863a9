"""What a room reads while a lesson is given: the figures in large digits, the question, its answers and raised hands.

Made for the last row: short lines, strong colours, a mark beside every colour. Knows no lesson and no session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from chairgame.graphics.cells.block_letters import Size, block_letters, fits, has_letters_for, lines_of, rows_of
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
    _put_figures(cells, row + 1, figures, theme, glyphs)
    return cells


def name_board(
    height: int, width: int, figures: Sequence[tuple[str, str]], name: str, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """What a thing is called, in block letters where the terminal has them, and the figures below."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    lines, row = large_lines(name, width, Size.LARGE, glyphs), 0
    if lines:
        letters = block_letters(lines, width, Size.LARGE, theme.good, theme)
        cells.blit(letters, 0, 0)
        row = letters.height
    else:
        for line in wrap(" ".join(name.upper()), max(8, width - 1)):
            cells.put(row, 0, fitted(line, width, glyphs), theme.good, attributes=BOLD)
            row += 2
    _put_figures(cells, row + 1, figures, theme, glyphs)
    return cells


def _put_figures(cells: Cells, top: int, figures: Sequence[tuple[str, str]], theme: Theme, glyphs: GlyphSet) -> None:
    height, width, column = cells.height, cells.width, 0
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


def large_lines(text: str, width: int, size: Size, glyphs: GlyphSet) -> list[str]:
    """The lines in which a text can be written in block letters; none where it cannot."""
    can = set(GlyphSet) - {GlyphSet.ASCII} - ({GlyphSet.HALF} if size is Size.SMALL else set())
    lines = lines_of(text, width, size) if glyphs in can and has_letters_for(text) else []
    return lines if lines != [""] and fits(lines, width, size) else []


def asking_rows(question: str, answers: int, width: int, glyphs: GlyphSet) -> int:
    """Rows for a question in block letters and so many answers below it; 0 where it cannot be written so."""
    lines = large_lines(question, width - 2, Size.SMALL, glyphs)
    return rows_of(lines, Size.SMALL) + 1 + answers if lines else 0


def question_board(
    height: int,
    width: int,
    question: str,
    answers: Sequence[Answer],
    reveal: str,
    theme: Theme,
    glyphs: GlyphSet,
    *,
    is_large: bool = False,
) -> Cells:
    """The question, a line for every answer with a bar of its hands, and what came out once it is known."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    row = _put_question(cells, question, theme, glyphs, is_large=is_large)
    most = max((answer.hands or 0 for answer in answers), default=0)
    texts = max((len(answer.text) for answer in answers), default=0) + 7
    for answer in answers:
        _put_answer(cells, row, answer, texts, most, theme, glyphs)
        row += 1
    for line in wrap(reveal, max(8, width - 2)):
        cells.put(row, 1, fitted(line, width - 1, glyphs), theme.good, attributes=BOLD)
        row += 1
    return cells


def _put_question(cells: Cells, question: str, theme: Theme, glyphs: GlyphSet, *, is_large: bool) -> int:
    """The row below it."""
    if is_large and (lines := large_lines(question, cells.width - 2, Size.SMALL, glyphs)):
        letters = block_letters(lines, cells.width - 2, Size.SMALL, theme.focus, theme)
        cells.blit(letters, 0, 1)
        return letters.height + 1
    wrapped = wrap(question, max(8, cells.width - 2))
    for row, line in enumerate(wrapped):
        cells.put(row, 1, fitted(line, cells.width - 1, glyphs), theme.focus, attributes=BOLD)
    return len(wrapped)


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
