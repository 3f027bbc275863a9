"""Level 10 on its screen: scanners found out by the keys that the footer names, and a hiss listened through."""

from collections.abc import Iterator
from random import Random
from typing import cast

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.blind_words import NAMES
from chairgame.game.story.level import level_named
from chairgame.game.story.probes import TURN, Probe, best_probe
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.blind import BlindScreen
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots

LEVEL = level_named("bad-scanner")
SIZES = [(60, 18), (80, 24), (120, 40)]
EACH = pytest.mark.parametrize(
    "size", [pytest.param(SIZES[0], marks=pytest.mark.slow), SIZES[1], pytest.param(SIZES[2], marks=pytest.mark.slow)]
)
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)
KEYS_OF = {"front": "left_square_bracket", "rear": "right_square_bracket", TURN: "r"}


def screen_of(g: Game) -> BlindScreen:
    return cast(BlindScreen, g.screen)


async def to_play(g: Game) -> None:
    await g.press(*["space"] * len(LEVEL.pages))
    assert screen_of(g).attempt.stage is Stage.PLAY


async def pass_time(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        screen_of(g).clockwork.tick()
    await g.settle()


async def to_the_end(g: Game) -> None:
    await g.press("end")
    while screen_of(g).play.is_moving:
        await pass_time(g, FRAME)


async def probe(g: Game, asked: Probe) -> None:
    """By g until the part is in hand, an arrow, Enter."""
    screen = screen_of(g)
    while screen.hands.part != asked.part:
        await g.press("g")
    await g.press(KEYS_OF.get(asked.way, asked.way))
    assert screen.hands.way == asked.way
    await g.press("enter")


async def find_out(g: Game) -> None:
    """Ask the best question until one answer is left, and name it."""
    screen, play = screen_of(g), screen_of(g).play
    while len(play.left) > 1:
        await probe(g, best_probe(play.chair_name, play.left))
    await g.press("b")
    assert f"[{g.app.look.words(_name(screen))}]" in g.text()
    await g.press("enter")
    assert play.case.is_closed


def _name(screen: BlindScreen) -> str:
    return NAMES[screen.play.left[0]]


@EACH
@SPOKEN
async def test_three_stars_are_earned_by_the_keys_that_the_footer_names(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await to_play(g)
        screen = screen_of(g)
        for number in range(3):
            await g.press("space")
            if number:
                await to_the_end(g)
            else:
                await pass_time(g, 3.2)
            assert screen.play.case.has_learned
            await g.press("t")
            assert screen.has_class("-sitting")
            await find_out(g)
            await g.press("space")
        assert screen.play.noise is not None
        await g.press("minus", "minus", "minus", "minus", "space")
        await pass_time(g, 3.3)
        assert screen.attempt.star_count == 3
        await g.press("space")
        assert screen.attempt.stage is Stage.RESULT


@EACH
@SPOKEN
async def test_nothing_is_cut(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await to_play(g)
        screen = screen_of(g)
        for move in ("", *LEVEL.solution):
            if move:
                screen.move(move)
            await g.settle()
            lines = screen.table.picture.lines()
            assert not any("…" in line for line in lines), "\n".join(lines)
            shown = " ".join(" ".join(lines).split())
            for scan in screen.play.case.scans if screen.play.noise is None else ():
                assert screen.play.chair.labels[scan.probe.part] in shown
            for word in screen.sentence().split():
                assert word in g.text()


async def test_the_part_in_hand_is_moved_seen_scanned_and_put_back() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await g.press("g", "left", "enter")
        assert screen_of(g).hands.part is None  # nothing has learned yet
        await to_the_end(g)
        await g.press("left")
        assert "g takes a part" in g.text()
        await g.press("g")
        still = screen_of(g).floor.picture.lines()
        await g.press("up")
        assert screen_of(g).floor.picture.lines() != still
        await g.press("enter")
        assert (screen_of(g).hands.part, screen_of(g).hands.way) == (0, None)
        assert "0.61 → 0.61" in g.text()
        await g.press("tab", "tab", "tab", "tab", "left", "enter")
        assert "seat B1" in g.text()
        assert "it saw that" in g.text()
        await g.press("shift+tab")
        assert screen_of(g).hands.part == 3
        await g.press("escape")
        assert screen_of(g).hands.part is None


async def test_only_names_that_no_scan_has_ruled_out_are_chosen() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await to_the_end(g)
        await g.press("g", "left", "enter", "b")  # a leg sideways: legs, or all that is sideways
        assert "[legs]" in g.text()
        assert "✗heights" in g.text()
        await g.press("right")
        assert "[sideways]" in g.text()
        await g.press("right")
        assert "[legs]" in g.text()
        await g.press("escape", "b", "b")
        assert screen_of(g).hands.cursor is None
        assert isinstance(g.screen, BlindScreen)


async def test_whoever_has_asked_anything_gets_other_scanners() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await to_the_end(g)
        await g.press("R")
        assert screen_of(g).attempt.level.seed == LEVEL.seeds[0]
        await to_the_end(g)
        await g.press("g", "left", "enter", "R")
        assert screen_of(g).attempt.level.seed == LEVEL.seeds[1]
        assert not screen_of(g).play.probes


async def test_a_run_that_is_good_enough_leads_on_and_the_knob_to_another() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        for move in LEVEL.solution[:19]:
            screen_of(g).move(move)
        await to_the_end(g)
        await g.press("space")
        assert screen_of(g).play.is_moving  # 13 cm: anew
        await to_the_end(g)
        await g.press("minus", "minus", "minus", "minus")
        assert screen_of(g).play.epoch == 0
        await to_the_end(g)
        assert "what it was" in g.text()
        await g.press("plus", "space")
        assert screen_of(g).attempt.stage is Stage.PLAY


@pytest.mark.parametrize("depth", [ColourDepth.SIXTEEN, ColourDepth.NONE])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_what_is_struck_out_and_chosen_reads_without_colour(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs) as g:
        await to_play(g)
        await to_the_end(g)
        await g.press("g", "left", "enter", "b")
        assert "[legs]" in g.text()
        cross = "x" if glyphs is GlyphSet.ASCII else "✗"
        assert f"{cross}heights" in g.text()
        if glyphs is GlyphSet.ASCII:
            assert g.text().replace("\n", "").isascii()


KEYS = ("space", "enter", "escape", "up", "down", "left", "right", "g", "b", "t", "r", "end", "u", "h", "plus", "minus")
RARE = ("R", "i", "K", "l", "e", "?", "backspace", "less_than_sign", "greater_than_sign", "tab", "shift+tab", "n", "a")


def keys_by_chance(random: Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield random.choice(KEYS if random.random() < 0.9 else RARE)


@pytest.mark.parametrize("seed", range(3))
async def test_no_keys_in_any_order_break_it(seed: int) -> None:
    random = Random(seed)
    async with game(random.choice(SIZES), level=LEVEL) as g:
        for key in keys_by_chance(random, 100):
            await g.press(key)
            if isinstance(g.screen, BlindScreen):
                await pass_time(g, random.choice([0, FRAME, 0.3]))
        assert g.app.return_value is None


@pytest.mark.parametrize("size", SIZES[1:])
@SPOKEN
async def test_snapshots(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    names = {0: "start", 1: "perfect", 4: "asked", 5: "named", 20: "hiss", 21: "quiet"}
    async with game(size, level=LEVEL, language=language) as g:
        await snapshot(g, "blind-page")
        await to_play(g)
        for number, move in enumerate(("", *LEVEL.solution)):
            if move:
                screen_of(g).move(move)
            await g.settle()
            if number in names:
                await snapshot(g, f"blind-{names[number]}")
