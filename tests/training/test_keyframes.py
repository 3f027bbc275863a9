"""How much memory the kept states of a run may take."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.training.keyframes import Keyframes, keyframe_budget, memory_of_this_machine
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from tests.training.beginning import begun

MIB = 1 << 20
GIB = 1 << 30


@pytest.mark.parametrize(
    ("state", "memory", "budget"),
    [
        (29_000, 64 * GIB, 64 * MIB),
        (29_000, GIB // 2, 64 * MIB),
        (4 * MIB, 64 * GIB, 64 * MIB),
        (44 * MIB, 64 * GIB, 512 * MIB),
        (44 * MIB, 2 * GIB, 256 * MIB),
    ],
)
def test_large_brains_get_more_but_never_more_than_an_eighth_of_the_memory(state, memory, budget):
    assert keyframe_budget(state, memory) == budget


def test_a_run_takes_the_budget_of_its_size():
    assert memory_of_this_machine() > 0
    small, large = (begun(load_chair("stool"), Settings(hidden=hidden)) for hidden in ((24, 24), (512,) * 8))
    assert small.allowance == 64 * MIB
    assert large.allowance == min(512 * MIB, memory_of_this_machine() // 8)


def state(epoch: int, size: int = 10) -> TrainState:
    return TrainState(np.zeros(size), (), epoch, epoch)


@given(budget=st.integers(0, 20), newest=st.integers(0, 300))
def test_whatever_is_kept_is_evenly_spread_and_fits(budget, newest):
    keyframes = Keyframes(budget * 80)
    for epoch in range(newest + 1):
        keyframes.add(state(epoch))
        assert keyframes.nbytes <= budget * 80
    found = [keyframes.before(epoch) for epoch in range(newest + 1)]
    kept = sorted({kept.epoch for kept in found if kept is not None})
    assert keyframes.nbytes == 80 * len(kept)
    for epoch, nearest in enumerate(found):
        assert (nearest.epoch if nearest else 0) == max((one for one in kept if one <= epoch), default=0)
    if budget >= 2:
        assert len(kept) >= min(newest, budget // 2)
