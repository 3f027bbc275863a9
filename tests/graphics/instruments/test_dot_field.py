"""Heaps of dots: as many as there are weights, each in its own corner, and seen without braille as well."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.dot_field import Heap, dot_field
from chairgame.terminal.depth import ColourDepth, GlyphSet

THEME = theme_for(ColourDepth.TRUECOLOR)


def dots_of(cells) -> int:
    raised = cells.glyph[cells.glyph != ord(" ")] & 0xFF
    return int(sum(int(bits).bit_count() for bits in raised))


@given(dots=st.integers(0, 14 * 24 * 8))
def test_a_heap_alone_has_as_many_dots_as_it_should(dots):
    assert dots_of(dot_field(14, 24, [Heap(dots)], False, THEME, GlyphSet.BLOCKS)) == dots


def test_less_than_half_a_dot_is_not_seen():
    assert dots_of(dot_field(4, 8, [Heap(0.49)], False, THEME, GlyphSet.BLOCKS)) == 0
    assert dots_of(dot_field(4, 8, [Heap(0.51)], False, THEME, GlyphSet.BLOCKS)) == 1


def test_a_smaller_heap_stands_in_the_corner_of_the_larger_one_with_a_gap_around_it():
    cells = dot_field(4, 8, [Heap(9, is_lit=True), Heap(100)], False, THEME, GlyphSet.BLOCKS)
    assert cells.lines() == ["        ", "⣤⣤⣤⣤⣤   ", "⣿⣿⣿⣿⣿   ", "⣶⡆⣿⣿⣿   "]
    assert (cells.foreground[-1, :2] == THEME.focus).all()
    assert cells.foreground[-1, 2] == THEME.measure


@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_what_is_around_is_sparse_and_everywhere(glyphs):
    cells = dot_field(3, 6, [], True, THEME, glyphs)
    assert len(np.unique(cells.glyph)) == 1
    assert (cells.foreground == THEME.dim).all()
    if glyphs is GlyphSet.ASCII:
        assert "".join(cells.lines()).isascii()
    else:
        assert dots_of(cells) == 3 * 6 * 4
