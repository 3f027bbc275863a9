"""The title screen: a chair is being learned on one side, a short menu stands on the other."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from chairgame.game import places
from chairgame.game.progress.whole import Progress
from chairgame.game.session.model import GameSession
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import TITLE_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.fitted_viewport import FittedViewport
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.loop import LoopPanel
from chairgame.tui.widgets.menu import ENTRIES, Menu
from chairgame.tui.widgets.sentence import SentenceLine

WIDE = 100  # columns from which the menu takes more room
MENU_COLUMNS, WIDE_MENU_COLUMNS = 30, 44
TALL = 30  # rows from which the phases and the number have room below the picture
LEFT_ALONE_SECONDS = 60.0  # without a key, after which nothing moves until there is one
RESTS_AT_CM = 1.5  # a chair that anybody would sit on: from here on nothing moves


class TitleScreen(GameScreen):
    """From here to everywhere. The session belongs to the picture alone."""

    KEYS = TITLE_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    TitleScreen #body { height: 1fr; width: 100%; }
    TitleScreen #menu { height: 100%; }
    TitleScreen #side { height: 100%; width: 1fr; }
    TitleScreen #viewport { height: 1fr; width: 100%; }
    TitleScreen #loop { height: 5; width: 100%; display: none; }
    TitleScreen #news { height: 2; width: 100%; display: none; }
    TitleScreen.-roomy #loop, TitleScreen.-telling #news { display: block; }
    TitleScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, session: GameSession, progress: Progress) -> None:
        super().__init__()
        self.session, self.progress = session, progress
        self._touched_at = 0.0
        self.news, progress.news = progress.news, None

    def compose(self) -> ComposeResult:
        """Menu, floor with the loop below it, what is wrong with the progress file if anything is, keys."""
        look = self.game.look
        yield TooSmall(look)
        with Horizontal(id="body"):
            yield Menu(self.progress, look)
            with Vertical(id="side"):
                yield FittedViewport(self.session, look)
                yield LoopPanel(self.session, look)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(self.working_keys, look)

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
        self.set_class(self.news is not None, "-telling")
        self._wake()

    def fit(self, columns: int, rows: int) -> None:
        """The floor takes what the menu leaves."""
        self.query_one(Menu).styles.width = WIDE_MENU_COLUMNS if columns >= WIDE else MENU_COLUMNS
        self.set_class(columns >= WIDE and rows >= TALL, "-roomy")

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
        """What is wrong with the progress file, until a key is pressed."""
        return "" if self.news is None else self.news.sentence(self.game.look.words)

    def action_choose(self, rows: int) -> None:
        self._wake()
        menu = self.query_one(Menu)
        menu.row, self.news = (menu.row + rows) % len(ENTRIES), None
        if self.has_class("-telling"):
            self.remove_class("-telling")
            self.call_after_refresh(self.show)
        self.show()

    async def action_take(self) -> None:
        await self.run_action(self.query_one(Menu).entry.action)

    def action_story(self) -> None:
        """Where the story goes on."""
        self.game.go(places.Story())

    def action_map(self) -> None:
        self.game.go(places.Map())

    def action_lab(self) -> None:
        self.game.go(places.Lab(has_way_back=True))

    def action_words(self) -> None:
        self.game.go(places.Words(has_way_back=True))

    def action_hide(self) -> None:
        """An empty table."""
        self.game.go(places.Table(has_way_back=True))

    def action_present(self) -> None:
        """The built-in lesson."""
        from chairgame.game.lesson.files import built_in_lesson  # noqa: PLC0415  (few games give one)

        self.game.go(places.Lesson(built_in_lesson(), has_way_back=True))

    def action_settings(self) -> None:
        self.game.go(places.Settings())

    def action_about(self) -> None:
        """What this is about."""
        self.game.go(places.About())
