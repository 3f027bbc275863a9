"""What people call a character stays whole, and nothing is lost."""

import pytest
from hypothesis import given

from chairgame.words.graphemes import LONGEST, graphemes
from tests.words.texts import ANY_TEXT


@pytest.mark.parametrize("sign", ["a", "ł", "o\u0301", "👩‍🚀", "👍🏽", "🇵🇱", "❤️", "犬", "ש\u05b8", "👨‍👩‍👧‍👦", "नि"])
def test_one_sign_is_one_character(sign):
    assert graphemes(sign) == [sign]
    assert graphemes(f"x{sign}{sign}y") == ["x", sign, sign, "y"]


def test_a_mark_belongs_to_no_blank():
    assert graphemes("a \u0301b\n\u200dc") == ["a", " ", "\u0301", "b", "\n", "\u200d", "c"]


@given(text=ANY_TEXT)
def test_together_they_are_the_text(text):
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize("flood", ["\u0301", "\u200d", "\u200d👨"])
def test_no_sign_is_endless(flood):
    signs = graphemes("👨" + flood * 100_000)
    assert max(map(len, signs)) == LONGEST
    assert "".join(signs) == "👨" + flood * 100_000
