"""The game without a terminal: keys are pressed, time is told, and what is shown is read. Never sleeps."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.game.options import PlayOptions
from chairgame.game.progress.whole import Progress
from chairgame.game.session.model import GameSession
from chairgame.game.story.level import Level
from chairgame.graphics.cells.signs import width_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.training.settings import Settings
from chairgame.tui.app import ChairgameApp
from chairgame.tui.options import ScreenOptions
from chairgame.tui.screens.base import GameScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.words.graphemes import graphemes

FRAME = 0.05  # seconds: more frames a second than any beat needs
PATIENCE = 100  # questions

CHARACTERS = {
    "space": " ",
    "comma": ",",
    "full_stop": ".",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "question_mark": "?",
    "enter": "\r",
    "tab": "\t",
}

OPTIONS = PlayOptions(
    place=places.Lab(),
    chair=load_chair("three-part-stool"),
    settings=Settings(hidden=(8,)),
    home=Path("nowhere"),
)
SCREEN_OPTIONS = ScreenOptions("en", ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)


class Clock:
    """Time that passes when a test says so, and a little for whoever waits for it, asking again and again."""

    def __init__(self) -> None:
        self.now, self._asked = 0.0, 0

    def __call__(self) -> float:
        self._asked += 1
        if self._asked > PATIENCE:
            self.now += 0.001
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds
        self._asked = 0


@dataclass
class Game:
    """A running app, the hand on its keys and the clock on its wall."""

    app: ChairgameApp
    pilot: Pilot[Any]
    clock: Clock

    @property
    def screen(self) -> GameScreen:
        return cast(GameScreen, self.app.screen)

    @property
    def lab(self) -> LabScreen:
        return cast(LabScreen, self.app.screen)

    @property
    def session(self) -> GameSession:
        return cast(LabScreen, self.app.screen).session

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.post_message(key_event(key))
            await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was asked for has been done: messages, layout, paint.

        On a busy machine a layout may be asked for and made while one waits for messages, and its own messages to the
        widgets come after those: it is quiet only when two waits in a row have found nothing more to do.
        """
        quiet = 0
        while quiet < 2:
            await self.pilot._wait_for_screen()
            quiet = 0 if self._is_owed_a_paint() else quiet + 1
            if not quiet:
                await asyncio.sleep(0.002)

    def _is_owed_a_paint(self) -> bool:
        """Whether textual's own timer, sixty times a second, has still something to do for this screen."""
        if not self.app.is_running or self.app._exit:
            return False
        screen = self.app.screen
        if not screen.is_mounted or screen.size != self.app.size:  # it has only just taken another one's place
            return True
        is_due = isinstance(screen, GameScreen) and screen.painter.is_due  # a paint for what the mouse has done
        return bool(screen._layout_required or screen._dirty_widgets or screen._callbacks or is_due)

    async def pass_time(self, seconds: float) -> None:
        """Let the game live through so much time, frame by frame."""
        for _ in range(round(seconds / FRAME)):
            self.clock.advance(FRAME)
            self.lab.clockwork.tick()
        await self.settle()

    def widgets(self) -> list[CellsWidget]:
        """What is on the screen now."""
        return [widget for widget in self.screen.query(CellsWidget) if widget.region.area and _is_displayed(widget)]

    def rows(self) -> list[str]:
        """The screen's text."""
        size = self.app.size
        text = [["\0"] * size.width for _ in range(size.height)]
        for widget in self.widgets():
            x, y, width, height = widget.region
            assert widget.picture.glyph.shape == (height, width), f"{widget} is painted in another size"
            for row, line in enumerate(widget.picture.lines()):
                signs = [part for sign in graphemes(line) for part in (sign, *[""] * (width_of(sign) - 1))]
                assert len(signs) == width
                text[y + row][x : x + width] = signs
        return ["".join(row) for row in text]

    def text(self) -> str:
        return "\n".join(self.rows())

    def row_of(self, name: str) -> str:
        """The first row of a widget's picture."""
        return self.screen.query_one(f"#{name}", CellsWidget).picture.lines()[0]


def key_event(key: str) -> events.Key:
    """A key by its character or by textual's name, as a driver sends it."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _character_to_key(key), key)
    return events.Key(key, CHARACTERS.get(key))


def _is_displayed(widget: CellsWidget) -> bool:
    return all(cast(bool, getattr(node, "display", True)) for node in widget.ancestors_with_self)


def app_with(clock: Callable[[], float], **changed: Any) -> ChairgameApp:
    """The game with some of its options changed, whichever they belong to."""
    own = {name: value for name, value in changed.items() if hasattr(OPTIONS, name)}
    others = {name: value for name, value in changed.items() if name not in own}
    options = replace(OPTIONS, **own)
    return ChairgameApp(options, replace(SCREEN_OPTIONS, **others), lambda: Progress(options.home), clock)


@asynccontextmanager
async def game(
    size: tuple[int, int] = (100, 30), *, level: Level | None = None, opening: bool = False, **options: Any
) -> AsyncIterator[Game]:
    """The game on a screen of so many columns and rows; in the lab, unless something else is asked for."""
    if level is not None:
        options["place"] = places.Level(level)
    elif opening:
        options["place"] = places.Door()
    clock = Clock()
    with TemporaryDirectory() as home:
        app = app_with(clock, **{"home": Path(home), **options})
        async with app.run_test(size=size) as pilot:
            playing = Game(app, pilot, clock)
            await playing.settle()
            yield playing
