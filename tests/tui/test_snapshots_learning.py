"""Levels 4 to 6 as they look: their pages, what is asked, what came of it, and what it was."""

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.tui.screens.levels.epochs import EpochsScreen
from tests.tui.driving import Game, game
from tests.tui.snapshots import SHOWN, Snapshots
from tests.tui.test_level_screens import level_in, to_play
from tests.tui.test_snapshots_first import rest

# After so many moves of the solution the screen is kept under a name
STATES = {
    "cable": {0: "blank", 3: "accuse", 4: "found", 20: "middle", 23: "everybody", 24: "crews", 27: "count"},
    "volume": {0: "start", 1: "asked", 2: "settled"},
    "epochs": {0: "start", 3: "hand", 7: "learned", 8: "seated"},
}


async def to_debrief(g: Game, name: str, snapshot: Snapshots) -> None:
    """From the last move to the text."""
    if level_in(g).attempt.stage is Stage.PLAY:
        level_in(g).finish()
    await rest(g)
    if name != "epochs":  # whose last picture, two chairs, depends on how often it was laid out
        await snapshot(g, f"{name}-result")
    for _step in level_in(g).attempt.play.reckon():
        pass
    await g.press("space")
    await snapshot(g, f"{name}-debrief")


async def moved(g: Game, *moves: str) -> None:
    """Make moves, and wait until nothing moves any more."""
    for move in moves:
        level_in(g).move(move)
        level_in(g).attempt.play.skip()
    level_in(g).changed()
    await rest(g)


@SHOWN
@pytest.mark.parametrize("name", STATES)
async def test_snapshots_of_the_learning_levels(
    name: str, size: tuple[int, int], language: str, snapshot: Snapshots
) -> None:
    level = level_named(name)
    async with game(size, level=level, language=language, reduced_motion=True) as g:
        await snapshot(g, f"{name}-page")
        await to_play(g)
        await rest(g)
        for number, move in enumerate([*level.solution, ""]):
            if number in STATES[name]:
                await rest(g)
                await snapshot(g, f"{name}-{STATES[name][number]}")
            if move:
                await moved(g, move)
        if name == "volume":
            rates = level_in(g).play.rates  # type: ignore[attr-defined]
            await moved(g, f"volume {len(rates) - 1 - rates.index(level_in(g).play.rate)}", "epoch 40")  # type: ignore[attr-defined]
            await snapshot(g, "volume-smoke")
        await to_debrief(g, name, snapshot)


@SHOWN
async def test_snapshots_of_the_bet(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=level_named("epochs"), language=language, reduced_motion=True) as g:
        await to_play(g)
        await moved(g, "epoch 20")
        await snapshot(g, "epochs-waits")
        assert isinstance(g.screen, EpochsScreen)
        await g.press("b", "left", "left")
        await snapshot(g, "epochs-bet")
