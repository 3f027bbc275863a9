"""The title's menu: what there is in groups, and what the chosen entry leads to, inside one frame."""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import chain
from textwrap import wrap

from chairgame.game.progress.records import MOST_STARS, next_level, star_count
from chairgame.game.progress.whole import Progress
from chairgame.game.story.level import Level, level_named, levels
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

MEANING_ROWS = 3
NAME_AT, BESIDE_AT = 5, 20  # columns; the second only where there is room for a few words beside each entry
WIDE = 40  # columns inside the frame from which there is


@dataclass(frozen=True)
class Entry:
    """A line of the menu: the letter that takes it at once, a few words beside it, and what one finds there."""

    letter: str
    action: str
    name: str
    beside: str
    meaning: str


STORY = Entry(
    "s",
    "story",
    N_("Story"),
    N_("you are the network"),
    N_("You are the network: short levels, no knowledge needed, no chair known."),
)
GROUPS = (
    (
        STORY,
        Entry(
            "m",
            "map",
            N_("Map"),
            N_("levels, your stars"),
            N_("All twelve levels and your stars; what is open can be played again."),
        ),
    ),
    (
        Entry(
            "b",
            "lab",
            N_("Lab"),
            N_("fork, film, cables"),
            N_("Any chair, any brain: fork time, film it, follow the cable of a weight."),
        ),
        Entry(
            "w",
            "words",
            N_("Words"),
            N_("it learns your text"),
            N_("A brain learns a text of yours, word by word; its tokens, its attention."),
        ),
        Entry(
            "k",
            "hide",
            N_("Hide a thing"),
            N_("it learns yours"),
            N_("Lock a thing of yours in the box. The network learns what it never saw."),
        ),
        Entry(
            "p",
            "present",
            N_("Present"),
            N_("a lesson for a room"),
            N_("A lesson for a projector: a question, raised hands, the answer."),
        ),
    ),
    (
        Entry(
            "o",
            "settings",
            N_("Settings"),
            N_("language, colours"),
            N_("Language, colours, glyphs, motion: kept for the next time."),
        ),
        Entry(
            "a",
            "about",
            N_("About"),
            N_("the words for it"),
            N_("The thought experiment, the words for it, and what is honest here."),
        ),
        Entry("?", "help", N_("Help"), N_("every key"), N_("Every key of this screen; each screen has such a page.")),
        Entry("q", "leave", N_("Leave"), N_("it is all kept"), N_("Back to the shell. Everything is kept.")),
    ),
)
ENTRIES = tuple(chain.from_iterable(GROUPS))


class Menu(CellsWidget):
    """The game's name, the entries, what the chosen one means, the stars so far."""

    row = 0

    def __init__(self, progress: Progress, look: Look) -> None:
        super().__init__(id="menu")
        self.look = look
        records, ids = progress.records(), [level.id for level in levels()]
        self.stars, has_begun = star_count(records, ids), bool(records) or bool(progress.attempts())
        self.following: Level | None = level_named(next_level(ids, records)) if has_begun else None
        """Where the story goes on, once it has begun."""

    @property
    def entry(self) -> Entry:
        """The chosen one."""
        return ENTRIES[self.row]

    def key(self) -> Hashable:
        """The chosen entry."""
        return self.look, self.row

    def paint(self, height: int, width: int) -> Cells:
        """The name, the groups with a blank row between where there is room, the meaning, the stars."""
        look, theme = self.look, self.look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        inner.put(0, 1, "C H A I R G A M E", theme.focus, attributes=BOLD)
        spare = inner.height - (len(ENTRIES) + MEANING_ROWS + 3)  # name, a blank row, stars
        row, spare = self._put_tagline(inner, spare)
        gap = spare >= len(GROUPS) - 1
        step = 2 if spare >= len(GROUPS) - 1 + len(ENTRIES) else 1
        for group in GROUPS:
            for entry in group:
                self._put_entry(inner, row, entry)
                row += step
            row += gap
        self._put_meaning(inner, row - gap + 1 if spare > 0 else row)
        self._put_stars(inner)
        return framed(inner, "", theme, look.glyphs, True)

    def meaning(self) -> str:
        """What the chosen entry leads to."""
        _, level = self.look.words, self.following
        if self.entry is STORY and level is not None:
            return _("On with level {number}, {title}. You are the network.", number=level.number, title=_(level.title))
        return _(self.entry.meaning)

    def beside(self, entry: Entry) -> str:
        """The few words beside an entry."""
        _, level = self.look.words, self.following
        if entry is STORY and level is not None:
            return _("on with {number}, {title}", number=level.number, title=_(level.title))
        return _(entry.beside)

    def _put_tagline(self, inner: Cells, spare: int) -> tuple[int, int]:
        """One sentence, where there is room for it; the row of the first entry, and the rows to spare then."""
        look, theme = self.look, self.look.theme
        lines = wrap(look.words("A neural network learns. You live through it."), max(8, inner.width - 2))
        if spare < len(lines) + 1:
            return 1, spare
        for row, line in enumerate(lines, start=1):
            inner.put(row, 1, fitted(line, inner.width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
        return len(lines) + 2, spare - len(lines) - 1

    def _put_entry(self, inner: Cells, row: int, entry: Entry) -> None:
        look, theme, _ = self.look, self.look.theme, self.look.words
        is_chosen = entry is self.entry
        attributes = chosen(theme) | BOLD if is_chosen else 0
        if is_chosen:
            inner.put(row, 0, " " * inner.width, theme.bright, theme.selection, attributes)
        mark = fitted("▸" if is_chosen else " ", 1, look.glyphs)
        inner.put(row, 1, f"{mark} {entry.letter}", theme.focus, attributes=attributes | BOLD)
        inner.put(
            row, NAME_AT, fitted(_(entry.name), inner.width - NAME_AT, look.glyphs), theme.bright, None, attributes
        )
        if inner.width >= WIDE:
            words = fitted(self.beside(entry), inner.width - BESIDE_AT, look.glyphs)
            inner.put(row, BESIDE_AT, words, theme.dim, attributes=attributes or quiet(theme))

    def _put_meaning(self, inner: Cells, row: int) -> None:
        look, theme = self.look, self.look.theme
        for offset, line in enumerate(wrap(self.meaning(), max(8, inner.width - 2))[:MEANING_ROWS]):
            inner.put(row + offset, 1, fitted(line, inner.width - 2, look.glyphs), theme.warning)

    def _put_stars(self, inner: Cells) -> None:
        look, theme, _ = self.look, self.look.theme, self.look.words
        stars = _.plural("{n} star of {all}", "{n} stars of {all}", self.stars, all=MOST_STARS * len(levels()))
        inner.put(inner.height - 1, 1, fitted(stars, inner.width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
