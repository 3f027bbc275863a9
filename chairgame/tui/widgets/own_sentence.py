"""The page of a sentence of one's own: what is recited by now, and how well each question is known."""

from textwrap import wrap

from chairgame.game.story.own_sentence import OwnSentence
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted, legible
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
    text = legible(_("it says: {sentence}", sentence=own.said()), look.glyphs)
    lines = wrap(text, max(8, cells.width))[:RECITATION_ROWS]
    for number, line in enumerate(lines):
        colour = theme.good if own.is_recited else theme.bright
        cells.put(row + number, 0, fitted(line, cells.width, look.glyphs), colour, attributes=BOLD)
    return row + len(lines)


def _question(width: int, own: OwnSentence, question: int, look: Look) -> Cells:
    """`Ala ma → kota ████ 31 %`; of a question without one answer a question mark behind it."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(1, width, theme.text, theme.panel)
    room = min(MOST_HEARD, round(HEARD_SHARE * width))
    heard = legible(" ".join(own.context(question)), look.glyphs)
    if len(heard) > room:  # the nearest words say most
        heard = ("~" if look.glyphs is GlyphSet.ASCII else "…") + heard[len(heard) - room + 1 :]
    cells.put(0, 0, f"{heard:>{room}} {legible('→', look.glyphs)}", theme.dim, attributes=quiet(theme))
    word, share = own.words[question + 1], float(own.shares[question])
    name = fitted(word, min(NAMES, width // 4), look.glyphs)
    mark = "" if own.certain[question] else "?"
    left = room + 3 + max(len(fitted(other, min(NAMES, width // 4), look.glyphs)) for other in own.words[1:])
    cells.put(0, room + 3, name, theme.bright, attributes=BOLD)
    cells.blit(word_bars(width - left, [WordBar("", share, mark)], theme, look.glyphs), 0, left)
    return cells
