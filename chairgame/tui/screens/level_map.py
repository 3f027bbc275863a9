"""The level map: every level with its stars, and of the chosen one what it is about, what was reached, what is kept."""

from collections.abc import Hashable
from textwrap import wrap

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.progress.records import MOST_STARS, is_open
from chairgame.game.progress.whole import Progress
from chairgame.game.story.level import Level, levels
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.keys import MAP_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine

MEASURE = 72  # columns of text at the most
DETAIL_ROWS = 6


class LevelMap(CellsWidget):
    """A row a level, and below them the chosen one in words."""

    def __init__(self, progress: Progress, level: str, look: Look) -> None:
        super().__init__(id="map")
        self.look = look
        self.records, self.attempts = dict(progress.records()), dict(progress.attempts())
        self.ids = [level.id for level in levels()]
        self.row = self.ids.index(level)
        self.has_knocked = False

    @property
    def level(self) -> Level:
        """The chosen one."""
        return levels()[self.row]

    def is_open(self, level: Level) -> bool:
        """Whether it may be played."""
        return is_open(self.ids, level.id, self.records)

    def choose(self, rows: int) -> None:
        """Another level."""
        self.row, self.has_knocked = min(max(0, self.row + rows), len(self.ids) - 1), False

    def key(self) -> Hashable:
        """The chosen level; what is known of them stays as long as the map is open."""
        return self.look, self.row, self.has_knocked

    def paint(self, height: int, width: int) -> Cells:
        """The list, as much of it as fits around the chosen row, then the words."""
        look, _ = self.look, self.look.words
        theme = look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        words = self._words(max(8, min(MEASURE, inner.width - 2)))
        below = max(DETAIL_ROWS, len(words)) + 1
        gap = 2 if inner.height >= 2 * len(self.ids) + below else 1
        shown = max(1, (inner.height - below) // gap)
        first = min(max(0, self.row - shown // 2), max(0, len(self.ids) - shown))
        for index in range(first, min(len(self.ids), first + shown)):
            self._put_row(inner, (index - first) * gap, index)
        top = inner.height - below + 1
        for offset, (line, colour, attributes) in enumerate(words):
            inner.put(top + offset, 1, fitted(line, inner.width - 2, look.glyphs), colour, attributes=attributes)
        return framed(inner, _("levels"), theme, look.glyphs, True)

    def _put_row(self, inner: Cells, row: int, index: int) -> None:
        """` 3  ★★☆  Headphones`, and a word for those that are locked or were left in the middle."""
        look, _, level = self.look, self.look.words, levels()[index]
        theme, is_chosen, is_locked = look.theme, index == self.row, not self.is_open(level)
        attributes = chosen(theme) | BOLD if is_chosen else quiet(theme) if is_locked else 0
        if is_chosen:
            inner.put(row, 0, " " * inner.width, theme.bright, theme.selection, attributes)
        mark = "▸" if is_chosen else " "
        inner.put(row, 1, fitted(f"{mark}{level.number:>2}", 4, look.glyphs), theme.text, attributes=attributes)
        stars = self.records[level.id].stars if level.id in self.records else frozenset()
        shown = "   " if is_locked else "".join("★" if n in stars else "☆" for n in range(1, MOST_STARS + 1))
        inner.put(row, 6, fitted(shown, 3, look.glyphs), theme.focus, attributes=attributes | (BOLD if stars else 0))
        remark = _("locked") if is_locked else _("in the middle") if self._is_kept(level) else ""
        title = f"{_(level.title)} ({remark})" if remark else _(level.title)
        colour = theme.dim if is_locked else theme.bright
        inner.put(row, 11, fitted(title, inner.width - 12, look.glyphs), colour, attributes=attributes)

    def _is_kept(self, level: Level) -> bool:
        attempt = self.attempts.get(level.id)
        return attempt is not None and attempt.is_of(level.seeds, level.edition)

    def _words(self, width: int) -> list[tuple[str, int, int]]:
        """What the chosen level is about, what it taught, the best result, what Enter does."""
        _, level, theme = self.look.words, self.level, self.look.theme
        record = self.records.get(level.id)
        lines = [(line, theme.text, 0) for line in wrap(_(level.about) if level.about else "", width)]
        if record is not None and record.best is not None and record.stars:
            count = record.best.count
            best = _.plural("Best: {n} move (par {par}).", "Best: {n} moves (par {par}).", count, par=level.par)
            played = _.plural("Played {n} time.", "Played {n} times.", record.played)
            term = _("The word for it: {term}.", term=_(level.term))
            lines += [(line, theme.dim, quiet(theme)) for line in wrap(f"{best} {played} {term}", width)]
        return lines + [(line, theme.warning, BOLD * self.has_knocked) for line in wrap(self._advice(), width)]

    def _advice(self) -> str:
        _, level = self.look.words, self.level
        if not self.is_open(level):
            before = levels()[self.row - 1]
            return _("Locked: one star in level {number} opens it.", number=before.number)
        if self._is_kept(level):
            return _("Enter goes on where you left it.")
        return _("Enter plays it.") if level.id not in self.records else _("Enter plays it again.")


class LevelMapScreen(GameScreen):
    """Choose a level."""

    KEYS = MAP_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    LevelMapScreen #map { height: 1fr; width: 100%; }
    LevelMapScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, progress: Progress, level: str) -> None:
        super().__init__()
        self.progress, self.level = progress, level

    def compose(self) -> ComposeResult:
        """The map and its keys."""
        look = self.game.look
        yield TooSmall(look)
        yield LevelMap(self.progress, self.level, look)
        yield KeysLine(MAP_KEYS, look)

    def action_choose(self, rows: int) -> None:
        self.query_one(LevelMap).choose(rows)
        self.show()

    def action_play(self) -> None:
        """The chosen level, if it is open; else say louder that it is not."""
        level_map = self.query_one(LevelMap)
        if level_map.is_open(level_map.level):
            self.game.go(places.Level(level_map.level))
        else:
            level_map.has_knocked = True
            self.show()

    def action_back(self) -> None:
        self.game.go(places.Title())
