"""When a frame may be drawn: as fast as the terminal answers, never faster than asked for.

Behind every frame goes a question that a terminal answers once it has drawn the frame (where is the cursor?). With two
answers outstanding nothing more is drawn, and the second frame leaves only when the link should be done with the first:
a long way is kept busy, and a key waits for little more than one frame, not for a queue of them.
"""

from collections import deque
from math import inf

LOCAL_RATE, REMOTE_RATE = 30.0, 12.0  # frames a second
REMOTE_BYTES = 150_000.0  # a second: a network is shared with others, however fast it is
IN_FLIGHT = 2
UNPROVEN_IN_FLIGHT = 8  # before the first answer: a terminal that never answers must not hold the game up
EARLY = 1 / 60  # seconds: half a tick, lest the link stands idle until the next one
TIMEOUT = 2.5  # seconds after which an answer is given up
LONGEST_BACKLOG = 2  # frames that wait for a terminal that does not read
WINDOW = 2.0  # seconds over which the link is judged
SHORTEST_WINDOW = 0.75  # seconds whose allowance may be spent at once: a screen painted anew is no habit
FEWEST_SHOWN = 8.0  # frames a second: below this, cheaper pictures come before fewer of them
CHEAPEST = 2


def rate_for(asked: float | None, *, is_remote: bool) -> float:
    """Frames a second: what was asked for, else what suits the way to the terminal."""
    return asked if asked is not None else REMOTE_RATE if is_remote else LOCAL_RATE


def allowance_for(asked: float | None, *, is_remote: bool) -> float:
    """Bytes a second: without an end, but over a network where no rate was asked for."""
    return REMOTE_BYTES if is_remote and asked is None else inf


class FramePacer:
    """Counts the frames under way and judges the link by them."""

    def __init__(self, thrift: int = 0, allowance: float = inf) -> None:
        """`allowance` is in bytes a second."""
        self.allowance = allowance
        self.thrift = thrift
        """0: the best picture; 1: fewer colours; 2: coarser cells, too."""
        self._sent: deque[float] = deque()
        self._round_trip = TIMEOUT  # the fastest answer so far: a question's way there and back
        self._carrying = 0.0  # how long the link was busy with the frame that was answered last
        self._freed_at = 0.0  # when that answer came
        self._has_answered = False
        self._is_mute = False
        self._window_began: float | None = None
        self._shown = self._refused = self._sent_before = 0

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
        free = (self._is_mute or has_room) and backlog < LONGEST_BACKLOG
        self._refused += not free
        return free

    def drawn(self, now: float) -> None:
        """A frame has been written."""
        self._shown += 1
        if self.asks:
            self._sent.append(now)

    def answered(self, now: float) -> None:
        """The terminal has drawn the oldest frame under way."""
        self._has_answered, self._is_mute = True, False
        if self._sent:
            sent = self._sent.popleft()
            self._round_trip = min(self._round_trip, now - sent)
            self._carrying = now - max(sent + self._round_trip, self._freed_at)
            self._freed_at = now

    def judge(self, now: float, sent: int = 0) -> bool:
        """After a while: pictures too dear for the link, or for what it may carry, become cheaper. True if so.

        `sent` counts all bytes since the start.
        """
        if self._window_began is None:
            self._window_began, self._sent_before = now, sent
            return False
        seconds = now - self._window_began
        dear = sent - self._sent_before > self.allowance * max(seconds, SHORTEST_WINDOW)
        if seconds < WINDOW and not dear:
            return False
        starved = self._refused > 0 and self._shown < FEWEST_SHOWN * seconds
        self._window_began, self._sent_before, self._shown, self._refused = now, sent, 0, 0
        if not (starved or dear) or self.thrift >= CHEAPEST:
            return False
        self.thrift += 1
        return True

    def rest(self) -> None:
        """Nothing moves: there is nothing to judge the link by."""
        self._window_began, self._shown, self._refused = None, 0, 0

    def _is_carrying(self, now: float) -> bool:
        """Whether the link should still be busy with the frames under way, if they are like the one before."""
        if not self._has_answered or not self._sent:
            return False
        begun = max(self._sent[0], self._freed_at - self._round_trip)
        return now + EARLY < begun + self._carrying * len(self._sent)

    def _give_up_late_answers(self, now: float) -> None:
        while self._sent and now - self._sent[0] > TIMEOUT:
            self._sent.popleft()
            if not self._has_answered:
                self._is_mute = True
                self._sent.clear()
