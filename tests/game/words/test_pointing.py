"""Pointing before it looks: five texts, one guess each, and luck is told as it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.words.pointing import TEXTS, Pointing, chance_of


def game(facts: int = 3, seed: int = 0) -> Pointing:
    return Pointing.drawn(np.random.default_rng(seed), facts)


def test_a_whole_game():
    pointing, seen = game(), []
    while not pointing.is_over:
        seen.append(pointing.text)
        assert pointing.number == len(seen)
        pointing.move(int(pointing.text.places[0]))
        guess = pointing.look(6)
        assert guess.hit is (pointing.pointer == 6)
        pointing.move(1)  # too late
        assert pointing.guesses[-1].pointed == pointing.pointer
        pointing.next_text()
    assert len(seen) == TEXTS
    assert len({text.texts.tobytes() for text in seen}) == TEXTS
    assert pointing.hits == sum(guess.hit for guess in pointing.guesses)
    assert pointing.text is seen[-1]


@given(facts=st.integers(2, 8), moves=st.lists(st.integers(-40, 40)))
def test_the_pointer_stays_in_the_text(facts, moves):
    pointing = game(facts)
    for move in moves:
        pointing.move(move)
        assert 0 <= pointing.pointer < pointing.places == 4 * facts + 2


def test_chances_are_those_of_the_design():
    assert chance_of(4, 14) == pytest.approx(0.0001227, rel=1e-3)
    assert chance_of(4, 3) == pytest.approx(0.04527, rel=1e-3)
    assert chance_of(0, 9) == pytest.approx(1.0)
