"""News: values with their kind, worded in the language of whoever reads them, when they read them."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.news import Cm, Count, Degrees, Kind, News, Rate, SignedCm, Value
from chairgame.text.catalogue import Catalogue
from chairgame.text.errors import PlayerError

ENGLISH, POLISH = Catalogue("en"), Catalogue("pl")
PACKAGE = Path(__file__).resolve().parents[2] / "chairgame"


@pytest.mark.parametrize(
    ("value", "english", "polish"),
    [
        (Cm(12.34), "12.3", "12,3"),
        (Cm(3.0), "3.0", "3,0"),
        (SignedCm(2.0), "+2.0", "+2,0"),
        (SignedCm(-2.04), "−2.0", "−2,0"),
        (Degrees(8.25), "8.2", "8,2"),
        (Rate(0.001), "0.001", "0,001"),
        (Rate(100.0), "100", "100"),
        (Count(12), "12", "12"),
        (Kind("leg"), "leg", "noga"),
        (Kind("flux capacitor"), "flux capacitor", "flux capacitor"),
        ("A2", "A2", "A2"),
        (News("{a} and {b}", {"a": Cm(1.5), "b": Rate(0.5)}), "1.5 and 0.5", "1,5 and 0,5"),
    ],
)
def test_a_value_is_worded_by_its_kind_in_each_language(value: Value, english: str, polish: str) -> None:
    news = News("{value}", {"value": value})
    assert (news.sentence(ENGLISH), news.sentence(POLISH)) == (english, polish)


@pytest.mark.parametrize(("n", "form"), [(1, "po każdej części"), (2, "po 2 częściach")])
def test_a_count_decides_the_form(n: int, form: str) -> None:
    news = News.counted("the signals come after each part", "the signals come after {n} parts", n)
    assert form in news.sentence(POLISH)
    assert ("parts" in news.sentence(ENGLISH)) == (n != 1)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_rate_says_what_was_set(rate: float) -> None:
    words = Rate(rate).in_words(ENGLISH)
    assert float(words.replace("\N{THIN SPACE}", "").replace("−", "-")) == rate
    assert Rate(rate).in_words(POLISH) == words.replace(".", ",")


def test_an_error_is_news_in_the_language_of_its_reader() -> None:
    error = PlayerError("run {name}: expected a name or a file", name='"x"')
    news = News.of_error(error)
    assert news.sentence(ENGLISH) == error.sentence(ENGLISH)
    assert news.sentence(POLISH) == error.sentence(POLISH) != error.sentence(ENGLISH)


def test_no_news_is_worded_before_it_is_told() -> None:
    """Whoever says something hands the catalogue's id over, not a sentence that it has already worded."""
    for path in sorted(PACKAGE.rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        for said in (call for call in calls if getattr(call.func, "attr", "") in ("say", "tell")):
            worded = [node for node in ast.walk(said) if getattr(node, "attr", "") == "sentence"]
            assert not worded, f"{path}: {ast.unparse(said)}"
