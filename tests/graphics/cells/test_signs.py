"""Signs of two cells and of several code points: never torn, never a cell out of place."""

import numpy as np
import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.changes import Shown
from chairgame.graphics.cells.signs import cut, is_plain, width_of
from chairgame.terminal.depth import GlyphSet
from chairgame.text.clean import clean
from chairgame.words.graphemes import graphemes

ASTRONAUT = "👩\u200d🚀"
SIGNS = ["a", "ł", "犬", ASTRONAUT, "🇵🇱", "❤\ufe0f", "e\u0323\u0301", "שָ", "हि", "ـ", " ", "\u200c"]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=8).map("".join)
WIDTH = 12


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("kot", 3),
        ("łódź", 4),
        ("犬", 2),
        (ASTRONAUT, 2),
        ("🇵🇱", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("e\u0301", 1),
        ("שָׁ", 1),
        ("हि", 2),
    ],
)
def test_a_sign_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert width_of(text) == width


def test_what_is_drawn_is_read_back() -> None:
    cells = Cells.blank(1, WIDTH)
    assert cells.put(0, 0, f"犬{ASTRONAUT}ał🇵🇱") == 8
    assert cells.lines() == [f"犬{ASTRONAUT}ał🇵🇱" + 4 * " "]


@given(text=TEXTS, column=st.integers(-6, WIDTH + 2))
def test_at_the_edges_half_a_sign_is_left_blank(text: str, column: int) -> None:
    cells = Cells.blank(1, WIDTH)
    cells.put(0, column, text)
    line = cells.lines()[0]
    assert width_of(line) == WIDTH
    assert all(sign in graphemes(clean(text)) or sign in " ?◌" or sign[0] == "◌" for sign in graphemes(line))


@given(text=TEXTS, over=TEXTS, column=st.integers(0, WIDTH))
def test_what_is_drawn_over_half_a_sign_leaves_a_blank(text: str, over: str, column: int) -> None:
    cells = Cells.blank(1, WIDTH)
    cells.put(0, 0, text)
    cells.put(0, column, over)
    assert width_of(cells.lines()[0]) == WIDTH
    assert width_of(cells.columns(column, WIDTH).lines()[0]) == WIDTH - column


@given(text=TEXTS, width=st.integers(0, 12), glyphs=st.sampled_from([GlyphSet.BLOCKS, GlyphSet.ASCII]))
def test_a_label_is_cut_in_whole_signs(text: str, width: int, glyphs: GlyphSet) -> None:
    label = cut(text, width, glyphs)
    assert width_of(label) <= width
    assert clean(label) == label
    assert label.isascii() or glyphs is not GlyphSet.ASCII
    if glyphs is GlyphSet.BLOCKS:
        whole = graphemes(clean(text))
        kept = graphemes(label.removesuffix("…"))
        assert kept == whole[: len(kept)]


def test_most_text_takes_the_short_way() -> None:
    assert is_plain("Zażółć gęślą jaźń ▸ ████ привіт …")
    assert not any(map(is_plain, ["犬", "e\u0323\u0301", "\u0301", ASTRONAUT]))


def shown(screen: pyte.Screen) -> list[str]:
    return [screen.buffer[0][column].data for column in range(WIDTH)]


@settings(max_examples=200)
@given(texts=st.lists(st.tuples(TEXTS, st.integers(0, 5)), min_size=1, max_size=4))
def test_changed_spans_show_what_whole_rows_show(texts: list[tuple[str, int]]) -> None:
    screen, memory = pyte.Screen(WIDTH, 2), Shown(2, WIDTH)
    stream = pyte.Stream(screen)
    for text, column in texts:
        cells = Cells.blank(1, WIDTH)
        cells.put(0, column, text, attributes=BOLD if column % 2 else 0)
        memory.begin()
        stream.feed("\x1b[1;1H" + memory.change(cells, 0, 0, WIDTH, (0, 0)))
        whole = pyte.Screen(WIDTH, 2)
        pyte.Stream(whole).feed(ansi_row(cells, 0))
        assert shown(screen) == shown(whole)


def test_a_sign_that_a_terminal_draws_in_pieces_moves_nothing_behind_it() -> None:
    """This terminal knows no joiners and takes four cells for the astronaut."""
    cells = Cells.blank(1, WIDTH)
    cells.put(0, 0, f"{ASTRONAUT}| kot")
    screen = pyte.Screen(WIDTH, 1)
    pyte.Stream(screen).feed(ansi_row(cells, 0))
    assert "".join(shown(screen)[2:7]) == "| kot"


def test_plain_pictures_are_encoded_as_ever() -> None:
    cells = Cells.blank(1, 4)
    cells.put(0, 0, "łań")
    assert ansi_row(cells, 0) == "łań "
    assert cells.glyph.dtype == np.int32
