"""A text cut into words, whatever people write in."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.words.splitting import MOST_MARKS, MOST_WORDS, is_utf8, joined, normalised, split

ANYTHING = st.text(st.characters(codec="utf-8"), max_size=60)
PLAIN = st.text(st.sampled_from("abz Łódźля9_.,–\n\t"), max_size=60)


@given(PLAIN)
def test_words_are_runs_of_letters_and_every_other_sign(text: str) -> None:
    assert list(split(text).words) == re.findall(r"\w+|[^\w\s]", unicodedata.normalize("NFC", text))


@given(ANYTHING)
def test_nothing_that_is_seen_is_lost_and_no_blank_is_a_word(text: str) -> None:
    words = split(text).words
    assert "".join(words) == "".join(c for c in normalised(text) if not c.isspace())
    assert not any(c.isspace() for word in words for c in word)
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(st.sampled_from("aż \u0301\u0323\u0344\u3099\ufb2c\u09be"), max_size=200))
def test_a_flood_of_marks_ends_and_what_is_normal_stays_so(text: str) -> None:
    flood = text + "\u0301" * 100_000 + "\u0323" * 100_000 + "b"  # in turn, they would have to be sorted
    found = normalised(flood)
    assert normalised(found) == found == unicodedata.normalize("NFC", found)
    assert len(found) <= 3 * len(text) + MOST_MARKS + 1  # no character comes apart into more


@given(ANYTHING)
def test_no_mark_is_torn_off_its_letter(text: str) -> None:
    for before, word in zip(split("a" + text).words, split("a" + text).words[1:], strict=False):
        starts_with_mark = unicodedata.category(word[0])[0] == "M"
        assert not starts_with_mark or re.search(rf"\s{re.escape(word[0])}", normalised(text)) or not before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ala ma kota.", ["Ala", "ma", "kota", "."]),
        ("e\u0301cole l’été", ["école", "l", "’", "été"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("👩\u200d🚀 👍🏽🇵🇱🇺🇦 ❤\ufe0f", ["👩\u200d🚀", "👍🏽", "🇵🇱", "🇺🇦", "❤\ufe0f"]),
        ("我爱北京。ok", ["我", "爱", "北", "京", "。", "ok"]),
        ("می\u200cخواهم سَلام", ["می\u200cخواهم", "سَلام"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("evil\u202egnp \ufeffA\u00adb", ["evilgnp", "Ab"]),
        ("Привіт, п’ять!", ["Привіт", ",", "п", "’", "ять", "!"]),
        (" \n\t ", []),
    ],
)
def test_examples(text: str, words: list[str]) -> None:
    assert [unicodedata.normalize("NFC", word) for word in words] == list(split(text).words)


def test_what_is_too_much_is_counted_and_left_out() -> None:
    found = split("a b, " * 3, most=4)
    assert (found.words, found.content, found.left_out) == (("a", "b", ",", "a"), "a b, a", 5)
    assert split("a " * (MOST_WORDS + 7)).left_out == 7


def test_half_a_character_is_no_text() -> None:
    assert is_utf8("Ala 👩\u200d🚀")
    assert not is_utf8("Ala \udcff")
    assert not is_utf8("a" * (1 << 20) + "b")


@pytest.mark.parametrize("line", ["Ala ma kota, a Ola (ta z lodem) psa.", "„Ala”: to kot!", "我爱北京。", "a, b; c …"])
def test_words_joined_again_read_like_the_text(line: str) -> None:
    assert joined(split(line).words) == line.replace(" …", "…")
