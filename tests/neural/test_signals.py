"""Signals of the layers are what the gradients are made of."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.mlp import Architecture, forward
from chairgame.neural.signals import layer_signals


@given(st.lists(st.integers(1, 5), min_size=2, max_size=5), st.sampled_from(sorted(ACTIVATIONS)), st.integers(0, 99))
def test_activation_times_signal_is_the_gradient(units: list[int], activation: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    architecture = Architecture(tuple(units), activation)
    params, inputs = rng.normal(size=architecture.parameter_count), rng.normal(size=(4, units[0]))
    trace = forward(architecture, params, inputs)
    heard = rng.normal(size=(4, units[-1]))
    gradient = architecture.layers(trace.backward(heard))
    signals = layer_signals(architecture, params, trace.activations, heard)
    assert len(signals) == len(units) - 1
    for signal, came_in, (weights, biases) in zip(signals, trace.activations, gradient, strict=False):
        assert np.allclose(came_in.T @ signal, weights)
        assert np.allclose(signal.sum(axis=0), biases)
