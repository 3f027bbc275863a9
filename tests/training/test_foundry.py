"""The foundry: its gradient is the slope, what it finds is exact, and how often it finds it is as it was measured."""

from functools import cache
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.blackbox.tensor_box import MatrixProduct
from chairgame.training.foundry import LOOK, LOOKS, PULL, STEPS, Casting, foundry_task
from chairgame.training.listener import Listener
from chairgame.training.schedule import along_cosine
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState

SMALL = MatrixProduct()
FOUND = 7, 7  # with so many multiplications, from that start
STARTS = 60


@cache
def cast(multiplications: int, start: int) -> Casting:
    casting = Casting(SMALL, multiplications, start)
    casting.grown_to(LOOKS)
    return casting


def penalty(params: np.ndarray, epoch: int) -> float:
    """What the pull is the slope of, with a formula of its own."""
    return PULL * (epoch + 1) / STEPS * float(np.sum((params * (params - 1) * (params + 1)) ** 2))


@settings(max_examples=25, deadline=None)
@given(
    sizes=st.tuples(*3 * [st.integers(1, 3)]),
    products=st.integers(1, 8),
    epoch=st.integers(0, STEPS - 1),
    seed=st.integers(0, 2**32),
)
def test_the_gradient_is_the_slope_of_what_is_missing_and_of_the_pull(sizes, products, epoch, seed):
    product = MatrixProduct(*sizes)
    task = foundry_task(product, products)
    params = np.random.default_rng(seed).normal(0, 0.6, task.network.parameter_count)

    def wrong(at: np.ndarray) -> float:
        u, v, w = task.network.factors(at)
        return float(np.sum((product.tensor() - np.einsum("ir,jr,kr->ijk", u, v, w)) ** 2)) + penalty(at, epoch)

    _, measurement, found, _ = Listener(task).listen(TrainState(params.copy(), (), 0, epoch), "squared")
    wanted, step = np.empty_like(params), 1e-5
    for index in range(len(params)):
        nudge = np.zeros_like(params)
        nudge[index] = step
        wanted[index] = (wrong(params + nudge) - wrong(params - nudge)) / (2 * step)
    assert measurement.loss == pytest.approx(wrong(params) - penalty(params, epoch))
    assert np.linalg.norm(found - wanted) <= 1e-6 * max(1, np.linalg.norm(wanted))


def test_the_volume_goes_down_along_half_a_cosine():
    rates = [along_cosine(Settings(learning_rate=2.0), epoch, 10).learning_rate for epoch in range(11)]
    assert rates[0] == 2
    assert rates[5] == pytest.approx(1)
    assert rates[10] == 0
    assert rates == sorted(rates, reverse=True)


def test_a_found_algorithm_is_exact_on_whole_numbers():
    found = cast(*FOUND).found
    assert found is not None
    assert found.is_exact()
    assert found.multiplications == 7
    rng = np.random.default_rng(5)
    for _product in range(200):
        one, other = rng.integers(-(10**6), 10**6, (2, 2, 2))
        np.testing.assert_array_equal(found.multiplied(one, other), one @ other)
    assert found.right_of(rng, 1000) == 1000


def test_a_table_with_one_sign_turned_is_no_algorithm():
    found = cast(*FOUND).found
    assert found is not None
    for table in (found.left, found.right, found.out):
        place = np.argwhere(table)[0]
        table[tuple(place)] *= -1
        assert not found.is_exact()
        assert found.right_of(np.random.default_rng(1), 100) < 100
        table[tuple(place)] *= -1
    assert found.is_exact()


def test_block_by_block_it_takes_seven_to_the_power_of_how_often_a_side_is_halved():
    found, rng = cast(*FOUND).found, np.random.default_rng(3)
    assert found is not None
    one, other = rng.integers(-9, 10, (2, 8, 8))
    product, taken = found.multiplied_in_blocks(one, other)
    np.testing.assert_array_equal(product, one @ other)
    assert taken == 7**3


def test_a_casting_is_the_same_however_it_is_asked_for():
    whole, piecemeal = cast(*FOUND), Casting(SMALL, *FOUND)
    for look in range(LOOKS + 1):
        assert piecemeal.grown_to(look) == min(look, len(whole.looks) - 1)
    assert piecemeal.found is not None
    for one, other in zip(whole.looks, piecemeal.looks, strict=True):
        assert (one.step, one.missing) == (other.step, other.missing)
        np.testing.assert_array_equal(np.concatenate(one.factors), np.concatenate(other.factors))
    assert [look.step for look in whole.looks] == [LOOK * index for index in range(len(whole.looks))]


@pytest.mark.slow
def test_from_nearly_every_second_start_seven_multiplications_are_found():
    castings = [cast(7, start) for start in range(STARTS)]
    steps = [casting.looks[-1].step for casting in castings if casting.found is not None]
    assert len(steps) / STARTS == pytest.approx(0.45, rel=0.1)
    assert median(steps) == pytest.approx(615, rel=0.1), "460 where Adam forgets the squares sooner"
    assert max(steps) < STEPS
    within_five = [any(cast(7, start + more).found for more in range(5)) for start in range(STARTS - 5)]
    assert sum(within_five) / len(within_five) >= 0.9
    found = [casting.found for casting in castings if casting.found is not None]
    assert all(algorithm.is_exact() for algorithm in found)
    assert len({np.concatenate([a.left, a.right, a.out]).tobytes() for a in found}) == len(found), "all different"
    assert {algorithm.additions for algorithm in found} <= set(range(18, 25))


@pytest.mark.slow
def test_eight_are_found_and_six_and_five_never():
    assert sum(cast(8, start).found is not None for start in range(20)) >= 5
    for multiplications, missing in ((6, 1.0), (5, 2.01)):
        castings = [cast(multiplications, start) for start in range(20)]
        assert all(casting.found is None for casting in castings)
        assert median(casting.looks[-1].missing for casting in castings) == pytest.approx(missing, rel=0.1)
        assert min(casting.looks[-1].missing for casting in castings) > 0.99 * missing


@pytest.mark.slow
def test_large_matrices_take_less_than_half_of_the_multiplications():
    found, rng = cast(*FOUND).found, np.random.default_rng(3)
    assert found is not None
    one, other = rng.integers(-9, 10, (2, 64, 64))
    product, taken = found.multiplied_in_blocks(one, other)
    np.testing.assert_array_equal(product, one @ other)
    assert (taken, 64**3) == (117_649, 262_144)
