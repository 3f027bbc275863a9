"""A player without a plan in the whole house: random keys over every screen and level, at random sizes."""

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from textual.binding import Binding

from chairgame.chair.catalogue import load_chair
from chairgame.game.progress.records import Result
from chairgame.game.progress.whole import Progress
from chairgame.game.story.level import levels
from chairgame.training.settings import Settings
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import PAGE_KEYS
from chairgame.tui.screens.title import TitleScreen
from tests.tui.driving import FRAME, Game, game
from tests.tui.test_layout import assert_covered, resize

SIZES = [(60, 18), (80, 24), (59, 17), (100, 30), (120, 40), (99, 20), (61, 40)]
NOISE = [*"0123456789.-#ł", "f5", "delete", "home", "end"]
LEAVING = {"q", "ctrl+c", "ctrl+z"}
ESCAPES = 12  # from anywhere to the title
KEYS_A_ROUND, ROUNDS_A_GAME = 60, 5


async def wander(seed: int, keys: int) -> Counter[str]:
    """So many keys; where they were pressed. Raises what the game raises, and AssertionError where it is stuck."""
    random, pressed = Random(seed), Counter[str]()
    with TemporaryDirectory() as folder:
        home = Path(folder)
        _open_every_level(home)
        while pressed.total() < keys:
            chair, settings = load_chair("three-part-stool"), Settings(hidden=(8,), seed=random.randrange(99))
            place = random.choice([{"opening": True}, {"level": random.choice(levels())}])
            async with game(random.choice(SIZES), home=home, chair=chair, settings=settings, **place) as g:
                for _ in range(ROUNDS_A_GAME):
                    if pressed.total() < keys and g.app.return_value is None:
                        await _round(g, random, pressed, min(KEYS_A_ROUND, keys - pressed.total()))
    return pressed


def _open_every_level(home: Path) -> None:
    progress = Progress(home, lambda: 1.0)
    for level in levels():
        progress.finish(level.id, Result(frozenset({1}), 99, level.seed, level.edition, 1.0))
    progress.close()


async def _round(g: Game, random: Random, pressed: Counter[str], keys: int) -> None:
    """Some keys at one size, then the way back to the title, which must be there from everywhere."""
    await resize(g, random.choice(SIZES))
    for _ in range(keys):
        pressed[_where(g)] += 1
        await g.press(random.choice(_keys_of(g, random)))
        if g.app.return_value is not None:
            assert g.app.return_value == 0
            return
        pass_time(g, random.choice([0, FRAME, 1.0]))
    await g.settle()
    assert_covered(g)
    if random.random() < 0.5:
        for _ in range(ESCAPES):
            if not isinstance(g.screen, TitleScreen):
                await g.press("escape")
        assert isinstance(g.screen, TitleScreen), f"no way out of {_where(g)}"


def pass_time(g: Game, seconds: float) -> None:
    """For whatever the screen lets time pass for."""
    g.clock.advance(seconds)
    clockwork = getattr(g.screen, "clockwork", None)
    if clockwork is not None:
        clockwork.tick()


def _where(g: Game) -> str:
    screen = g.screen
    return screen.attempt.level.id if isinstance(screen, LevelScreen) else type(screen).__name__


def _keys_of(g: Game, random: Random) -> list[str]:
    """The screen's own keys, mostly; now and then any other. Leaving is rare enough as an entry of the menu."""
    if random.random() < 0.1:
        return NOISE
    own = [b for b in g.screen.BINDINGS if isinstance(b, Binding)]
    names = [name for binding in own for name in binding.key.split(",")]
    if isinstance(g.screen, LevelScreen) and random.random() < 0.3:
        names = [name for key in PAGE_KEYS for name in key.keys.split(",")]
    return [name for name in names if name not in LEAVING]
