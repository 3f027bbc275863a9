"""The title left alone: it rests after a minute without a key, writes nothing then, and wakes with any key."""

import pytest

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.training.settings import Settings
from chairgame.tui.screens.title import LEFT_ALONE_SECONDS
from tests.tui.driving import FRAME, Game, game

NEVER_A_CHAIR = {"chair": load_chair("kitchen"), "settings": Settings(optimizer="sgd", learning_rate=0.001)}


async def wait(g: Game, seconds: float) -> None:
    """Minutes in strides: time leaps for nobody."""
    for _ in range(round(seconds)):
        g.clock.advance(1.0)
        g.screen.clockwork.tick()  # type: ignore[attr-defined]
    await g.settle()


@pytest.mark.parametrize("key", ["down", "l", "K", "x", "up"])
async def test_it_rests_after_a_minute_and_wakes_with_a_key(key: str) -> None:
    async with game((80, 24), place=places.Title(), **NEVER_A_CHAIR) as g:
        session = g.session
        await wait(g, LEFT_ALONE_SECONDS - 1)
        assert session.playing
        await wait(g, 5)
        assert not session.playing
        assert session.player.is_at_end  # a monster that stands, not a heap in mid-air
        still = g.text()
        await wait(g, 600)
        assert g.text() == still
        await g.press(key)
        assert session.playing
        await wait(g, 5)
        assert g.text() != still
        await wait(g, LEFT_ALONE_SECONDS)
        assert not session.playing


async def test_a_key_now_and_then_keeps_it_awake() -> None:
    async with game((80, 24), place=places.Title(), **NEVER_A_CHAIR) as g:
        for _ in range(6):
            await wait(g, LEFT_ALONE_SECONDS / 2)
            await g.press("down")
        assert g.session.playing


async def test_it_wakes_after_the_help_page_as_well() -> None:
    async with game((80, 24), place=places.Title(), **NEVER_A_CHAIR) as g:
        session = g.session
        await wait(g, LEFT_ALONE_SECONDS + 5)
        assert not session.playing
        await g.press("question_mark", "escape")
        assert session.playing


async def test_nothing_is_asked_of_the_terminal_while_it_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    async with game((80, 24), place=places.Title(), **NEVER_A_CHAIR) as g:
        await wait(g, LEFT_ALONE_SECONDS + 5)
        written: list[object] = []
        monkeypatch.setattr(g.app, "_display", lambda *update: written.append(update))
        await g.pilot.pause(5 * FRAME)
        assert not written


async def test_a_brain_that_stands_needs_no_waking() -> None:
    async with game((80, 24), place=places.Title()) as g:
        while g.session.playing and g.session.epoch < 400:
            await wait(g, 20)
            await g.press("down")
        assert not g.session.playing
        epoch = g.session.epoch
        await g.press("down", "l")
        assert (g.session.playing, g.session.epoch) == (False, epoch)
