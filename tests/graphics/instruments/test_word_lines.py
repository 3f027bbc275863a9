"""Lines of words: whatever the words and the width, nothing is out of place and nothing is torn."""

from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.signs import width_of
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.word_lines import WordBar, numbered_line, text_line, window_line, word_bars
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.words.graphemes import graphemes

THEME = theme_for(ColourDepth.TRUECOLOR)
WORDS = st.lists(
    st.sampled_from(["Ala", "ma", "łódź", "犬", "👩\u200d🚀", "🇵🇱", "שלום", "a" * 40, ","]), min_size=1, max_size=12
)
GLYPHS = st.sampled_from([GlyphSet.BLOCKS, GlyphSet.ASCII])


def test_examples() -> None:
    words = ["Ala", "ma", "kota", "a", "kot", "ma", "Alę"]
    blocks = GlyphSet.BLOCKS
    assert text_line(40, words, 4, THEME, blocks).lines()[0].rstrip() == "Ala ma kota a [kot] ma Alę"
    assert text_line(18, words, 4, THEME, blocks).lines()[0].rstrip() == "… a [kot] ma Alę"
    assert numbered_line(40, words[:3], THEME, blocks).lines()[0].rstrip() == "1 Ala  2 ma  3 kota"
    assert window_line(40, 3, words[:2], THEME, blocks).lines()[0].rstrip() == "[ · ][ Ala ][ ma ] → ?"
    assert window_line(40, 2, ["犬"], THEME, GlyphSet.ASCII).lines()[0].rstrip() == "[ . ][ ? ] -> ?"


def test_bars_tell_the_share_the_word_that_came_and_the_chosen_one() -> None:
    bars = [WordBar("ma", 0.75, came=True), WordBar("犬", 0.25, is_chosen=True), WordBar("kota", 0.001)]
    lines = word_bars(3, 40, bars, ["75 %", "25 %", "0 %"], "◂ it was ma", THEME, GlyphSet.BLOCKS).lines()
    assert lines[0].startswith("  ma   ████")
    assert lines[0].rstrip().endswith("75 %  ◂ it was ma")
    assert lines[1].startswith("▸ 犬   ██")
    assert "█" not in lines[2]
    assert all(width_of(line) == 40 for line in lines)


@given(words=WORDS, width=st.integers(1, 60), data=st.data(), glyphs=GLYPHS)
def test_every_line_is_as_wide_as_it_should_be(
    words: list[str], width: int, data: st.DataObject, glyphs: GlyphSet
) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    shares = data.draw(st.lists(st.floats(0, 1), min_size=len(words), max_size=len(words)))
    bars = [WordBar(word, share) for word, share in zip(words, shares, strict=True)]
    drawn = (
        text_line(width, words, place, THEME, glyphs),
        numbered_line(width, words, THEME, glyphs),
        window_line(width, min(8, len(words)), words[: min(8, len(words))], THEME, glyphs),
        word_bars(len(bars), width, bars, ["100 %"] * len(bars), "◂ it was it", THEME, glyphs),
    )
    for cells in drawn:
        for line in cells.lines():
            assert width_of(line) == width
            assert line.isascii() or glyphs is not GlyphSet.ASCII or "◂" in line
            assert all(
                sign in " ?…[]·→▸█▏▎▍▌▋▊▉%◂◌" or sign.isascii() or sign in "".join(words) for sign in graphemes(line)
            )


def test_a_share_without_meaning_has_no_bar() -> None:
    (line,) = word_bars(1, 30, [WordBar("ma", float("nan"))], ["–"], "", THEME, GlyphSet.BLOCKS).lines()
    assert "█" not in line
