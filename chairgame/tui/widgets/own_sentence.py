"""The page of a sentence of one's own: what is recited by now, and how well each question is known."""

from collections.abc import Sequence

from chairgame.game.story.own_sentence import OwnSentence
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.signs import cut, width_of, wrapped
from chairgame.graphics.instruments.word_bars import WordBar, word_bars
from chairgame.terminal.depth import GlyphSet
from chairgame.tui.look import Look

RECITATION_ROWS = 2
HEARD_SHARE, MOST_HEARD = 0.4, 34  # of the columns, for what is heard before a word
NAMES = 12  # columns of a word


def own_sentence_page(height: int, width: int, own: OwnSentence, look: Look) -> Cells:
    """How far it is and how much it hears, what it says, and a row for every question."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(height, width, theme.text, theme.panel)
    heard = _.plural("it hears the last {n} word", "it hears the last {n} words", own.window)
    title = f"{_('epoch {n}', n=own.epoch)} · {heard}"
    cells.put(0, 0, fitted(title, width, look.glyphs), theme.dim, attributes=quiet(theme))
    row = _put_recitation(cells, 1, own, look)
    questions = len(own.words) - 1
    row += height > row + questions
    step = 2 if height >= row + 2 * questions else 1
    for question in range(questions):
        cells.blit(_question(width, own, question, look), row + step * question, 0)
    return cells


def _put_recitation(cells: Cells, row: int, own: OwnSentence, look: Look) -> int:
    """What it says to the first word, and on; the row behind it."""
    theme, _ = look.theme, look.words
    lines = wrapped(_("it says: {sentence}", sentence=own.said()), max(8, cells.width))[:RECITATION_ROWS]
    for number, line in enumerate(lines):
        colour = theme.good if own.is_recited else theme.bright
        cells.put(row + number, 0, cut(line, cells.width, look.glyphs), colour, attributes=BOLD)
    return row + len(lines)


def _question(width: int, own: OwnSentence, question: int, look: Look) -> Cells:
    """`Ala ma → kota ████ 31 %`; of a question without one answer a question mark behind it."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(1, width, theme.text, theme.panel)
    room = min(MOST_HEARD, round(HEARD_SHARE * width))
    heard = _nearest(own.context(question), room, look)
    column = cells.put(0, room - width_of(heard), heard, theme.dim, attributes=quiet(theme))
    cells.put(0, column, f" {legible('→', look.glyphs)}", theme.dim, attributes=quiet(theme))
    names = [cut(word, min(NAMES, width // 4), look.glyphs) for word in own.words[1:]]
    share = float(own.shares[question])
    mark = "" if own.certain[question] else "?"
    left = room + 3 + max(map(width_of, names))
    cells.put(0, room + 3, names[question], theme.bright, attributes=BOLD)
    cells.blit(word_bars(width - left, [WordBar("", share, mark)], theme, look.glyphs), 0, left)
    return cells


def _nearest(words: Sequence[str], room: int, look: Look) -> str:
    """The words as far as there is room for them: the nearest say most, and are the last to be left out."""
    shown, more = "", "~" if look.glyphs is GlyphSet.ASCII else "…"
    for number, word in enumerate(reversed(words)):
        longer = cut(f"{word} {shown}".strip(), room, look.glyphs)
        if longer.endswith(more) and number:
            return shown if shown.endswith(more) else cut(f"{more}{shown}", room, look.glyphs)
        shown = longer
    return shown
