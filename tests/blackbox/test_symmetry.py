"""A box's own turns: all of them, and no other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.symmetry import CUBE_TURNS, own_turns
from tests.blackbox.drawn import sizes

COUNTS = {"cube": 24, "square": 8, "flat": 8, "box": 4}


@pytest.mark.parametrize("kind", COUNTS)
@given(data=st.data())
def test_every_own_turn_puts_the_box_on_itself(kind, data):
    size = np.array(data.draw(sizes(kind)))
    turns = own_turns(size)
    assert len(turns) >= COUNTS[kind]  # more only if a drawn box happens to be a squarer one
    assert (np.abs(turns @ size) == size).all()
    assert (turns[0] == np.eye(3)).all()


def test_the_cubes_turns_are_the_24_of_its_group():
    assert len({turn.tobytes() for turn in CUBE_TURNS + 0.0}) == 24
    for turn in CUBE_TURNS:
        assert np.linalg.det(turn) == pytest.approx(1)
        assert (turn @ turn.T == np.eye(3)).all()
        followed = CUBE_TURNS @ turn
        assert all((one == CUBE_TURNS).all(axis=(1, 2)).any() for one in followed)


def test_a_bare_axis_is_kept_or_swapped():
    axis = np.array([0.0, 0.0, 7.0])
    turns = own_turns(axis)
    assert len(turns) == 8
    assert {tuple(turn @ axis) for turn in turns} == {(0, 0, 7), (0, 0, -7)}
