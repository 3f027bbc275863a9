"""A row as escape codes, read back by an independent terminal (pyte): the same glyphs, colours and attributes."""

import re

import numpy as np
import pyte
from hypothesis import given
from hypothesis import strategies as st
from pyte.graphics import FG_BG_256
from pyte.screens import Char

from chairgame.graphics.cells.ansi import TOLERANCE, ansi_row
from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, UNDERLINE, Cells

NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
COLOURS = st.just(DEFAULT) | st.integers(0, 0xFFFFFF) | st.integers(0, 255).map(lambda index: INDEXED + index)
NEAR_COLOURS = st.integers(0x40, 0x46).map(lambda level: level << 16 | level << 8 | level)
GLYPHS = st.sampled_from(" Aaż▀▄█⣿─●")
ATTRIBUTES = st.sampled_from([0, 0, BOLD, UNDERLINE, REVERSE, BOLD | UNDERLINE, BOLD | REVERSE | UNDERLINE])


@st.composite
def rows(draw: st.DrawFn, colours: st.SearchStrategy[int] = COLOURS) -> Cells:
    cells = draw(st.lists(st.tuples(GLYPHS, colours, colours, ATTRIBUTES), min_size=1, max_size=20))
    glyphs, foreground, background, attributes = zip(*cells, strict=True)
    return Cells(
        np.array([[ord(glyph) for glyph in glyphs]], np.int32),
        np.array([foreground], np.int32),
        np.array([background], np.int32),
        np.array([attributes], np.uint8),
    )


def read(text: str, width: int) -> list[Char]:
    """The cells of a terminal's first row after the text."""
    screen = pyte.Screen(width + 1, 2)
    pyte.Stream(screen).feed(text)
    return [screen.buffer[0][column] for column in range(width)]


def is_colour(read_colour: str, wanted: int) -> bool:
    """Whether what pyte calls a colour is the wanted one, truecolor within the tolerance."""
    if wanted == DEFAULT:
        return read_colour == "default"
    if wanted >= INDEXED:
        index, read_colour = wanted - INDEXED, read_colour.replace("bfight", "bright")  # so pyte spells one of them
        names = {NAMES[index]} if index < 8 else {"bright" + NAMES[index - 8]} if index < 16 else set()
        return read_colour.replace("yellow", "brown") in names or (index >= 16 and read_colour == FG_BG_256[index])
    if not re.fullmatch("[0-9a-f]{6}", read_colour):
        return False
    channels = (int(read_colour[i : i + 2], 16) - (wanted >> shift & 255) for i, shift in ((0, 16), (2, 8), (4, 0)))
    return max(abs(off) for off in channels) <= TOLERANCE


def check(cells: Cells) -> None:
    shown = read(ansi_row(cells, 0), cells.width)
    for column, char in enumerate(shown):
        glyph, attributes = chr(cells.glyph[0, column]), int(cells.attributes[0, column])
        assert char.data == glyph
        assert is_colour(char.bg, int(cells.background[0, column]))
        if glyph != " " or attributes & (REVERSE | UNDERLINE):  # nobody sees the foreground of a blank
            assert is_colour(char.fg, int(cells.foreground[0, column]))
        assert (char.bold, char.underscore, char.reverse) == tuple(
            bool(attributes & bit) for bit in (BOLD, UNDERLINE, REVERSE)
        )


@given(rows())
def test_a_terminal_shows_the_cells(cells: Cells) -> None:
    check(cells)


@given(rows(NEAR_COLOURS))
def test_near_colours_never_drift_beyond_the_tolerance(cells: Cells) -> None:
    check(cells)


@given(rows())
def test_a_row_ends_with_the_terminals_own_colours(cells: Cells) -> None:
    behind = read(ansi_row(cells, 0) + "x", cells.width + 1)[-1]
    assert behind == Char("x")


def test_a_row_without_colours_is_its_text_alone() -> None:
    cells = Cells.blank(1, 5)
    cells.put(0, 1, "leg")
    assert ansi_row(cells, 0) == " leg "


def test_dim_is_written_and_taken_back() -> None:
    cells = Cells.blank(1, 3)
    cells.put(0, 1, "x", attributes=DIM)
    assert ansi_row(cells, 0) == " \x1b[0;2mx\x1b[0m "


def test_a_row_without_columns_is_nothing() -> None:
    assert ansi_row(Cells.blank(1, 0), 0) == ""
