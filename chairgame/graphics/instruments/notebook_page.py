"""A page of the notebook: epoch, distance and what happened, a long line going on in the next row."""

from collections.abc import Sequence
from textwrap import wrap

from chairgame.game.news import Note
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

_EPOCH, _DISTANCE, _TEXT = 6, 9, 17  # columns: where the epoch ends, how wide a distance is, where the text begins


def notebook_page(
    height: int,
    width: int,
    notes: Sequence[Note],
    rows_back: int,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells with the last notes, or `rows_back` rows before the end."""
    page = _page(width, notes, theme, glyphs, words)
    cells = Cells.blank(height, width, theme.text, theme.panel)
    room = max(0, height - 1)
    top = max(0, page.height - room - rows_back)
    cells.blit(page, 1 - top, 0)
    _put_head(cells, theme, glyphs, words)
    return cells


def furthest_back(height: int, width: int, notes: Sequence[Note], words: Catalogue) -> int:
    """How many rows before the end the page can begin to be seen."""
    return max(0, sum(len(_lines(note, width, words)) for note in notes) - max(0, height - 1))


def _lines(note: Note, width: int, words: Catalogue) -> list[str]:
    return wrap(note.news.sentence(words), max(8, width - _TEXT - 1)) or [""]


def _put_head(cells: Cells, theme: Theme, glyphs: GlyphSet, words: Catalogue) -> None:
    """The first row; what was scrolled under it is gone."""
    cells.put(0, 0, " " * cells.width)
    faint = quiet(theme)
    epoch = fitted(words("epoch"), _EPOCH, glyphs)
    cells.put(0, _EPOCH - len(epoch), epoch, theme.dim, attributes=faint)
    distance = fitted(words("distance"), _DISTANCE, glyphs)
    cells.put(0, _TEXT - 2 - len(distance), distance, theme.dim, attributes=faint)


def _page(width: int, notes: Sequence[Note], theme: Theme, glyphs: GlyphSet, words: Catalogue) -> Cells:
    texts = [_lines(note, width, words) for note in notes]
    page = Cells.blank(sum(map(len, texts)), width, theme.text, theme.panel)
    row = 0
    for note, lines in zip(notes, texts, strict=True):
        page.put(row, 0, f"{note.epoch:>{_EPOCH}}", theme.bright, attributes=BOLD)
        if note.distance_cm is not None:
            distance = f"{words.number(note.distance_cm, 1)} cm"
            page.put(row, _TEXT - 2 - len(distance), distance, theme.dim, attributes=quiet(theme))
        for line in lines:
            page.put(row, _TEXT, fitted(line, width - _TEXT, glyphs), theme.text)
            row += 1
    return page
