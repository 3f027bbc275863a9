"""The title screen: a chair is being learned on one side, a short menu stands on the other."""

from collections.abc import Hashable
from dataclasses import dataclass
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.game import places
from chairgame.game.progress.records import MOST_STARS, star_count
from chairgame.game.progress.whole import Progress
from chairgame.game.session.model import GameSession
from chairgame.game.story.level import levels
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import TITLE_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine
from chairgame.tui.widgets.viewport import Viewport

WIDE = 100  # columns from which the menu takes more room
MENU_COLUMNS, WIDE_MENU_COLUMNS = 30, 40
LEFT_ALONE_SECONDS = 60.0  # without a key, after which nothing moves until there is one
RESTS_AT_CM = 1.5  # a chair that anybody would sit on: from here on nothing moves


@dataclass(frozen=True)
class Entry:
    """A line of the menu, the letter that takes it at once, and what one finds there."""

    letter: str
    action: str
    name: str
    meaning: str


BEGIN, GO_ON = N_("Begin the story"), N_("Go on with the story")
ENTRIES = (
    Entry(
        "s",
        "story",
        BEGIN,
        N_("You are the network: levels of a few minutes each. No knowledge needed, no chair known."),
    ),
    Entry("m", "map", N_("Levels"), N_("All levels and your stars; any level that is open can be played again.")),
    Entry("b", "lab", N_("Lab"), N_("The sandbox: any chair, any brain, every control, rewind and fork.")),
    Entry("o", "settings", N_("Settings"), N_("Language, colours, glyphs, motion: kept for the next time.")),
    Entry("a", "about", N_("About"), N_("The thought experiment, the words for it, and what is honest here.")),
    Entry("?", "help", N_("Help"), N_("Every key of this screen. Each screen has its own such page.")),
    Entry("q", "leave", N_("Leave"), N_("Back to the shell. Everything is kept.")),
)


class Menu(CellsWidget):
    """The game's name, the entries, the stars so far."""

    row = 0

    def __init__(self, progress: Progress, look: Look) -> None:
        super().__init__(id="menu")
        self.look, self.has_begun = look, progress.has_begun
        records = progress.records()
        self.stars = star_count(records, [level.id for level in levels()])

    def key(self) -> Hashable:
        """The chosen entry."""
        return self.look, self.row

    def paint(self, height: int, width: int) -> Cells:
        """One entry a row, with a row between where there is room."""
        look, _ = self.look, self.look.words
        theme = look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        inner.put(0, 1, "C H A I R G A M E", theme.focus, attributes=BOLD)
        lines = wrap(_("A neural network learns. You live through it."), max(8, inner.width - 2))
        gap = 2 if inner.height >= len(lines) + 2 * len(ENTRIES) + 4 else 1
        top = 2
        if inner.height >= len(lines) + gap * len(ENTRIES) + 4:
            for offset, line in enumerate(lines):
                inner.put(1 + offset, 1, fitted(line, inner.width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
            top = len(lines) + 2
        for index, entry in enumerate(ENTRIES):
            self._put_entry(inner, top + gap * index, index, entry)
        stars = _.plural("{n} star of {all}", "{n} stars of {all}", self.stars, all=MOST_STARS * len(levels()))
        inner.put(inner.height - 1, 1, fitted(stars, inner.width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
        return framed(inner, "", theme, look.glyphs, True)

    def called(self, entry: Entry) -> str:
        """What the entry is called: the story has begun or not."""
        return self.look.words(GO_ON if entry.name is BEGIN and self.has_begun else entry.name)

    def _put_entry(self, inner: Cells, row: int, index: int, entry: Entry) -> None:
        look, theme = self.look, self.look.theme
        is_chosen = index == self.row
        attributes = chosen(theme) | BOLD if is_chosen else 0
        if is_chosen:
            inner.put(row, 0, " " * inner.width, theme.bright, theme.selection, attributes)
        mark = fitted("▸" if is_chosen else " ", 1, look.glyphs)
        inner.put(row, 1, f"{mark} {entry.letter}", theme.focus, attributes=attributes | BOLD)
        inner.put(row, 6, fitted(self.called(entry), inner.width - 6, look.glyphs), theme.bright, attributes=attributes)


class TitleScreen(GameScreen):
    """From here to everywhere. The session belongs to the picture alone."""

    KEYS = TITLE_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    TitleScreen #body { height: 1fr; width: 100%; }
    TitleScreen #menu { height: 100%; }
    TitleScreen #viewport { height: 100%; width: 1fr; }
    TitleScreen #news { height: 2; width: 100%; }
    TitleScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, session: GameSession, progress: Progress) -> None:
        super().__init__()
        self.session, self.progress = session, progress
        self._touched_at = 0.0
        self.news, progress.news = progress.news, None

    def compose(self) -> ComposeResult:
        """Menu, floor, a sentence, keys."""
        look = self.game.look
        yield TooSmall(look)
        with Horizontal(id="body"):
            yield Menu(self.progress, look)
            yield Viewport(self.session, look)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(TITLE_KEYS, look)

    def on_mount(self) -> None:
        """A chair is being learned."""
        self.clockwork = Clockwork(
            self,
            lambda: self.session,
            self.game.clock,
            self.game.frame_rate,
            self.moved,
            stillness=lambda: self.session.journey.seconds_of_stillness,
        )
        self._wake()

    def fit(self, columns: int, rows: int) -> None:  # noqa: ARG002
        """The floor takes what the menu leaves."""
        self.query_one(Menu).styles.width = WIDE_MENU_COLUMNS if columns >= WIDE else MENU_COLUMNS

    def show(self) -> None:
        """Rest once it is a chair, and once nobody has touched a key for a while."""
        if self.session.playing and (self._is_chair() or self.game.clock() - self._touched_at > LEFT_ALONE_SECONDS):
            self.session.player.stand_still()
        super().show()

    def _is_chair(self) -> bool:
        distance = self.session.row.distance_cm
        return distance is not None and distance < RESTS_AT_CM

    def _wake(self) -> None:
        """Somebody is there: learn on, if there is anything left to learn."""
        self._touched_at = self.game.clock()
        if not self.session.playing and not self._is_chair():
            self.session.toggle_play()
        self.clockwork.follow()

    def on_key(self, event: events.Key) -> None:  # noqa: ARG002
        """Any key that means nothing here."""
        self._wake()

    def take_look(self, look: Look) -> None:
        """A key has changed the language or the colours."""
        self._wake()
        super().take_look(look)

    def on_screen_resume(self) -> None:
        """Back from the help page, or here for the first time."""
        self._wake()
        super().on_screen_resume()

    def sentence(self) -> str:
        """What is wrong with the progress file, until a key is pressed; else what the chosen entry leads to."""
        _ = self.game.look.words
        return self.news.sentence(_) if self.news is not None else _(ENTRIES[self.query_one(Menu).row].meaning)

    def action_choose(self, rows: int) -> None:
        self._wake()
        menu = self.query_one(Menu)
        menu.row, self.news = (menu.row + rows) % len(ENTRIES), None
        self.show()

    async def action_take(self) -> None:
        await self.run_action(ENTRIES[self.query_one(Menu).row].action)

    def action_story(self) -> None:
        """Where the story goes on."""
        self.game.go(places.Story())

    def action_map(self) -> None:
        self.game.go(places.Map())

    def action_lab(self) -> None:
        self.game.go(places.Lab(has_way_back=True))

    def action_settings(self) -> None:
        self.game.go(places.Settings())

    def action_about(self) -> None:
        """What this is about."""
        self.game.go(places.About())
