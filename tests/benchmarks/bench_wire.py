"""What goes over the wire, at which price, and how soon a key is answered; each figure beside what is wanted.

On a real (pseudo) terminal that answers, read at once or as slowly as a link. The reference, in the same run: textual's
own way, a Segment per cell, whole rows, every tick drawn whether the terminal keeps up or not.
Run by hand: python -m tests.benchmarks.bench_wire [frames|slow|paused|colours|ssh|thrift …]
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.bench_frame import cpu_seconds, cut, fly, play_with_segments
from tests.tui.terminal import Terminal

STOCK = "--stock"
SIZES = ((80, 24), (120, 40), (200, 60))
CHAIRS = {14: "kitchen", 60: "throne"}
TARGETS: dict[tuple[tuple[int, int], int], tuple[float, float, float]] = {  # ms, KB a frame, frames a second
    ((80, 24), 14): (8, 8, 30),
    ((120, 40), 14): (12, 16, 30),
    ((120, 40), 60): (15, 28, 20),
    ((200, 60), 14): (17, 30, 20),
}
ROUNDS = 3
SECONDS = 1.7  # of the two that a full build takes
TURNS = 60  # keys
FRAME_ENDS = re.compile(rb"\x1b\[\?2026l")
SLOW, SIP = 100_000, 500  # bytes a second; bytes at once
FAST, HICCUP = 1_000_000, 20_000  # bytes a second
KEYS = 24
PATIENCE, LONGEST = 15.0, 20.0  # seconds for a key's echo, for all of them
VOLUME = re.compile(r"volume\s+([\d.]+)")


@dataclass(frozen=True)
class Frames:
    """Of a stretch of play: milliseconds of CPU and bytes a frame, frames a second."""

    milliseconds: float
    size: float
    rate: float

    @property
    def per_second(self) -> float:
        """Bytes."""
        return self.size * self.rate


class Link(Terminal):
    """A terminal at the other end of a link that carries so many bytes a second."""

    def __init__(self, *words: str, rate: float, **others: Any) -> None:
        self._rate, self._allowance, self._earned_at = rate, 0.0, time.monotonic()
        super().__init__(*words, **others)

    def change(self, rate: float) -> None:
        """From now on it carries so many bytes a second."""
        self._rate = rate

    def _read(self, seconds: float) -> bool:
        begin = time.monotonic()
        self._earn()
        if self._allowance < SIP:
            time.sleep((SIP - self._allowance) / self._rate)
            self._earn()
        before = len(self.written)
        came = super()._read(max(0.0, seconds - (time.monotonic() - begin)))
        self._allowance -= len(self.written) - before
        return came

    def _earn(self) -> None:
        """What was not used in time is lost: a link does not save up."""
        now = time.monotonic()
        self._allowance = min(2.0 * SIP, self._allowance + (now - self._earned_at) * self._rate)
        self._earned_at = now

    def _appetite(self) -> int:
        return max(1, int(self._allowance))


@contextmanager
def opened(
    *words: str, size: tuple[int, int] = (120, 40), is_stock: bool = False, rate: float = 0, **others: Any
) -> Iterator[Terminal]:
    """The lab, come to rest."""
    launch = ("-m", "tests.benchmarks.bench_wire", STOCK) if is_stock else ("-m", "chairgame")
    kind: Callable[..., Terminal] = Terminal
    if rate:
        kind, others = Link, {**others, "rate": rate}
    with (
        tempfile.TemporaryDirectory() as home,
        kind("lab", *words, home=Path(home), size=size, launch=launch, COLORTERM="truecolor", **others) as terminal,
    ):
        terminal.wait_for(lambda: b"?1049h" in terminal.written)
        terminal.settle(1.0)
        yield terminal


def turn(terminal: Terminal) -> None:
    """Walk around, a key a frame."""
    for _ in range(TURNS):
        terminal.press("d")
        terminal.bytes_within(1 / 30)


def watch(terminal: Terminal) -> None:
    """Let it play."""
    terminal.bytes_within(SECONDS)


def framed(terminal: Terminal, go: Callable[[Terminal], None]) -> Frames:
    """What a stretch costs."""
    cpu, begin, at = cpu_seconds(terminal.pid), time.monotonic(), len(terminal.written)
    go(terminal)
    cpu, seconds, written = cpu_seconds(terminal.pid) - cpu, time.monotonic() - begin, terminal.written[at:]
    frames = max(1, len(FRAME_ENDS.findall(written)))
    return Frames(1000 * cpu / frames, len(written) / frames, frames / seconds)


def middle(rounds: list[Frames]) -> Frames:
    """The median of each figure."""
    return Frames(
        median(one.milliseconds for one in rounds),
        median(one.size for one in rounds),
        median(one.rate for one in rounds),
    )


def flying(*words: str, start: Callable[[Terminal], None] = fly, **others: Any) -> Frames:
    """While parts fly."""
    rounds = []
    for _ in range(ROUNDS):
        with opened(*words, is_blind=True, **others) as terminal:
            start(terminal)
            rounds.append(framed(terminal, watch))
    return middle(rounds)


def turning(*words: str, **others: Any) -> Frames:
    """While somebody walks around the heap and the floor."""
    rounds = []
    with opened(*words, is_blind=True, **others) as terminal:
        for _ in range(ROUNDS):
            rounds.append(framed(terminal, turn))
    return middle(rounds)


def tell_frames() -> None:
    """Three sizes, two chairs, flying and turning."""
    print("screen  parts  what             ms a frame   KB a frame   frames a second   (wanted)")
    for size in SIZES:
        for parts, chair in CHAIRS.items():
            wanted = TARGETS.get((size, parts))
            beside = f"({wanted[0]}, {wanted[1]}, {wanted[2]})" if wanted else ""
            for what, found in (
                ("flying", flying("--chair", chair, size=size)),
                ("flying, stock", flying("--chair", chair, size=size, is_stock=True)),
                ("turning", turning("--chair", chair, size=size)),
            ):
                figures = f"{found.milliseconds:10.1f} {found.size / 1000:12.1f} {found.rate:17.1f}"
                print(f"{size[0]}×{size[1]:<4}{parts:5}  {what:15} {figures}   {beside}", flush=True)


def tell_slow() -> None:
    """A slow link: how soon a key is answered while parts fly, and how many frames arrive."""
    print(f"at {SLOW // 1000} KB/s            worst lag   median lag   shown frames a second")
    for name, is_stock in (("ours", False), ("stock", True)):
        rounds = [lag_and_shown(is_stock) for _ in range(ROUNDS)]
        lags, shown = [lag for one, _ in rounds for lag in one], median(rate for _, rate in rounds)
        late = [lag for lag in lags if lag >= PATIENCE]
        note = f"   {len(late)} keys not answered in {PATIENCE:.0f} s" if late else ""
        print(f"{name:22} {max(lags):8.2f} s {median(lags):10.2f} s {shown:16.1f}{note}", flush=True)
    print("wanted                    0.30 s                         8.0")


def lag_and_shown(is_stock: bool) -> tuple[list[float], float]:
    """Seconds from a key to its echo, key after key, and frames a second."""
    with opened("--chair", CHAIRS[14], rate=SLOW, is_stock=is_stock) as terminal:
        terminal.press("<", " ")
        terminal.bytes_within(0.2)
        lags: list[float] = []
        at, begin = len(terminal.written), time.monotonic()
        for key in "+-" * (KEYS // 2):
            lags.append(echo(terminal, key))
            terminal.bytes_within(0.05)
            if time.monotonic() - begin > LONGEST:
                break
        seconds = time.monotonic() - begin
        return lags, len(FRAME_ENDS.findall(terminal.written[at:])) / seconds


def echo(terminal: Terminal, key: str) -> float:
    """Seconds until the volume on the screen is another one."""
    before, begin = volume(terminal), time.monotonic()
    terminal.press(key)
    while volume(terminal) in (before, None) and time.monotonic() - begin < PATIENCE:
        terminal._read(0.01)
    return time.monotonic() - begin


def volume(terminal: Terminal) -> str | None:
    """As it stands on the screen."""
    found = VOLUME.search(terminal.text)
    return found[1] if found else None


def tell_paused() -> None:
    """Nothing moves."""
    for chair in CHAIRS.values():
        with opened("--chair", chair, is_blind=True) as terminal:
            terminal.press("n")
            terminal.settle(3.0)
            cpu, seconds = cpu_seconds(terminal.pid), 10.0
            written = terminal.bytes_within(seconds)
            share = 100 * (cpu_seconds(terminal.pid) - cpu) / seconds
            print(
                f"paused, {chair:10} {written / seconds:6.1f} bytes a second (wanted 0), "
                f"{share:4.1f} % CPU (wanted < 2)",
                flush=True,
            )


def tell_colours() -> None:
    """Bytes a frame in fewer colours."""
    for name, start in (("flying", fly), ("stop-motion cuts", cut)):
        full = flying("--chair", CHAIRS[14], start=start).size
        for depth, wanted in (("256", " (wanted ≤ 45)"), ("16", "")):
            share = 100 * flying("--chair", CHAIRS[14], "--color", depth, start=start).size / full
            print(
                f"{name}: {depth} colours take {share:.0f} % of truecolor's {full / 1000:.1f} KB a frame{wanted}",
                flush=True,
            )
    full = turning("--chair", CHAIRS[14]).size
    share = 100 * turning("--chair", CHAIRS[14], "--color", "256").size / full
    print(f"turning: 256 colours take {share:.0f} % of truecolor's {full / 1000:.1f} KB a frame (wanted ≤ 45)")


def tell_ssh() -> None:
    """What it takes of a network by default."""
    remote = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
    for size in SIZES:
        for parts, chair in CHAIRS.items():
            for name, start in (("flying", fly), ("cuts", cut)):
                found = flying("--chair", chair, size=size, start=start, **remote)
                print(
                    f"over SSH, {size[0]}×{size[1]}, {parts} parts {name:8} {found.per_second / 1000:6.1f} KB/s "
                    f"(wanted ≤ 150), {found.rate:.1f} frames a second (wanted 10 to 15)",
                    flush=True,
                )


def coloured(terminal: Terminal, seconds: float) -> tuple[float, float]:
    """Over so many seconds: the share of frames in all colours among those in any, and frames a second."""
    at = len(terminal.written)
    terminal.bytes_within(seconds)
    frames = FRAME_ENDS.split(terminal.written[at:])
    full = sum(b"8;2;" in frame for frame in frames)
    few = sum(b"8;5;" in frame and b"8;2;" not in frame for frame in frames)
    return full / max(1, full + few), len(frames) / seconds


def tell_thrift() -> None:
    """What a slow link costs in colours, and whether they come back."""
    for rate in (30_000, 60_000, 150_000):
        with opened(rate=rate, is_blind=True) as terminal:
            terminal.press("<", " ")
            found = [coloured(terminal, 2.0) for _ in range(12)]
        shares = " ".join(f"{100 * share:3.0f}" for share, _ in found)
        print(f"steady {rate // 1000:4} KB/s: % in all colours each 2 s {shares}; ", end="")
        print(f"{median(a_second for _, a_second in found):.1f} frames a second", flush=True)
    with opened(rate=FAST, is_blind=True) as terminal:
        terminal.press("<", " ")
        before = coloured(terminal, 4.0)[0]
        terminal.change(HICCUP)
        during = coloured(terminal, 3.0)[0]
        terminal.change(FAST)
        after = [coloured(terminal, 4.0)[0] for _ in range(6)]
        shares = " ".join(f"{100 * share:3.0f}" for share in after)
        print(f"3 s at {HICCUP // 1000} KB/s: before {100 * before:.0f}, during {100 * during:.0f}, then {shares}")
    remote = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
    for words in ((), ("--color", "truecolor")):
        with opened("--chair", CHAIRS[60], *words, size=(200, 60), is_blind=True, **remote) as terminal:
            terminal.press("<", " ")
            found = [coloured(terminal, 2.0)[0] for _ in range(4)]
        shares = " ".join(f"{100 * share:3.0f}" for share in found)
        print(f"over SSH, 200×60 {' '.join(words):18} % in all colours each 2 s {shares}", flush=True)


def play_as_stock(words: list[str]) -> int:
    """The reference: textual's own strips, and no pacing."""
    from chairgame.tui.terminal.pacing import FramePacer

    FramePacer.may_draw = lambda *_: True  # type: ignore[method-assign,assignment]
    FramePacer.asks = False  # type: ignore[method-assign,assignment]
    return play_with_segments(words)


TELL = {"frames": tell_frames, "slow": tell_slow, "paused": tell_paused, "colours": tell_colours, "ssh": tell_ssh}
TELL["thrift"] = tell_thrift


if __name__ == "__main__":
    if STOCK in sys.argv:
        sys.exit(play_as_stock([word for word in sys.argv[1:] if word != STOCK]))
    for chosen in sys.argv[1:] or TELL:
        TELL[chosen]()
