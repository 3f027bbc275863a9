"""The list of the map: the story's levels with their stars, the bridge, and dim or bright what is still to come."""

from collections.abc import Hashable

from chairgame.game.progress.records import MOST_STARS, is_open
from chairgame.game.progress.whole import BRIDGE_SEEN, Progress
from chairgame.game.story.halves import BRIDGE, FIRST_HALF, Bridge
from chairgame.game.story.level import Level, levels
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

STARS_AT, TITLE_AT = 5, 11  # columns inside the frame

Stop = Level | Bridge


class Atlas:
    """What the map knows: the stops in their order, and what is kept of each. It stays as it was when it was opened."""

    def __init__(self, progress: Progress) -> None:
        self.records, self.attempts = dict(progress.records()), dict(progress.attempts())
        self.feats = dict(progress.feats())
        self.ids = [level.id for level in levels()]
        first = [level for level in levels() if level.number <= FIRST_HALF]
        rest = [level for level in levels() if level.number > FIRST_HALF]
        self.stops: tuple[Stop, ...] = (*first, BRIDGE, *rest)
        self.is_crossed = BRIDGE_SEEN in self.feats
        """Whether the bridge is behind the player."""

    def is_open(self, stop: Stop) -> bool:
        """Whether there is something to go to now."""
        match stop:
            case Bridge():
                last = next(level for level in reversed(levels()) if level.number <= FIRST_HALF)
                return self.is_crossed or bool(self.stars(last))
            case _:
                return is_open(self.ids, stop.id, self.records)

    def stars(self, stop: Stop) -> frozenset[int]:
        """The numbers of the stars that were ever earned there."""
        return self.records[stop.id].stars if stop.id in self.records else frozenset()

    def is_kept(self, stop: Stop) -> bool:
        """Whether an attempt was left in the middle of it that can be gone on with."""
        attempt = self.attempts.get(stop.id)
        return isinstance(stop, Level) and attempt is not None and attempt.is_of(stop.seeds, stop.edition)


class LevelList(CellsWidget):
    """A row a stop, one of them chosen."""

    def __init__(self, atlas: Atlas, chosen_id: str, look: Look) -> None:
        super().__init__(id="map")
        self.look, self.atlas = look, atlas
        ids = [stop.id for stop in atlas.stops]
        self.row = ids.index(chosen_id)

    @property
    def stop(self) -> Stop:
        """The chosen one."""
        return self.atlas.stops[self.row]

    def choose(self, rows: int) -> None:
        """Another one."""
        self.row = min(max(0, self.row + rows), len(self.atlas.stops) - 1)

    def key(self) -> Hashable:
        """The chosen row; what is known of them stays as long as the map is open."""
        return self.look, self.row

    def paint(self, height: int, width: int) -> Cells:
        """As much of the list as fits around the chosen row, with a blank row between where there is room for all."""
        look, theme = self.look, self.look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        count = len(self.atlas.stops)
        gap = 2 if inner.height >= 2 * count else 1
        shown = max(1, inner.height // gap)
        first = min(max(0, self.row - shown // 2), max(0, count - shown))
        for index in range(first, min(count, first + shown)):
            self._put_row(inner, (index - first) * gap, index)
        return framed(inner, look.words("levels"), theme, look.glyphs, True)

    def _put_row(self, inner: Cells, row: int, index: int) -> None:
        """`▸ 3  ★★☆   Headphones`; `   8        Instruction sheet`."""
        look, _, stop = self.look, self.look.words, self.atlas.stops[index]
        theme, is_chosen = look.theme, index == self.row
        is_dim = not self.atlas.is_open(stop)
        attributes = chosen(theme) | BOLD if is_chosen else quiet(theme) if is_dim else 0
        if is_chosen:
            inner.put(row, 0, " " * inner.width, theme.bright, theme.selection, attributes)
        number = "" if isinstance(stop, Bridge) else str(stop.number)
        mark = f"{'▸' if is_chosen else ' '}{number:>2}"
        inner.put(row, 1, fitted(mark, 4, look.glyphs), theme.text, attributes=attributes)
        stars = self.atlas.stars(stop)
        colour = theme.focus if isinstance(stop, Level) else theme.dim
        bold = BOLD if stars else 0
        inner.put(row, STARS_AT, fitted(self._mark(stop), 5, look.glyphs), colour, attributes=attributes | bold)
        title = fitted(_(stop.title), inner.width - TITLE_AT, look.glyphs)
        inner.put(row, TITLE_AT, title, theme.dim if is_dim else theme.bright, attributes=attributes)

    def _mark(self, stop: Stop) -> str:
        """Its stars, or that it comes next."""
        match stop:
            case Bridge():
                return ""
            case _ if self.atlas.is_open(stop):
                stars = self.atlas.stars(stop)
                return "".join("★" if n in stars else "☆" for n in range(1, MOST_STARS + 1))
            case _:
                return ""
