"""When a frame may be drawn: as fast as the terminal answers, never faster than asked for.

Behind every frame goes a question that a terminal answers once it has drawn the frame (where is the cursor?). With two
answers outstanding nothing more is drawn, and the second frame leaves only when the link should be done with the first:
a long way is kept busy, and a key waits for little more than one frame, not for a queue of them.
"""

from collections import deque

from chairgame.tui.terminal.thrift import Thrift

LOCAL_RATE, REMOTE_RATE = 30.0, 12.0  # frames a second
IN_FLIGHT = 2
UNPROVEN_IN_FLIGHT = 8  # before the first answer: a terminal that never answers must not hold the game up
EARLY = 1 / 60  # seconds: half a tick, lest the link stands idle until the next one
TIMEOUT = 2.5  # seconds after which an answer is given up
LONGEST_BACKLOG = 2  # frames that wait for a terminal that does not read
TELLING = 2000  # bytes: how soon a smaller frame is answered says more about the way than about the link
NEWEST = 0.3  # the newest frame's share in the link's estimated speed
SOONEST = 0.001  # seconds


def rate_for(asked: float | None, *, is_remote: bool) -> float:
    """Frames a second: what was asked for, else what suits the way to the terminal."""
    return asked if asked is not None else REMOTE_RATE if is_remote else LOCAL_RATE


class FramePacer:
    """Counts the frames under way, and keeps whoever judges the link informed."""

    def __init__(self, thrift: Thrift) -> None:
        self.thrift = thrift
        self._sent: deque[tuple[float, int]] = deque()
        self._round_trip = TIMEOUT  # the fastest answer so far: a question's way there and back
        self._carrying = 0.0  # how long the link was busy with the frame that was answered last
        self._freed_at = 0.0  # when that answer came
        self._speed: float | None = None
        self._has_answered = False
        self._is_mute = False

    @property
    def asks(self) -> bool:
        """Whether frames carry a question: not to a terminal that has never answered one."""
        return not self._is_mute

    @property
    def in_flight(self) -> int:
        """Frames whose answers are outstanding."""
        return len(self._sent)

    @property
    def expects_answers(self) -> bool:
        """Whether a terminal that does answer has not yet."""
        return self._has_answered and bool(self._sent)

    def may_draw(self, now: float, backlog: int = 0) -> bool:
        """Whether a frame may be drawn now, with so many of them still waiting."""
        self._give_up_late_answers(now)
        most = IN_FLIGHT if self._has_answered else UNPROVEN_IN_FLIGHT
        has_room = len(self._sent) < most and not self._is_carrying(now)
        is_free = (self._is_mute or has_room) and backlog < LONGEST_BACKLOG
        if not is_free:
            self.thrift.refused()
        return is_free

    def drawn(self, now: float, size: int = 0) -> None:
        """A frame of so many bytes has been written."""
        self.thrift.drawn()
        if self.asks:
            self._sent.append((now, size))

    def answered(self, now: float) -> None:
        """The terminal has drawn the oldest frame under way."""
        self._has_answered, self._is_mute = True, False
        if self._sent:
            sent, size = self._sent.popleft()
            self._round_trip = min(self._round_trip, now - sent)
            self._carrying = now - max(sent + self._round_trip, self._freed_at)
            self._freed_at = now
            if size >= TELLING:
                speed = size / max(self._carrying, SOONEST)
                self._speed = speed if self._speed is None else self._speed + NEWEST * (speed - self._speed)

    def carries(self, size: int, seconds: float) -> bool:
        """Whether the link, as fast as it was of late, is done with so many bytes in so many seconds."""
        return self._speed is not None and size <= self._speed * seconds

    def _is_carrying(self, now: float) -> bool:
        """Whether the link should still be busy with the frames under way, if they are like the one before."""
        if not self._has_answered or not self._sent:
            return False
        begun = max(self._sent[0][0], self._freed_at - self._round_trip)
        return now + EARLY < begun + self._carrying * len(self._sent)

    def _give_up_late_answers(self, now: float) -> None:
        while self._sent and now - self._sent[0][0] > TIMEOUT:
            self._sent.popleft()
            if not self._has_answered:
                self._is_mute = True
                self._sent.clear()
