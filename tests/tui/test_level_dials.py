"""Levels 2 and 3 on their screens: what springs back and what is kept, what is held, what runs on, and the open box."""

from typing import cast

import numpy as np
import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.headphones import TURN_SECONDS, HeadphonesPlay
from chairgame.game.story.level import level_named
from chairgame.game.story.scanner import ScannerPlay
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.widgets.reveal import RevealPicture
from tests.tui.driving import FRAME, Game, game
from tests.tui.test_level_screens import footer, to_play

SCANNER, HEADPHONES = level_named("scanner"), level_named("headphones")
BY_HAND = HEADPHONES.solution[: HEADPHONES.solution.index("volume 1")]
LEVELS = pytest.mark.parametrize("level", [SCANNER, HEADPHONES], ids=lambda level: level.id)
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)


def screen_of(g: Game) -> LevelScreen:
    return cast(LevelScreen, g.screen)


def scanner(g: Game) -> ScannerPlay:
    return cast(ScannerPlay, screen_of(g).attempt.play)


def headphones(g: Game) -> HeadphonesPlay:
    return cast(HeadphonesPlay, screen_of(g).attempt.play)


async def pass_time(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        screen_of(g).clockwork.tick()
    await g.settle()


async def make(g: Game, *moves: str) -> None:
    """Moves without their pictures."""
    for move in moves:
        screen_of(g).move(move)
        screen_of(g).attempt.play.skip()
    screen_of(g).changed()
    await g.settle()


def floor_of(g: Game) -> list[str]:
    return g.screen.query_one("#floor").picture.lines()  # type: ignore[attr-defined,no-any-return]


# Level 2


async def test_a_nudged_dial_springs_back_when_its_slope_is_read_and_k_keeps_it() -> None:
    async with game((80, 24), level=SCANNER) as g:
        await to_play(g)
        await g.press("3", "right")
        assert "Nothing moves yet" in g.text()
        await g.press("right")
        assert "keep" not in footer(g)
        await g.press("enter")
        assert "+2" in next(row for row in g.rows() if "[3]" in row)
        assert "keep" not in footer(g), "nobody has read the number yet"
        await pass_time(g, 2)
        assert "Dial 3: −1.4 cm per click." in g.text()
        assert "+2" not in next(row for row in g.rows() if "[3]" in row)
        assert "keep" in footer(g)
        await g.press("k")
        assert scanner(g).home[2] == 2
        assert scanner(g).count == 1
        assert "measured from here" in g.text()
        await g.press("k")
        assert "k keeps a dial that has just sprung back" in g.text()


@pytest.mark.parametrize("key", ["k", "full_stop"])
async def test_two_keys_keep_a_dial_and_any_turn_is_too_late(key: str) -> None:
    async with game((80, 24), level=SCANNER) as g:
        await to_play(g)
        await make(g, "turn 3 2", "scan", "turn 4 1")
        await g.press(key)
        assert scanner(g).home[3] == 0
        await make(g, "turn 4 -1", "turn 3 3", "scan")
        await g.press(key)
        assert scanner(g).home[3] == 3


async def test_u_takes_turns_back_one_by_one_then_the_dials_to_the_best_and_never_a_number() -> None:
    async with game((80, 24), level=SCANNER) as g:
        await to_play(g)
        best = ("turn 0 -5", "turn 5 6", "turn 6 -6", "scan")
        await make(g, *best, "turn 0 9", "turn 5 -9", "scan")
        assert scanner(g).may_return
        await g.press("1", "right", "u")
        assert scanner(g).clicks == scanner(g).home, "the turn first"
        assert "undo" in footer(g)
        await g.press("u")
        assert scanner(g).home == (-5, 0, 0, 0, 0, 6, -6, 0)
        assert scanner(g).count == 2
        assert "The build is spent." in g.text()
        assert "undo" not in footer(g)
        await g.press("u")
        assert "A scan cannot be unheard." in g.text()


async def test_the_footer_says_whether_enter_scans_or_leaps() -> None:
    async with game((80, 24), level=SCANNER) as g:
        await to_play(g)
        await g.press("1", "left")
        assert "Enter scan" in g.rows()[-1]
        await g.press("2", "left")
        assert "Enter leap" in g.rows()[-1]


async def test_a_promise_stands_beside_the_number_before_the_leap() -> None:
    async with game((80, 24), level=SCANNER) as g:
        await to_play(g)
        await make(g, *SCANNER.solution[:16])
        await make(g, *SCANNER.solution[16:24])
        straight = scanner(g).line.promise(scanner(g).clicks)
        assert f"{straight:.1f}" in g.text()


# Level 3


async def test_a_held_space_steps_as_soon_as_the_knobs_have_turned() -> None:
    async with game((80, 24), level=HEADPHONES) as g:
        await to_play(g)
        await make(g, *BY_HAND)
        before, seconds = headphones(g).count, 2.0
        for _ in range(round(seconds / FRAME)):
            g.clock.advance(FRAME)
            screen_of(g).clockwork.tick()
            await g.press("space")
        steps = headphones(g).count - before
        assert steps == pytest.approx(seconds / TURN_SECONDS, abs=1)
        assert screen_of(g).attempt.stage is Stage.PLAY


@pytest.mark.parametrize("key", ["space", "greater_than_sign", "minus", "2"])
async def test_it_listens_on_by_itself_until_a_key_holds_it(key: str) -> None:
    async with game((80, 24), level=HEADPHONES) as g:
        await to_play(g)
        await make(g, *BY_HAND)
        before = headphones(g).count
        await g.press("greater_than_sign")
        await pass_time(g, 1.6)
        assert headphones(g).is_running
        assert headphones(g).count - before in (3, 4)
        await g.press(key)
        if key == "2":
            await g.press("right")  # to choose a dial changes nothing; to turn it does
        held = headphones(g).count
        await pass_time(g, 2)
        assert not headphones(g).is_running
        assert headphones(g).count == held


async def test_it_runs_on_until_it_rises_and_u_takes_that_step_back() -> None:
    async with game((80, 24), level=HEADPHONES) as g:
        await to_play(g)
        await make(g, *BY_HAND, "volume 1", "volume 1", "volume 1")
        await g.press("greater_than_sign")
        await pass_time(g, 10)
        assert headphones(g).rose
        assert "farther than before" in g.text()
        steps = headphones(g).count
        await g.press("u")
        assert headphones(g).count == steps - 1
        assert not headphones(g).rose


async def test_smoke_is_greeted_and_costs_nothing() -> None:
    async with game((80, 24), level=HEADPHONES) as g:
        await to_play(g)
        await make(g, *BY_HAND, *["volume 1"] * 4)
        while not headphones(g).is_burned:
            await make(g, "listen")
        burned = headphones(g).count
        text = g.text()
        assert "Smelled." in text
        assert "e+" not in text
        assert "listen" not in footer(g)
        assert "undo" in footer(g)
        await g.press("space")
        assert "Nothing but smoke" in g.text()
        await g.press("u")
        assert headphones(g).count == burned - 1
        assert "smoke" not in g.text().casefold()
        await g.press("minus", "h")
        assert headphones(g).volume == 4


async def test_reduced_motion_turns_the_knobs_at_once_and_no_part_flies() -> None:
    async with game((80, 24), level=HEADPHONES, reduced_motion=True) as g:
        await to_play(g)
        await make(g, *BY_HAND)
        standing, knobs = floor_of(g), g.screen.query_one("#knobs").picture.lines()  # type: ignore[attr-defined]
        await g.press("space")
        assert g.screen.query_one("#knobs").picture.lines() != knobs  # type: ignore[attr-defined]
        assert floor_of(g)[1:-5] == standing[1:-5]
        pictures = set()
        for _ in range(40):
            await pass_time(g, FRAME)
            pictures.add("\n".join(floor_of(g)[1:-5]))
        assert len(pictures) == 3, "as it stood, built, and scanned"


@SPOKEN
async def test_at_80_columns_the_footer_has_room_for_what_runs_on_and_for_hints(language: str) -> None:
    async with game((80, 24), level=HEADPHONES, language=language) as g:
        await to_play(g)
        _ = g.app.look.words
        assert f"Enter {_('step')}" in g.rows()[-1]
        assert "↑↓←→" in g.rows()[-1]
        await make(g, *BY_HAND)
        for shown in (f"{_('space')} {_('listen')}", "+ -", f"u {_('undo')}", f"> {_('on')}", f"h {_('hint')}"):
            assert shown in g.rows()[-1]


# Both


@LEVELS
@SIZES
@SPOKEN
async def test_the_box_is_opened_beside_the_best_build_at_the_end_and_never_before(level, size, language) -> None:
    async with game(size, level=level, language=language) as g:
        beside = g.screen.query_one(RevealPicture)
        thing = g.app.look.words(screen_of(g).attempt.play.reveal().chair.title["en"])
        assert thing not in g.text(), "the page before it shows the heap"
        await to_play(g)
        await make(g, *level.solution[:-1])
        assert not beside.is_there
        assert thing not in g.text()
        await make(g, level.solution[-1])
        await pass_time(g, FRAME)
        assert screen_of(g).attempt.stage is Stage.RESULT
        assert not beside.is_there
        assert g.app.look.words("Open the box? Space.") in " ".join(g.text().split())
        await g.press("space")
        assert beside.is_there
        await pass_time(g, 1.1)
        assert beside.display == (size[0] >= 72)
        if not beside.display:
            return
        assert thing in beside.picture.lines()[0]
        last = beside.picture.lines()[-2]
        for gap in screen_of(g).attempt.play.reveal().gaps:
            assert f"{'ABCDE'[gap.part]} {round(gap.off)}" in last
        turn, before = beside.turn, beside.picture.glyph.copy()
        await pass_time(g, 0.2)
        assert beside.turn != turn
        assert not np.array_equal(beside.picture.glyph, before)


@LEVELS
@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_the_reveal_reads_in_every_depth_and_glyph_set(level, depth, glyphs) -> None:
    async with game((80, 24), level=level, depth=depth, glyphs=glyphs, reduced_motion=True) as g:
        await to_play(g)
        screen_of(g).finish()
        await g.press("space")
        lines = g.screen.query_one(RevealPicture).picture.lines()
        assert all(sum(letter in line for line in lines[1:-3]) for letter in "ABCDE")
        assert lines[-2].rstrip("│| ").endswith("cm")
        assert glyphs is not GlyphSet.ASCII or g.text().isascii()
