"""Activations: their derivatives against finite differences, their values where they are known."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chairgame.neural.activations import ACTIVATIONS

EXACT = {
    "tanh": lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
    "relu": lambda z: z if z > 0 else 0.0,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "linear": lambda z: z,
}


def test_every_activation_is_known_to_these_tests():
    assert EXACT.keys() == ACTIVATIONS.keys()


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(z=st.floats(-20, 20))
def test_values_are_the_text_books(name, z):
    assert ACTIVATIONS[name].function(np.array([z])) == pytest.approx([EXACT[name](z)], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(z=st.floats(-5, 5))
def test_the_derivative_in_terms_of_the_output_is_the_slope(name, z):
    assume(name != "relu" or abs(z) > 1e-3)
    activation, h = ACTIVATIONS[name], 1e-5
    slope = (EXACT[name](z + h) - EXACT[name](z - h)) / (2 * h)
    assert activation.derivative(activation.function(np.array([z]))) == pytest.approx([slope], rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_no_size_of_signal_overflows(name):
    signal = np.array([-1e300, -1e3, 0.0, 1e3, 1e300])
    answer = ACTIVATIONS[name].function(signal)
    assert np.isfinite(answer).all()
    assert (np.diff(answer) >= 0).all()
