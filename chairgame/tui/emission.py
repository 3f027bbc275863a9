"""The private parts of textual that our way to the terminal needs, in one place.

Textual writes an update either as a whole (after a layout, a resize, a change of screen) or as pieces with the cursor
moved to each. Only before pieces may a row leave out what the terminal shows already. Where textual has no such parts
any more, every row is written whole: slower, never wrong.
"""

from typing import Any

from textual.app import App

from chairgame.graphics.ansi import ansi_row
from chairgame.graphics.cells import Cells
from chairgame.graphics.changes import Shown

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

    def end(self) -> None:
        """The update has been written."""
        self._shown = None


class EmittingApp(App[int]):
    """An app whose widgets draw against what the terminal shows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.emission = Emission()

    def _display(self, screen: Any, renderable: Any) -> None:
        """Textual's one place where an update becomes text."""
        self.emission.begin(renderable, self.size.height, self.size.width)
        try:
            super()._display(screen, renderable)
        finally:
            self.emission.end()
