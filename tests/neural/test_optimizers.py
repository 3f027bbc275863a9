"""Optimizers against the text book's loops, one parameter at a time."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chairgame.neural.optimizers import OPTIMIZERS, Adam, GradientDescent, Momentum, optimizer_named

GRADIENTS = arrays(float, (6, 3), elements=st.floats(-100, 100))
RATES = st.floats(1e-4, 10)
MEMORY = st.floats(0, 0.99)


def by_the_book(name: str, gradients: list[float], rate: float, momentum: float) -> float:
    """Where one parameter that starts at 0 ends after these gradients."""
    place = velocity = mean = square = 0.0
    for t, g in enumerate(gradients, 1):
        if name == "sgd":
            place -= rate * g
        elif name == "momentum":
            velocity = momentum * velocity + g
            place -= rate * velocity
        else:
            mean = momentum * mean + (1 - momentum) * g
            square = 0.999 * square + 0.001 * g * g
            place -= rate * (mean / (1 - momentum**t)) / (sqrt(square / (1 - 0.999**t)) + 1e-8)
    return place


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(gradients=GRADIENTS, rate=RATES, momentum=MEMORY)
def test_moves_as_the_text_book_says(name, gradients, rate, momentum):
    optimizer = optimizer_named(name, momentum)
    place, memory = np.zeros(3), optimizer.init(3)
    for step, gradient in enumerate(gradients, 1):
        move, memory = optimizer.update(gradient, memory, step, rate)
        place = place + move
    wanted = [by_the_book(name, list(map(float, column)), rate, momentum) for column in gradients.T]
    assert place == pytest.approx(wanted, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(gradients=GRADIENTS, rate=RATES, momentum=MEMORY)
def test_changes_nothing_that_it_is_given(name, gradients, rate, momentum):
    optimizer = optimizer_named(name, momentum)
    gradients.setflags(write=False)
    state = optimizer.init(3)
    for step, gradient in enumerate(gradients, 1):
        for array in state:
            array.setflags(write=False)  # an update in place would now raise
        before = [array.copy() for array in state]
        move, after = optimizer.update(gradient, state, step, rate)
        again, _ = optimizer.update(gradient, state, step, rate)
        assert move.tobytes() == again.tobytes()
        assert [array.tobytes() for array in state] == [array.tobytes() for array in before]
        state = after


def test_each_name_means_its_optimizer():
    assert [optimizer_named(name, 0.8) for name in OPTIMIZERS] == [GradientDescent(), Momentum(0.8), Adam(beta1=0.8)]


@given(rate=RATES, scale=st.floats(1e-3, 1e6))
def test_adams_first_step_is_the_learning_rate_whatever_the_gradients_size(rate, scale):
    move, _ = Adam().update(np.array([scale, -scale]), Adam().init(2), 1, rate)
    assert move == pytest.approx([-rate, rate], rel=1e-4)
