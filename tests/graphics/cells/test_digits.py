from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.digits import big_text, big_text_width
from tests.graphics.soundness import ASCII, HALF, TRUE, Terminal, assert_sound, labels, picture, terminals


def test_numbers_in_half_blocks() -> None:
    assert picture(big_text("12.4", TRUE.bright, TRUE, HALF)) == ("▄█  ▄▀▀▄   █  █\n █    ▄▀   █▄▄█\n▄█▄ ▄█▄▄ ▄    █")


def test_numbers_in_ascii() -> None:
    assert picture(big_text("−3,5 cm", TRUE.bright, TRUE, ASCII)) == (
        "    _     _\n__  _|   |_      _  _ _\n    _| ,  _|    |_ | | |"
    )


def test_no_two_letters_look_alike() -> None:
    for glyphs in (HALF, ASCII):
        pictures = [picture(big_text(letter, 0, TRUE, glyphs)) for letter in "0123456789.,-+cm"]
        assert len(set(pictures)) == len(pictures)


def test_an_unknown_letter_stands_small_on_the_baseline() -> None:
    assert big_text("x", 0, TRUE, HALF).lines() == [" ", " ", "x"]


@given(st.one_of(labels, st.text("0123456789.,-+cm ", max_size=12)), terminals)
def test_sound(text: str, terminal: Terminal) -> None:
    cells = big_text(text, terminal.theme.bright, terminal.theme, terminal.glyphs)
    assert_sound(cells, 3, big_text_width(text, terminal.glyphs), terminal)
