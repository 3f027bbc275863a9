"""Learns beside the screen: what takes longer than a frame is worked out in a thread, and a key is answered first.

The thread is given immutable states and touches nothing else; what comes of it is taken up between two frames.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from chairgame.game.session.learner import InlineLearner, Work
from chairgame.game.session.model import GameSession

T = TypeVar("T")

LONGEST_WAIT = 0.02  # seconds of work that are better waited for than handed to and fro


class _Job:
    """A piece of work, what is to be done with its result, and whether somebody still wants it."""

    def __init__(self, work: Work[Any], then: Callable[[Any], object]) -> None:
        self.then = then
        self.is_wanted = True
        self.is_done = False
        self._work = work
        self._result: object | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """In the thread."""
        if not self.is_wanted:
            return
        try:
            self._result = self._work(lambda: self.is_wanted)
        except BaseException as error:  # noqa: BLE001  (a defect shows itself where the result is asked for)
            self._error = error
        self.is_done = True

    def hand_over(self) -> None:
        """In the thread that asked. Raises what the work raised."""
        if self._error is not None:
            raise self._error
        if self._result is not None:
            self.then(self._result)


class BackgroundLearner:
    """One piece of work at a time: a new one breaks off the one before, within a minibatch, and begins after it.

    Its thread is a daemon: whoever leaves does not wait for it. There is never a second one, whatever a held key asks.
    """

    foresees = True

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest_wait = longest_wait
        self._inline = InlineLearner()
        self._job: _Job | None = None
        self._next: _Job | None = None
        self._is_working = False
        self._turn = threading.Lock()

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out, or has been and waits to be taken up."""
        return self._job is not None

    def is_long(self, seconds: float) -> bool:
        """Whether a key should not wait for it."""
        return seconds > self._longest_wait

    def do(self, work: Work[T], then: Callable[[T], object], seconds: float) -> None:
        """Short work at once, long work in a thread."""
        self.drop()
        if self.is_long(seconds):
            self._job = _Job(work, then)
            self._hand_to_thread(self._job)
        else:
            self._inline.do(work, then, seconds)

    def poll(self) -> bool:
        """Take up what is done."""
        job = self._job
        if job is None or not job.is_done:
            return False
        self._job = None
        job.hand_over()
        return True

    def drop(self) -> None:
        """Break off what is being worked out."""
        if self._job is not None:
            self._job.is_wanted = False
            self._job = None

    def _hand_to_thread(self, job: _Job) -> None:
        with self._turn:
            self._next = job
            if self._is_working:
                return
            self._is_working = True
        threading.Thread(target=self._work, name="learning", daemon=True).start()

    def _work(self) -> None:
        """In the thread: until there is no more to do."""
        while True:
            with self._turn:
                job, self._next = self._next, None
                if job is None:
                    self._is_working = False
                    return
            job.run()


class Attended:
    """A session for a clockwork: time has something to move also while only the learner works."""

    def __init__(self, session: GameSession) -> None:
        self._session = session

    @property
    def playing(self) -> bool:
        """Whether time runs, or something is being worked out."""
        return self._session.playing or self._session.journey.is_busy

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass."""
        return self._session.tick(seconds, may_learn)
