"""A random walk through the game on a real terminal, and what it shows compared with the whole screen painted anew.

The game runs in a launcher of ours (this module, as a script). At a first signal it lets its clock stand and everything
come to rest; at a second it paints everything anew, exactly; at a third it goes on, remembering what it remembered
before. The whole screen is drawn by a second emulator: the first one sees nothing but what a player's terminal sees.
"""

import asyncio
import os
import re
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pyte
from pyte import graphics

from chairgame.graphics.cells import ansi
from chairgame.graphics.cells.changes import Shown
from chairgame.tui import app as game
from tests.tui.terminal import DEADLINE, Terminal

HOLD, REPAINT = signal.SIGUSR1, signal.SIGUSR2  # the second HOLD ends what the first began
MARK = "\x1b]7001;{}\x07"  # tells the walker that all before it has been written
POLL, RESTFUL = 0.01, 13  # seconds; polls in a row without anything to do: longer than an Esc is held back
SABOTAGE = "--sabotage"
DROPPED = 50  # every so many rows written in part, one never reaches the terminal

graphics.TEXT[2] = "+blink"  # the emulator knows no faint text; the game never blinks

KEYS = {"shift+tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H"}
KEYS |= {"end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "tab": "\t", "enter": "\r", "escape": "\x1b"}
STEPS = (
    *("n", "p", "n", ",", ".", "left", "right", "up", "down", "home", "end", "pageup", "<", ">", "w", "a", "s", "d"),
    *("z", "Z", "x", "g", "[", "]", "tab", "shift+tab", "enter", "+", "-", "1", "2", "f", "v", "u", "U", "o", "R"),
    *(
        " ",
        " ",
        " ",
        " ",
        "wait",
        "wait",
        "wait",
        "wait",
        "wait",
        "K",
        "l",
        "?",
        "escape",
        "escape",
        "wheel",
        "resize",
        "resize",
    ),
)


@dataclass
class Tally:
    """What a walk has found."""

    steps: int = 0
    compared: int = 0
    """Cells."""
    comparisons: int = 0
    wrong: list[str] = field(default_factory=list)
    """Where, after which steps."""


class Walker(Terminal):
    """A terminal with a second screen for comparisons."""

    def __init__(self, *words: str, home: Path, is_sabotaged: bool = False, **others: Any) -> None:
        launch = ("-m", "tests.tui.walk", *((SABOTAGE,) if is_sabotaged else ()))
        super().__init__(*words, home=home, launch=launch, **others)
        self.held = 0

    def walk(self, random: Random, tally: Tally, steps: int, every: int, sizes: tuple[tuple[int, int], ...]) -> None:
        """So many steps, compared every so many. Of several sizes another one now and then."""
        recent: list[str] = []
        for _ in range(steps):
            step = random.choice(STEPS)
            recent.append(step)
            self._step(step, random, sizes)
            tally.steps += 1
            if tally.steps % every == 0:
                wrong, cells = self.compare()
                tally.wrong += [f"step {tally.steps}, {where}, after {recent}" for where in wrong]
                tally.compared, tally.comparisons = tally.compared + cells, tally.comparisons + 1
                recent.clear()

    def _step(self, step: str, random: Random, sizes: tuple[tuple[int, int], ...]) -> None:
        if step == "resize":
            if len(sizes) > 1:
                self.resize(random.choice(sizes))
        elif step == "wheel":
            x, y = random.randint(1, self.screen.columns), random.randint(1, self.screen.lines)
            self.press(f"\x1b[<{random.choice((64, 65))};{x};{y}M")
        elif step != "wait":
            self.press(KEYS.get(step, step))
        self.bytes_within(0.15 if step == "wait" else random.choice((0.0, 0.01, 0.05)))

    def compare(self) -> tuple[list[str], int]:
        """The cells that differ from the whole screen painted anew, and how many were compared."""
        self.held += 1
        self._tell(HOLD, f"pieces {self.held}")
        ours = self._stream
        whole = pyte.Screen(self.screen.columns, self.screen.lines)
        self._stream = pyte.ByteStream(whole)
        self._tell(REPAINT, f"whole {self.held}")
        self._stream = ours
        os.kill(self.pid, HOLD)
        return differences(self.screen, whole), whole.columns * whole.lines

    def _tell(self, signal_number: int, answer: str) -> None:
        os.kill(self.pid, signal_number)
        mark, end = MARK.format(answer).encode(), time.monotonic() + DEADLINE
        before = len(self.written)
        while mark not in self.written[max(0, before - len(mark)) :]:
            assert self.process.poll() is None, f"ended:\n{self.text}"
            assert time.monotonic() < end, f"no rest:\n{self.text}"
            self._read(0.2)


def differences(pieces: pyte.Screen, whole: pyte.Screen) -> list[str]:
    """Where two screens differ in glyph or attribute, or in a colour by more than the emission's tolerance."""
    return [
        f"row {row} column {column}: {pieces.buffer[row][column]} for {whole.buffer[row][column]}"
        for row in range(whole.lines)
        for column in range(whole.columns)
        if not _alike(pieces.buffer[row][column], whole.buffer[row][column])
    ]


def _alike(one: pyte.screens.Char, other: pyte.screens.Char) -> bool:
    if one == other:
        return True
    one_style = (one.data, one.bold, one.blink, one.underscore, one.reverse)
    other_style = (other.data, other.bold, other.blink, other.underscore, other.reverse)
    inkless = one.data == " " and not one.underscore and not one.reverse
    return one_style == other_style and (inkless or _near(one.fg, other.fg)) and _near(one.bg, other.bg)


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    if not (re.fullmatch("[0-9a-f]{6}", one) and re.fullmatch("[0-9a-f]{6}", other)):
        return False
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= ansi.TOLERANCE for i in (0, 2, 4))


