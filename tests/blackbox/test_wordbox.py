"""The box of words against the text book, written once more with Python's own numbers."""

from math import exp, inf, isnan, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chairgame.blackbox.measurement import Unit
from chairgame.blackbox.wordbox import WordBox, softmax

SHAPES = st.tuples(st.integers(1, 5), st.integers(2, 6))
OUTPUTS = SHAPES.flatmap(
    lambda shape: arrays(float, shape, elements=st.integers(-240, 240).map(lambda eighths: eighths / 8))
)


def drawn_targets(data: st.DataObject, outputs: np.ndarray) -> np.ndarray:
    words = st.integers(0, outputs.shape[1] - 1)
    return np.array(data.draw(st.lists(words, min_size=len(outputs), max_size=len(outputs))))


def by_the_book(outputs: np.ndarray, targets: np.ndarray) -> float:
    """The mean of -log of the right word's probability."""
    doubts = [log(sum(map(exp, row))) - row[target] for row, target in zip(outputs.tolist(), targets, strict=True)]
    return sum(doubts) / len(doubts)


@given(outputs=OUTPUTS, data=st.data())
def test_loss_and_score_are_the_text_books(outputs, data):
    targets = drawn_targets(data, outputs)
    measured = WordBox(targets).measure(outputs)
    assert measured.loss == pytest.approx(by_the_book(outputs, targets), rel=1e-9, abs=1e-12)
    assert measured.score == np.mean([np.argmax(row) == target for row, target in zip(outputs, targets, strict=True)])
    assert WordBox(targets).unit is Unit.SHARE


@given(outputs=OUTPUTS, data=st.data())
def test_the_gradient_is_the_slope_of_the_mean(outputs, data):
    targets, h = drawn_targets(data, outputs), 1e-5
    slopes = np.empty_like(outputs)
    for place in np.ndindex(*outputs.shape):
        step = np.zeros_like(outputs)
        step[place] = h
        slopes[place] = (by_the_book(outputs + step, targets) - by_the_book(outputs - step, targets)) / (2 * h)
    assert WordBox(targets).measure(outputs).output_gradient == pytest.approx(slopes, abs=1e-8)


@given(outputs=OUTPUTS, data=st.data())
def test_some_rows_are_measured_as_if_there_were_no_others(outputs, data):
    targets = drawn_targets(data, outputs)
    some = np.array(data.draw(st.permutations(range(len(outputs))))[: data.draw(st.integers(1, len(outputs)))])
    few, alone = WordBox(targets).measure(outputs[some], rows=some), WordBox(targets[some]).measure(outputs[some])
    assert few.loss == alone.loss
    assert np.array_equal(few.output_gradient, alone.output_gradient)


def test_probabilities_stay_probabilities_however_loud_the_outputs():
    shares = softmax(np.array([[1e300, 0.0, -1e300], [0.0, 0.0, 0.0]]))
    assert shares.tolist() == [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]]


@pytest.mark.parametrize("outputs", [[[inf, 0.0]], [[float("nan"), 0.0]]])
def test_outputs_without_meaning_have_a_loss_and_score_without_meaning(outputs):
    with np.errstate(all="ignore"):
        measured = WordBox(np.array([0])).measure(np.array(outputs))
    assert isnan(measured.loss)
    assert isnan(measured.score)
