"""One head of attention against a plain loop over places, and its way back against differences."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.blackbox.wordbox import WordBox
from chairgame.neural.attention import AttentionBrain, Looks, wired
from chairgame.training.settings import ATTENTIVE
from chairgame.training.tasks import facts_task
from chairgame.words.facts import drawn
from tests.words.texts import ALA_HAS

SMALL = AttentionBrain(vocabulary=7, window=3, embedding=3, width=4)
SEEDS = st.integers(0, 2**32)


def params_of(brain: AttentionBrain, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return wired(brain, rng) + 0.3 * rng.normal(size=brain.parameter_count)


def answered_by_loops(brain: AttentionBrain, params: np.ndarray, text: list[int]) -> tuple[list[float], np.ndarray]:
    """Where one text's head looks, and the answers; place by place."""
    table, to_query, to_key, to_value, from_head, from_last = brain.matrices(params)

    def heard(place: int) -> np.ndarray:
        nothing = np.zeros(brain.embedding)
        before = [table[text[place - back]] if place >= back else nothing for back in range(brain.window)]
        return np.concatenate(before)

    places = range(len(text))
    query = heard(len(text) - 1) @ to_query
    raised = [exp(query @ (heard(place) @ to_key) / brain.width) for place in places]
    if brain.looks is not Looks.WHERE_IT_FITS:
        raised = [1.0] * len(text)
    weights = [one / sum(raised) for one in raised]
    head = sum(weight * (heard(place) @ to_value) for place, weight in zip(places, weights, strict=True))
    if brain.looks is Looks.NOWHERE:
        head = np.zeros(brain.width)
    return weights, head @ from_head + heard(len(text) - 1) @ from_last


def differences(loss, params: np.ndarray, step: float = 1e-6) -> np.ndarray:
    found = np.empty_like(params)
    for index in range(len(params)):
        nudge = np.zeros_like(params)
        nudge[index] = step
        found[index] = (loss(params + nudge) - loss(params - nudge)) / (2 * step)
    return found


@pytest.mark.parametrize("looks", Looks)
@given(seed=SEEDS, text=st.lists(st.integers(0, 6), min_size=1, max_size=9))
def test_it_answers_as_a_loop_over_places_does(looks, seed, text):
    brain = replace(SMALL, looks=looks)
    params = params_of(brain, seed)
    passes = brain.workspace(2)
    outputs = passes.forward(params, np.array([text, text[::-1]]))
    weights, answers = answered_by_loops(brain, params, text)
    assert np.allclose(passes.activations[1][0], weights)
    assert np.allclose(outputs[0], answers)
    assert passes.activations[-1] is outputs


@pytest.mark.parametrize("looks", Looks)
@settings(max_examples=10)
@given(seed=SEEDS, places=st.integers(1, 8))
def test_every_gradient_is_the_slope(looks, seed, places):
    brain = replace(SMALL, looks=looks)
    params, rng = params_of(brain, seed), np.random.default_rng(seed)
    texts, box = rng.integers(7, size=(4, places)), WordBox(rng.integers(7, size=4))
    passes = brain.workspace(4)
    gradient = passes.backward(box.measure(passes.forward(params, texts)).output_gradient).copy()
    wanted = differences(lambda params: box.measure(passes.forward(params, texts)).loss, params)
    assert np.linalg.norm(gradient - wanted) <= 1e-6 * np.linalg.norm(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("looks", Looks)
def test_every_gradient_of_the_whole_brain_is_the_slope(looks):
    brain = facts_task(ALA_HAS, ATTENTIVE, looks).network
    params, questions = params_of(brain, 1), drawn(np.random.default_rng(3), 5, 3)
    box, passes = WordBox(questions.answers), brain.workspace(5)
    gradient = passes.backward(box.measure(passes.forward(params, questions.texts)).output_gradient).copy()
    wanted = differences(lambda params: box.measure(passes.forward(params, questions.texts)).loss, params)
    assert np.linalg.norm(gradient - wanted) <= 1e-6 * np.linalg.norm(wanted)


def test_one_memory_serves_texts_of_any_length():
    passes, params = SMALL.workspace(3), params_of(SMALL, 5)
    for places in (5, 2, 9):
        outputs = passes.forward(params, np.zeros((3, places), np.int64))
        assert passes.backward(np.ones_like(outputs)).shape == (SMALL.parameter_count,)
        assert passes.activations[1].shape == (3, places)


def test_a_newborn_looks_nearly_evenly_and_has_no_short_cut():
    params = wired(SMALL, np.random.default_rng(0))
    assert not SMALL.matrices(params)[5].any()
    passes = SMALL.workspace(50)
    passes.forward(params, np.random.default_rng(1).integers(7, size=(50, 8)))
    assert passes.activations[1].max() < 0.5
