"""The story's ending: credits of one screen, with what the player has built and said; and the ways that are open."""

from typing import ClassVar

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.story.ending import Ending
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import ENDING_KEYS, Key, bindings_of
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.ending import EndingPanel
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine


class EndingScreen(GameScreen):
    """A page that leads everywhere."""

    KEYS: ClassVar[tuple[Key, ...]] = ENDING_KEYS
    BINDINGS = bindings_of(ENDING_KEYS)
    DEFAULT_CSS = """
    EndingScreen #ending { height: 1fr; width: 100%; }
    EndingScreen #news { height: 2; width: 100%; }
    EndingScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, ending: Ending) -> None:
        super().__init__()
        self.ending = ending
        self.news: News | None = None

    def compose(self) -> ComposeResult:
        """The picture, a sentence, the keys."""
        look = self.game.look
        yield TooSmall(look)
        yield EndingPanel(self.ending, look)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """What the player has built is lived through again beside the screen."""
        self.clockwork = Clockwork(self, lambda: self.ending, self.game.clock, self.game.frame_rate, self.moved)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """What has happened, else that it is over."""
        _ = self.game.look.words
        return _("That was the story. Thank you for playing.") if self.news is None else self.news.sentence(_)

    @property
    def may_send(self) -> bool:
        """Whether there is a run to write a postcard of."""
        return self.ending.last_run() is not None

    def action_lab(self) -> None:
        """Everything that learns, with all its knobs."""
        self.game.go(places.Lab(has_way_back=True))

    def action_words(self) -> None:
        """The same loop on a text of the player's own."""
        self.game.go(places.Words(has_way_back=True))

    def action_hide(self) -> None:
        """A box of the player's own."""
        self.game.go(places.Table(has_way_back=True))

    def action_map(self) -> None:
        """All levels."""
        self.game.go(places.Map())

    def action_back(self) -> None:
        """To the title."""
        self.game.go(places.Title())

    def action_postcard(self) -> None:
        """Monster, middle and what was in the box, to the player's folder."""
        session = self.ending.last_run()
        if session is None:
            return
        from chairgame.tui.farewell import write_postcard  # noqa: PLC0415  (few games ask for one)

        try:
            file = write_postcard(self.game, session)
        except PlayerError as error:
            self.news = News.of_error(error)
        else:
            self.news = News(N_("Postcard (and .svg): {file}"), {"file": str(file)})
        self.show()
