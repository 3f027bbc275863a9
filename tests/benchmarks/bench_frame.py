"""What a frame costs the whole process, in milliseconds of CPU and in bytes, on a real (pseudo) terminal of 120×40.

The reference, in the same run: the same pictures through textual with a Segment and a cached Style for every cell.
Run by hand: python -m tests.benchmarks.bench_frame. Wanted: at most 14 ms and 25 KB a frame.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from chairgame.graphics.cells.cells import Cells
from tests.tui.terminal import Terminal

SIZE = (120, 40)
SECONDS = 1.7  # of the two that a full build takes
SYNCHRONISED = re.compile(rb"\x1b\[\?2026h")  # opens every update that textual writes
PLAIN = "--plain-strips"


def main() -> None:
    """Both ways through both scenes, several times in turn; the median of each."""
    print(f"{SIZE[0]}×{SIZE[1]}, truecolor            ms a frame   KB a frame   frames a second")
    for scene, words, start in (
        ("parts fly (14)", ("lab", "--chair", "kitchen"), fly),
        ("parts fly (60)", ("lab", "--chair", "throne"), fly),
        ("stop-motion cuts", ("lab", "--chair", "kitchen"), cut),
    ):
        for way in ("ours", "a Segment per cell"):
            rounds = sorted(measured(words, start, way != "ours") for _ in range(3))
            milliseconds, size, rate = rounds[len(rounds) // 2]
            print(f"{scene:18} {way:20} {milliseconds:8.1f} {size / 1000:12.1f} {rate:12.1f}")


def measured(words: tuple[str, ...], start: Callable[[Terminal], None], is_plain: bool) -> tuple[float, float, float]:
    """CPU milliseconds and bytes a frame, and frames a second."""
    launch = ("-m", "tests.benchmarks.bench_frame", PLAIN) if is_plain else ("-m", "chairgame")
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(*words, home=Path(home), size=SIZE, launch=launch, is_blind=True, COLORTERM="truecolor") as terminal,
    ):
        terminal.wait_for(lambda: b"?1049h" in terminal.written)
        terminal.settle(1.0)
        start(terminal)
        cpu, begin, at = cpu_seconds(terminal.pid), time.monotonic(), len(terminal.written)
        terminal.bytes_within(SECONDS)
        cpu, seconds = cpu_seconds(terminal.pid) - cpu, time.monotonic() - begin
        written = terminal.written[at:]
        frames = max(1, len(SYNCHRONISED.findall(written)))
        return 1000 * cpu / frames, len(written) / frames, frames / seconds


def fly(terminal: Terminal) -> None:
    """Every rebuild in full, seen while its parts are in the air."""
    terminal.press("<", " ")
    terminal.bytes_within(0.2)


def cut(terminal: Terminal) -> None:
    """Four rebuilds a cut from the first on, where no event asks for a full cycle: the same ones in every run, however
    busy the machine."""
    terminal.press(">", " ")
    terminal.bytes_within(1.0)


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its threads (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def play_with_segments(words: list[str]) -> int:
    """The reference: the game with textual's own strips."""
    from textual.strip import Strip

    from chairgame.cli.main import main as command
    from chairgame.tui.terminal import strips
    from chairgame.tui.widgets import cells

    def plain_strip(picture: Cells, row: int, start: int, end: int, *_: object) -> Strip:
        return Strip(strips._segments_of(picture.columns(start, end), row), end - start)

    cells.CellStrip = plain_strip  # type: ignore[assignment,misc]
    return command(words)


if __name__ == "__main__":
    if PLAIN in sys.argv:
        sys.exit(play_with_segments([word for word in sys.argv[1:] if word != PLAIN]))
    main()
