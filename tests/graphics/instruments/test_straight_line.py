"""The promise and the measure race along one scale; in the chart the diagonal is where both are the same."""

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.instruments.straight_line import promise_chart, promise_track
from chairgame.text.catalogue import Catalogue
from tests.graphics.soundness import ASCII, HALF, TRUE, Terminal, assert_sound, heights, picture, terminals, widths

EN = Catalogue("en")
BEND = "the hill bends"
cm = st.floats(-100, 1000)


def test_the_gap_between_promise_and_measure_is_bracketed_with_what_it_means() -> None:
    assert picture(promise_track(41, 50.0, 10.0, 20.0, BEND, TRUE, HALF)) == (
        "0───────◇───────●────────────────────────\n        ╰───────╯ the hill bends"
    )
    assert picture(promise_track(41, 50.0, 10.0, 20.0, BEND, TRUE, ASCII)) == (
        "0-------o-------*------------------------\n        \\_______/ the hill bends"
    )


def test_where_the_note_does_not_fit_behind_the_gap_it_stands_before_it() -> None:
    assert picture(promise_track(31, 50.0, 35.0, 45.0, BEND, TRUE, HALF)) == (
        "0────────────────────◇─────●───\n      the hill bends ╰─────╯"
    )


def test_a_promise_of_less_than_nothing_stands_at_the_scales_beginning() -> None:
    assert picture(promise_track(11, 50.0, -7.2, None, BEND, TRUE, HALF)) == "◇──────────\n"


def test_a_leap_that_kept_its_promise_stands_on_the_diagonal_and_one_that_did_not_above_it() -> None:
    chart = picture(promise_chart(12, 21, [(25.0, 25.0), (10.0, 30.0)], 50.0, TRUE, ASCII, EN)).split("\n")
    assert chart[0] == "measured cm"
    assert chart[-1] == "0 - 50    promised cm"
    kept = next(row for row in chart[1:-1] if "1" in row)
    bent = next(row for row in chart[1:-1] if "2" in row)
    assert abs(kept.index("1") - kept.rindex(".")) == 1
    assert bent.index(".") - bent.index("2") > 3


@given(widths, st.floats(0, 1000), cm, st.one_of(st.none(), cm), terminals)
def test_the_track_is_sound(
    width: int, start: float, promised: float, measured: float | None, terminal: Terminal
) -> None:
    cells = promise_track(width, start, promised, measured, BEND, terminal.theme, terminal.glyphs)
    assert_sound(cells, 2, width, terminal)


@given(heights, widths, st.lists(st.tuples(cm, cm), max_size=12), st.floats(1, 1000), terminals)
def test_the_chart_is_sound(
    height: int, width: int, leaps: list[tuple[float, float]], start: float, terminal: Terminal
) -> None:
    cells = promise_chart(height, width, leaps, start, terminal.theme, terminal.glyphs, EN)
    assert_sound(cells, height, width, terminal)
