"""The hand-written gradients of the whole chain against finite differences, which share no formula with them."""

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from chairgame.blackbox.losses import LOSSES
from chairgame.neural.activations import ACTIVATIONS
from chairgame.training.listener import Listener
from chairgame.training.settings import Settings
from chairgame.training.tasks import Task, word_task
from chairgame.training.trainer import Trainer
from chairgame.words.text import Text
from chairgame.words.vocabulary import Vocabulary
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
@settings(max_examples=3, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(chair=chairs(most=3), seed=st.integers(0, 2**32), width=st.integers(2, 4))
def test_every_gradient_of_the_whole_chain_is_the_slope(activation, loss, depth, chair, seed, width):
    drawn = case(chair, activation, loss, (width,) * depth, seed)
    assume(distance_to_kink(drawn) > 3e-3)
    wanted, found = finite_differences(drawn), drawn.gradient()
    assume(np.linalg.norm(wanted) > 1e-2)  # below it, rounding alone is a millionth
    assert np.linalg.norm(found - wanted) <= 1e-6 * np.linalg.norm(wanted)


def doubt_of(params: np.ndarray, task: Task, rows: np.ndarray) -> float:
    """The loss of the word task with numbers of its own: the mean over the questions of -log p(right word)."""
    (weights, biases), (out, out_biases) = task.network.layers(params)
    vocabulary = Vocabulary.of(task.about.content)
    inputs, targets = vocabulary.questions(task.about.content)
    outputs = ACTIVATIONS[task.network.activation].function(inputs[rows] @ weights + biases) @ out + out_biases
    doubts = [np.log(np.exp(row).sum()) - row[target] for row, target in zip(outputs, targets[rows], strict=True)]
    return sum(doubts) / len(doubts)


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "linear"])
@settings(max_examples=10, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(
    words=st.lists(st.sampled_from(["Ala", "ma", "kota", "a", "kot", "psa"]), min_size=2, max_size=8),
    seed=st.integers(0, 2**32),
    data=st.data(),
)
def test_every_gradient_of_words_is_the_slope_whatever_the_batch(activation, words, seed, data):
    assume(len(set(words)) > 1)
    practised = Settings(seed=seed, hidden=(3,), activation=activation)
    task = word_task(Text(" ".join(words)), practised)
    state = Trainer(task, practised).first_state(practised)
    count = len(task.inputs)
    rows = np.array(data.draw(st.permutations(range(count)))[: data.draw(st.integers(1, count))])
    _, measurement, gradient, norm = Listener(task).listen(state, "squared", rows)
    wanted = np.empty_like(gradient)
    for index in range(len(wanted)):
        step = np.zeros_like(wanted)
        step[index] = 1e-5
        ahead, behind = (doubt_of(state.params + sign * step, task, rows) for sign in (1, -1))
        wanted[index] = (ahead - behind) / 2e-5
    assert measurement.loss == pytest.approx(doubt_of(state.params, task, rows), rel=1e-9)
    assert np.linalg.norm(gradient - wanted) <= 1e-7 * max(1, norm)
