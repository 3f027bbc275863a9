"""Turns real time into the session's: paces ticks while it plays, sleeps when nothing moves."""

from collections.abc import Callable
from typing import Protocol

from textual.screen import Screen
from textual.timer import Timer

LONGEST_TICK = 0.25  # seconds: after a pause of the process nothing leaps
LEARNING_SECONDS = 0.03  # per tick, at the most: a key never waits longer


class Ticking(Protocol):
    """What time passes for: a session, an attempt at a level."""

    @property
    def playing(self) -> bool:
        """Whether time has anything to move."""

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""


class Clockwork:
    """Calls `show` after every tick that moved something. The clock is passed in."""

    def __init__(
        self,
        screen: Screen[None],
        session: Callable[[], Ticking],
        clock: Callable[[], float],
        rate: float,
        show: Callable[[], None],
    ) -> None:
        self._session, self._clock, self._show = session, clock, show
        self._last = clock()
        self._timer: Timer = screen.set_interval(1 / rate, self.tick, pause=True)

    def follow(self) -> None:
        """Run while the session plays, stand still while it does not."""
        if self._session().playing:
            self._last = self._clock()
            self._timer.resume()
        else:
            self._timer.pause()

    def stand(self) -> None:
        """Stand still whatever the session does, until the next `follow`."""
        self._timer.pause()

    def tick(self) -> None:
        """Let the time pass that has passed."""
        now = self._clock()
        seconds, self._last = min(now - self._last, LONGEST_TICK), now
        if self._session().tick(seconds, lambda: self._clock() - now < LEARNING_SECONDS):
            self._show()
        if not self._session().playing:
            self.follow()
