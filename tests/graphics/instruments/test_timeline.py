from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import REVERSE
from chairgame.graphics.instruments.timeline import epoch_at, timeline
from tests.graphics.soundness import ASCII, HALF, MONO, TRUE, Terminal, assert_sound, labels, picture, terminals, widths

speeds = st.sampled_from(["", "×4", "×1000"])


def knob(width: int, capacity: int, speed: str, epoch: int) -> int:
    """The column in which an epoch's knob is drawn."""
    drawn = timeline(width, epoch, capacity, capacity, TRUE, HALF, speed_label=speed, playing=True)
    return drawn.lines()[0].index("●")


def test_trained_part_knob_and_counter() -> None:
    cells = timeline(60, 10, 15, 20, TRUE, HALF, speed_label="×4", playing=True, marks=[(5, "Y")])
    assert picture(cells) == " ◂◂ ▸  ▸▸  ├━━━━━━━Y━━━━━━━●━━━━━━━━━╌╌╌╌╌╌╌┤  10 / 15   ×4"


def test_ascii_paused_and_focused() -> None:
    cells = timeline(50, 0, 15, 20, MONO, ASCII, speed_label="×4", playing=False, focused=True)
    assert picture(cells) == " << || >>  O=================.....]   0 / 15   x4"
    assert cells.attributes[0, 11] & REVERSE


def test_a_narrow_row_keeps_the_bar() -> None:
    assert picture(timeline(8, 3, 7, 7, TRUE, HALF, speed_label="×4", playing=True)) == "├━━●━━━┤"
    assert picture(timeline(1, 3, 7, 7, TRUE, HALF, speed_label="×4", playing=True)) == "●"


@given(widths, st.integers(0, 3000), speeds, st.integers(-2, 101))
def test_a_click_puts_the_knob_under_the_mouse(width: int, capacity: int, speed: str, column: int) -> None:
    epoch = epoch_at(width, capacity, speed, column)
    if epoch is not None:
        assert 0 <= epoch <= capacity
        off = abs(knob(width, capacity, speed, epoch) - column)
        assert off == 0 if capacity >= width else off * capacity <= width / 2 + capacity


@given(st.integers(30, 100), st.integers(1, 10), speeds)
def test_few_epochs_are_each_found_at_their_knob(width: int, capacity: int, speed: str) -> None:
    for epoch in range(capacity + 1):
        assert epoch_at(width, capacity, speed, knob(width, capacity, speed, epoch)) == epoch


def test_beside_the_bar_there_is_no_epoch() -> None:
    drawn = timeline(60, 0, 20, 20, TRUE, HALF, speed_label="×4", playing=True).lines()[0]
    for column, glyph in enumerate(drawn):
        assert (epoch_at(60, 20, "×4", column) is not None) == (glyph in "●━┤")


@given(
    widths,
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(0, 300),
    labels,
    st.booleans(),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 300), labels), max_size=4),
    terminals,
)
def test_sound(
    width: int,
    epoch: int,
    newest: int,
    capacity: int,
    speed: str,
    playing: bool,
    focused: bool,
    marks: list[tuple[int, str]],
    terminal: Terminal,
) -> None:
    cells = timeline(
        width,
        epoch,
        newest,
        capacity,
        terminal.theme,
        terminal.glyphs,
        speed_label=speed,
        playing=playing,
        focused=focused,
        marks=marks,
    )
    assert_sound(cells, 1, width, terminal)
