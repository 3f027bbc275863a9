"""Random keys over all screens and levels at random sizes: no exception, no stuck screen, all cells painted once."""

import pytest

from chairgame.game.story.level import levels
from tests.tui.wandering import wander

KEYS = 1200  # by hand: python -m tests.benchmarks.bench_random_keys 50000


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
async def test_a_player_without_a_plan_breaks_nothing_anywhere(seed: int) -> None:
    pressed = await wander(seed, KEYS)
    assert pressed.total() == KEYS
    assert len(pressed) >= 3
    assert any(level.id in pressed for level in levels())
