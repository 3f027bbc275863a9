"""Folding: the whole chain's gradient is the slope, beads are let out one by one, and what came of it on many seeds."""

from functools import cache
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.chains import BEADS, Chains, rule_by_chance
from chairgame.training.folding import EACH, EPOCHS, FIRST_OUT, FRAME, FoldRun, fold_task, let_out, off
from chairgame.training.listener import Listener
from chairgame.training.schedule import LEAST_SHARE, at_rest_at_last
from chairgame.training.settings import Settings
from chairgame.training.trainer import Trainer

H = 1e-6
SEEDS = range(20)


@pytest.mark.parametrize("epoch", [0, 5 * EACH, EPOCHS])
def test_the_gradient_of_the_whole_chain_is_the_slope(epoch: int) -> None:
    rng, settings = np.random.default_rng(4), Settings(seed=2, hidden=(4,))
    task = fold_task(Chains.drawn(3, rng), rule_by_chance(rng), settings).at(epoch)
    state = Trainer(task, settings).first_state(settings)
    _, _, gradient, norm = Listener(task).listen(state, "squared")

    def loss(params: np.ndarray) -> float:
        return task.box.measure(task.network.workspace(len(task.inputs)).forward(params, task.inputs)).loss

    steps = H * np.eye(len(state.params))
    wanted = np.array([(loss(state.params + step) - loss(state.params - step)) / (2 * H) for step in steps])
    assert np.linalg.norm(gradient - wanted) <= 1e-6 * norm


def test_beads_are_let_out_one_by_one_until_all_are_out() -> None:
    counts = [let_out(epoch) for epoch in range(EPOCHS + 1)]
    assert (counts[0], counts[EACH - 1], counts[EACH], counts[-1]) == (FIRST_OUT, FIRST_OUT, FIRST_OUT + 1, BEADS)
    assert counts == sorted(counts)
    assert counts.index(BEADS) < EPOCHS * 0.6


@given(epochs=st.integers(2, 2000), data=st.data())
def test_a_rate_that_comes_to_rest_is_all_of_it_first_and_never_nothing(epochs: int, data: st.DataObject) -> None:
    since, settings = data.draw(st.integers(0, epochs - 1)), Settings(learning_rate=0.5)
    rates = [at_rest_at_last(settings, epoch, epochs, since).learning_rate for epoch in range(epochs)]
    assert rates[: since + 1] == [0.5] * (since + 1)
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] >= 0.5 * LEAST_SHARE


def test_a_task_of_chains_is_saved_as_no_run() -> None:
    rng, settings = np.random.default_rng(4), Settings(hidden=(4,))
    with pytest.raises(TypeError):
        _ = fold_task(Chains.drawn(1, rng), rule_by_chance(rng), settings).subject


def test_a_run_keeps_a_frame_now_and_then() -> None:
    run = FoldRun(1, 3)
    for _ in range(2 * FRAME):
        run.learn()
    assert [frame.epoch for frame in run.frames] == [0, FRAME, 2 * FRAME]
    assert run.frames[-1].own != run.frames[0].own
    assert not run.is_over


@cache
def last(count: int, seed: int, bead_by_bead: bool = True) -> float:
    run = FoldRun(count, seed, bead_by_bead=bead_by_bead)
    while not run.is_over:
        run.learn()
    return run.frames[-1].unseen


# never seen, in bead lengths: median and worst
TABLE = {1: (7.1, 9.4), 3: (5.9, 7.8), 10: (1.6, 3.2), 30: (0.1, 4.8), 100: (0.003, 0.05)}


@pytest.mark.slow
@pytest.mark.parametrize("count", TABLE)
def test_the_more_chains_it_reads_the_better_it_folds_what_it_never_saw(count: int) -> None:
    found, (middle, worst) = [last(count, seed) for seed in SEEDS], TABLE[count]
    assert abs(median(found) - middle) <= max(0.1 * middle, 0.05)
    assert max(found) <= 1.5 * worst


@pytest.mark.slow
def test_all_at_once_it_often_gets_stuck_where_bead_by_bead_never_does() -> None:
    at_once = [last(100, seed, bead_by_bead=False) for seed in SEEDS]
    assert sum(lengths > 1 for lengths in at_once) >= len(SEEDS) / 2
    assert max(last(100, seed) for seed in SEEDS) < 0.1


@pytest.mark.slow
def test_a_straight_chain_is_about_nine_and_a_half_lengths_off() -> None:
    straight = np.stack([np.arange(1.0, BEADS + 1), np.zeros(BEADS)], axis=1)[None]
    found = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        rule, chains = rule_by_chance(rng), Chains.drawn(50, rng)
        found.append(off(straight, chains.folded(rule)))
    assert abs(median(found) - 9.6) <= 0.96
