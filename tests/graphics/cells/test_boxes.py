from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from tests.graphics.soundness import ASCII, HALF, MONO, TRUE, Terminal, assert_sound, labels, picture, terminals


def _content(height: int, width: int) -> Cells:
    cells = Cells.blank(height, width)
    cells.put(0, 0, "inside")
    return cells


def test_title_and_corner_stand_in_the_border() -> None:
    assert picture(framed(_content(1, 20), "brain", TRUE, HALF, False, "cm")) == (
        "╭─ brain ─────── cm ─╮\n│inside              │\n╰────────────────────╯"
    )


def test_focus_is_seen_without_colour() -> None:
    assert picture(framed(_content(1, 12), "brain", MONO, HALF, True)) == (
        "┏━ brain ━━━━┓\n┃inside      ┃\n┗━━━━━━━━━━━━┛"
    )
    assert picture(framed(_content(1, 12), "brain", MONO, ASCII, True)) == (
        "#= brain ====#\n|inside      |\n#============#"
    )
    assert picture(framed(_content(1, 12), "brain", MONO, ASCII, False)) == (
        "+- brain ----+\n|inside      |\n+------------+"
    )


def test_a_title_too_long_is_cut_and_the_corner_gives_way() -> None:
    assert framed(_content(1, 10), "black box", TRUE, HALF, False, "epoch").lines()[0] == "╭─ black… ─╮"
    assert framed(_content(1, 3), "black box", TRUE, HALF, False).lines()[0] == "╭───╮"


@given(st.integers(0, 9), st.integers(0, 40), labels, labels, st.booleans(), terminals)
def test_sound(height: int, width: int, title: str, corner: str, focused: bool, terminal: Terminal) -> None:
    cells = framed(Cells.blank(height, width), title, terminal.theme, terminal.glyphs, focused, corner)
    assert_sound(cells, height + 2, width + 2, terminal)
