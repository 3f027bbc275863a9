"""Whatever a text holds, a terminal obeys nothing of it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.text.clean import clean, one_line

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=60)
JOINERS = "\u200c\u200d"  # the only two of their kind that may stay, and only where they join something
OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANYTHING)
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    fit = clean(text)
    assert len(fit) == len(text)
    assert not {unicodedata.category(character) for character in fit if character not in JOINERS} & OBEYED
    assert all(new in (old, "?") for old, new in zip(text, fit, strict=True))
    assert clean(fit) == fit


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=60))
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("T\x1b]0;PWNED\x07\x1b[31m\x1b[2J", "T?]0;PWNED??[31m?[2J"),
        ("R\x9b31m \x85 \x7f", "R?31m ? ?"),
        ("evil\u202egnp.exe \u2066x\u2069 \u200e\u061c", "evil?gnp.exe ?x? ??"),
        ("two\nlines\ttab", "two?lines?tab"),
        ("a\u2028b\u2029c\ufeff\u200b\U000e0041", "a?b?c???"),
        ("\udcff", "?"),
        ("10\u202f000\u00a0zł, „zażółć” ▁▂▃ 椅子", "10\u202f000\u00a0zł, „zażółć” ▁▂▃ 椅子"),
    ],
)
def test_examples(text: str, fit: str) -> None:
    assert clean(text) == fit


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🚀 lata",
        "👩🏽\u200d❤\ufe0f\u200d👨🏿",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष",
        "🇵🇱 שָׁלוֹם שלום مرحبا e\u0301",
    ],
)
def test_what_joins_pictures_and_letters_survives(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("a\u200db", "a?b"),
        ("🚀\u200d", "🚀?"),
        ("\u200d🚀", "?🚀"),
        ("pay\u200cpal", "pay?pal"),
        ("م\u200c\u061cا", "م??ا"),
    ],
)
def test_a_joiner_that_joins_nothing_only_hides(text: str, fit: str) -> None:
    assert clean(text) == fit


def test_one_line_joins_what_was_broken() -> None:
    assert one_line("  a\r\n\tsentence \x1b[31m \n") == "a sentence ?[31m"


@given(ANYTHING)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == clean(one_line(text))
