"""The cable on its screen: played to its end by the keys that it names, small and large; and the lab's cable view."""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, WIRES
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.levels.cable import CableScreen
from chairgame.tui.screens.weight_cable import WeightCableScreen
from tests.tui.driving import Game, game

LEVEL = level_named("cable")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])


def _screen(playing: Game) -> CableScreen:
    assert isinstance(playing.screen, CableScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


async def _choose(playing: Game, name: str) -> None:
    """By arrows, as a player who looks at the brackets."""
    panel, wire = _screen(playing).panel, WIRES.index(name)
    if (panel.chosen < FIRST_OUT) != (wire < FIRST_OUT):
        await playing.press("right" if wire >= FIRST_OUT else "left")
    while panel.chosen != wire:
        await playing.press("down" if panel.chosen < wire else "up")


@SIZES
@LANGUAGES
def test_the_level_is_played_to_its_end_from_the_screen(size: tuple[int, int], language: str) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)
            for name in [move.split()[1] for move in LEVEL.solution if move.startswith("accuse")]:
                while not screen.play.is_scanned:
                    await playing.press("n")
                await _choose(playing, name)
                assert f"[{name} " in playing.text()
                await playing.press("enter")
                assert screen.play.is_closed
                await playing.press("space")
            await playing.press("space")
            assert screen.play.is_moving
            for _ in range(60):
                playing.clock.advance(0.05)
                screen.clockwork.tick()
            await playing.settle()
            assert screen.play.slopes is not None
            assert 1 < screen.play.slopes.builds < 1208
            await playing.press("space", "space")
            assert screen.play.has_listened
            assert ("0,0000001" if language == "pl" else "0.0000001") in playing.text()
            assert screen.attempt.star_count == 3
            await playing.press("space")
            assert screen.attempt.stage is Stage.RESULT
            await playing.press("space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert "1208" in playing.text()

    asyncio.run(play())


@SIZES
@LANGUAGES
def test_nothing_is_cut(size: tuple[int, int], language: str) -> None:
    """At every number of the walk in every case: the sentence, the caption and the sum stand whole on the screen."""

    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)
            for move in LEVEL.solution:
                screen.move(move)
                await playing.settle()
                text = playing.text()
                assert "…" not in text.replace("wire …", "").replace("następny…", ""), text
                for word in screen.sentence().split():
                    assert word in text, text

    asyncio.run(play())


def test_enter_before_the_scan_says_what_is_missing() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("n", "enter")
            screen = _screen(playing)
            assert screen.play.accusations == 0
            assert "scanner" in screen.sentence()
            await playing.press("n")
            assert screen.play.step == 2

    asyncio.run(play())


def test_the_walk_goes_back_number_by_number_and_undo_too() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            screen, pictures = _screen(playing), []
            for _ in range(21):
                pictures.append(screen.panel.picture.lines())
                await playing.press("n")
            for before in reversed(pictures):
                await playing.press(",")
                shown = screen.panel.picture.lines()
                assert [line.replace("[", " ").replace("]", " ") for line in shown] == [
                    line.replace("[", " ").replace("]", " ") for line in before
                ]
            await playing.press("p", "p", "u")
            assert screen.play.step == 8

    asyncio.run(play())


@pytest.mark.parametrize(
    ("depth", "glyphs"), [(ColourDepth.NONE, GlyphSet.HALF), (ColourDepth.SIXTEEN, GlyphSet.ASCII)]
)
def test_without_colours_or_letters_beyond_ascii(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs, language="pl") as playing:
            await _begin(playing)
            screen = _screen(playing)
            for move in LEVEL.solution:
                screen.move(move)
                await playing.settle()
                text = playing.text()
                assert glyphs is not GlyphSet.ASCII or text.isascii()
                for question in ("? pomoc", "wina?", "błąd?", "blad?"):
                    text = text.replace(question, "")
                assert "?" not in text, text

    asyncio.run(play())


def test_arrows_reach_every_wire() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("p")
            for name in (*WIRES, *WIRES[::-1]):
                await _choose(playing, name)
                assert f"[{name} " in playing.text()
            await _choose(playing, "C")
            await playing.press("right")
            assert _screen(playing).panel.chosen == FIRST_OUT + WIRES.index("C") // INPUTS

    asyncio.run(play())


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_k_follows_the_cable_of_the_lab_s_chosen_weight(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size) as playing:
            await playing.press("n", "n", "tab", "tab", "tab", "left", "k")
            view = playing.screen
            assert isinstance(view, WeightCableScreen)
            for label in view.session.chair.labels:
                assert label in playing.text()
            before = playing.text()
            await playing.press("left")
            assert playing.text() != before
            await playing.press("right")
            assert playing.text() == before
            epoch = view.session.epoch
            await playing.press(",")
            assert view.session.epoch == epoch - 1
            assert playing.text() != before
            await playing.press("escape")
            assert isinstance(playing.screen, LabScreen)
            assert playing.lab.panels.brain.focused

    asyncio.run(play())
