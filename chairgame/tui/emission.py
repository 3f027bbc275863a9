"""The private parts of textual that our way to the terminal needs, in one place.

Textual writes an update either as a whole (after a layout, a resize, a change of screen) or as pieces with the cursor
moved to each. Only before pieces may a row leave out what the terminal shows already. Where textual has no such parts
any more, every row is written whole: slower, never wrong.
"""

from typing import Any

from textual.app import App

from chairgame.graphics.changes import Shown

try:
    from textual._compositor import ChopsUpdate
except ImportError:
    ChopsUpdate = None  # type: ignore[assignment,misc]


class Emission:
    """What the terminal shows while pieces are written; nothing is known while a whole is."""

    def __init__(self) -> None:
        self._shown: Shown | None = None
        self._size = (0, 0)
        self._in_pieces = False

    @property
    def shown(self) -> Shown | None:
        """The memory to draw against, when rows may leave out what has not changed."""
        return self._shown if self._in_pieces else None

    def forget(self) -> None:
        """Somebody else has written to the terminal."""
        self._shown = None

    def begin(self, renderable: object, height: int, width: int) -> None:
        """An update is about to be written."""
        self._in_pieces = ChopsUpdate is not None and isinstance(renderable, ChopsUpdate)
        if not self._in_pieces:
            self.forget()
        elif self._shown is None or self._size != (height, width):
            self._shown, self._size = Shown(height, width), (height, width)

    def end(self) -> None:
        """The update has been written."""
        self._in_pieces = False


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
