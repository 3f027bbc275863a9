"""A text as numbers: every word has a place, and every question lights what came before it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.words.text import MOST_CHARACTERS, MOST_WORDS, Text
from chairgame.words.vocabulary import Vocabulary

TEXTS = st.lists(st.sampled_from(["Ala", "ma", "kota", "a", "kot"]), min_size=2, max_size=12).map(" ".join)


def test_ala_ma_kota():
    vocabulary = Vocabulary.of("Ala ma kota")
    inputs, targets = vocabulary.questions("Ala ma kota")
    assert vocabulary.words == ("Ala", "ma", "kota")
    assert inputs.tolist() == [[1, 0, 0], [1, 1, 0]]
    assert targets.tolist() == [1, 2]


@given(text=TEXTS)
def test_a_question_lights_exactly_the_words_before_it(text):
    vocabulary, words = Vocabulary.of(text), text.split()
    inputs, targets = vocabulary.questions(text)
    assert len(inputs) == len(targets) == len(words) - 1
    for place, (lit, target) in enumerate(zip(inputs, targets, strict=True), 1):
        assert {word for word, light in zip(vocabulary.words, lit, strict=True) if light} == set(words[:place])
        assert np.array_equal(lit, vocabulary.lit(" ".join(words[:place])))
        assert vocabulary.words[target] == words[place]


@pytest.mark.parametrize(
    "content",
    ["Ala ma", "a a", "  Ala\n\tma  ", "犬 🐕", "a " * MOST_WORDS, "a" * (MOST_CHARACTERS - 2) + " b"],
)
def test_what_can_be_learned_is_sound(content):
    assert Text(content).is_sound()


TOO_LONG = ("a " * (MOST_WORDS + 1), "a" * (MOST_CHARACTERS - 1) + " b")


@pytest.mark.parametrize(
    "content",
    ["", "Ala", "  \n ", "Ala \x1b[31mma", "Ala \x00ma", "a\x85b c", "a \ud800", *TOO_LONG],
)
def test_what_is_too_short_too_long_or_no_text_is_not(content):
    assert not Text(content).is_sound()
