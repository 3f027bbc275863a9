"""A row of cells as textual's Strip, rendered by our own writer: a Style per cell would cost ten times the frame.

Under an overlay textual cuts strips; a cut of cells is cells again. Whatever else it asks for gets real segments.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter
from textual.strip import Strip

from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, UNDERLINE, Cells
from chairgame.graphics.cells.signs import as_text


class Painter(Protocol):
    """Whoever made the picture: knows where on the screen it is, and what the terminal shows there already."""

    def emit(self, row: int, start: int, end: int, cells: Cells) -> str:
        """Columns of a row of the picture as text with its escape codes."""
        ...


class CellStrip(Strip):
    """Columns `start` to `end` of one row of a picture."""

    __slots__ = ("_cells", "_end", "_painter", "_row", "_start")

    def __init__(self, cells: Cells, row: int, start: int, end: int, painter: Painter) -> None:
        self._cell_length = end - start
        self._cells, self._row, self._start, self._end, self._painter = cells, row, start, end, painter

    def __getattr__(self, name: str) -> object:
        """The rest of what a Strip has, caches that few ever need: made when the first is asked for."""
        super().__init__((), self._end - self._start)
        return object.__getattribute__(self, name)

    @property
    def _segments(self) -> list[Segment]:
        return _segments_of(self._cells.columns(self._start, self._end), self._row)

    @_segments.setter
    def _segments(self, segments: list[Segment]) -> None:
        """Strip's own constructor sets none; they are made when somebody asks."""

    def render(self, console: Console) -> str:  # noqa: ARG002
        """The row's text with its escape codes, less what the terminal shows already."""
        return self._painter.emit(self._row, self._start, self._end, self._cells)

    def crop(self, start: int, end: int | None = None) -> Strip:
        """The columns from start to end, counted from this strip's own beginning."""
        stop = self._end if end is None else min(self._end, self._start + end)
        begin = min(stop, self._start + max(0, start))
        if (begin, stop) == (self._start, self._end):
            return self
        return CellStrip(self._cells, self._row, begin, stop, self._painter)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The pieces between the cuts."""
        start, pieces = 0, []
        for cut in cuts:
            pieces.append(self.crop(start, cut))
            start = cut
        return pieces

    def apply_filter(self, filter: LineFilter, background: TextualColor) -> Strip:  # noqa: A002, ARG002
        """Unchanged: cells already hold only what the terminal can show."""
        return self


def _segments_of(cells: Cells, row: int) -> list[Segment]:
    return [
        Segment(as_text(chr(glyph)), _style(foreground, background, attributes))
        for glyph, foreground, background, attributes in zip(
            cells.glyph[row].tolist(),
            cells.foreground[row].tolist(),
            cells.background[row].tolist(),
            cells.attributes[row].tolist(),
            strict=True,
        )
    ]


@lru_cache(maxsize=4096)
def _style(foreground: int, background: int, attributes: int) -> Style:
    return Style(
        color=_colour(foreground),
        bgcolor=_colour(background),
        bold=bool(attributes & BOLD),
        dim=bool(attributes & DIM),
        reverse=bool(attributes & REVERSE),
        underline=bool(attributes & UNDERLINE),
    )


def _colour(colour: int) -> Color | None:
    if colour == DEFAULT:
        return None
    if colour >= INDEXED:
        return Color.from_ansi(colour - INDEXED)
    return Color.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255)
