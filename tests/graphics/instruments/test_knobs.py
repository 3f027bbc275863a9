"""Knobs: rows where room is narrow, large ones in two columns where there is room; sound at every size."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.instruments.knobs import CELL_COLUMNS, KNOB_ROWS, ROW_COLUMNS, Knob, knobs_board, small_knob
from tests.graphics.soundness import ASCII, HALF, TRUE, Terminal, assert_sound, heights, picture, terminals, widths

SLOPE = Knob(0.17, "+2", is_turned=True, figure="−1.9", way=-1.9, bar=0.75)
REST = Knob(0.0, "0", figure="?")
SIGNAL = Knob(-0.5, "−6", tick=-0.8, figure="1.2", way=-1.2, bar=0.6)

shares = st.floats(-3, 3)
texts = st.text("0123456789+−,.?*", max_size=7)
knobs = st.lists(
    st.builds(Knob, shares, texts, st.booleans(), st.one_of(st.none(), shares), texts, shares, shares), max_size=10
)


def test_rows_say_where_each_stands_and_what_a_click_is_worth() -> None:
    assert picture(knobs_board(2, ROW_COLUMNS, [SLOPE, REST], 0, TRUE, HALF)) == "[1] ●╱ +2* −1.9 ▮▮▮\n 2 ·●·  0     ?"
    plain = picture(knobs_board(2, ROW_COLUMNS, [SLOPE, REST], 0, TRUE, ASCII))
    assert plain == "[1](/) +2* -1.9 ###\n 2 (|)  0     ?"


def test_a_row_with_a_signal_has_its_arrow_and_no_figure() -> None:
    assert picture(knobs_board(1, ROW_COLUMNS, [SIGNAL], 1, TRUE, HALF)) == " 1 ╲●    −6  ← ▮▮▮"
    assert picture(knobs_board(1, ROW_COLUMNS, [SIGNAL], 1, TRUE, ASCII)) == " 1 (\\)   -6  < ###"


@pytest.mark.parametrize(
    ("position", "plain", "drawn"),
    [(-1, "(\\)", "─● "), (-0.1, "(\\)", "╲● "), (0, "(|)", "·●·"), (0.1, "(/)", " ●╱"), (1, "(/)", " ●─")],
)
def test_a_small_knob_points_where_it_stands(position: float, plain: str, drawn: str) -> None:
    assert small_knob(position, ASCII) == plain
    assert small_knob(position, HALF) == drawn


def test_large_knobs_stand_in_two_columns_where_all_fit() -> None:
    board = picture(knobs_board(KNOB_ROWS, 2 * CELL_COLUMNS, [SLOPE, SIGNAL], 1, TRUE, ASCII)).split("\n")
    assert board == ["    .-.  +2*       .-.  -6", " 1 (  /) -1.9  [2]o\\  ) <1.2", "    '-'  ####      '-'  ##"]


@given(position=st.floats(-1, 1), tick=st.floats(-1, 1))
def test_a_tick_is_seen_beside_the_pointer_wherever_both_are(position: float, tick: float) -> None:
    without = knobs_board(
        KNOB_ROWS, 2 * CELL_COLUMNS, [replace(SIGNAL, position=position, tick=position)] * 2, 0, TRUE, HALF
    )
    board = knobs_board(KNOB_ROWS, 2 * CELL_COLUMNS, [replace(SIGNAL, position=position, tick=tick)] * 2, 0, TRUE, HALF)
    assert (board.foreground == TRUE.listen).any()
    assert abs(position - tick) < 0.2 or (board.glyph != without.glyph).any()


@given(heights, widths, knobs, st.integers(0, 9), terminals)
def test_sound(height: int, width: int, board: list[Knob], selected: int, terminal: Terminal) -> None:
    cells = knobs_board(height, width, board, selected, terminal.theme, terminal.glyphs)
    assert_sound(cells, height, width, terminal)
