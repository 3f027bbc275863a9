"""Textual's driver for Linux and macOS, without what goes wrong when its terminal stops, vanishes or reads no more.

Textual itself reads on at full speed once the input has ended, dies with a traceback when a write fails, stands still
when the terminal does not read, and after a stop begins twice or paints nothing. It acts on the terminal within signal
handlers, where the lock of its own queue may be held; here that is left to the event loop.
"""

import codecs
import contextlib
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from typing import Any, Protocol, TextIO, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from chairgame.terminal.encoding import typed_encoding
from chairgame.terminal.late import LateAnswers
from chairgame.tui.options import ScreenOptions
from chairgame.tui.terminal.lifeline import HUNG_UP, Lifeline
from chairgame.tui.terminal.mouse import moves_joined

CANCEL = "\x18"  # ends an escape sequence that was cut off in the middle
GIVE_BACK = (
    "\x1b[?2026l\x1b[0m\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[?2004l\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
MOUSE_IN_CELLS = "\x1b[?1016l"
CHUNK = 2048  # bytes: a terminal's buffer takes so many at once
MOMENT = 0.1  # seconds between two looks whether the input is still wanted
MOST_BYTES = 4096  # to read at once
HANGUP_CHECK = 1000  # milliseconds: not every hang-up wakes whoever waits for it
POLL_GONE = select.POLLHUP | select.POLLERR


class Outlet:
    """The way to the terminal, for textual's writing thread. Tells when it is gone; can be shut from outside."""

    def __init__(self, file: TextIO, is_gone: Callable[[], None]) -> None:
        self._fileno, self._encoding, self._is_gone = file.fileno(), file.encoding or "utf-8", is_gone
        self.sent = 0
        """Bytes so far."""
        self._pending: list[str] = []
        self._is_shut = False
        self._writer = 0
        self._in_chunk = threading.Lock()

    def fileno(self) -> int:
        """The terminal's file number."""
        return self._fileno

    def write(self, text: str) -> None:
        """Remember text for the next flush."""
        self._pending.append(text)

    def flush(self) -> None:
        """Write everything, in chunks small enough to be shut between two of them."""
        text, self._pending = "".join(self._pending), []
        data = memoryview(text.encode(self._encoding, "replace"))
        self.sent += len(data)
        self._writer = threading.get_ident()
        while data and not self._is_shut:
            with self._in_chunk:
                data = data[self._write(data[:CHUNK]) :]

    def shut(self, last_words: str) -> None:
        """Throw away what waits in the terminal's buffer, then say the last words and nothing more.

        The room that this makes does not wake a thread that waits for it; a signal to that thread does.
        """
        self._is_shut = True
        while not self._in_chunk.acquire(timeout=0.01):
            termios.tcflush(self._fileno, termios.TCOFLUSH)
            signal.pthread_kill(self._writer, signal.SIGCONT)
        termios.tcflush(self._fileno, termios.TCOFLUSH)
        self._write(last_words.encode())

    def _write(self, data: bytes | memoryview) -> int:
        """How many bytes the terminal took; all of them where it is gone."""
        try:
            return os.write(self._fileno, data)
        except BlockingIOError:  # somebody else has made the terminal's file a non-blocking one
            select.select((), (self._fileno,), (), 1.0)
            return 0
        except OSError:
            self._is_shut = True
            self._is_gone()
            return len(data)


class Driven(Protocol):
    """What an app that is driven so has to offer, beside textual's own part."""

    screen_options: ScreenOptions
    lifeline: Lifeline
    clock: Callable[[], float]

    def keep(self) -> None:
        """Write down the run that is being learned."""

    def paint_anew(self) -> None:
        """Somebody else has drawn on the terminal."""

    def take_fault(self, error: Exception) -> None:
        """End because of a defect, on the app's own thread."""


class Parser(XTermParser):
    """Textual's, for a terminal that reports its size and knows nothing of pixels: its mouse counts in cells.

    Textual divides by the pixels of a cell, which are none then (its issue 6706).
    """

    def parse_mouse_code(self, code: str) -> Message | None:
        """The event behind a report of the mouse."""
        if _is_unknown(self.terminal_pixel_size) or _is_unknown(self.terminal_size):
            self.mouse_pixels = False
        return super().parse_mouse_code(code)

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]  # theirs caches
        """The keys behind a report; none where it names a character that there is not, at which textual breaks."""
        try:
            return super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return []


