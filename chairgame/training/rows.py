"""The figures of a run's epochs as compact columns: an hour at full speed stays small, and nothing walks through them.

Columns are given as views that nobody may write to and that never change: what has been told of an epoch stays told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, isnan, nan
from typing import overload

import numpy as np

from chairgame.blackbox.measurement import Unit
from chairgame.training.state import FloatArray

COLUMNS = 4  # loss, score, gradient norm, best score so far; behind them what the task has beside
FIRST_CAPACITY = 64


@dataclass(frozen=True, slots=True)
class Row:
    """One epoch's figures, of everything that was asked, before learning from it. None is a number without meaning."""

    epoch: int
    loss: float | None
    score: float | None
    gradient_norm: float | None
    unit: Unit = Unit.CM
    beside: tuple[float | None, ...] = ()
    """The figures of `Task.beside`."""

    @property
    def distance_cm(self) -> float | None:
        """The score, if it is a distance."""
        return self.score if self.unit is Unit.CM else None


class Rows(Sequence[Row]):
    """Rows that stay as they are."""

    __hash__ = None  # type: ignore[assignment]  # equal by what they hold, which may be much

    def __init__(self, unit: Unit, table: FloatArray, count: int) -> None:
        """`table`, shape (4 and more, at least count), holds the columns; NaN is a number without meaning."""
        self.unit = unit
        self._table, self._count = table, count

    @classmethod
    def of(cls, figures: FloatArray, unit: Unit) -> "Rows":
        """Rows of figures, shape (N, 3 and more): loss, score, gradient norm, then those beside; NaN has no meaning."""
        best = (np.fmin if unit.lower_is_better else np.fmax).accumulate(figures[:, 1])
        columns = figures.T
        return Rows(unit, np.vstack([columns[:3], best, columns[3:]]), len(figures))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[epoch] for epoch in range(*index.indices(self._count))]
        epoch = index + self._count if index < 0 else index
        if not 0 <= epoch < self._count:
            raise IndexError(index)
        loss, score, norm, _, *beside = (_known(figure) for figure in self._table[:, epoch].tolist())
        return Row(epoch, loss, score, norm, self.unit, tuple(beside))

    def __iter__(self) -> Iterator[Row]:
        return (self[epoch] for epoch in range(self._count))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Rows):
            return self.unit is other.unit and np.array_equal(self.figures(), other.figures(), equal_nan=True)
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    @property
    def losses(self) -> FloatArray:
        """The loss of every epoch, NaN where it has no meaning."""
        return self._column(0)

    @property
    def scores(self) -> FloatArray:
        """The score of every epoch, NaN where it has no meaning."""
        return self._column(1)

    @property
    def gradient_norms(self) -> FloatArray:
        """The gradient's norm of every epoch, NaN where it has no meaning."""
        return self._column(2)

    def beside(self, index: int) -> FloatArray:
        """A figure of `Task.beside`, of every epoch, NaN where it has no meaning."""
        return self._column(COLUMNS + index)

    def figures(self, start: int = 0, end: int | None = None) -> FloatArray:
        """All columns but the best so far, of some epochs, shape (3 and more, N), in memory of their own."""
        return np.delete(self._table[:, : self._count][:, start:end], 3, axis=0)

    @property
    def nbytes(self) -> int:
        """Memory of the columns in bytes."""
        return self._table.nbytes

    def best_until(self, epoch: int) -> float | None:
        """The best score up to an epoch, the epoch included; None where there is none."""
        last = min(epoch, self._count - 1)
        return _known(self._table.item(3, last)) if last >= 0 else None

    def _column(self, index: int) -> FloatArray:
        column = self._table[index, : self._count]
        column.setflags(write=False)
        return column


class GrowingRows(Rows):
    """Rows that grow at their end. Snapshots of them stay as they were."""

    def __init__(self, unit: Unit, beside: int = 0) -> None:
        """`beside` is how many figures each epoch has besides those of every task."""
        super().__init__(unit, np.empty((COLUMNS + beside, FIRST_CAPACITY)), 0)
        self._columns = tuple(self._table)

    def append(self, loss: float, score: float, gradient_norm: float, beside: tuple[float, ...] = ()) -> Row:
        """Add an epoch's figures; one that is not finite has no meaning."""
        epoch = self._count
        if epoch == self._table.shape[1]:
            self._move_to(2 * epoch)
        losses, scores, norms, bests, *others = self._columns
        losses[epoch] = loss if isfinite(loss) else nan
        scores[epoch] = score = score if isfinite(score) else nan
        norms[epoch] = gradient_norm if isfinite(gradient_norm) else nan
        bests[epoch] = self._better(bests.item(epoch - 1), score) if epoch else score
        for column, figure in zip(others, beside, strict=True):
            column[epoch] = figure if isfinite(figure) else nan
        self._count = epoch + 1
        known = tuple(map(_finite, beside))
        return Row(epoch, _finite(loss), _finite(score), _finite(gradient_norm), self.unit, known)

    def cut(self, count: int) -> None:
        """Forget all rows but the first so many."""
        if count < self._count:
            self._count = count
            self._move_to(max(count, FIRST_CAPACITY))  # what was given away before shows what was cut for ever

    def snapshot(self) -> Rows:
        """These rows as they are now, whatever comes; it copies nothing."""
        count = self._count  # read first: another thread may be growing the table, which never holds fewer rows
        return Rows(self.unit, self._table, count)

    def copied(self, count: int) -> "GrowingRows":
        """The first so many rows, growing on their own."""
        rows = GrowingRows(self.unit, len(self._table) - COLUMNS)
        rows._table, rows._count = self._table, min(count, self._count)
        rows._move_to(max(rows._count, FIRST_CAPACITY))
        return rows

    def _better(self, one: float, other: float) -> float:
        if isnan(one) or isnan(other):
            return other if isnan(one) else one
        return min(one, other) if self.unit.lower_is_better else max(one, other)

    def _move_to(self, capacity: int) -> None:
        table = np.empty((len(self._table), capacity))
        table[:, : self._count] = self._table[:, : self._count]
        self._table, self._columns = table, tuple(table)


def _known(figure: float) -> float | None:
    return None if isnan(figure) else figure


def _finite(figure: float) -> float | None:
    return figure if isfinite(figure) else None
