"""Tokens: what is common becomes one, nothing is lost, and a merge taken back was never made."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.words.bpe import Merges, Merging, chunks, decode, merged
from chairgame.words.graphemes import graphemes
from tests.words.texts import ANY_TEXT, own_sentences

ALA = "Ala ma kota. Ola ma psa. Ala lubi psa Oli."
REPETITIVE = st.text(alphabet="aab ", max_size=40)


def counted_anew(merging: Merging, text: str) -> Counter[tuple[str, str]]:
    """Every pair of neighbours in a text as it is cut now, by the plainest way there is."""
    pairs: Counter[tuple[str, str]] = Counter()
    for chunk in chunks(text):
        word = graphemes(chunk)
        for done in merging.done:
            word = list(merged(word, done.pair))
        pairs.update(pairwise(word))
    return pairs


def test_a_blank_travels_with_the_word_behind_it():
    assert chunks("Ala ma  kota\n\nto tyle ") == ["Ala", " ma", " ", " kota", "\n", "\n", "to", " tyle", " "]


def test_the_commonest_pair_comes_first_and_of_equals_the_one_that_came_first():
    merging = Merging("ab cd ab cd")  # each of ab and cd twice; " c" twice, " a" once
    assert merging.commonest(3) == [("a", "b"), (" ", "c"), ("c", "d")]
    assert merging.best() == ("a", "b")
    assert merging.merge_best()
    assert merging.best() == (" ", "c")


def test_merges_of_ala():
    merging = Merging(ALA)
    while merging.merge_best():
        pass
    assert [("".join(done.pair), done.count) for done in merging.done[:4]] == [
        ("la", 3),
        ("Ala", 2),
        (" m", 2),
        (" ma", 2),
    ]
    assert merging.merges.encode("Ala ma psa.") == ["Ala", " ma", " ps", "a."]  # "kota." has "a." too
    assert merging.merges.encode(" łódź") == [" ", "ł", "ó", "d", "ź"]


def test_no_merge_reaches_across_a_blank():
    merging = Merging("to jest to jest to jest")
    while merging.merge_best():
        pass
    assert set(merging.merges.encode("to jest to jest")) == {"to", " jest", " to"}


def test_a_sign_made_of_several_code_points_is_never_parted():
    merges = Merges(())
    assert merges.encode("a 👩‍🚀!") == ["a", " ", "👩‍🚀", "!"]


@given(text=ANY_TEXT, other=ANY_TEXT, many=st.integers(0, 30))
def test_decoding_gives_any_text_back(text, other, many):
    merging = Merging(text)
    for _ in range(many):
        merging.merge_best()
    for words in (text, other):
        assert decode(merging.merges.encode(words)) == words


@given(text=st.one_of(ANY_TEXT, REPETITIVE), choices=st.lists(st.integers(0, 8), max_size=10))
def test_counts_are_kept_up_and_the_text_is_encoded_as_it_was_learned(text, choices):
    merging = Merging(text)
    for choice in choices:
        offered = merging.commonest(9)
        if offered:
            assert merging.merge(offered[choice % len(offered)])
    pairs = counted_anew(merging, text)
    assert all(merging.count_of(pair) == count for pair, count in pairs.items())
    assert [merging.count_of(pair) for pair in merging.commonest(99)] == sorted(
        (count for count in pairs.values() if count > 1), reverse=True
    )[:99]
    assert len(merging.merges.encode(text)) == merging.tokens


@given(text=st.one_of(ANY_TEXT, REPETITIVE), many=st.integers(1, 8))
def test_what_is_taken_back_was_never_made(text, many):
    merging, fresh = Merging(text), Merging(text)
    made = sum(merging.merge_best() for _ in range(many))
    for _ in range(made):
        assert merging.take_back()
    assert not merging.take_back()
    assert merging.tokens == merging.characters == fresh.tokens
    assert merging.commonest(50) == fresh.commonest(50)
    assert merging.alphabet_size == fresh.alphabet_size


def test_a_pair_that_never_meets_is_not_merged():
    merging = Merging(ALA)
    assert not merging.merge(("x", "y"))
    assert not merging.done


@pytest.mark.slow
@pytest.mark.parametrize(("language", "characters_a_token"), [("pl", 2.33), ("en", 2.79)])
def test_four_hundred_merges_of_a_real_text(language, characters_a_token):
    """The design's figures; the game's own sentences grow from day to day."""
    text = " ".join(own_sentences(language).split()[:8600])
    merging = Merging(text)
    while len(merging.done) < 400:
        assert merging.merge_best()
    assert merging.characters / merging.tokens == pytest.approx(characters_a_token, rel=0.1)
    assert len(merging.merges.encode(text)) == merging.tokens
    assert decode(merging.merges.encode(text)) == text


@pytest.mark.slow
def test_a_polish_word_costs_more_in_an_english_alphabet():
    tokens = {}
    for language in ("pl", "en"):
        merging = Merging(own_sentences(language))
        while len(merging.done) < 400:
            merging.merge_best()
        tokens[language] = len(merging.merges.encode(" nauczyłabym"))
    assert tokens["pl"] <= 6
    assert tokens["en"] >= 1.5 * tokens["pl"]
