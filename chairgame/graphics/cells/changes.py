"""The cheapest text that turns what a terminal shows into what it should show: changed spans only.

Colours that moved less than anybody can see count as unchanged. They are compared with what was really drawn, so that
small steps cannot add up.
"""

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.ansi import RESET, TOLERANCE, Pen, encode, inkless, reset
from chairgame.graphics.cells.cells import INDEXED, Cells, IntArray

BRIDGED = 3  # unchanged cells: writing so few again costs less than moving over them


class Shown:
    """What a terminal shows, as far as it is known."""

    def __init__(self, height: int, width: int) -> None:
        self._cells = Cells.blank(height, width)
        self._known = np.zeros((height, width), np.bool_)

    def forget(self) -> None:
        """Somebody else has drawn on it."""
        self._known[:] = False

    def change(self, cells: Cells, row: int, start: int, end: int, at: tuple[int, int]) -> str:
        """Columns `start` to `end` of a picture's row, drawn from the cursor at the screen's row and column `at`.

        Beyond the screen's edges nothing is remembered.
        """
        there = (at[0], slice(at[1], at[1] + end - start))
        if not self._covers(there):
            return self.write(cells, row, start, end, at)
        changed = ~self._known[there] | _different(cells, (row, slice(start, end)), self._cells, there)
        columns = np.flatnonzero(changed)
        if not len(columns):
            return ""
        pen, cursor, parts = RESET, 0, []
        for first, behind in _spans(columns):
            if first > cursor:
                parts.append(f"\x1b[{first - cursor}C")
            span = (at[0], slice(at[1] + first, at[1] + behind))
            text, pen = self._draw(cells, (row, slice(start + first, start + behind)), span, pen)
            parts.append(text)
            cursor = behind
        return "".join(parts) + reset(pen)

    def write(self, cells: Cells, row: int, start: int, end: int, at: tuple[int, int]) -> str:
        """The same columns written whole."""
        here, there = (row, slice(start, end)), (at[0], slice(at[1], at[1] + end - start))
        if self._covers(there):
            text, pen = self._draw(cells, here, there, RESET)
        else:
            text, pen = encode(cells, row, start, end, RESET)
        return text + reset(pen)

    def _covers(self, there: tuple[int, slice]) -> bool:
        height, width = self._known.shape
        return 0 <= there[0] < height and there[1].start >= 0 and there[1].stop <= width

    def _draw(self, cells: Cells, here: tuple[int, slice], there: tuple[int, slice], pen: Pen) -> tuple[str, Pen]:
        """One span, remembered as it is really drawn."""
        self._cells.glyph[there] = cells.glyph[here]
        self._cells.attributes[there] = cells.attributes[here]
        drawn = self._cells.foreground[there], self._cells.background[there]
        self._known[there] = True
        return encode(cells, here[0], here[1].start, here[1].stop, pen, drawn)


def _spans(columns: NDArray[np.int64]) -> list[tuple[int, int]]:
    """The first column and the one behind the last of every run, runs with a small gap joined."""
    gaps = np.flatnonzero(np.diff(columns) > BRIDGED + 1)
    firsts = columns[np.concatenate([[0], gaps + 1])]
    lasts = columns[np.concatenate([gaps, [len(columns) - 1]])]
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]


def _different(new: Cells, here: tuple[int, slice], old: Cells, there: tuple[int, slice]) -> NDArray[np.bool_]:
    blank = inkless(new.glyph[here], new.attributes[here])
    return np.asarray(
        (new.glyph[here] != old.glyph[there])
        | (new.attributes[here] != old.attributes[there])
        | (_far(new.foreground[here], old.foreground[there]) & ~blank)
        | _far(new.background[here], old.background[there])
    )


def _far(one: IntArray, other: IntArray) -> NDArray[np.bool_]:
    """Whether colours can be told apart: truecolor by more than the tolerance in a channel, others at all."""
    different = one != other
    if not different.any():
        return np.asarray(different)
    mixable = (one >= 0) & (one < INDEXED) & (other >= 0) & (other < INDEXED)
    near = mixable.copy()
    for shift in (16, 8, 0):
        near &= np.abs((one >> shift & 255) - (other >> shift & 255)) <= TOLERANCE
    return np.asarray(different & ~near)
