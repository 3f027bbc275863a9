import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import DIM
from chairgame.graphics.instruments.plots import _Axes, _dots, loss_curve
from chairgame.terminal.depth import ColourDepth
from tests.graphics.soundness import (
    ASCII,
    HALF,
    MONO,
    TRUE,
    Terminal,
    any_floats,
    assert_sound,
    heights,
    labels,
    picture,
    terminals,
    widths,
)

FALLING = np.geomspace(50, 1, 30)


def test_a_curve_that_falls_by_a_constant_factor_is_a_straight_line() -> None:
    assert picture(loss_curve(6, 20, [FALLING], 0, TRUE, ASCII)) == (
        "   |O**\n   || ****\n10 +|    ***\n   ||      ****\n   ||         ****\n 1 +|            ***"
    )


def test_braille_with_two_ticks() -> None:
    assert picture(loss_curve(4, 16, [np.array([10.0, 1.0])], 1, TRUE, HALF)) == (
        "10 ┤⠳⢦⣀        ┊\n   │  ⠉⠳⢦⣀     ┊\n   │     ⠉⠛⢦⣄  ┊\n 1 ┤        ⠈⠛⢦●"
    )


def test_the_scale_stands_on_whole_steps_and_leaves_out_what_is_no_number() -> None:
    wild = np.array([np.nan, 31.0, np.inf, 0.0, -4.0, 4.0])
    lines = loss_curve(10, 30, [wild], 1, TRUE, ASCII).lines()
    assert [line[:3] for line in lines if line[:3].strip()] == ["50 ", "20 ", "10 ", " 5 ", " 2 "]


def test_nothing_to_draw_is_a_blank_panel() -> None:
    assert picture(loss_curve(2, 9, [np.array([np.nan, 0.0])], 0, TRUE, HALF)) == "\n"


def test_a_peak_among_many_epochs_is_kept() -> None:
    quiet = np.full(5000, 1.0)
    quiet[2600] = 50.0
    lines = loss_curve(8, 40, [quiet], 0, TRUE, ASCII).lines()
    assert lines[0].count("*") == 1


@settings(max_examples=30)
@example(np.array([0.0, 9.99e11, 9998.0, 8998.0]), 1, 16)
@given(st.lists(any_floats, max_size=300).map(np.array), st.integers(1, 20), st.integers(1, 60))
def test_the_line_goes_through_the_least_and_the_most_of_every_column(
    branch: np.ndarray, rows: int, columns: int
) -> None:
    axes = _Axes(0, rows, columns, -3.0, 3.0, max(1, len(branch) - 1))
    dots = _dots(branch, axes)
    there = np.isfinite(branch) & (branch > 0)
    xs, ys = axes.dot_x(np.flatnonzero(there)), np.rint(axes.dot_y(branch[there]))
    for column in range(2 * columns):
        here = ys[xs == column]
        for y in here[(here >= 0) & (here < 4 * rows)]:
            assert dots[int(y), column]
        if len(here) and here.min() >= 0 and here.max() < 4 * rows:
            assert dots[int(here.min()) : int(here.max()) + 1, column].all()


def test_the_cursor_marks_its_epoch_on_the_line() -> None:
    for cursor in (0, 12, 29):
        cells = loss_curve(6, 33, [FALLING], cursor, TRUE, ASCII)
        column = next(line.index("O") for line in cells.lines() if "O" in line)
        assert column == 4 + round(cursor / 29 * 57) // 2


def test_the_second_branch_is_dotted_and_dim() -> None:
    cells = loss_curve(6, 40, [FALLING, np.full(30, 20.0)], 0, MONO, ASCII)
    dots = np.argwhere(cells.glyph == ord("."))
    assert len(dots) > 5
    assert all(cells.attributes[y, x] == DIM for y, x in dots)


def test_the_horizon_leaves_room_for_what_is_to_come_and_markers_stand_below() -> None:
    lines = loss_curve(5, 44, [FALLING], 0, TRUE, ASCII, horizon=58, markers=[(58, "Y", TRUE.warning)]).lines()
    assert max(line.rfind("*") for line in lines) == 4 + 20
    assert lines[-1].endswith("Y")


def test_ticks_are_written_in_the_players_own_way() -> None:
    lines = loss_curve(5, 30, [np.array([0.5, 0.1])], 0, TRUE, HALF, format=lambda cm: f"{cm:.1f}".replace(".", ","))
    assert lines.lines()[0].startswith("0,5 ┤")


branches = st.lists(st.lists(any_floats, max_size=60).map(np.array), min_size=1, max_size=3)


@given(heights, widths, branches, st.integers(-3, 70), st.integers(0, 200), st.tuples(st.integers(), labels), terminals)
@example(5, 20, [np.array([1e-320, 1e308])], 0, 0, (0, "x"), Terminal(ColourDepth.NONE, HALF))
def test_sound(
    height: int,
    width: int,
    series: list[np.ndarray],
    cursor: int,
    horizon: int,
    marker: tuple[int, str],
    terminal: Terminal,
) -> None:
    marks = [(*marker, terminal.theme.warning)]
    cells = loss_curve(height, width, series, cursor, terminal.theme, terminal.glyphs, horizon=horizon, markers=marks)
    assert_sound(cells, height, width, terminal)
