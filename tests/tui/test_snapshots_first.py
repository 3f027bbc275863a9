"""Levels 1 to 3 as they look: at their start, in the middle, with the result, and with what the box hid."""

from itertools import product

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.text.catalogue import LANGUAGES
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots
from tests.tui.test_level_screens import level_in, to_play

MIDDLE = {"no-instructions": 9, "scanner": 13, "headphones": 21}
"""So many moves of the solution."""


async def rest(g: Game) -> None:
    """Until nothing moves any more."""
    while level_in(g).attempt.playing:
        g.clock.advance(FRAME)
        level_in(g).clockwork.tick()
    await g.settle()


@pytest.mark.parametrize(("size", "language"), list(product([(80, 24), (120, 40)], LANGUAGES)))
@pytest.mark.parametrize("name", MIDDLE)
async def test_snapshots_of_the_first_levels(
    name: str, size: tuple[int, int], language: str, snapshot: Snapshots
) -> None:
    level = level_named(name)
    async with game(size, level=level, language=language, reduced_motion=True) as g:
        await snapshot(g, f"{name}-page")
        await to_play(g)
        await rest(g)
        await snapshot(g, f"{name}-start")
        for number, move in enumerate(level.solution):
            if number == MIDDLE[name]:
                await rest(g)
                await snapshot(g, f"{name}-middle")
            level_in(g).move(move)
            level_in(g).attempt.play.skip()
        level_in(g).changed()
        await rest(g)
        if level_in(g).attempt.stage is Stage.PLAY:
            level_in(g).finish()
        await rest(g)
        await snapshot(g, f"{name}-result")
        for _step in level_in(g).attempt.play.reckon():  # what the debrief compares with
            pass
        await g.press("space")
        await snapshot(g, f"{name}-reveal")
