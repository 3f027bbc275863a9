"""Terminals that answer, late, never or with garbage: played on a pty by a thread."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from chairgame.terminal.query import ask, may_ask
from chairgame.terminal.replies import QUESTIONS, Answers
from tests.terminal.test_replies import KITTY, XTERM

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

LONG, SHORT = 20.0, 0.05  # seconds: longer than any test, and long enough for nothing to happen


@contextmanager
def terminal(play: Callable[[int], None]) -> Iterator[int]:
    """The program's end of a terminal that, once it has read all questions, does what `play` says."""
    ours, theirs = pty.openpty()
    mute = termios.tcgetattr(theirs)
    mute[1] &= ~termios.OPOST
    termios.tcsetattr(theirs, termios.TCSANOW, mute)

    def serve() -> None:
        heard = b""
        while len(heard) < len(QUESTIONS):
            heard += os.read(ours, 4096)
        assert heard == QUESTIONS
        play(ours)

    served = threading.Thread(target=serve)
    served.start()
    before = termios.tcgetattr(theirs)
    try:
        yield theirs
        assert termios.tcgetattr(theirs) == before
    finally:
        served.join()
        os.close(ours)
        os.close(theirs)


def waiting(theirs: int) -> bytes:
    """What is still there to be read, without waiting."""
    now = termios.tcgetattr(theirs)
    now[3] &= ~(termios.ICANON | termios.ECHO)
    now[6][termios.VMIN] = now[6][termios.VTIME] = 0
    termios.tcsetattr(theirs, termios.TCSANOW, now)
    return os.read(theirs, 4096)


def test_a_terminal_that_answers() -> None:
    with terminal(lambda ours: os.write(ours, XTERM)) as theirs:
        assert ask(theirs, theirs, LONG) == Answers(True, True, False, False, "XTerm(379)")
        assert waiting_of(theirs) == b""


def waiting_of(theirs: int) -> bytes:
    before = termios.tcgetattr(theirs)
    try:
        return waiting(theirs)
    finally:
        termios.tcsetattr(theirs, termios.TCSANOW, before)


def test_answers_in_pieces() -> None:
    def play(ours: int) -> None:
        for byte in KITTY:
            os.write(ours, bytes([byte]))
            time.sleep(0.0005)

    with terminal(play) as theirs:
        assert ask(theirs, theirs, LONG).synchronized_output is True


def test_a_terminal_that_never_answers() -> None:
    with terminal(bool) as theirs:
        assert ask(theirs, theirs, SHORT) == Answers()


def test_a_terminal_that_answers_garbage() -> None:
    def play(ours: int) -> None:
        os.write(ours, b"\x1bP\x1b[\x00\xff\x1b]11;rgb:0/0/0\x07" + b"\x1b\x1b\x1b[?;;$y\x1bP1$r\x1b[")

    with terminal(play) as theirs:
        answers = ask(theirs, theirs, SHORT)
        assert (answers.complete, answers.truecolor, answers.name) == (False, None, None)


def test_a_distant_terminal_answers_while_something_else_is_done() -> None:
    answered = threading.Event()

    def play(ours: int) -> None:
        time.sleep(SHORT)
        os.write(ours, KITTY)
        answered.set()

    with terminal(play) as theirs:
        answers = ask(theirs, theirs, 0, meanwhile=lambda: answered.wait(LONG) and time.sleep(SHORT))
        assert answers.truecolor


def test_a_late_answer_is_not_waited_for() -> None:
    asked = threading.Event()

    def play(ours: int) -> None:
        asked.wait(LONG)
        os.write(ours, KITTY)

    with terminal(play) as theirs:
        assert not ask(theirs, theirs, SHORT).complete
        asked.set()


def test_keys_typed_meanwhile_are_not_answers() -> None:
    with terminal(lambda ours: os.write(ours, b"q" + KITTY[:20] + KITTY[20:])) as theirs:
        answers = ask(theirs, theirs, LONG)
        assert (answers.complete, answers.typed) == (True, b"q")
        assert waiting_of(theirs) in (b"q", b"")  # given back where the system allows it


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_the_terminal_is_restored_whatever_happens(error: type[BaseException]) -> None:
    answered = threading.Event()

    def play(ours: int) -> None:
        os.write(ours, KITTY)
        answered.set()

    def fail() -> None:
        answered.wait(LONG)
        time.sleep(SHORT)
        raise error

    with terminal(play) as theirs:
        with pytest.raises(error):
            ask(theirs, theirs, LONG, meanwhile=fail)
        assert waiting_of(theirs) == b""


def test_what_is_no_terminal_is_not_asked() -> None:
    ours, theirs = os.pipe()
    assert ask(ours, theirs, LONG) == Answers()
    os.close(theirs)
    assert os.read(ours, 1) == b""
    os.close(ours)


@pytest.mark.parametrize(
    ("environ", "allowed"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "vt220"}, True),
        ({}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "screen.xterm-256color"}, False),
        ({"TERM": "xterm", "STY": "1.pts"}, False),
        ({"TERM": "xterm", "CHAIRGAME_NO_QUERY": "1"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_who_may_be_asked(environ: dict[str, str], allowed: bool) -> None:
    ours, theirs = pty.openpty()
    with open(ours, "rb", buffering=0), open(theirs, encoding="utf-8") as both:
        assert may_ask(environ, both, both) is allowed
        with open(os.devnull, encoding="utf-8") as nothing:
            assert not may_ask(environ, both, nothing)
            assert not may_ask(environ, nothing, both)
        assert not may_ask(environ, None, both)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGINT"])
def test_a_signal_amid_the_questions_finds_the_terminal_as_it_was(name: str) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    program = (
        "import os, signal; from chairgame.terminal.query import ask;"
        f"ask({theirs}, {theirs}, 0.01, lambda: os.kill(os.getpid(), signal.{name}))"
    )
    done = subprocess.run([sys.executable, "-c", program], pass_fds=[theirs], stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == -getattr(signal, name)
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)
