"""The card of the map: of the chosen stop a picture, what one does there, the word for it, its stars, what is kept."""

from collections.abc import Hashable
from textwrap import wrap

from chairgame.game.progress.records import seed_of_next
from chairgame.game.sharing.cards import counted
from chairgame.game.story.halves import FIRST_HALF, Bridge
from chairgame.game.story.keepsakes import Recollection
from chairgame.game.story.level import Level, levels
from chairgame.game.story.plays import new_play
from chairgame.game.story.wording import worded
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.picture.portrait import portrait
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.level_list import Atlas, LevelList
from chairgame.tui.widgets.level_picture import picture_of

PICTURE, WIDE_PICTURE = (10, 24), (22, 50)  # rows, columns
LEAST, WIDE = (18, 44), (34, 80)  # rows, columns inside the frame from which each has room

Line = tuple[str, int, int]
"""A text, its colour and its attributes."""


class LevelCard(CellsWidget):
    """Beside the list, whose chosen stop it tells about."""

    has_knocked = False
    """Whether somebody has tried to go where nothing is open."""

    def __init__(self, atlas: Atlas, stops: LevelList, look: Look) -> None:
        super().__init__(id="card")
        self.atlas, self.stops, self.look = atlas, stops, look
        self.memory: Recollection | None = None
        """The chosen level's best play, as far as it has been lived through again."""

    def key(self) -> Hashable:
        """The chosen stop, whether its play is remembered whole, and a knock."""
        memory = self.memory
        return self.look, self.stops.row, self.has_knocked, memory is None or memory.is_over

    def paint(self, height: int, width: int) -> Cells:
        """Picture and words side by side, below them the stars, at the bottom what Enter does."""
        look, theme, stop = self.look, self.look.theme, self.stops.stop
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        rows, columns = self._picture_size(inner)
        if rows:
            scene = picture_of(stop, self.atlas, self.memory)
            inner.blit(portrait(scene, rows, columns, look.depth, look.glyphs), 0, 0)
        left = columns + 2 if rows else 1
        advice = self._advice_lines(inner.width - 2)
        stars = self._stars(inner.width - 2) if isinstance(stop, Level) else []
        end = inner.height - len(advice)
        words = self._words(inner.width - left - 1)[: max(0, end - len(stars))]  # the rules are the last to be cut
        below = self._put(inner, 0, left, words)
        top = max(rows + 1, below + 1) if rows else below + (below + len(stars) + 1 < end)
        self._put(inner, min(top, max(0, end - len(stars))), 1, stars)
        self._put(inner, end, 1, advice)
        number = "" if isinstance(stop, Bridge) else f"{stop.number} · "
        return framed(inner, number + self.look.words(stop.title), theme, look.glyphs, False)

    def _picture_size(self, inner: Cells) -> tuple[int, int]:
        if (inner.height, inner.width) >= WIDE and inner.width >= WIDE[1]:
            return WIDE_PICTURE
        return PICTURE if inner.height >= LEAST[0] and inner.width >= LEAST[1] else (0, 0)

    def _put(self, inner: Cells, row: int, column: int, lines: list[Line]) -> int:
        """Lines below each other; the row behind them."""
        for text, colour, attributes in lines:
            inner.put(row, column, fitted(text, inner.width - column, self.look.glyphs), colour, attributes=attributes)
            row += 1
        return row

    def _words(self, width: int) -> list[Line]:
        """What one does there; what it was called, once that is earned; what came of it."""
        _, stop, theme = self.look.words, self.stops.stop, self.look.theme
        lines = [(line, theme.text, 0) for line in wrap(_(stop.about), max(8, width))]
        if isinstance(stop, Level) and self.atlas.stars(stop):
            word = " ".join(_(stop.term).upper())
            if len(word) > width:
                word = _(stop.term).upper()
            lines += [("", theme.text, 0), *((line, theme.focus, BOLD) for line in wrap(word, max(8, width)))]
        record = [(line, theme.dim, quiet(theme)) for line in wrap(self._record(), max(8, width))]
        return [*lines, *([("", theme.text, 0), *record] if record else [])]

    def _record(self) -> str:
        _, stop = self.look.words, self.stops.stop
        record = self.atlas.records.get(stop.id)
        if not isinstance(stop, Level) or record is None or record.best is None:
            return ""
        memory = self.memory
        if memory is not None and memory.is_over and memory.play.moves:
            count = counted(memory.play, _)
        else:
            count = _.plural("{n} move", "{n} moves", record.best.count)
        best = _("Best: {count} (par {par}).", count=count, par=stop.par)
        return f"{best} {_.plural('Played {n} time.', 'Played {n} times.', record.played)}"

    def _stars(self, width: int) -> list[Line]:
        """All three rules, each behind its star."""
        _, level, theme = self.look.words, self.stops.stop, self.look.theme
        if not isinstance(level, Level):
            return []
        facts = new_play(self._next(level)).facts() if any("{" in star.text for star in level.stars) else {}
        earned, lines = self.atlas.stars(level), []
        for number, star in enumerate(level.stars, 1):
            is_lit = number in earned
            colour, attributes = (theme.focus, BOLD) if is_lit else (theme.text, 0)
            first, *others = wrap(worded(star.text, facts, _), max(8, width - 2))
            texts = (f"{'★' if is_lit else '☆'} {first}", *(f"  {text}" for text in others))
            lines += [(text, colour, attributes) for text in texts]
        return lines

    def _next(self, level: Level) -> Level:
        """As it is played next."""
        records, attempts = self.atlas.records, self.atlas.attempts
        return level.with_seed(seed_of_next(level.seeds, records.get(level.id), attempts.get(level.id), level.edition))

    def _advice_lines(self, width: int) -> list[Line]:
        theme = self.look.theme
        return [(line, theme.warning, BOLD * self.has_knocked) for line in wrap(self.advice(), max(8, width))]

    def advice(self) -> str:
        """What Enter does, or why it does nothing."""
        _, stop, atlas = self.look.words, self.stops.stop, self.atlas
        match stop:
            case Bridge() if atlas.is_open(stop):
                return _("Enter crosses it.")
            case Level() if atlas.is_open(stop):
                return self._invitation(stop)
            case _:
                return _("Locked: one star in level {number} opens it.", number=self._key_of(stop))

    def _key_of(self, stop: Level | Bridge) -> int:
        """The number of the level that opens a stop: the one before it of those that there are."""
        if isinstance(stop, Bridge):
            return FIRST_HALF
        return levels()[max(0, self.atlas.ids.index(stop.id) - 1)].number

    def _invitation(self, level: Level) -> str:
        _, record = self.look.words, self.atlas.records.get(level.id)
        if self.atlas.is_kept(level):
            return _("Enter goes on where you left it.")
        if record is None or not record.played:
            return _("Enter plays it.")
        if len(level.seeds) > 1:
            return _("Enter plays it again, with another thing.")
        return _("Enter plays it again.")
