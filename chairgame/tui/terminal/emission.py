"""The private parts of textual that our way to the terminal needs, in one place.

Textual writes an update either as a whole (after a layout, a resize, a change of screen) or as pieces with the cursor
moved to each. Only before pieces may a row leave out what the terminal shows already. Where textual has no such parts
any more, every row is written whole: slower, never wrong.
"""

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol, runtime_checkable

from textual import events

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.changes import Shown
from chairgame.tui.terminal.faults import FrailApp
from chairgame.tui.terminal.pacing import FramePacer

try:
    from textual._compositor import ChopsUpdate
except ImportError:
    ChopsUpdate = None  # type: ignore[assignment,misc]


class Emission:
    """Remembers what the terminal shows, from update to update; a whole begins the memory anew."""

    def __init__(self) -> None:
        self._memory: Shown | None = None
        self._shown: Shown | None = None  # the memory, while an update is written
        self._size = (0, 0)
        self._in_pieces = False

    def row(self, cells: Cells, row: int, start: int, end: int, at: tuple[int, int]) -> str:
        """Columns of a picture's row for the screen's row and column `at`, as the update under way needs it."""
        if self._shown is None:  # textual renders for somebody else: a screenshot, a test
            return ansi_row(cells.columns(start, end), row)
        draw = self._shown.change if self._in_pieces else self._shown.write
        return draw(cells, row, start, end, at)

    def begin(self, renderable: object, height: int, width: int) -> None:
        """An update is about to be written."""
        if renderable is None:
            return
        self._in_pieces = ChopsUpdate is not None and isinstance(renderable, ChopsUpdate)
        if self._memory is None or self._size != (height, width) or not self._in_pieces:
            self._memory, self._size = Shown(height, width), (height, width)
        self._shown = self._memory
        self._shown.begin()

    def end(self) -> None:
        """The update has been written."""
        self._shown = None


@runtime_checkable
class Gathering(Protocol):
    """A driver that can make one write of many."""

    def in_one(self) -> AbstractContextManager[list[str]]:
        """What is written within goes out as one at the end: every write wakes another thread."""
        ...


WHERE_IS_THE_CURSOR = "\x1b[6n"  # answered by nearly every terminal, and textual knows the answer for an event


class EmittingApp(FrailApp):
    """An app whose widgets draw against what the terminal shows, as fast as it answers."""

    def __init__(self, clock: Callable[[], float], frames: FramePacer) -> None:
        super().__init__(ansi_color=True)
        self.clock, self.frames = clock, frames
        self.emission = Emission()

    def may_draw(self) -> bool:
        """Whether the terminal has kept up with what was drawn so far."""
        return self.frames.may_draw(self.clock(), self._backlog())

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal has drawn a frame: now is the time for what had to wait."""
        event.stop()
        self.frames.answered(self.clock())
        self.frame_answered()

    def frame_answered(self) -> None:
        """Draw what had to wait, if anything."""

    def _backlog(self) -> int:
        """Writes that textual's thread has not got rid of; when its queue is full, textual stands still."""
        queue = getattr(getattr(self._driver, "_writer_thread", None), "_queue", None)
        return 0 if queue is None else int(queue.qsize())

    def _in_one(self) -> AbstractContextManager[list[str]]:
        nothing: list[str] = []
        return self._driver.in_one() if isinstance(self._driver, Gathering) else nullcontext(nothing)

    def _display(self, screen: Any, renderable: Any) -> None:
        """Textual's one place where an update becomes text."""
        driver = self._driver
        self.emission.begin(renderable, self.size.height, self.size.width)
        with self._in_one() as pieces:
            try:
                super()._display(screen, renderable)
            finally:
                self.emission.end()
            if renderable is not None and self._running and driver is not None and not self.is_headless:
                if self.frames.asks:
                    driver.write(WHERE_IS_THE_CURSOR)
                self.frames.drawn(self.clock(), sum(map(len, pieces)))
                _wake_collector()


def _wake_collector() -> None:
    """The first picture is out: what has been loaded so far stays, and need never be looked through for garbage."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
