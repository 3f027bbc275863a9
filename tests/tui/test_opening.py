"""The first minute: it starts by itself, stops before it is a chair, and Space leads on to another thing."""

from pathlib import Path
from typing import cast

import pytest

from chairgame.chair.catalogue import load_chair
from chairgame.game.story.level import levels
from chairgame.graphics.instruments.phases import PHASE_GLYPHS
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.training.settings import Settings
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.opening import STOPS_AT_CM, OpeningScreen
from chairgame.tui.screens.title import TitleScreen
from chairgame.tui.widgets.loop import LoopPanel
from chairgame.tui.widgets.title import PHASE_NAMES
from tests.tui.driving import Game, game

KITCHEN = {"chair": load_chair("kitchen"), "settings": Settings(), "opening": True}


def opening(g: Game) -> OpeningScreen:
    return cast(OpeningScreen, g.screen)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_starts_by_itself_and_stops_under_12_cm(language: str) -> None:
    async with game((80, 24), **KITCHEN, language=language) as g:
        session, _ = opening(g).session, Catalogue(language)
        assert session.playing
        greeting = _("Parts, no instructions, a locked black box. A brain that has never seen a chair.")
        assert all(word in g.text() for word in greeting.split())
        seconds = 0.0
        while session.playing and seconds < 60:
            await g.pass_time(0.5)
            seconds += 0.5
        assert 5 < seconds < 60
        assert session.row.distance_cm is not None
        assert 2 < session.row.distance_cm < STOPS_AT_CM
        assert session.history.rows[session.epoch - 1].distance_cm >= STOPS_AT_CM  # type: ignore[operator]
        assert not opening(g).clockwork._timer._active.is_set()
        sentence = _("Nobody ever showed it a chair. Your turn: press Space.")
        assert all(word in g.text() for word in sentence.split())
        before = session.epoch
        await g.pass_time(5.0)
        assert session.epoch == before


async def test_the_monster_has_its_name_as_soon_as_it_stands() -> None:
    async with game((80, 24), **KITCHEN) as g:
        assert "cm" not in g.row_of("caption")
        await g.pass_time(2.2)
        assert g.row_of("caption").strip()
        assert len(g.row_of("caption").split()) >= 2


@pytest.mark.parametrize("key", ["space", "enter", "pagedown"])
@pytest.mark.parametrize("seconds", [0.0, 3.0])
async def test_space_leads_to_the_first_level(key: str, seconds: float) -> None:
    async with game((80, 24), **KITCHEN) as g:
        await g.pass_time(seconds)
        await g.press(key)
        assert isinstance(g.screen, LevelScreen)
        assert g.screen.attempt.level == levels()[0]
        before = opening_behind(g).session.player.elapsed
        await g.pass_time(1.0)
        assert opening_behind(g).session.player.elapsed == before  # nothing runs behind it
        assert not opening_behind(g).clockwork._timer._active.is_set()


def opening_behind(g: Game) -> OpeningScreen:
    return cast(OpeningScreen, g.app.screen_stack[0])


async def test_its_language_changes_at_once() -> None:
    async with game((80, 24), **KITCHEN) as g:
        await g.press("l")
        assert "wyjdź" in g.row_of("keys")
        await g.press("space")
        assert "wyjdź" in g.row_of("keys")


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+c", 130)])
async def test_it_can_be_left_at_once(key: str, code: int) -> None:
    async with game((80, 24), **KITCHEN) as g:
        await g.press(key)
        assert g.app.return_value == code


@pytest.mark.parametrize("seconds", [0.0, 3.0])
async def test_esc_skips_it_for_good(tmp_path: Path, seconds: float) -> None:
    async with game((80, 24), **KITCHEN, home=tmp_path) as g:
        await g.pass_time(seconds)
        await g.press("escape")
        assert isinstance(g.screen, TitleScreen)
        before = opening_behind(g).session.player.elapsed
        await g.pass_time(1.0)
        assert opening_behind(g).session.player.elapsed == before
    async with game((80, 24), **KITCHEN, home=tmp_path) as g:
        assert isinstance(g.screen, TitleScreen)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_phases_light_up_one_after_the_other_from_the_first_rebuild_on(language: str) -> None:
    async with game((80, 24), **KITCHEN, language=language) as g:
        _, seen = Catalogue(language), []
        panel = g.screen.query_one(LoopPanel)
        while opening(g).session.epoch == 0:
            lit = "".join(
                chr(glyph) for glyph in panel.picture.glyph[0][panel.picture.background[0] != g.app.look.theme.panel]
            )
            if lit.strip() not in seen:
                seen.append(lit.strip())
            await g.pass_time(0.25)
        assert seen == [f"{sign} {_(name)}" for sign, name in zip(PHASE_GLYPHS, PHASE_NAMES, strict=True)]
