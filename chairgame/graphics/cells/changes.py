"""The cheapest text that turns what a terminal shows into what it should show: changed spans only.

Colours that moved less than anybody can see count as unchanged. They are compared with what was really drawn, so that
small steps cannot add up. A picture is compared and turned into text as a whole, when its first row is asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.ansi import TOLERANCE, ansi_row, encode, inkless
from chairgame.graphics.cells.cells import INDEXED, Cells, IntArray
from chairgame.graphics.cells.signs import has_signs, with_whole_rows

BRIDGED = 3  # unchanged cells: writing so few again costs less than moving over them

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class _Draft:
    """A picture's rows as text, and what the terminal shows once they are written."""

    picture: Cells
    texts: list[str]
    drawn: Cells
    pending: set[int]
    """Rows that have not been asked for."""


class Shown:
    """What a terminal shows, as far as it is known."""

    def __init__(self, height: int, width: int) -> None:
        self._cells = Cells.blank(height, width)
        self._known = np.zeros((height, width), np.bool_)
        self._drafts: dict[tuple[int, int, int, bool], _Draft] = {}

    def begin(self) -> None:
        """Another update. Within one no cell is drawn by two pictures."""
        self._drafts.clear()

    def forget(self) -> None:
        """Somebody else has drawn on it."""
        self.begin()
        self._known[:] = False

    def change(self, cells: Cells, row: int, start: int, end: int, at: tuple[int, int]) -> str:
        """Columns `start` to `end` of a picture's row, drawn from the cursor at the screen's row and column `at`.

        Beyond the screen's edges nothing is remembered.
        """
        return self._text(cells, row, (start, end), at, is_whole=False)

    def write(self, cells: Cells, row: int, start: int, end: int, at: tuple[int, int]) -> str:
        """The same columns written whole."""
        return self._text(cells, row, (start, end), at, is_whole=True)

    def _text(self, cells: Cells, row: int, part: tuple[int, int], at: tuple[int, int], *, is_whole: bool) -> str:
        """Columns of a row, remembered as they are really drawn."""
        start, end = part
        corner = (at[0] - row, at[1] - start)
        if not self._covers(at, 1, end - start):
            return ansi_row(cells.columns(start, end), row)
        if part != (0, cells.width) or not self._covers(corner, cells.height, cells.width):
            cells, corner, row = cells.part(slice(row, row + 1), slice(start, end)), at, 0
        draft = self._draft_of(cells, row, corner, is_whole=is_whole)
        self._remember(draft.drawn, row, at)
        return draft.texts[row]

    def _covers(self, corner: tuple[int, int], height: int, width: int) -> bool:
        rows, columns = self._known.shape
        return 0 <= corner[0] <= rows - height and 0 <= corner[1] <= columns - width

    def _draft_of(self, cells: Cells, row: int, corner: tuple[int, int], *, is_whole: bool) -> _Draft:
        """The picture's draft in which this row is still to be drawn."""
        key = (id(cells), *corner, is_whole)
        draft = self._drafts.get(key)
        if draft is None or row not in draft.pending:
            draft = self._drafts[key] = self._draft(cells, corner, is_whole=is_whole)
        draft.pending.remove(row)
        return draft

    def _draft(self, cells: Cells, corner: tuple[int, int], *, is_whole: bool) -> _Draft:
        area = (slice(corner[0], corner[0] + cells.height), slice(corner[1], corner[1] + cells.width))
        before = self._cells.part(*area)
        if is_whole:
            written = np.ones(cells.glyph.shape, np.bool_)
        else:
            written = _bridged(~self._known[area] | _different(cells, before))
            if has_signs(cells.glyph):
                written = with_whole_rows(written, cells.glyph)
        texts, drawn = encode(cells, written)
        foreground, background = before.foreground.copy(), before.background.copy()
        foreground[written], background[written] = drawn
        after = Cells(cells.glyph, foreground, background, cells.attributes)
        return _Draft(cells, texts, after, set(range(cells.height)))

    def _remember(self, drawn: Cells, row: int, at: tuple[int, int]) -> None:
        there = (at[0], slice(at[1], at[1] + drawn.width))
        self._cells.glyph[there] = drawn.glyph[row]
        self._cells.foreground[there] = drawn.foreground[row]
        self._cells.background[there] = drawn.background[row]
        self._cells.attributes[there] = drawn.attributes[row]
        self._known[there] = True


def _bridged(changed: BoolArray) -> BoolArray:
    """The changed cells and the small gaps between them."""
    filled = changed.copy()
    for gap in range(1, BRIDGED + 1):
        around = changed[:, : -gap - 1] & changed[:, gap + 1 :]
        for inside in range(1, gap + 1):
            filled[:, inside : inside - gap - 1] |= around
    return filled


def _different(new: Cells, old: Cells) -> BoolArray:
    return np.asarray(
        (new.glyph != old.glyph)
        | (new.attributes != old.attributes)
        | (_far(new.foreground, old.foreground) & ~inkless(new.glyph, new.attributes))
        | _far(new.background, old.background)
    )


def _far(one: IntArray, other: IntArray) -> BoolArray:
    """Whether colours can be told apart: truecolor by more than the tolerance in a channel, others at all."""
    far = np.asarray(one != other)
    if not far.any():
        return far
    one, other = one[far], other[far]
    near = (one >= 0) & (one < INDEXED) & (other >= 0) & (other < INDEXED)
    for shift in (16, 8, 0):
        near &= np.abs((one >> shift & 255) - (other >> shift & 255)) <= TOLERANCE
    far[far] = ~near
    return far
