"""Asks the terminal itself what it can do, in a tenth of a second, and leaves it as it was found.

Only on a terminal at both ends, never inside a program that would pass the questions on as text. What a player types
meanwhile goes back to where it came from, where the system allows it.
"""

import contextlib
import os
import select
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from chairgame.terminal.deadly import deadly_signals_held
from chairgame.terminal.replies import QUESTIONS, Answers, read_replies

TIMEOUT = 0.1  # seconds to wait for a terminal that does not answer
_PRINTS_QUESTIONS = ("linux", "dumb", "screen")  # how TERM begins where questions may end up as text on the screen
_MOST_BYTES = 65536


def may_ask(environ: Mapping[str, str], stdin: TextIO | None, stdout: TextIO | None) -> bool:
    """Whether there is a terminal to ask that keeps questions to itself; CHAIRGAME_NO_QUERY forbids it."""
    if os.name == "nt" or environ.get("CHAIRGAME_NO_QUERY") or environ.get("STY"):
        return False
    term = environ.get("TERM", "")
    if not term or term.startswith(_PRINTS_QUESTIONS) or environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    return stdin is not None and stdout is not None and stdin.isatty() and stdout.isatty()


def ask(source: int, sink: int, timeout: float = TIMEOUT, meanwhile: Callable[[], object] | None = None) -> Answers:
    """Ask the terminal behind two file descriptors; empty answers when it cannot be asked.

    `meanwhile` is done between question and answer, if it comes to a question: a terminal far away then has the time
    it needs. After that the answers are waited for, at most `timeout` seconds.
    """
    received = b""
    with contextlib.suppress(OSError), deadly_signals_held(), _quietly(source):
        _write(sink, QUESTIONS)
        if meanwhile is not None:
            meanwhile()
        received = _receive(source, time.monotonic() + timeout)
    answers = read_replies(received)
    _give_back(source, answers.typed)
    return answers


@contextlib.contextmanager
def _quietly(source: int) -> Iterator[None]:
    """Without echo and without waiting for a whole line; Ctrl-C still interrupts. Raises OSError for no terminal."""
    import termios  # noqa: PLC0415  (there is none on Windows)

    if not _is_in_front(source):
        raise OSError("a command in the background is stopped when it touches the terminal")
    try:
        before = termios.tcgetattr(source)
        quiet = [*before[:6], list(before[6])]
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 0, 0
        termios.tcsetattr(source, termios.TCSANOW, quiet)  # at once: a stopped terminal would never drain
    except termios.error as error:
        raise OSError(*error.args) from error
    try:
        yield
    except BaseException:
        termios.tcflush(source, termios.TCIFLUSH)  # no answer may end up on the command line of the shell
        raise
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(source, termios.TCSANOW, before)


def _is_in_front(source: int) -> bool:
    """Whether this process may touch the terminal: it has it in front, or nothing controls jobs on it."""
    try:
        return os.tcgetpgrp(source) == os.getpgrp()
    except OSError:
        return True


def _write(sink: int, data: bytes) -> None:
    """Write what a terminal takes without waiting. Raises OSError when it takes nothing."""
    if not select.select([], [sink], [], 0)[1]:
        raise BlockingIOError("the terminal does not read")
    os.write(sink, data)


def _receive(source: int, deadline: float) -> bytes:
    """All that comes until the last answer, or the deadline."""
    received = b""
    while not read_replies(received).complete and len(received) < _MOST_BYTES:
        left = max(0.0, deadline - time.monotonic())
        if not select.select([source], [], [], left)[0]:
            break
        chunk = os.read(source, 4096)
        if not chunk:
            break
        received += chunk
    return received


def _give_back(source: int, typed: bytes) -> None:
    """Put keys back into the terminal's input, as if they were typed now; newer systems may refuse."""
    with contextlib.suppress(OSError, ImportError, AttributeError):
        import fcntl  # noqa: PLC0415
        import termios  # noqa: PLC0415

        for byte in typed:
            fcntl.ioctl(source, termios.TIOCSTI, bytes([byte]))
