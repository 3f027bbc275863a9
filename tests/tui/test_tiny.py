"""No size of window ends the game, 1×1 included, wherever one is and whatever is pressed."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.binding import Binding

from chairgame.tui.screens.present import PresentScreen
from chairgame.tui.widgets.cells import is_too_small
from tests.tui.driving import Game, game
from tests.tui.test_doors import PLACES
from tests.tui.test_layout import assert_covered, resize
from tests.tui.wandering import LEAVING, pass_time

ROOMS = [name for name in PLACES if not name.startswith("after")]
SIZES = st.tuples(st.one_of(st.integers(1, 9), st.integers(1, 200)), st.one_of(st.integers(1, 5), st.integers(1, 60)))
ASPECTS = [(1, 1), (6, 40), (200, 1), (7, 24), (59, 18), (60, 17), (1, 60)]


def assert_fills(g: Game) -> None:
    """Nothing unpainted, but for the margin of a lesson's board; or the game was left as it should be."""
    if g.app.return_value is not None:
        assert g.app.return_value == 0
    elif is_too_small(g.app.size) or not isinstance(g.screen, PresentScreen):
        assert_covered(g)


async def press_something(g: Game, random: Random) -> None:
    """One of the screen's own keys, unless the one before has left the game."""
    if g.app.return_value is not None:
        return
    own = [name for b in g.screen.BINDINGS if isinstance(b, Binding) for name in b.key.split(",")]
    await g.press(random.choice([name for name in own if name not in LEAVING] or ["x"]))
    pass_time(g, random.choice([0.0, 0.5]))
    await g.settle()


@pytest.mark.parametrize("name", ROOMS)
async def test_every_place_lives_through_the_smallest_windows(name: str) -> None:
    random = Random(name)
    async with game((1, 1), place=PLACES[name]) as g:
        for size in [*ASPECTS, (80, 24), *ASPECTS]:
            await resize(g, size)
            await press_something(g, random)
            assert_fills(g)
        await resize(g, (80, 24))
        assert_fills(g)
        assert g.app.return_value is not None or "60×18" not in g.text()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(ROOMS), sizes=st.lists(SIZES, min_size=2, max_size=6), seed=st.integers(0, 999))
async def test_random_sizes_and_random_keys_end_nothing(name: str, sizes: list[tuple[int, int]], seed: int) -> None:
    random = Random(seed)
    async with game(sizes[0], place=PLACES[name]) as g:
        for size in sizes[1:]:
            await resize(g, size)
            for _ in range(4):
                await press_something(g, random)
            assert_fills(g)
