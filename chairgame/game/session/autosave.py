"""Keeps what a player is doing in one file of the home, so that the next start can offer to go on from the very epoch.

The file is an ordinary run. It is replaced in one step: with two games at once the last one wins, and a process killed
at any moment leaves it whole or absent. Only runs that are worth an offer replace it.
"""

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from chairgame.chair.parts import Chair
from chairgame.game.news import News
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.disk import HALF_WRITTEN
from chairgame.text.errors import PlayerError
from chairgame.training.history import History
from chairgame.training.runs import Run, load_chair_run, new_history_of, relived, save_run

FILE = "autosave.run"
EVERY = 10.0  # seconds between two writes, at the least
ABANDONED_AFTER = 3600.0  # seconds
LARGEST_SHARE = 0.02  # of the time may go into writing: the longer the run, the rarer


@dataclass(frozen=True)
class Offer:
    """A run to go on with, at the epoch that was shown last."""

    run: Run

    @property
    def chair(self) -> Chair:
        """The chair that was being learned."""
        return self.run.chair

    @property
    def epoch(self) -> int:
        """The epoch that was shown last."""
        return len(self.run.rows) - 1 if self.run.shown is None else self.run.shown

    def sentence(self, catalogue: Catalogue) -> str:
        """The offer in one line, with the key that takes it."""
        _, title = catalogue, self.chair.title_in(catalogue.language)
        title = title[:1].lower() + title[1:]
        return _("r goes on where you left: {chair}, epoch {epoch}.", chair=title, epoch=self.epoch)


class Resumption:
    """Lives through an offered run again, as many epochs at a time as it is given time for."""

    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        self.history = new_history_of(offer.run)
        self._epochs = relived(offer.run, self.history)

    def go_on(self, may_learn: Callable[[], bool]) -> bool:
        """Learn while `may_learn` says so, at least one epoch. True once the run is whole again."""
        return not any(not may_learn() for _ in self._epochs)


class Autosave:
    """The kept run of one game. May be asked from any thread; knows when there is nothing new to write."""

    def __init__(self, home: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.file = home / FILE
        self.failure: PlayerError | None = None
        """Why the last attempt to write failed, if it did."""
        self._clock = clock
        self._session: GameSession | None = None
        self._is_saved_elsewhere: tuple[History, int] | None = None
        self._kept: tuple[History, int, int, int] | None = None
        self._next = clock() + EVERY
        self._writing = threading.Lock()

    @property
    def exists(self) -> bool:
        """Whether there is a kept run, sound or not."""
        return self.file.exists()

    def follow(self, session: GameSession, *, is_replay: bool = False) -> None:
        """From now on keep this session. A replay is kept only once something has been added to it."""
        self._session = session
        self._is_saved_elsewhere = (session.history, session.newest) if is_replay else None

    def follows(self, session: GameSession) -> bool:
        """Whether it is this session that is kept."""
        return self._session is session

    def is_replay(self, session: GameSession) -> bool:
        """Whether the session is a saved run to which nothing has been added."""
        return (session.history, session.newest) == self._is_saved_elsewhere

    def has_kept(self, session: GameSession) -> bool:
        """Whether the file holds the session as it is now."""
        return self.follows(session) and _mark(session) == self._kept

    def offer(self) -> tuple[Offer | None, News | None]:
        """What there is to go on with, and what there is to say about a file that cannot be read.

        A damaged file is set aside under another name, never deleted.
        """
        if not self.exists:
            return None, None
        self._clear_away()
        try:
            run = load_chair_run(self.file)
        except PlayerError as error:
            return None, self._set_aside() or News.of_error(error)
        return (Offer(run) if len(run.rows) > 1 else None), None

    def keep(self, patience: float = -1.0) -> None:
        """Write the session now. Gives up when another thread has been writing for `patience` seconds (-1: never)."""
        if (session := self._session) is not None and self._is_news(session):
            mark, run = _mark(session), _snapshot(session)
            if self._writing.acquire(timeout=patience):
                self._write(mark, run)

    def keep_meanwhile(self) -> None:
        """Write the session in a thread of its own, unless the last time is too short ago."""
        session = self._session
        if session is None or self._clock() < self._next or not self._is_news(session):
            return
        if self._writing.acquire(blocking=False):
            arguments = _mark(session), _snapshot(session)
            try:
                threading.Thread(target=self._write, args=arguments, name="autosave", daemon=True).start()
            except RuntimeError:  # the system has no thread left: the next time, or on leaving
                self._writing.release()

    def _is_news(self, session: GameSession) -> bool:
        """Whether it is worth an offer, and another run or epoch than was written last."""
        return (
            session.newest > 0
            and not session.rebuild.burned_out
            and (session.history, session.newest) != self._is_saved_elsewhere
            and _mark(session) != self._kept
        )

    def _write(self, mark: tuple[History, int, int, int], run: Run) -> None:
        """With the lock held, which it gives back."""
        began = self._clock()
        try:
            save_run(run, self.file)
            self.failure, self._kept = None, mark
        except PlayerError as error:
            self.failure = error
        finally:
            now = self._clock()
            self._next = now + max(EVERY, (now - began) / LARGEST_SHARE)
            self._writing.release()

    def _clear_away(self) -> None:
        """Remove what games that were killed have left half written; a game of this hour may still be writing."""
        for half in self.file.parent.glob(f"{HALF_WRITTEN}*"):
            with suppress(OSError):
                if time.time() - half.stat().st_mtime > ABANDONED_AFTER:
                    half.unlink()

    def _set_aside(self) -> News | None:
        """Give a file that cannot be read another name. None where it cannot even be renamed, or was only locked."""
        if not os.access(self.file, os.R_OK):
            return None
        aside, copy = self.file.with_name(f"damaged-{FILE}"), 2
        while aside.exists():
            aside, copy = self.file.with_name(f"damaged-{copy}-{FILE}"), copy + 1
        try:
            self.file.rename(aside)
        except OSError:
            return None
        return News(N_("The kept run is damaged; it now lies in {file}."), {"file": aside.name})


def _mark(session: GameSession) -> tuple[History, int, int, int]:
    """Changes whenever there is something new to keep."""
    return session.history, session.newest, len(session.history.changes), session.epoch


def _snapshot(session: GameSession) -> Run:
    """The run in use as far as it is measured: never waits, computes nothing, and is sound at any moment."""
    history = session.history
    rows = history.rows.snapshot()
    changes = tuple(change for change in history.changes if change.epoch < len(rows))
    shown = min(session.epoch, len(rows) - 1)
    return Run(history.task.subject, history.first_settings, changes, rows, "interrupted", shown=shown)
