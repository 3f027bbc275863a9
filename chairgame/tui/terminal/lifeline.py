"""Life and death of the terminal: signals, the end of input, a vanished pty, a stop and the return from it.

Whatever ends the game ends it the same way: the run is kept, the terminal gets back the modes it had, and the process
leaves with the code that says why. Where the way out is blocked (a terminal that reads no more), a thread goes it
after a moment. Knows neither session nor file; `keep` and `end` are passed in.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

from chairgame.terminal.deadly import deadly_signals

HUNG_UP = 129  # as a shell counts: 128 and the signal's number
PATIENCE = 1.0  # seconds for the usual way out
LAST_PATIENCE = 0.3  # seconds for each step of the unusual one


class TerminalHold(Protocol):
    """What has changed the terminal's modes, and can give them back from any thread."""

    def wrench_back(self) -> None:
        """Give the terminal its modes back although writes may be stuck."""
        ...


class Lifeline:
    """Ends the game once, for whatever reason comes first."""

    def __init__(self, end: Callable[[int], None], keep: Callable[[], None]) -> None:
        self._end, self._keep = end, keep
        self._loop: asyncio.AbstractEventLoop | None = None
        self._terminal: TerminalHold | None = None
        self._code: int | None = None
        self._guard: threading.Thread | None = None
        self._is_held = self._is_forced = False
        self._is_over = threading.Event()
        self._turn = threading.Lock()

    @property
    def is_ending(self) -> bool:
        """Whether the game is on its way out."""
        return self._code is not None

    def take_hold(self, terminal: TerminalHold, loop: asyncio.AbstractEventLoop) -> None:
        """From now on there are modes to give back, and a loop that can be asked to end."""
        self._terminal, self._loop = terminal, loop

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, signals end the game properly. Those that were ignored (nohup, a background job) stay ignored."""
        before, self._is_held = {}, True
        if threading.current_thread() is threading.main_thread():
            heard = [number for number in deadly_signals() if signal.getsignal(number) is not signal.SIG_IGN]
            before = {number: signal.signal(number, self._on_signal) for number in heard}
        try:
            yield
        finally:
            with self._turn:
                self._is_over.set()
            if self._is_forced and self._guard is not None:  # it goes the other way out already: let it finish
                self._guard.join()
            for number, handler in before.items():
                signal.signal(number, handler or signal.SIG_DFL)

    def end(self, code: int) -> None:
        """The game must end, from any thread. The first reason decides the code."""
        if self.is_ending:
            return
        self.ending(code)
        if self._loop is None or self._loop.is_closed():
            raise SystemExit(code)
        self._loop.call_soon_threadsafe(self._end, code)

    def ending(self, code: int) -> None:
        """The game has begun to end: from now on nothing holds it up for long."""
        self._code = code if self._code is None else self._code
        if self._is_held and self._guard is None:
            self._guard = threading.Thread(target=self._make_sure, name="lifeline", daemon=True)
            self._guard.start()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if hasattr(signal, "SIGTTOU"):  # from the background, too, a terminal may be given back
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        self.end(128 + number)

    def _make_sure(self) -> None:
        """The way out for when the usual one is blocked."""
        self._is_over.wait(PATIENCE)
        with self._turn:
            if self._is_over.is_set():
                return
            self._is_forced = True
        for step in (self._terminal.wrench_back if self._terminal else None, self._keep):
            if step is not None:
                attempt = threading.Thread(target=step, daemon=True)
                attempt.start()
                attempt.join(LAST_PATIENCE)
        os._exit(self._code or 0)
