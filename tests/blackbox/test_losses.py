"""Losses against the text book, and their slopes against finite differences."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chairgame.blackbox.losses import HUBER_DELTA, LOSSES
from tests.blackbox.reference import charge


@pytest.mark.parametrize("name", LOSSES)
@given(r=st.floats(0, 1e3))
def test_values_are_the_text_books(name, r):
    value = LOSSES[name].value(np.array([r * r]))
    assert value == pytest.approx([charge(name, r)], rel=1e-9, abs=1e-15)


@pytest.mark.parametrize("name", LOSSES)
@given(r=st.floats(1e-2, 1e2))
def test_factor_times_distance_is_the_slope(name, r):
    assume(abs(r - HUBER_DELTA) > 1e-3)
    h = 1e-5 * r
    ahead, behind = (LOSSES[name].value(np.array([(r + sign * h) ** 2]))[0] for sign in (1, -1))
    factor = LOSSES[name].factor(np.array([r * r]))[0]
    assert factor * r == pytest.approx((ahead - behind) / (2 * h), rel=1e-6)


@pytest.mark.parametrize("name", LOSSES)
def test_at_no_distance_there_is_nothing_to_pay_and_a_finite_factor(name):
    assert LOSSES[name].value(np.zeros(2)).tolist() == [0, 0]
    assert np.isfinite(LOSSES[name].factor(np.zeros(2))).all()
