"""Levels 11 and 12 and the ending as they look: bets, dots, arithmetic, bolts, the chart, the open box, the credits."""

from chairgame.game.story.level import level_named
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import SHOWN, Snapshots
from tests.tui.test_level_key import forged
from tests.tui.test_level_screens import level_in, to_play
from tests.tui.test_snapshots_first import rest

ZOOM, KEY = level_named("175-billion"), level_named("key")
ZOOM_SHOWN = {0: "bet", 4: "far", 9: "arrived", 12: "fewest", 18: "found"}
"""After so many moves of the solution; what is measured live is left out."""
KEY_SHOWN = {2: "dials", 3: "cable", 5: "attention", 8: "chart"}


async def _moved(g: Game, move: str) -> None:
    level_in(g).move(move)
    level_in(g).attempt.play.skip()
    level_in(g).changed()
    await g.settle()


@SHOWN
async def test_snapshots_of_the_zoom(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=ZOOM, language=language, reduced_motion=True) as g:
        await snapshot(g, "zoom-page")
        await to_play(g)
        for number, move in enumerate(("", *ZOOM.solution)):
            if move:
                await _moved(g, move)
            if number in ZOOM_SHOWN:
                await snapshot(g, f"zoom-{ZOOM_SHOWN[number]}")


@SHOWN
async def test_snapshots_of_the_key(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=KEY, language=language, reduced_motion=True) as g:
        await to_play(g)
        for number, move in enumerate(KEY.solution[:8], start=1):
            await forged(g)  # so that an answer says why it is right
            await _moved(g, move)
            if number in KEY_SHOWN:
                if number < len(KEY.solution) - 2:
                    await forged(g)
                await snapshot(g, f"key-{KEY_SHOWN[number]}")
        await _moved(g, "listen")
        await g.press("end", "space")
        await rest(g)
        await snapshot(g, "key-open")
        await g.press("space")
        await snapshot(g, "key-reveal")
        await g.press(*["space"] * len(KEY.debrief))
        for _frame in range(40):
            g.clock.advance(FRAME)
            g.screen.clockwork.tick()
        await g.settle()
        await snapshot(g, "ending")