class PosixDriver(LinuxDriver):
    """Takes hold of the terminal for a game, and always gives it back."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._game = game = cast(Driven, app)
        self._lifeline = game.lifeline
        self._outlet = Outlet(_drawn_on(), self.lose)
        self._file = cast(TextIO, self._outlet)  # type: ignore[assignment]
        begun = game.screen_options.unanswered
        self._late = None if begun is None else LateAnswers(begun, game.clock())
        self._gathered: list[str] | None = None
        self._is_away = self._is_returning = self._is_lost = False
        self._streams = [stream for stream in (1, 2) if _is_terminal(stream)]  # asked while it still lives
        signal.signal(signal.SIGTSTP, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continue)
        self._lifeline.take_hold(self, self._loop)
        threading.Thread(target=self._watch_for_hangup, name="hangup", daemon=True).start()

    @property
    def can_suspend(self) -> bool:
        """Whether there is a shell that notices a stop and can bring the game back."""
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()

    @property
    def sent(self) -> int:
        """Bytes written to the terminal so far."""
        return self._outlet.sent

    def lose(self) -> None:
        """The terminal is gone, from any thread: nothing more goes there or comes from there."""
        self.exit_event.set()  # else textual reads the end of input again and again
        if not self._is_lost:
            self._is_lost = True
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in self._streams:
                os.dup2(nowhere, stream)
            if nowhere not in self._streams:
                os.close(nowhere)
        self._lifeline.end(HUNG_UP)

    def write(self, data: str) -> None:
        """Send text to the terminal, unless it is somebody else's for now."""
        if self._is_away:
            return
        if self._gathered is not None:
            self._gathered.append(data)
        else:
            super().write(data)

    @contextlib.contextmanager
    def in_one(self) -> Iterator[list[str]]:
        """What is written within, gathered to go to the writing thread as one: it wakes for each."""
        gathered: list[str] = []
        self._gathered = gathered
        try:
            yield gathered
        finally:
            self._gathered = None
            if gathered:
                self.write("".join(gathered))

    def run_input_thread(self) -> None:
        """Read until the terminal is gone, or the input is somebody else's."""
        parser, decoder = Parser(), codecs.getincrementaldecoder(typed_encoding(os.environ))("replace")
        try:
            while not self.exit_event.is_set():
                typed = self._typed(decoder)
                told = parser.feed(typed) if typed else ()  # to feed nothing would end the parser
                for message in moves_joined(told):
                    self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        except OSError:
            self.lose()
        except Exception as error:  # noqa: BLE001  (else the keys would be dead, and the game would live on)
            self._loop.call_soon_threadsafe(self._game.take_fault, error)

    def process_message(self, message: Message) -> None:
        """Textual asks for the mouse in pixels; where nobody knows how large a cell is, it is cells again."""
        super().process_message(message)
        if isinstance(message, events.Resize) and _is_unknown(message.pixel_size):
            self.write(MOUSE_IN_CELLS)

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        if not self._is_away:
            self.write(MOUSE_IN_CELLS)  # textual leaves it in pixels
            super().stop_application_mode()

    def disable_input(self) -> None:
        """Read no more; what somebody else has typed meanwhile is theirs."""
        if not self._is_away:
            super().disable_input()

    def suspend_application_mode(self) -> None:
        """Leave the terminal to the shell."""
        if not self._is_away:
            super().suspend_application_mode()
            self._is_away = True

    def resume_application_mode(self) -> None:
        """Take the terminal again, and paint it anew. After a stop that nobody announced it is given back first."""
        if self._lifeline.is_ending or self._is_returning:
            return
        self._is_returning = True
        try:
            self.suspend_application_mode()
            before, self._is_away = self._writer_thread, False
            super().resume_application_mode()
            self._is_away = self._writer_thread is before  # still in the background: stopped again
        finally:
            self._is_returning = False
        if not self._is_away:
            self._app.call_later(self._game.paint_anew)

    def stop_job(self) -> None:
        """Ctrl-Z: as the terminal itself would do it, everything that runs for this job stops."""
        self._game.keep()
        self.suspend_application_mode()
        os.killpg(os.getpgrp(), signal.SIGTSTP)

    def wrench_back(self) -> None:
        """Give the terminal back although the writing thread is stuck."""
        if self._is_away:
            return
        self._outlet.shut(CANCEL + GIVE_BACK)
        if self.attrs_before is not None:
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def _typed(self, decoder: codecs.IncrementalDecoder) -> str:
        """What comes within a moment, but for late answers. Raises OSError at the end of the input."""
        if not select.select((self.fileno,), (), (), MOMENT)[0]:
            return "" if self._late is None else self._late.after_silence(self._game.clock())
        data = os.read(self.fileno, MOST_BYTES)
        if not data:
            raise OSError("the terminal has hung up")
        text = decoder.decode(data)
        return text if self._late is None else self._late.sift(text, self._game.clock())

    def _on_stop(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop)

    def _on_continue(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self.resume_application_mode)

    def _stop(self) -> None:
        if self._auto_restart and not self._lifeline.is_ending:
            self._game.keep()
            self.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)

    def _watch_for_hangup(self) -> None:
        poll = select.poll()
        poll.register(self.fileno, 0)
        while True:
            for _, event in poll.poll(HANGUP_CHECK):
                if event & POLL_GONE:
                    self.lose()
                return  # gone, or not a thing that can be watched


def _is_unknown(size: tuple[int, int] | None) -> bool:
    """Whether a terminal has told a size that is none."""
    return size is not None and not all(tuple(size))


def _drawn_on() -> TextIO:
    """Standard error, as textual would have it, unless that goes elsewhere, into a file say."""
    return cast(TextIO, sys.__stderr__ if _is_terminal(2) else sys.__stdout__)


def _is_terminal(stream: int) -> bool:
    try:
        return os.isatty(stream)
    except OSError:
        return False
