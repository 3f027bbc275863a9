"""The box of arithmetic: what it asks is all there is to ask, and what it says is missing is what is wrong."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.tensor_box import MatrixProduct, TensorBox

SIZES = st.integers(1, 3)
PRODUCTS = st.builds(MatrixProduct, SIZES, SIZES, SIZES)


@given(product=PRODUCTS, seed=st.integers(0, 2**32))
def test_the_tensor_multiplies_any_two_matrices(product: MatrixProduct, seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = rng.integers(-9, 10, (product.rows, product.inner))
    other = rng.integers(-9, 10, (product.inner, product.columns))
    result = np.einsum("ijk,i,j->k", product.tensor(), one.ravel(), other.ravel())
    np.testing.assert_array_equal(result, (one @ other).ravel())
    assert product.tensor().sum() == product.school


@given(product=PRODUCTS)
def test_every_question_is_a_pair_of_single_ones_and_no_pair_is_asked_twice(product: MatrixProduct) -> None:
    questions, (one, other, _) = product.questions(), product.sizes
    assert questions.shape == (one * other, one + other)
    assert len(np.unique(questions, axis=0)) == one * other
    assert (questions[:, :one].sum(axis=1) == 1).all()
    assert (questions[:, one:].sum(axis=1) == 1).all()


@given(product=PRODUCTS, seed=st.integers(0, 2**32))
def test_right_answers_miss_nothing_and_one_product_left_out_is_one(product: MatrixProduct, seed: int) -> None:
    box, answers = TensorBox(product), product.tensor().reshape(-1, product.sizes[2])
    assert box.measure(answers).loss == 0
    left_out = answers.copy()
    left_out[np.unravel_index(np.random.default_rng(seed).choice(np.flatnonzero(answers)), answers.shape)] = 0
    measured = box.measure(left_out)
    assert measured.loss == measured.score == 1
    np.testing.assert_array_equal(measured.output_gradient, 2 * (left_out - answers))
    rows = np.array([0, len(answers) - 1])
    assert box.measure(answers[rows], rows=rows).loss == 0
