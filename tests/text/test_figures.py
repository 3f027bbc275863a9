"""Numbers for people: no powers of ten in code, no figures that say nothing, and nothing that is not so."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.text.catalogue import Catalogue
from chairgame.text.figures import MOST, THIN, exact, figure, fixed, tick

FLOATS = st.floats(allow_nan=False, allow_infinity=False)


def read(words: str) -> float:
    return float(words.replace(THIN, "").replace("−", "-"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (0.0002, "0.00020"),
        (2e-4 / 7, "0.00003"),
        (-1e-7, "0"),
        (0.042345, "0.0423"),
        (-12.345, "−12.3"),
        (9.999, "10.00"),
        (123.456, "123"),
        (1234.5, "1234"),
        (54321.0, f"54{THIN}321"),
        (1e8, f">999{THIN}999"),
        (-1e300, f"<−999{THIN}999"),
        (math.inf, "?"),
        (math.nan, "?"),
    ],
)
def test_a_reading_has_the_figures_that_count(value: float, words: str) -> None:
    assert figure(value) == words


@given(FLOATS, st.integers(1, 6), st.booleans())
def test_no_reading_is_written_by_powers_of_ten_nor_too_long(value: float, digits: int, signed: bool) -> None:
    words = figure(value, digits=digits, signed=signed)
    assert "e" not in words
    assert len(words) <= 10
    if abs(value) <= MOST and words != "0":
        assert abs(read(words) - value) <= max(abs(value) * 10 ** (1 - digits), 1e-5, float(digits < 6 and value > 1))


@given(FLOATS)
def test_a_setting_keeps_every_digit(value: float) -> None:
    words = exact(value)
    assert "e" not in words
    assert read(words) == value


@given(FLOATS, st.integers(0, 3))
def test_a_measure_is_never_longer_than_a_screen_bears(value: float, digits: int) -> None:
    assert len(fixed(value, digits)) <= 12


def test_a_tick_beyond_a_million_is_a_power() -> None:
    assert [tick(10.0**power) for power in (-2, 0, 3, 5, 6, 12)] == [
        "0.01",
        "1",
        "1000",
        f"100{THIN}000",
        "10⁶",
        "10¹²",
    ]


def test_the_mark_is_the_languages() -> None:
    polish = Catalogue("pl")
    assert polish.figure(0.00042, signed=True) == "+0,00042"
    assert (polish.exact(0.5), polish.number(-2.25, 1)) == ("0,5", "-2,2")
