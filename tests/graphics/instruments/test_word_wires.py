"""The table of wires into words, and the bars of their probabilities: exact text."""

import pytest

from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.word_bars import WordBar, word_bars
from chairgame.graphics.instruments.word_wires import WireTable, WireTableText, word_wires
from chairgame.terminal.depth import ColourDepth, GlyphSet

THEME = theme_for(ColourDepth.TRUECOLOR)
TABLE = WireTable([0.21, -0.9], [[0.1, -2.0], [0.6, -0.04]], ["Ala", "kota"], [0.44, -0.84], (1, 0))
TEXT = WireTableText("neuron", "signal")
BARS = [WordBar("Ala", 0.5), WordBar("kota", 0.25, "wanted")]


def test_a_wire_is_as_thick_as_its_weight_and_the_chosen_one_in_brackets() -> None:
    assert word_wires(4, 41, TABLE, TEXT, THEME, GlyphSet.BLOCKS).lines() == [
        " neuron              Ala          kota   ",
        "h1 ○ +0.21 ╌╌╌╌╌╌╌  +0.1 ━━━━━━━  −2.0   ",
        "h2 ◆ −0.90 ─────── [+0.6]╌╌╌╌╌╌╌  +0.0   ",
        "signal             +0.44         −0.84   ",
    ]


def test_in_ascii_too_and_of_more_rows_each_takes_two() -> None:
    lines = word_wires(7, 41, TABLE, TEXT, THEME, GlyphSet.ASCII).lines()
    assert "".join(lines).isascii()
    assert lines[2].startswith("h1 o +0.21 .......  +0.1 =")
    assert lines[4].startswith("h2 * -0.90 ------- [+0.6]")
    assert lines[6].startswith("signal")


@pytest.mark.parametrize("width", [1, 5, 12, 20, 36])
def test_a_picture_has_the_size_that_was_asked_for(width: int) -> None:
    assert word_wires(4, width, TABLE, TEXT, THEME, GlyphSet.BLOCKS).glyph.shape == (4, width)
    assert word_bars(width, BARS, THEME, GlyphSet.BLOCKS).glyph.shape == (2, width)


def test_bars_are_as_long_as_their_shares_and_say_them() -> None:
    assert word_bars(40, BARS, THEME, GlyphSet.BLOCKS).lines() == [
        " Ala  █████████ 50 %                    ",
        " kota ████ 25 %  ◂ wanted               ",
    ]
    assert word_bars(40, BARS, THEME, GlyphSet.ASCII, step=2).lines()[2] == " kota #### 25 %  < wanted               "
