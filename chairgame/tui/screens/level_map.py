"""The level map: the story's twelve levels as a list, and a card that tells about the chosen one."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.progress.whole import Progress
from chairgame.game.sharing.cards import share_card
from chairgame.game.sharing.mementos import SHARE_CARDS, write_memento
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.keepsakes import Recollection, keepsake_of, name_of
from chairgame.game.story.level import Level
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import MAP_KEYS, bindings_of
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.level_card import LevelCard
from chairgame.tui.widgets.level_list import Atlas, LevelList, Stop
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine

LIST_COLUMNS, WIDE_LIST_COLUMNS, WIDE = 30, 34, 100


class Remembering:
    """Lives the chosen level's best play through again, a few moves a tick."""

    def __init__(self, card: LevelCard) -> None:
        self._card = card

    @property
    def playing(self) -> bool:
        """Whether there is more of it."""
        return self._card.memory is not None and not self._card.memory.is_over

    def tick(self, _seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Go on for as long as a key would not have to wait."""
        memory = self._card.memory
        while memory is not None and not memory.is_over:
            memory.go_on()
            if not may_learn():
                break
        return not self.playing


class LevelMapScreen(GameScreen):
    """Choose a level."""

    KEYS = MAP_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    LevelMapScreen #body { height: 1fr; width: 100%; }
    LevelMapScreen #map { height: 100%; }
    LevelMapScreen #card { height: 100%; width: 1fr; }
    LevelMapScreen #news { height: 2; width: 100%; display: none; }
    LevelMapScreen #keys { height: 1; width: 100%; }
    LevelMapScreen.-telling #news { display: block; }
    """

    def __init__(self, progress: Progress, level: str) -> None:
        super().__init__()
        self.atlas, self._first = Atlas(progress), level
        self.news: News | None = None

    def compose(self) -> ComposeResult:
        """List and card, a sentence where there is one, the keys."""
        look = self.game.look
        stops = LevelList(self.atlas, self._first, look)
        self.card = LevelCard(self.atlas, stops, look)
        yield TooSmall(look)
        with Horizontal(id="body"):
            yield stops
            yield self.card
        yield SentenceLine(lambda: "" if self.news is None else self.news.sentence(self.game.look.words), look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """What was built is remembered beside the screen."""
        remembering = Remembering(self.card)
        self.clockwork = Clockwork(self, lambda: remembering, self.game.clock, self.game.frame_rate, self.show)
        self._remember()

    def fit(self, columns: int, rows: int) -> None:  # noqa: ARG002
        """The card takes what the list leaves."""
        self.query_one(LevelList).styles.width = WIDE_LIST_COLUMNS if columns >= WIDE else LIST_COLUMNS

    @property
    def stop(self) -> Stop:
        """The chosen one."""
        return self.query_one(LevelList).stop

    @property
    def may_go(self) -> bool:
        """Whether the chosen stop is open."""
        return self.atlas.is_open(self.stop)

    @property
    def may_read(self) -> bool:
        """Whether it has pages to be read again."""
        return isinstance(self.stop, Level) and self.atlas.is_open(self.stop)

    @property
    def may_share(self) -> bool:
        """Whether there is a play of it to tell about."""
        return self.card.memory is not None and bool(self.atlas.stars(self.stop))

    def action_choose(self, rows: int) -> None:
        """Another stop."""
        self.query_one(LevelList).choose(rows)
        self.card.has_knocked = False
        self._remember()
        self._tell(None)

    def action_play(self) -> None:
        """Go there, if it is open; else say louder that it is not."""
        stop = self.stop
        if not self.may_go:
            self.card.has_knocked = True
            self.show()
        elif isinstance(stop, Level):
            self.game.go(places.Level(stop))
        else:
            self.game.go(places.Bridge())

    def action_read(self) -> None:
        """The level's pages."""
        if self.may_read and isinstance(self.stop, Level):
            self.game.go(places.Level(self.stop, reads=True))

    def action_share(self) -> None:
        """Five lines about the best play, to the player's folder."""
        memory, _ = self.card.memory, self.game.look.words
        if memory is None or not self.may_share:
            return
        attempt = Attempt(memory.level, memory.go_through().play.moves, self.atlas.stars(self.stop))
        text = "".join(f"{line}\n" for line in share_card(attempt, _))
        try:
            (file,) = write_memento(self.game.options.home, SHARE_CARDS, attempt.level.id, {".txt": text})
        except PlayerError as error:
            self._tell(News.of_error(error))
        else:
            self._tell(News(N_("Five lines for your friends: {file}"), {"file": str(file)}))

    def action_back(self) -> None:
        """To the title."""
        self.game.go(places.Title())

    def _tell(self, news: News | None) -> None:
        """Say something below the map until another level is chosen."""
        self.news = news
        if self.has_class("-telling") != (news is not None):
            self.set_class(news is not None, "-telling")
            self.call_after_refresh(self.show)
        self.show()

    def _remember(self) -> None:
        """Begin to live the chosen level's best play through again."""
        stop = self.stop
        kept = keepsake_of(self.atlas.feats.get(name_of(stop.id)))
        self.card.memory = Recollection(stop, kept) if isinstance(stop, Level) and kept is not None else None
        self.clockwork.follow()
