"""The postcard of a text: what its brain said at first, halfway, and says now. Knows neither terminal nor file."""

from dataclasses import dataclass

from chairgame.game.words.saying import reading_of, recital
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut, wrapped
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.film.postcard import GAP, HIGHEST, NARROWEST, WIDEST, three_epochs
from chairgame.graphics.film.word_stage import text_title
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History

SPEECH_ROWS = 3


@dataclass(frozen=True)
class Said:
    """What was said by heart at an epoch, the loss and the share of the certain questions that was known."""

    epoch: int
    text: str
    loss: float | None
    known: float | None


@dataclass(frozen=True)
class WordCard:
    """What is on the card. `command` plays the run again; empty where nothing does."""

    title: str
    said: tuple[Said, ...]
    command: str = ""


def word_card(history: History, command: str = "") -> WordCard:
    """The card of a run that learned a text."""
    history.measure_newest()
    title = text_title(reading_of(history.task))
    return WordCard(title, tuple(_said(history, epoch) for epoch in three_epochs(history.rows.losses)), command)


def draw_word_card(card: WordCard, width: int, theme: Theme, glyphs: GlyphSet, _: Catalogue) -> Cells:
    """The card in at most `width` columns (and 80, and 24 rows)."""
    width = max(NARROWEST, min(WIDEST, width))
    room = width - 2 * GAP
    command = [card.command[i : i + width - 4] for i in range(0, len(card.command), width - 4)]
    spoken = [wrapped(cut(said.text, SPEECH_ROWS * room, glyphs), room)[:SPEECH_ROWS] for said in card.said]
    rows = 2 + sum(len(lines) + 2 for lines in spoken) + (len(command) + 2 if command else 0)
    cells = Cells.blank(min(HIGHEST, rows), width, theme.text, theme.panel)
    cells.put(0, GAP, cut(_("chairgame · {chair}", chair=card.title), room, glyphs), theme.bright, attributes=BOLD)
    row = 2
    for said, lines in zip(card.said, spoken, strict=True):
        cells.put(row, GAP, cut(_figures(said, _), room, glyphs), theme.measure)
        for offset, line in enumerate(lines, start=1):
            cells.put(row + offset, GAP, line, theme.bright, attributes=BOLD)
        row += len(lines) + 2
    if command:
        cells.put(row, GAP, cut(_("Watch it again:"), room, glyphs), theme.dim, attributes=quiet(theme))
        for offset, line in enumerate(command, start=1):
            cells.put(row + offset, GAP, line, theme.focus, attributes=BOLD)
    return cells


def _said(history: History, epoch: int) -> Said:
    row = history.rows[epoch]
    return Said(epoch, recital(history, history.state(epoch)), row.loss, row.score)


def _figures(said: Said, _: Catalogue) -> str:
    """`epoch 4   loss 0.74   by heart 83 %`."""
    loss = "–" if said.loss is None else _.figure(said.loss, digits=2)
    known = "–" if said.known is None else f"{round(100 * said.known)} %"
    return f"{_('epoch {epoch}', epoch=said.epoch)}   {_('loss')} {loss}   {_('by heart')} {known}"
