"""Rows in columns against a plain list of rows: the same figures, whatever was added, cut and given away before."""

from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.measurement import Unit
from chairgame.training.rows import GrowingRows, Row, Rows

FIGURES = st.tuples(*[st.one_of(st.floats(-1e3, 1e3), st.sampled_from([nan, inf, -inf]))] * 3)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), FIGURES),
        st.tuples(st.just("many"), st.integers(1, 200)),
        st.tuples(st.just("cut"), st.floats(0, 1)),
        st.tuples(st.just("copy"), st.floats(0, 1)),
        st.tuples(st.just("snapshot"), st.none()),
    ),
    max_size=25,
)


def row(epoch: int, figures: tuple[float, ...], unit: Unit) -> Row:
    return Row(epoch, *(figure if np.isfinite(figure) else None for figure in figures), unit)


def best_of(rows: list[Row], unit: Unit) -> float | None:
    known = [row.score for row in rows if row.score is not None]
    return (max if unit is Unit.SHARE else min)(known) if known else None


@pytest.mark.parametrize("unit", Unit)
@given(deeds=DEEDS)
def test_they_are_what_a_list_would_be(unit, deeds):
    rows, wanted = GrowingRows(unit), []
    given_away = []
    for deed, detail in deeds:
        match deed, detail:
            case "append", figures:
                wanted.append(row(len(wanted), figures, unit))
                assert rows.append(*figures) == wanted[-1]
            case "many", int(count):
                for _ in range(count):
                    wanted.append(row(len(wanted), (len(wanted), -len(wanted), 1.0), unit))
                    rows.append(len(rows), -len(rows), 1.0)
            case "cut", float(share):
                count = round(share * len(wanted))
                rows.cut(count)
                del wanted[count:]
            case "copy", float(share):
                count = round(share * len(wanted))
                given_away.append((rows, list(wanted)))
                rows, wanted = rows.copied(count), wanted[:count]
            case _:
                given_away.append((rows.snapshot(), list(wanted)))
                given_away.append((rows.scores, [nan if known.score is None else known.score for known in wanted]))
    assert rows == wanted
    assert list(rows) == wanted
    for epoch in range(len(wanted)):
        assert rows.best_until(epoch) == best_of(wanted[: epoch + 1], unit)
    for shown, then in given_away:
        assert np.array_equal(shown, then, equal_nan=True) if isinstance(shown, np.ndarray) else shown == then


@given(figures=st.lists(FIGURES, min_size=1, max_size=20), unit=st.sampled_from(Unit))
def test_read_from_a_file_or_lived_through_they_are_equal(figures, unit):
    lived = GrowingRows(unit)
    for three in figures:
        lived.append(*three)
    table = np.array(figures)
    table[~np.isfinite(table)] = nan
    read = Rows.of(table, unit)
    assert read == lived == lived.snapshot()
    assert [read.best_until(epoch) for epoch in range(-1, 25)] == [lived.best_until(epoch) for epoch in range(-1, 25)]


def test_rows_are_found_by_number_from_either_end():
    rows = GrowingRows(Unit.CM)
    for epoch in range(5):
        rows.append(epoch, 10 - epoch, 0.0)
    assert (rows[0].epoch, rows[-1].epoch, [row.epoch for row in rows[1:3]]) == (0, 4, [1, 2])
    for index in (5, -6):
        with pytest.raises(IndexError):
            rows[index]
    assert rows.best_until(-1) is None
    assert rows.best_until(99) == 6


def test_what_was_given_away_shows_for_ever_what_was_cut():
    rows = GrowingRows(Unit.CM)
    rows.append(1.0, 2.0, 3.0)
    snapshot, column = rows.snapshot(), rows.scores
    rows.cut(0)
    rows.append(4.0, 5.0, 6.0)
    assert (snapshot[0].score, column[0], rows[0].score) == (2, 2, 5)


def test_a_share_is_no_distance():
    assert Row(0, 1.0, 0.5, 1.0, Unit.SHARE).distance_cm is None
    assert Row(0, 1.0, 0.5, 1.0).distance_cm == 0.5


def test_nobody_writes_into_columns():
    rows = GrowingRows(Unit.CM)
    rows.append(1.0, 2.0, 3.0)
    for column in (rows.losses, rows.scores, rows.gradient_norms):
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 0.0


def test_a_hundred_thousand_epochs_take_a_few_megabytes():
    rows = GrowingRows(Unit.CM)
    for epoch in range(100_000):
        rows.append(epoch, epoch, epoch)
    assert rows.nbytes < 5_000_000
