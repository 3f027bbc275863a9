import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.instruments.headphones import headphones
from tests.graphics.soundness import (
    ASCII,
    HALF,
    TRUE,
    Terminal,
    any_floats,
    assert_sound,
    labels,
    picture,
    terminals,
    widths,
)

SIGNAL = np.array([0.0, 0.5, -1.0, 0.25])


def test_one_row() -> None:
    assert picture(headphones(1, 30, SIGNAL, "volume 0.030", None, TRUE, HALF)) == "─────◖▁▄█▂◗─────  volume 0.030"
    assert picture(headphones(1, 30, SIGNAL, "volume 0.030", None, TRUE, ASCII)) == "-----(.=#:)-----  volume 0.030"


def test_three_rows_have_a_headband_and_taller_bars() -> None:
    assert picture(headphones(3, 14, SIGNAL, "", None, TRUE, HALF)) == ("    ╭────╮\n    ▐  █ ▌\n────▐▁██▄▌────")


def test_the_text_moves_below_where_there_is_no_room_beside() -> None:
    assert picture(headphones(2, 14, SIGNAL, "volume 0.030", None, TRUE, HALF)) == "────◖▁▄█▂◗────\n volume 0.030"


def test_the_pulse_runs_from_the_box_at_the_right_to_the_brain_at_the_left() -> None:
    drawn = [picture(headphones(1, 14, SIGNAL, "", progress, TRUE, HALF)) for progress in (0.0, 0.5, 1.0)]
    assert drawn == ["────◖▁▄█▂◗───●", "────◖▁▄█▂◗────", "●───◖▁▄█▂◗────"]


def test_what_the_pulse_has_passed_is_lit() -> None:
    before, amid, after = (headphones(1, 14, SIGNAL, "", p, TRUE, HALF).foreground[0, 5:9] for p in (0.0, 0.5, 1.0))
    assert list(before) == [TRUE.dim] * 4
    assert list(amid) == [TRUE.dim, TRUE.dim, TRUE.bright, TRUE.listen]
    assert list(after) == [TRUE.listen] * 4


def test_many_parts_share_bars_and_the_loudest_counts() -> None:
    signal = np.zeros(100)
    signal[50] = 1.0
    assert picture(headphones(1, 8, signal, "", None, TRUE, HALF)).count("█") == 1


@given(
    st.integers(1, 4),
    widths,
    st.lists(any_floats, max_size=40),
    labels,
    st.one_of(st.none(), st.floats(0, 1)),
    terminals,
)
def test_sound(
    height: int, width: int, signal: list[float], text: str, progress: float | None, terminal: Terminal
) -> None:
    cells = headphones(height, width, np.array(signal), text, progress, terminal.theme, terminal.glyphs)
    assert_sound(cells, height, width, terminal)
