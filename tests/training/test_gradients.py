"""The hand-written gradients of the whole chain against finite differences, which share no formula with them."""

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from chairgame.blackbox.losses import LOSSES
from chairgame.neural.activations import ACTIVATIONS
from tests.blackbox.drawn import chairs
from tests.training.cases import Case, case, distance_to_kink

H = 2e-6  # small beside the distance kept from kinks, however strongly a weight bears on an output
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller network fails no more clearly


def finite_differences(given: Case) -> np.ndarray:
    """Central differences of fourth order: what is left of an error is rounding."""
    found = np.empty_like(given.params)
    for index in range(len(found)):
        step = np.zeros_like(found)
        step[index] = H
        one = given.loss_at(given.params + step) - given.loss_at(given.params - step)
        two = given.loss_at(given.params + 2 * step) - given.loss_at(given.params - 2 * step)
        found[index] = (8 * one - two) / (12 * H)
    return found


@pytest.mark.parametrize("depth", range(4))
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@settings(max_examples=6, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(chair=chairs(most=3), seed=st.integers(0, 2**32), width=st.integers(2, 4))
def test_every_gradient_of_the_whole_chain_is_the_slope(activation, loss, depth, chair, seed, width):
    drawn = case(chair, activation, loss, (width,) * depth, seed)
    assume(distance_to_kink(drawn) > 3e-3)
    wanted, found = finite_differences(drawn), drawn.gradient()
    assume(np.linalg.norm(wanted) > 1e-2)  # below it, rounding alone is a millionth
    assert np.linalg.norm(found - wanted) <= 1e-6 * np.linalg.norm(wanted)