class StandingClock:
    """The real time, less that for which it was held."""

    def __init__(self) -> None:
        self._lost, self.held_at = 0.0, None  # type: float, float | None

    def __call__(self) -> float:
        return self.held_at if self.held_at is not None else time.monotonic() - self._lost

    def hold(self) -> None:
        self.held_at = self()

    def go_on(self) -> None:
        assert self.held_at is not None
        self._lost, self.held_at = time.monotonic() - self.held_at, None


class WalkedGame(game.ChairgameApp):
    """The game, with a clock that can be held and a way to paint everything anew without a trace."""

    def __init__(self, *options: Any) -> None:
        self.standing = StandingClock()
        super().__init__(*options, self.standing)
        self._told = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(HOLD, self._begin, self._hold_or_go_on)
        loop.add_signal_handler(REPAINT, self._begin, self._repaint)

    def _begin(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _hold_or_go_on(self) -> None:
        if self.standing.held_at is not None:
            self.standing.go_on()
            return
        self.standing.hold()
        self._told += 1
        await self._rest()
        self._tell("pieces")

    async def _repaint(self) -> None:
        remembered, tolerance, ansi.TOLERANCE = self.emission, ansi.TOLERANCE, 0
        self.paint_anew()
        await self._rest()
        self.emission, ansi.TOLERANCE = remembered, tolerance
        self._tell("whole")

    def _tell(self, what: str) -> None:
        assert self._driver is not None
        self._driver.write(MARK.format(f"{what} {self._told}"))
        self._driver.flush()

    async def _rest(self) -> None:
        """Until nothing has been left to do for a while."""
        restful = 0
        while restful < RESTFUL:
            await asyncio.sleep(POLL)
            restful = 0 if self._is_busy() else restful + 1

    def _is_busy(self) -> bool:
        screen: Any = self.screen
        queued = self._message_queue.qsize() + screen._message_queue.qsize()
        painting = screen._layout_required or screen._dirty_widgets or screen._callbacks or screen._repaint_required
        return bool(
            queued or painting or screen._compositor._dirty_regions or screen.painter.owes or self.frames.in_flight
        )


def sabotage() -> None:
    """Some rows are remembered as written, and are not."""
    change, count = Shown.change, 0

    def forgetful(self: Shown, *arguments: Any) -> str:
        nonlocal count
        text = change(self, *arguments)
        count += bool(text)
        return "" if text and count % DROPPED == 0 else text

    Shown.change = forgetful  # type: ignore[method-assign]


def main() -> int:
    """The launcher."""
    from chairgame.cli.main import main as command

    game.ChairgameApp = WalkedGame  # type: ignore[misc]
    words = sys.argv[1:]
    if SABOTAGE in words:
        words.remove(SABOTAGE)
        sabotage()
    return command(words)


if __name__ == "__main__":
    sys.exit(main())
