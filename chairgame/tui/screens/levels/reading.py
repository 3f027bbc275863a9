"""What surrounds a play: the pages before it, its result and the debrief, and the keys that these are read with.

Knows the attempt and where its game leads; of the play's own stage and keys nothing.
"""

from collections.abc import Callable, Iterator, Mapping

from textual.actions import parse
from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.sharing.cards import share_card
from chairgame.game.sharing.mementos import SHARE_CARDS, write_memento
from chairgame.game.story.attempt import READING, Attempt, Stage
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.game import Game
from chairgame.tui.keys import Key
from chairgame.tui.screens.levels.keys import DEBRIEF_KEYS, PAGE_KEYS, RESULT_KEYS, RETURN_KEYS
from chairgame.tui.widgets.pages import PagesPanel
from chairgame.tui.widgets.reveal import Exhibit, RevealPicture

SMALLEST = 72  # columns from which there is room for a picture beside a page
PICTURE_SHARE = 0.4  # of the window, for that picture
ALWAYS = ("language", "colours", "help", "back", "leave", "interrupt")
WHILE = {
    Stage.RETURN: ALWAYS,
    Stage.PAGES: ("turn", *ALWAYS),
    Stage.RESULT: ("turn", "undo", "restart", "share", *ALWAYS),
    Stage.DEBRIEF: ("turn", "restart", "share", *ALWAYS),
}
"""What keys may do when there is nothing to play."""
FOOTERS = {Stage.RETURN: RETURN_KEYS, Stage.PAGES: PAGE_KEYS, Stage.RESULT: RESULT_KEYS, Stage.DEBRIEF: DEBRIEF_KEYS}
READING_CSS = """
LevelScreen #reading { height: 1fr; width: 100%; display: none; }
LevelScreen #pages { height: 100%; width: 1fr; }
LevelScreen #beside { height: 100%; }
LevelScreen.-reading #reading { display: block; }
LevelScreen.-reading #body, LevelScreen.-reading #news { display: none; }
LevelScreen.-telling #news, LevelScreen.-asking #news { display: block; }
"""


class Reading:
    """Pages and picture, and what is said below them."""

    def __init__(self, attempt: Attempt, game: Game, exhibit: Callable[[], Exhibit | None]) -> None:
        self._attempt, self._game = attempt, game
        self.picture = RevealPicture(attempt, game.look, exhibit)
        self._pages = PagesPanel(attempt, game.look)
        self._is_open = self._is_telling = False

    # On the screen

    def compose(self) -> Iterator[Widget]:
        """They take the place of the stage."""
        with Horizontal(id="reading"):
            yield self.picture
            yield self._pages

    def fit(self, columns: int) -> None:
        """A picture beside the page, where there is one and room for it."""
        self.picture.display = self.picture.is_there and columns >= SMALLEST
        self.picture.styles.width = round(PICTURE_SHARE * columns)

    def classes(self) -> Mapping[str, bool]:
        """The screen's classes at this stage: whether one reads, and whether something is said below the page."""
        is_open = self._attempt.stage in READING
        if is_open != self._is_open:
            self._is_open, self._is_telling = is_open, False
        return {"-reading": is_open, "-telling": self._is_telling}

    def told(self, sentence: Callable[[], str], result: Callable[[], str]) -> str:
        """What the news line says when nothing is asked: while it is played, and below the result, the level's own."""
        _, news, stage = self._game.look.words, self._attempt.play.news, self._attempt.stage
        if stage is Stage.PLAY:
            return sentence()
        if stage is Stage.RETURN:
            return _("One moment: what you have done here comes back.")
        if news is not None and self._is_telling:
            return news.sentence(_)
        return result() if stage is Stage.RESULT else ""

    # Keys

    def lets(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether an action may do anything now; of the result one may see all sides."""
        stage = self._attempt.stage
        is_turning = stage in (Stage.RESULT, Stage.DEBRIEF) and action == "orbit" and parameters[0] != 0
        return is_turning or stage is Stage.PLAY or action in WHILE[stage]

    def keys(self, playing: tuple[Key, ...]) -> tuple[Key, ...]:
        """Those of the stage; in the play its own."""
        return FOOTERS.get(self._attempt.stage, playing)

    def press(self, name: str) -> bool:
        """Where nothing is played, keys mean what the footer says. True if there is something else to see here."""
        for key in self.keys(()):
            if name in key.keys.split(","):
                match parse(key.action):
                    case _target, "turn", (int(pages),):
                        return self._turn(pages)
                    case _target, "share", ():
                        self._share()
                        return True
        return False

    def _turn(self, pages: int) -> bool:
        """Through the pages; beyond the debrief's last one to the next level."""
        attempt = self._attempt
        if attempt.stage is Stage.DEBRIEF and attempt.page + pages >= len(attempt.pages):
            self._game.go(places.After(attempt.level))
            return False
        attempt.turn(pages)
        return True

    def _share(self) -> None:
        """The five lines for a friend, to the player's folder; and say where they are."""
        attempt, _ = self._attempt, self._game.look.words
        text = "".join(f"{line}\n" for line in share_card(attempt, _))
        try:
            (file,) = write_memento(self._game.options.home, SHARE_CARDS, attempt.level.id, {".txt": text})
        except PlayerError as error:
            attempt.play.news = News.of_error(error)
        else:
            attempt.play.say(N_("Five lines for your friends: {file}"), file=str(file))
        self._is_telling = True
