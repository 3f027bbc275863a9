"""The network: layers as views, the forward pass against explicit sums, the first weights' size, nothing in place."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.mlp import Architecture, forward, initialise

UNITS = st.lists(st.integers(1, 6), min_size=2, max_size=6).map(tuple)
SEEDS = st.integers(0, 2**32)
NAMES = st.sampled_from(sorted(ACTIVATIONS))


@given(units=UNITS)
def test_layers_share_out_the_flat_vector_without_gap_or_overlap(units):
    architecture = Architecture(units, "tanh")
    params = np.arange(float(architecture.parameter_count))
    layers = architecture.layers(params)
    assert [weights.shape for weights, _ in layers] == list(pairwise(units))
    assert [biases.shape for _, biases in layers] == [(count,) for count in units[1:]]
    together = [array.ravel() for layer in layers for array in layer]
    assert (np.concatenate(together) == params).all()
    assert all(np.shares_memory(array, params) for array in together)


@given(units=UNITS, name=NAMES, seed=SEEDS)
def test_forward_is_the_sum_over_connections(units, name, seed):
    rng = np.random.default_rng(seed)
    architecture = Architecture(units, name)
    params = rng.normal(size=architecture.parameter_count)
    inputs = rng.normal(size=(3, units[0]))
    outputs = forward(architecture, params, inputs).outputs
    layers = architecture.layers(params)
    for row, answer in zip(inputs, outputs, strict=True):
        signal = row
        for number, (weights, biases) in enumerate(layers, 1):
            sums = [sum(signal * weights[:, unit]) + biases[unit] for unit in range(len(biases))]
            signal = np.array(sums)
            if number < len(layers):
                signal = ACTIVATIONS[name].function(signal)
        assert answer == pytest.approx(signal, rel=1e-9, abs=1e-9)


@given(units=UNITS, name=NAMES, seed=SEEDS)
def test_nothing_that_goes_in_is_changed(units, name, seed):
    rng = np.random.default_rng(seed)
    architecture = Architecture(units, name)
    params, inputs = rng.normal(size=architecture.parameter_count), rng.normal(size=(4, units[0]))
    signal = rng.normal(size=(4, units[-1]))
    for array in (params, inputs, signal):
        array.setflags(write=False)  # writing would now raise
    trace = forward(architecture, params, inputs)
    for activation in trace.activations[1:]:
        activation.setflags(write=False)
    assert trace.backward(signal).shape == params.shape


@given(
    depth=st.integers(0, 6),
    width=st.integers(2, 40),
    name=st.sampled_from(["tanh", "linear", "sigmoid"]),
    seed=SEEDS,
    scale=st.floats(0.1, 3),
)
def test_the_first_answers_have_the_size_asked_for_at_every_depth_and_width(depth, width, name, seed, scale):
    rng = np.random.default_rng(seed)
    inputs = rng.normal(size=(10, 5))
    architecture = Architecture((5, *[width] * depth, 7), name)
    outputs = forward(architecture, initialise(architecture, inputs, rng, output_scale=scale), inputs).outputs
    assert np.sqrt(np.mean(outputs**2)) == pytest.approx(scale)


@given(seed=SEEDS)
def test_the_first_weights_come_from_the_stream_alone(seed):
    architecture, inputs = Architecture((3, 4, 7), "relu"), np.ones((2, 3))
    bias = np.arange(7.0)
    one, two = (initialise(architecture, inputs, np.random.default_rng(seed), output_bias=bias) for _ in range(2))
    other = initialise(architecture, inputs, np.random.default_rng(seed + 1), output_bias=bias)
    assert one.tobytes() == two.tobytes() != other.tobytes()
    (_, hidden), (_, last) = architecture.layers(one)
    assert (hidden == 0).all()
    assert (last == bias).all()


def test_silent_inputs_leave_finite_weights():
    architecture = Architecture((3, 4, 7), "tanh")
    assert np.isfinite(initialise(architecture, np.zeros((2, 3)), np.random.default_rng(0))).all()
