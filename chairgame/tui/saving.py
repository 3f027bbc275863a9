"""The keys that write the run on the screen into the player's folder, and say where it is. The drawing is elsewhere."""

import threading
from pathlib import Path

from textual.timer import Timer

from chairgame.game.news import Count, News
from chairgame.game.session.model import GameSession
from chairgame.game.session.saving import run_to_save, save_by_key
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.runs import Run
from chairgame.tui.game import Game
from chairgame.tui.screens.base import GameScreen

AT_ONCE = 5000  # epochs, some hundredths of a second
LOOKS_PER_SECOND = 20


class RunKeeper:
    """Saves runs as they can be played again; long ones beside the screen, one at a time."""

    def __init__(self, screen: GameScreen, session: GameSession, at_once: int = AT_ONCE) -> None:
        self._screen, self._session, self._at_once = screen, session, at_once
        self._saving: _Saving | None = None
        self._timer: Timer | None = None

    def keep(self) -> None:
        """The run in use, as it is now."""
        if self._saving is not None:
            return
        self._saving = _Saving(run_to_save(self._session), self._screen.game.options.home)
        if self._saving.epochs <= self._at_once:
            self._saving.run()
            self._tell()
        else:  # no daemon: who leaves meanwhile has it saved all the same
            self._session.say(N_("Saving {n} epochs …"), n=Count(self._saving.epochs))
            threading.Thread(target=self._saving.run, name="saving").start()
            self._timer = self._screen.set_interval(1 / LOOKS_PER_SECOND, self._tell)

    def _tell(self) -> None:
        """What came of it, once it is done."""
        if self._saving is None or (news := self._saving.news) is None:
            return
        self._session.voice.tell(news)
        self._saving = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._screen.show()


class _Saving:
    """A run on its way to the disk."""

    def __init__(self, run: Run, home: Path) -> None:
        self.news: News | None = None
        self._run, self._home = run, home

    @property
    def epochs(self) -> int:
        """How long the run is."""
        return len(self._run.rows) - 1

    def run(self) -> None:
        """In any thread."""
        try:
            path = save_by_key(self._run, self._home)
        except PlayerError as error:
            self.news = News.of_error(error)
        else:
            self.news = News(N_("Saved. chairgame replay {name} plays it again."), {"name": path.stem})


def keep_postcard(game: Game, session: GameSession) -> None:
    """As a postcard, if there is anything to show on it."""
    from chairgame.graphics.film.postcard import is_worth_a_postcard  # noqa: PLC0415  (few games ask for one)
    from chairgame.tui.farewell import write_postcard  # noqa: PLC0415

    if not is_worth_a_postcard(session.history):
        session.say(N_("Nothing to show yet: a postcard needs a few rebuilds."))
        return
    game.keep()
    try:
        file = write_postcard(game, session)
    except PlayerError as error:
        session.voice.tell(News.of_error(error))
    else:
        session.say(N_("Postcard (and .svg): {file}"), file=str(file))
