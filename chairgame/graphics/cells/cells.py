"""The one picture format of the house: a rectangle of terminal cells. Knows no textual and no escape codes.

A colour is an int: 0xRRGGBB, or INDEXED + i for colour i of the terminal's 256, or DEFAULT for the terminal's own.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.signs import as_text, has_signs, healed, is_plain, numbers_of, width_of
from chairgame.text.clean import clean

DEFAULT = -1
INDEXED = 1 << 24

BOLD, DIM, REVERSE, UNDERLINE = 1, 2, 4, 8

IntArray = NDArray[np.int32]


def rgb(red: int, green: int, blue: int) -> int:
    """A truecolor colour from three channels of 0 to 255."""
    return red << 16 | green << 8 | blue


@dataclass(frozen=True, eq=False)
class Cells:
    """Glyph code points, foregrounds, backgrounds and attributes: four arrays of shape (height, width)."""

    glyph: IntArray
    foreground: IntArray
    background: IntArray
    attributes: NDArray[np.uint8]

    @classmethod
    def blank(cls, height: int, width: int, foreground: int = DEFAULT, background: int = DEFAULT) -> Self:
        """A rectangle of spaces."""
        shape = (max(0, height), max(0, width))
        return cls(
            np.full(shape, 32, np.int32),
            np.full(shape, foreground, np.int32),
            np.full(shape, background, np.int32),
            np.zeros(shape, np.uint8),
        )

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.glyph.shape[0])

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.glyph.shape[1])

    def put(
        self,
        row: int,
        column: int,
        text: str,
        foreground: int | None = None,
        background: int | None = None,
        attributes: int = 0,
    ) -> int:
        """Write text in place, cut at the edges; None keeps the colour that is there. Returns the column behind it.

        A sign takes one cell or two, as a terminal gives it; half a sign at an edge is left blank. This is the one way
        by which text becomes cells: what a terminal would obey becomes a `?` here at the latest.
        """
        text = clean(text)
        end = column + width_of(text)
        if not 0 <= row < self.height or end <= 0 or column >= self.width:
            return end
        numbers = _numbers_of(text, max(0, -column), self.width - column)
        place = (row, slice(max(0, column), max(0, column) + len(numbers)))
        self.glyph[place] = numbers
        if foreground is not None:
            self.foreground[place] = foreground
        if background is not None:
            self.background[place] = background
        self.attributes[place] = attributes
        return end

    def blit(self, other: "Cells", row: int, column: int) -> None:
        """Copy another rectangle into this one with its corner at (row, column), cut at the edges."""
        top, left = max(0, row), max(0, column)
        bottom, right = min(self.height, row + other.height), min(self.width, column + other.width)
        if bottom <= top or right <= left:
            return
        here = (slice(top, bottom), slice(left, right))
        there = (slice(top - row, bottom - row), slice(left - column, right - column))
        self.glyph[here] = other.glyph[there]
        self.foreground[here] = other.foreground[there]
        self.background[here] = other.background[there]
        self.attributes[here] = other.attributes[there]

    def columns(self, start: int, end: int) -> Self:
        """A view of some columns."""
        return self if start == 0 and end == self.width else self.part(slice(None), slice(start, end))

    def part(self, rows: slice, columns: slice) -> Self:
        """A view of a rectangle."""
        here = (rows, columns)
        return type(self)(self.glyph[here], self.foreground[here], self.background[here], self.attributes[here])

    def lines(self) -> list[str]:
        """The glyphs alone, a string per row: what a test compares and what a pipe gets. A wide one takes two cells."""
        glyph = self.glyph
        is_simple = not has_signs(glyph)
        lines = [row.astype("<u4").tobytes().decode("utf-32-le") for row in (glyph if is_simple else healed(glyph))]
        return lines if is_simple else [as_text(line) for line in lines]


def _numbers_of(text: str, start: int, end: int) -> IntArray:
    """What cells hold for a clean text's columns from `start` to `end`."""
    if is_plain(text):
        return np.frombuffer(text[start:end].encode("utf-32-le"), np.uint32).astype(np.int32)
    return np.asarray(healed(numbers_of(text)[None, start:end])[0])
