"""The house as it looks: title, map, bridge, the lesson's stops, and the table on which something is hidden."""

from chairgame.game import places
from chairgame.game.lesson.files import built_in_lesson
from chairgame.game.story.crossing import Crossing, Station
from chairgame.tui.screens.three import ThreeScreen
from tests.tui.driving import Game, game
from tests.tui.snapshots import SHOWN, Snapshots

LONG = 60.0  # seconds in which everything has been worked out and nothing fades any more


async def live(g: Game, seconds: float, step: float = 0.25) -> None:
    """Let so much time pass."""
    for _ in range(round(seconds / step)):
        g.clock.advance(step)
        g.screen.clockwork.tick()  # type: ignore[attr-defined]
    await g.settle()


@SHOWN
async def test_snapshots_of_title_and_map(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=places.Title(), language=language, reduced_motion=True) as g:
        await snapshot(g, "title")
    async with game(size, place=places.Map(), language=language, reduced_motion=True) as g:
        await snapshot(g, "map")
        await g.press(*["down"] * 6)
        await snapshot(g, "map-bridge")


@SHOWN
async def test_snapshots_of_the_bridge(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=places.Bridge(), language=language, reduced_motion=True) as g:
        assert isinstance(g.screen, ThreeScreen)
        crossing: Crossing = g.screen.crossing
        while crossing.program is None or not crossing.with_all.is_over:
            await live(g, 0.25)
        await live(g, LONG)
        await snapshot(g, "bridge-question")
        await g.press("3")
        await live(g, 3)
        await snapshot(g, "bridge-three")
        await g.press("1")
        await live(g, 5)
        await snapshot(g, "bridge-without")
        await g.press("space", "right", "down", "0")
        await snapshot(g, "bridge-program")
        await g.press("space")
        await live(g, 2.5)
        await snapshot(g, "bridge-words")
        if crossing.station is not max(Station):
            await g.press("space")
            await live(g, 5)
            await snapshot(g, "bridge-coming")


@SHOWN
async def test_snapshots_of_the_lesson(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    lesson = built_in_lesson()
    async with game(size, place=places.Lesson(lesson), language=language, reduced_motion=True) as g:
        for number, _stop in enumerate(lesson.stops, start=1):
            if number in (1, 7):
                await snapshot(g, f"lesson-{number}-asked")
            await g.press("space", "space")
            await live(g, 30)
            await snapshot(g, f"lesson-{number}-told")
            await g.press("space")


@SHOWN
async def test_snapshots_of_hiding(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=places.Table(has_way_back=True), language=language, reduced_motion=True) as g:
        await snapshot(g, "hide-table")
        await g.press("1", "tab", "left", "up", "r", "enter", *"abc", "enter")
        await snapshot(g, "hide-locked")
        await g.press("b", "2", "5", "enter", "end", *["n"] * 30)
        await snapshot(g, "hide-found")
        await g.press("o")
        await snapshot(g, "hide-open")
