"""Help: every key, from the one table of bindings, and the dictionary in a few lines."""

from collections.abc import Hashable
from textwrap import wrap
from typing import cast

from textual.app import ComposeResult

from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_
from chairgame.tui.keys import HELP_KEYS, Key, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine

DICTIONARY = (
    (N_("black box"), N_("hides the objective: what there is to learn")),
    (N_("scanner"), N_("the loss function: how far from the ideal")),
    (N_("headphones"), N_("the gradient: which way is downhill, and how steep; backpropagation works it out")),
    (N_("volume"), N_("the learning rate: how far each signal moves the weights")),
    (N_("epoch"), N_("everything taken apart and rebuilt once; the chair goes, the weights stay")),
)

WORD_MEANING_AT, MEANING_AT = 16, 13  # columns
TWO_COLUMNS = 96  # columns of the page from which the keys stand side by side


class HelpPage(CellsWidget):
    """Two columns of keys where there is room, one elsewhere; scrolls by rows."""

    def __init__(self, keys: tuple[Key, ...], look: Look) -> None:
        super().__init__(id="help")
        self.keys, self.look, self.top = keys, look, 0

    def key(self) -> Hashable:
        """The language and how far it is scrolled."""
        return self.look, self.top

    def paint(self, height: int, width: int) -> Cells:
        """Framed, with the part that fits."""
        look = self.look
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        page = self._page(inner.width)
        self.top = min(self.top, max(0, page.height - inner.height))
        inner.blit(page, -self.top, 0)
        return framed(inner, look.words("help"), look.theme, look.glyphs, True)

    def scroll(self, rows: int) -> None:
        """Up or down; the end is found when it is painted."""
        self.top = max(0, self.top + rows)

    def _page(self, width: int) -> Cells:
        columns = 2 if width >= TWO_COLUMNS else 1
        words, groups = self._words(width), self._groups(width // columns)
        half = (len(groups) + 1) // 2 if columns == 2 else len(groups)
        stacks = [_stacked(part, width // columns, self.look) for part in (groups[:half], groups[half:])]
        page = Cells.blank(
            words.height + 1 + max(stack.height for stack in stacks),
            width,
            self.look.theme.text,
            self.look.theme.panel,
        )
        page.blit(words, 0, 0)
        for index, stack in enumerate(stacks):
            page.blit(stack, words.height + 1, index * (width // 2))
        return page

    def _words(self, width: int) -> Cells:
        look, _ = self.look, self.look.words
        lines = [(_(word), _(meaning)) for word, meaning in DICTIONARY]
        return _entries(lines, WORD_MEANING_AT, width, look)

    def _groups(self, width: int) -> list[Cells]:
        groups: dict[str, list[Key]] = {}
        for key in self.keys:
            groups.setdefault(key.group, []).append(key)
        return [self._group(name, keys, width) for name, keys in groups.items()]

    def _group(self, name: str, keys: list[Key], width: int) -> Cells:
        look, _ = self.look, self.look.words
        entries = _entries([(f" {key.own_name_in(_)}", _(key.label)) for key in keys], MEANING_AT, width, look)
        cells = Cells.blank(entries.height + 1, width, look.theme.text, look.theme.panel)
        cells.put(0, 1, fitted(_(name), width - 1, look.glyphs), look.theme.focus, attributes=BOLD)
        cells.blit(entries, 1, 0)
        return cells


class HelpScreen(GameScreen):
    """Over the lab until a key closes it."""

    BINDINGS = bindings_of(HELP_KEYS)
    DEFAULT_CSS = """
    HelpScreen #help { height: 1fr; width: 100%; }
    HelpScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self.keys = keys

    def compose(self) -> ComposeResult:
        """A page and its own keys."""
        yield TooSmall(self.game.look)
        yield HelpPage(self.keys, self.game.look)
        yield KeysLine(HELP_KEYS, self.game.look)

    def action_scroll(self, rows: int) -> None:
        self.query_one(HelpPage).scroll(3 * rows)
        self.show()

    def action_back(self) -> None:
        self.app.pop_screen()

    def action_leave(self) -> None:
        """As the screen behind it leaves: it may want to ask."""
        self.app.pop_screen()
        cast(GameScreen, self.app.screen).action_leave()


def _stacked(blocks: list[Cells], width: int, look: Look) -> Cells:
    """Blocks one below the other with a blank row between."""
    page = Cells.blank(sum(block.height + 1 for block in blocks), width, look.theme.text, look.theme.panel)
    row = 0
    for block in blocks:
        page.blit(block, row, 0)
        row += block.height + 1
    return page


def _entries(lines: list[tuple[str, str]], meaning_at: int, width: int, look: Look) -> Cells:
    """Words and what they mean; a long meaning goes on in the next row."""
    room = max(8, width - meaning_at - 1)
    meanings = [wrap(meaning, room) for _, meaning in lines]
    cells = Cells.blank(sum(map(len, meanings)), width, look.theme.text, look.theme.panel)
    row = 0
    for (word, _), meaning in zip(lines, meanings, strict=True):
        cells.put(row, 1, fitted(word, meaning_at - 2, look.glyphs), look.theme.bright, attributes=BOLD)
        for line in meaning:
            cells.put(row, meaning_at, fitted(line, room, look.glyphs), look.theme.text)
            row += 1
    return cells
