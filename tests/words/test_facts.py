"""Who has what: every text holds its answer exactly once, at the place that it names."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.words.facts import HOW_MANY, Facts, asked, drawn
from tests.words.texts import ALA_HAS


def sentence(numbers) -> str:
    return " ".join(ALA_HAS.words[number] for number in numbers)


def test_a_text_reads_as_told():
    questions = asked(np.array([[0, 1, 2]]), np.array([[8, 9, 10]]), np.array([1]))
    assert sentence(questions.texts[0]) == "Ala ma kota . Ola ma psa . Ewa ma konia . Ola ma"
    assert sentence(questions.answers) == "psa"
    assert questions.places.tolist() == [6]


@given(seed=st.integers(0, 2**32), rows=st.integers(1, 20), facts=st.integers(2, HOW_MANY))
def test_every_question_has_one_answer_and_it_stands_where_it_says(seed, rows, facts):
    questions = drawn(np.random.default_rng(seed), rows, facts)
    assert len(questions) == rows
    assert questions.texts.shape == (rows, 4 * facts + 2)
    for text, answer, place in zip(questions.texts, questions.answers, questions.places, strict=True):
        names, things = text[0:-2:4], text[2:-2:4]
        assert len(set(names)) == len(set(things)) == facts
        assert set(names) <= set(range(HOW_MANY))
        assert set(things) <= set(range(HOW_MANY, 2 * HOW_MANY))
        assert text[place] == answer
        assert text[place - 2] == text[-2]
        assert ALA_HAS.words[text[-1]] == ALA_HAS.words[text[1]] == "ma"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("names", ALA_HAS.names[:7]),
        ("names", (*ALA_HAS.names[:7], "kota")),
        ("things", (*ALA_HAS.things[:7], "dwa psy")),
        ("things", (*ALA_HAS.things[:7], "")),
        ("things", (*ALA_HAS.things[:7], "a" * 25)),
        ("verb", "\x1b"),
        ("stop", "ma"),
    ],
)
def test_words_that_would_mislead_are_no_facts(field, value):
    assert ALA_HAS.is_sound()
    assert not replace(ALA_HAS, **{field: value}).is_sound()


def test_words_have_numbers_in_a_known_order():
    facts = Facts(tuple("abcdefgh"), tuple("ABCDEFGH"), "has")
    assert facts.words == (*"abcdefgh", *"ABCDEFGH", "has", ".")
