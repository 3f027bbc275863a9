"""What a terminal shows after any series of changed spans is what it would show had all been written whole."""

import numpy as np
import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.graphics.cells.ansi import TOLERANCE, ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.changes import Shown
from tests.graphics.cells.test_ansi import COLOURS, NEAR_COLOURS, rows

HEIGHT, WIDTH = 3, 12
SCREEN = (HEIGHT + 2, WIDTH + 4)


def move(row: int, column: int) -> str:
    return f"\x1b[{row + 1};{column + 1}H"


@st.composite
def pictures(draw: st.DrawFn) -> Cells:
    """Few colours near one another, so that much stays as it was from picture to picture."""
    colours = draw(st.sampled_from([NEAR_COLOURS, COLOURS]))
    cells = Cells.blank(HEIGHT, WIDTH)
    for row in range(HEIGHT):
        line = draw(rows(colours))
        cells.blit(line, row, draw(st.integers(0, WIDTH - 1)))
    return cells


def terminal() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(SCREEN[1], SCREEN[0])
    return screen, pyte.Stream(screen)


def is_near(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    except ValueError:
        return False
    return all(abs(a - b) <= 2 * TOLERANCE for a, b in pairs)  # both may be off, in opposite ways


def check_same(one: pyte.Screen, other: pyte.Screen) -> None:
    for row in range(SCREEN[0]):
        for column in range(SCREEN[1]):
            a, b = one.buffer[row][column], other.buffer[row][column]
            assert a.data == b.data
            assert (a.bold, a.underscore, a.reverse) == (b.bold, b.underscore, b.reverse)
            assert is_near(a.bg, b.bg)
            assert a.data == " " or is_near(a.fg, b.fg)


@settings(max_examples=60)
@given(st.lists(st.tuples(pictures(), st.integers(0, 2), st.integers(0, 4), st.booleans()), min_size=1, max_size=6))
def test_changes_end_where_whole_pictures_do(series: list[tuple[Cells, int, int, bool]]) -> None:
    shown = Shown(*SCREEN)
    (changed, changing), (whole, writing) = terminal(), terminal()
    for cells, top, left, forget in series:
        if forget:
            shown.forget()
        for row in range(cells.height):
            changing.feed(move(top + row, left) + shown.change(cells, row, 0, cells.width, (top + row, left)))
            writing.feed(move(top + row, left) + ansi_row(cells, row))
    check_same(changed, whole)


@given(pictures())
def test_what_is_shown_already_costs_nothing(cells: Cells) -> None:
    shown = Shown(*SCREEN)
    for row in range(HEIGHT):
        shown.change(cells, row, 0, WIDTH, (row, 0))
    assert [shown.change(cells, row, 0, WIDTH, (row, 0)) for row in range(HEIGHT)] == [""] * HEIGHT


@given(pictures(), st.integers(0, WIDTH - 1), st.integers(1, WIDTH))
def test_a_part_of_a_row_is_drawn_at_its_place(cells: Cells, start: int, length: int) -> None:
    end = min(WIDTH, start + length)
    (changed, changing), (whole, writing) = terminal(), terminal()
    changing.feed(move(1, 2 + start) + Shown(*SCREEN).change(cells, 0, start, end, (1, 2 + start)))
    part = Cells(
        *(array[:1, start:end] for array in (cells.glyph, cells.foreground, cells.background, cells.attributes))
    )
    writing.feed(move(1, 2 + start) + ansi_row(part, 0))
    check_same(changed, whole)


def test_small_steps_do_not_add_up() -> None:
    shown = Shown(1, 1)
    drawn = []
    for level in range(0x40, 0x70):
        cells = Cells.blank(1, 1, background=level << 16)
        drawn.append(shown.change(cells, 0, 0, 1, (0, 0)) != "")
    assert sum(drawn) >= (0x70 - 0x40) // (TOLERANCE + 1)


def test_beyond_the_screen_rows_are_written_whole() -> None:
    cells = Cells.blank(1, 4, background=0x102030)
    shown = Shown(1, 4)
    assert [shown.change(cells, 0, 0, 4, (0, 2)), shown.change(cells, 0, 0, 4, (5, 0))] == [ansi_row(cells, 0)] * 2
    assert np.count_nonzero(shown._known) == 0
