"""A real (pseudo) terminal around the game: it reads what is written as a terminal would, and answers its questions."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

DEADLINE = 20.0  # seconds for anything to appear: a busy machine is not a defect
KEYS = {"tab": "\t", "enter": "\r", "escape": "\x1b", "left": "\x1b[D", "right": "\x1b[C", "ctrl+c": "\x03"}

# What pyte would print as text: strings to the terminal, questions, and the keyboard protocol.
_UNREADABLE = re.compile(
    rb"\x1b[P_^X\]].*?(?:\x1b\\|\x07)|\x1b\[\?[\d;]*\$p|\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?u|\x1b\[>?\d*[cq]|\x1b\[[56]n",
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:[P_^X\]](?:(?!\x1b\\|\x07).)*|\[[0-?]*[ -/]*|)$", re.DOTALL)
_QUESTION = re.compile(rb"\x1b\[(?:(6n)|0?(c)|\?(\d+)\$(p))")


class Terminal:
    """`chairgame WORDS` on a terminal of so many columns and rows."""

    def __init__(
        self,
        *words: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        launch: Sequence[str] = ("-m", "chairgame"),
        is_blind: bool = False,
        **variables: str,
    ) -> None:
        """A blind terminal answers, but keeps no screen: fast enough to measure with."""
        environ = {
            name: value
            for name, value in os.environ.items()
            if name not in ("LC_ALL", "LANG", "NO_COLOR", "COLORTERM", "TMUX", "COLUMNS", "LINES")
            and not name.startswith(("SSH_", "TEXTUAL", "TERM"))
        }
        environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "CHAIRGAME_HOME": str(home), **variables}
        self.screen = pyte.Screen(*size)
        self._stream = None if is_blind else pyte.ByteStream(self.screen)
        self.written, self._unread = b"", b""
        self._ours, theirs = os.openpty()
        self._set_size(size)
        self.process = subprocess.Popen(
            [sys.executable, *launch, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environ,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  (one system call, in a child that has one thread)
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.screen.display)

    @property
    def pid(self) -> int:
        return self.process.pid

    def press(self, *keys: str) -> None:
        for key in keys:
            self.send(KEYS.get(key, key).encode())

    def send(self, data: bytes) -> None:
        """What a terminal of another encoding would send."""
        os.write(self._ours, data)

    def wait_for(self, what: str | Callable[[], bool]) -> None:
        """Read until a text stands on the screen, or something is true."""
        is_so = what if callable(what) else lambda: what in self.text
        end = time.monotonic() + DEADLINE
        while not is_so():
            assert time.monotonic() < end, f"{what} never came:\n{self.text}"
            assert self._read(0.2) or self.process.poll() is None, f"ended before {what}:\n{self.text}"

    def settle(self, seconds: float = 0.4) -> None:
        """Read until nothing has been written for so long."""
        end = time.monotonic() + DEADLINE
        while self._read(seconds):
            assert time.monotonic() < end, "it never falls silent"

    def bytes_within(self, seconds: float) -> int:
        """How much is written in so many seconds."""
        before, end = len(self.written), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)
        return len(self.written) - before

    def end(self) -> int:
        """Read until the game has left; its exit code."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None or self._read(0.05):
            assert time.monotonic() < end, f"it does not leave:\n{self.text}"
            self._read(0.05)
        return self.process.returncode

    def resize(self, size: tuple[int, int]) -> None:
        self.screen.resize(size[1], size[0])
        self._set_size(size)
        os.kill(self.pid, signal.SIGWINCH)

    def cells(self) -> list[list[pyte.screens.Char]]:
        """Every cell of the screen."""
        return [
            [self.screen.buffer[row][column] for column in range(self.screen.columns)]
            for row in range(self.screen.lines)
        ]

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def _read(self, seconds: float) -> bool:
        """Whether anything came within so many seconds."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, self._appetite())
        except OSError:  # how Linux says that nobody holds the other end any more
            return False
        self.written += data
        data = self._unread + data
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        data, self._unread = data[:end], data[end:]
        for part in re.split(rb"(?<=n)|(?<=c)|(?<=p)", data):  # a question is answered where it was asked
            if self._stream is not None:
                self._stream.feed(_UNREADABLE.sub(b"", part))
            self._answer(part)
        return True

    def _appetite(self) -> int:
        """How many bytes to read at once."""
        return 65536

    def _answer(self, data: bytes) -> None:
        for position, attributes, mode, _ in _QUESTION.findall(data):
            if position:
                reply = f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R"
            elif attributes:
                reply = "\x1b[?62;22c"
            else:
                reply = f"\x1b[?{mode.decode()};{2 if mode == b'2026' else 0}$y"
            os.write(self._ours, reply.encode())


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
