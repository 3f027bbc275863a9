"""How long a command without a screen takes, and how long until `chairgame lab` shows its first text.

The first against Python alone, the second against a bare textual app that imports numpy; these two run on a
pseudo-terminal that answers what terminals are asked at a start. Needs Linux or macOS.
Run by hand: python -m tests.benchmarks.bench_start
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from statistics import median
from time import perf_counter

WANTED = 1.5
ROWS, COLUMNS = 40, 120
BARE = """
import numpy
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("hello")

Bare().run()
"""
# Queries that programs send, and a plain terminal's answers: where the cursor is, what it is, its mode 2026.
ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;c", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[\]P_^][^\x07\x1b]*(\x07|\x1b\\)?|[ -/]*[0-~]|$)")


def seconds_to_text(command: list[str]) -> float:
    """From the start of a process to the first word that it paints."""
    begun = perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    try:
        return _first_text(terminal) - begun
    finally:
        os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(pid, 0)


def _first_text(terminal: int) -> float:
    painted, answered = b"", 0
    while not re.search(rb"[A-Za-z]{3,}", ESCAPES.sub(b"", painted)):
        ready, _, _ = select.select([terminal], [], [], 20)
        if not ready:
            raise SystemExit("nothing was painted in 20 seconds")
        try:
            painted += os.read(terminal, 65536)
        except OSError as error:
            raise SystemExit(f"ended before it painted anything: {painted[-300:]!r}") from error
        for query, answer in ANSWERS.items():
            if query in painted[max(0, answered - len(query)) :]:
                os.write(terminal, answer)
        answered = len(painted)
    return perf_counter()


def seconds_to_end(command: list[str]) -> float:
    """From the start of a process that needs no terminal to its end."""
    begun = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begun


def without_a_screen() -> None:
    """What people who script the game wait for, against Python alone and Python with numpy."""
    game = [sys.executable, "-m", "chairgame"]
    commands = {
        "python": [sys.executable, "-c", ""],
        "--version": [*game, "--version"],
        "--help": [*game, "--help"],
        "python + numpy": [sys.executable, "-c", "import numpy, numpy.random"],
        "train --epochs 0": [*game, "train", "--epochs", "0", "--json"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(15):  # in turns, so that all meet the same machine
        for name, command in commands.items():
            times[name].append(seconds_to_end(command))
    for name, found in times.items():
        print(f"{name:22}{1000 * median(found[1:]):6.1f} ms (fastest {1000 * min(found):.1f})")


def main() -> None:
    without_a_screen()
    commands = {
        "bare textual + numpy": [sys.executable, "-c", BARE],
        "chairgame lab": [sys.executable, "-m", "chairgame", "lab"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(9):  # in turns, so that both meet the same machine
        for name, command in commands.items():
            times[name].append(seconds_to_text(command))
    bare, game = (median(found[1:]) for found in times.values())
    for name, found in times.items():
        print(f"{name:22}{1000 * median(found[1:]):6.0f} ms to the first text (fastest {1000 * min(found):.0f})")
    print(f"{'ratio':22}{game / bare:6.2f} (wanted: at most {WANTED})")


if __name__ == "__main__":
    main()
