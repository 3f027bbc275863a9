"""Tokens as exact text: lines between them, dots for blanks, counts with bars, and nothing where counts are hidden."""

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import UNDERLINE, Cells
from chairgame.graphics.cells.signs import width_of
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.token_text import (
    Length,
    PairRow,
    cut_word,
    length_bars,
    pair_list,
    seen,
    token_lines,
)
from chairgame.terminal.depth import ColourDepth, GlyphSet

THEME = theme_for(ColourDepth.NONE)
BLOCKS, ASCII = GlyphSet.BLOCKS, GlyphSet.ASCII
TOKENS = ["Ala", " ma", " ", "kota", ".", "\n", "A"]


def lines(cells: Cells) -> list[str]:
    return [line.rstrip() for line in cells.lines()]


def test_a_text_is_cut_where_its_tokens_end():
    cells = token_lines(3, 12, TOKENS, " ma", THEME, BLOCKS)
    assert lines(cells) == ["Ala|·ma|·|", "kota|.|·|A|", ""]
    assert ((cells.attributes & UNDERLINE) > 0).nonzero()[1].tolist() == [4, 5, 6]


def test_a_blank_is_a_low_line_in_ascii():
    assert lines(token_lines(1, 20, [" łódź", "!"], None, THEME, ASCII)) == ["_lodz|!|"]


def test_a_sign_of_two_cells_keeps_its_place():
    assert seen(" 犬", BLOCKS) == "·犬"
    row = token_lines(1, 12, ["犬", " 犬", "a"], None, THEME, BLOCKS).lines()[0]
    assert row.startswith("犬|·犬|a|")
    assert width_of(row) == 12


def test_pairs_have_counts_and_bars():
    rows = [PairRow("i", "e", 1058, "1,058"), PairRow(" ", "p", 529, "529")]
    assert lines(pair_list(3, 30, rows, 1, THEME, BLOCKS)) == [
        " i + e → ie  1,058 ██████████",
        "[· + p → ·p]   529 █████",
        "",
    ]


def test_where_counts_are_hidden_nothing_tells_them():
    rows = [PairRow("i", "e", None, "1,058"), PairRow(" ", "p", None, "529")]
    assert lines(pair_list(2, 30, rows, 0, THEME, ASCII)) == ["[i + e -> ie]", " _ + p -> _p"]


def test_the_chosen_pair_is_among_those_that_fit():
    rows = [PairRow(letter, "x", 9, "9") for letter in "abcdef"]
    assert lines(pair_list(2, 20, rows, 4, THEME, BLOCKS))[1].startswith("[e + x → ex]")


def test_a_word_with_its_tokens():
    line = cut_word(40, "tokens:", [" nau", "czy", "ła", "b", "ym"], "5 tokens", THEME, BLOCKS)
    assert lines(line) == ["tokens: ·nau|czy|ła|b|ym|       5 tokens"]


def test_what_was_saved_is_a_length():
    lengths = [Length("you", 90, "90", is_own=True), Length("machine", 80, "80")]
    assert lines(length_bars(31, lengths, 80, 100, THEME, BLOCKS)) == [
        "you     90 ██████████",
        "machine 80 " + "█" * 20,
    ]


@given(
    tokens=st.lists(st.text(min_size=1, max_size=6), max_size=30),
    height=st.integers(1, 6),
    width=st.integers(1, 30),
    glyphs=st.sampled_from(list(GlyphSet)),
)
def test_any_tokens_are_drawn_in_any_size(tokens, height, width, glyphs):
    rows = [PairRow(token, token, len(token), "9") for token in tokens]
    for cells in (
        token_lines(height, width, tokens, "a", THEME, glyphs),
        pair_list(height, width, rows, 0, THEME, glyphs),
    ):
        assert (cells.height, cells.width) == (height, width)
        if glyphs is ASCII:
            assert "".join(cells.lines()).isascii()
