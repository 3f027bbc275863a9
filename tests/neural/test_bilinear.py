"""The network of products: its answer as an explicit sum, and its parameters as three tables without a gap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.neural.bilinear import Bilinear

COUNTS = st.integers(1, 4)
NETWORKS = st.builds(Bilinear, COUNTS, COUNTS, COUNTS, COUNTS)


@given(network=NETWORKS, seed=st.integers(0, 2**32))
def test_an_answer_is_the_sum_over_products(network: Bilinear, seed: int) -> None:
    rng = np.random.default_rng(seed)
    params = rng.normal(size=network.parameter_count)
    inputs = rng.normal(size=(3, network.left + network.right))
    answers = network.workspace(3).forward(params, inputs)
    u, v, w = network.factors(params)
    for row, answer in zip(inputs, answers, strict=True):
        one, other = row[: network.left], row[network.left :]
        wanted = sum(
            w[:, product] * sum(one * u[:, product]) * sum(other * v[:, product]) for product in range(network.products)
        )
        np.testing.assert_allclose(answer, wanted, atol=1e-12)


@given(network=NETWORKS)
def test_factors_share_out_the_flat_vector(network: Bilinear) -> None:
    params = np.arange(float(network.parameter_count))
    factors = network.factors(params)
    assert [len(table) for table in factors] == [network.left, network.right, network.outputs]
    assert (np.concatenate([table.ravel() for table in factors]) == params).all()
    assert all(np.shares_memory(table, params) for table in factors)
