"""Turns real time into the session's: paces ticks while it plays, sleeps while nothing moves."""

from collections.abc import Callable
from typing import Protocol

from textual.message_pump import MessagePump
from textual.timer import Timer

LONGEST_TICK = 0.25  # seconds: after a pause of the process nothing leaps
WORTH_SLEEPING, LATE = 1.2, 1.5  # ticks
OVERSLEEPING = 0.001  # seconds: who wakes too early has to wait for a whole tick
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
        owner: MessagePump,
        session: Callable[[], Ticking],
        clock: Callable[[], float],
        rate: float,
        show: Callable[[], None],
        stillness: Callable[[], float] = lambda: 0.0,
    ) -> None:
        """`stillness` are the seconds for which ticks would move nothing."""
        self._owner, self._session, self._clock, self._show = owner, session, clock, show
        self._stillness, self._longest_wait, self._is_late_after = stillness, WORTH_SLEEPING / rate, LATE / rate
        self._alarm: Timer | None = None
        self._last = clock()
        self._due, self._late = self._last, 0.0
        self._timer: Timer = owner.set_interval(1 / rate, self.tick, pause=True)

    @property
    def runs(self) -> bool:
        """Whether there is anything that time would move."""
        return self._session().playing

    def lateness(self) -> float:
        """Seconds by which ticks have come too late since this was asked last: the processor was busy."""
        late, self._late = self._late, 0.0
        return late

    def follow(self) -> None:
        """Run while the session plays, stand still while it does not."""
        self._wake()
        if self._session().playing:
            self._last = self._clock()
            self._due = self._last + self._is_late_after
            self._timer.resume()
        else:
            self._timer.pause()

    def stand(self) -> None:
        """Stand still whatever the session does, until the next `follow`."""
        self._wake()
        self._timer.pause()

    def tick(self) -> None:
        """Let the time pass that has passed."""
        now = self._clock()
        seconds, self._last = min(now - self._last, LONGEST_TICK), now
        self._late += max(0.0, now - self._due)
        self._due = now + self._is_late_after
        if self._session().tick(seconds, lambda: self._clock() - now < LEARNING_SECONDS):
            self._show()
        if not self._session().playing:
            self.follow()
        elif (stillness := self._stillness()) > self._longest_wait:
            self._timer.pause()
            self._due = now + stillness + OVERSLEEPING
            rest = stillness - (self._clock() - now)
            self._alarm = self._owner.set_timer(max(0.0, rest) + OVERSLEEPING, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        self.tick()
        if self._alarm is None and self._session().playing:
            self._timer.resume()

    def _wake(self) -> None:
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None
