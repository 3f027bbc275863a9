"""A player without a plan: random keys and clicks over random sizes. Nothing breaks, all shown is true, q leaves."""

from random import Random

import numpy as np
import pytest
from textual import events

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.model import GameSession
from chairgame.tui.keys import HELP_KEYS, LAB_KEYS
from chairgame.tui.screens.lab import LabScreen
from tests.tui.driving import FRAME, Game, game
from tests.tui.test_layout import assert_covered, resize

LEAVING = {"q", "ctrl+c"}
NAMES = sorted({name for key in (*LAB_KEYS, *HELP_KEYS) for name in key.keys.split(",")} - LEAVING)
KEYS = [*NAMES, *"0123456789.-#ł", "f5", "delete"]
SIZES = [(60, 18), (80, 24), (59, 17), (100, 30), (120, 40), (99, 20)]
ROUNDS, KEYS_A_ROUND = 10, 50


def lab_of(g: Game) -> LabScreen:
    return next(screen for screen in g.app.screen_stack if isinstance(screen, LabScreen))


def assert_true(g: Game) -> None:
    """What every widget shows is what it would paint now: no picture is older than the game."""
    g.screen.show()
    for widget in g.widgets():
        now, shown = widget.paint(widget.size.height, widget.size.width), widget.picture
        for layer in ("glyph", "foreground", "background", "attributes"):
            np.testing.assert_array_equal(getattr(shown, layer), getattr(now, layer), err_msg=f"{widget.id} {layer}")


def assert_sound(session: GameSession) -> None:
    assert 0 <= session.epoch <= session.newest
    assert session.rebuild.epoch == session.row.epoch == session.epoch


async def click(g: Game, random: Random) -> None:
    """Somewhere on the screen, perhaps with a drag."""
    x, y = random.randrange(g.app.size.width), random.randrange(g.app.size.height)
    drag = random.choice([(0, 0), (random.randint(-5, 5), random.randint(-5, 5))])
    for kind, dx, dy in ((events.MouseDown, 0, 0), (events.MouseMove, *drag), (events.MouseUp, *drag)):
        where = {"x": max(0, x + dx), "y": max(0, y + dy), "screen_x": max(0, x + dx), "screen_y": max(0, y + dy)}
        button = 0 if kind is events.MouseMove and drag == (0, 0) else 1
        g.app.post_message(
            kind(widget=None, delta_x=dx, delta_y=dy, button=button, shift=False, meta=False, ctrl=False, **where)
        )
    await g.settle()


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
async def test_a_random_player_breaks_nothing_and_can_leave(seed: int) -> None:
    random = Random(seed)
    async with game((80, 24), chair=load_chair(random.choice(["three-part-stool", "kitchen"]))) as g:
        for _ in range(ROUNDS):
            await resize(g, random.choice(SIZES))
            for _ in range(KEYS_A_ROUND):
                await g.press(random.choice(KEYS))
                g.clock.advance(random.choice([0, FRAME, 1.0]))
                lab_of(g).clockwork.tick()
                assert_sound(lab_of(g).session)
                if random.random() < 0.1:
                    await click(g, random)
            await g.settle()
            assert_covered(g)
            assert_true(g)
        await g.press("q")
        assert g.app.return_value == 0
