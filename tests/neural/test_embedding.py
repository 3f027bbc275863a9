"""The brain with a window against an independent forward pass, and its gradients against finite differences."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.blackbox.wordbox import WordBox
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.embedding import WindowBrain, wired

BRAINS = st.builds(
    WindowBrain,
    vocabulary=st.integers(2, 6),
    window=st.integers(1, 4),
    embedding=st.integers(1, 4),
    hidden=st.lists(st.integers(1, 5), min_size=1, max_size=3).map(tuple),
    activation=st.sampled_from(["tanh", "sigmoid", "linear"]),
)
H = 1e-5


def said(brain: WindowBrain, params: np.ndarray, context: list[int]) -> np.ndarray:
    """The answer to one question, without the code under test: vectors of the words side by side, layer by layer."""
    table = params[: brain.vocabulary * brain.embedding].reshape(brain.vocabulary, -1)
    nothing = np.zeros(brain.embedding)
    signal = np.concatenate([nothing if word == brain.vocabulary else table[word] for word in context])
    rest, units = params[table.size :], [len(signal), *brain.hidden, brain.vocabulary]
    for layer, (fan_in, fan_out) in enumerate(pairwise(units)):
        weights, biases, rest = np.split(rest, [fan_in * fan_out, (fan_in + 1) * fan_out])
        signal = signal @ weights.reshape(fan_in, fan_out) + biases
        if layer < len(units) - 2:
            signal = ACTIVATIONS[brain.activation].function(signal)
    assert not len(rest)
    return signal


def drawn(brain: WindowBrain, seed: int, rows: int = 7) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    params = wired(brain, rng) + 0.3 * rng.normal(size=brain.parameter_count)
    contexts = rng.integers(0, brain.vocabulary + 1, (rows, brain.window))
    return params, contexts, rng.integers(0, brain.vocabulary, rows)


@given(brain=BRAINS, seed=st.integers(0, 2**32))
def test_it_says_what_it_should(brain: WindowBrain, seed: int) -> None:
    params, contexts, _ = drawn(brain, seed)
    outputs = brain.workspace(len(contexts)).forward(params, contexts)
    for context, output in zip(contexts.tolist(), outputs, strict=True):
        np.testing.assert_allclose(output, said(brain, params, context), rtol=1e-12, atol=1e-12)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(brain=BRAINS, seed=st.integers(0, 2**32))
def test_its_gradient_is_the_slope(brain: WindowBrain, seed: int) -> None:
    params, contexts, targets = drawn(brain, seed)
    box, passes = WordBox(targets), brain.workspace(len(contexts))

    def doubt(at: np.ndarray) -> float:
        return box.measure(passes.forward(at, contexts)).loss

    found = passes.backward(box.measure(passes.forward(params, contexts)).output_gradient).copy()
    slopes = np.empty_like(params)
    for index in range(len(params)):
        step = np.zeros_like(params)
        step[index] = H
        slopes[index] = (
            8 * (doubt(params + step) - doubt(params - step)) - doubt(params + 2 * step) + doubt(params - 2 * step)
        ) / (12 * H)
    assert np.linalg.norm(found - slopes) <= 1e-6 * max(np.linalg.norm(slopes), 1e-2)


def test_the_nothing_before_a_text_is_never_learned() -> None:
    brain = WindowBrain(3, 2, 2, (4,), "tanh")
    params, _, _ = drawn(brain, 0)
    passes = brain.workspace(1)
    passes.forward(params, np.array([[3, 3]]))
    gradient = passes.backward(np.ones((1, 3)))
    assert not brain.table(gradient).any()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_it_computes_in_the_numbers_that_it_is_given(dtype: type) -> None:
    brain = WindowBrain(5, 3, 4, (6,), "tanh")
    params, contexts, _ = drawn(brain, 1)
    passes = brain.workspace(len(contexts), dtype)
    outputs = passes.forward(params.astype(dtype), contexts)
    assert outputs.dtype == passes.backward(outputs).dtype == dtype


def test_ala_ma_kota_has_285_wires() -> None:
    assert WindowBrain(3, 3, 6, (12,), "tanh").parameter_count == 285
