"""A text's questions through a window, against a slow reading of what they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.words.vocabulary import OTHER, Vocabulary
from chairgame.words.windows import WIDEST, Windows, narrowest_certain

NUMBERS = st.lists(st.integers(0, 3), min_size=2, max_size=14).map(lambda numbers: np.array(numbers, np.int64))


@given(numbers=NUMBERS, window=st.integers(1, 8))
def test_a_question_is_the_words_before_and_the_word_that_came(numbers: np.ndarray, window: int) -> None:
    windows, told = Windows.of(numbers, window, 4), numbers.tolist()
    assert len(windows) == len(told) - 1
    for place, (context, target) in enumerate(zip(windows.contexts.tolist(), windows.targets, strict=True), 1):
        before = told[max(0, place - window) : place]
        assert context == [4] * (window - len(before)) + before
        assert target == told[place]


@given(numbers=NUMBERS, window=st.integers(1, 8))
def test_a_question_is_certain_if_it_has_one_answer(numbers: np.ndarray, window: int) -> None:
    windows = Windows.of(numbers, window, 4)
    came: dict[tuple[int, ...], set[int]] = {}
    for context, target in zip(map(tuple, windows.contexts.tolist()), windows.targets.tolist(), strict=True):
        came.setdefault(context, set()).add(target)
    assert windows.certain.tolist() == [len(came[tuple(context)]) == 1 for context in windows.contexts.tolist()]


def test_the_brain_with_a_window_of_one_word_cannot_see_far() -> None:
    words = ["Ala", "ma", "kota", "a", "kot", "ma", "Alę"]
    numbers = Vocabulary.of_words(words).numbers(words)
    assert np.count_nonzero(Windows.of(numbers, 1, 6).certain) == 4
    assert np.count_nonzero(Windows.of(numbers, 3, 6).certain) == 6


def test_the_window_grows_where_a_context_comes_again() -> None:
    def grown(text: str) -> int:
        return narrowest_certain(Vocabulary.of_words(text.split()).numbers(text.split()))

    assert grown("Ala ma kota") == 3
    assert grown("a b c d x a b c d y") == 5
    assert grown("a a a a a a a a a a a b") == WIDEST


def test_a_vocabulary_without_room_keeps_the_commonest_words() -> None:
    words = ["kot", "ma", "kota", "a", "kot", "ma", "psa"]
    vocabulary = Vocabulary.of_words(words, 3)
    assert vocabulary.words == ("kot", "ma", OTHER)
    assert vocabulary.numbers(words).tolist() == [0, 1, 2, 2, 0, 1, 2]
