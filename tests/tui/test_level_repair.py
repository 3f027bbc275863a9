"""Level 7 on its screen: played to three stars by the keys that it names, and a sentence that is typed."""

from collections.abc import Iterator
from random import Random
from typing import cast

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.repair import Act
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.repair import RepairScreen
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots

LEVEL = level_named("ala-ma-kota")
SIZES = [(60, 18), (80, 24), (120, 40)]
EACH = pytest.mark.parametrize("size", SIZES)
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)
SENTENCE = "Ala ma kota , a Ola ma psa , a pies ma"


def screen_of(g: Game) -> RepairScreen:
    return cast(RepairScreen, g.screen)


async def to_play(g: Game) -> None:
    await g.press(*["space"] * len(LEVEL.pages))
    assert screen_of(g).attempt.stage is Stage.PLAY


async def type_in(g: Game, text: str) -> None:
    await g.press(*("space" if letter == " " else letter for letter in text))


async def pass_time(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        screen_of(g).clockwork.tick()
    await g.settle()


async def mend(g: Game) -> None:
    """Of the numbers on the screen the largest product, as often as it takes."""
    screen = screen_of(g)
    while screen.play.act is Act.REPAIR:
        guilt = screen.play.brain.guilt(screen.play.last)
        wire = max(range(guilt.size), key=lambda i: abs(guilt.ravel()[i]))
        neuron, word = divmod(wire, guilt.shape[1])
        here, there = divmod(screen.panel.wire, guilt.shape[1])
        await g.press(*["down" if neuron > here else "up"] * abs(neuron - here))
        await g.press(*["right" if word > there else "left"] * abs(word - there))
        assert screen.panel.wire == wire
        await g.press("minus" if guilt.ravel()[wire] > 0 else "plus")


async def bet(g: Game) -> None:
    screen = screen_of(g)
    await g.press(*["right"] * screen.play.brain.words.index(screen.play.said), "enter")
    assert screen.play.is_bet_won


@EACH
@SPOKEN
async def test_three_stars_are_earned_by_the_keys_that_the_footer_names(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await to_play(g)
        screen = screen_of(g)
        assert "hidden" in g.text() or "ukryte" in g.text()
        await mend(g)
        await bet(g)
        await g.press("space")
        await pass_time(g, 3.0)
        assert screen.play.has_learned
        await g.press("t")
        await type_in(g, SENTENCE)
        await g.press("enter")
        assert screen.play.is_moving
        await pass_time(g, 1.0)
        assert not screen.play.recited
        await g.press("end")
        assert screen.play.recited == 12
        assert screen.attempt.star_count == 3
        assert "psa" in g.text()
        await g.press("space")
        assert screen.attempt.stage is Stage.RESULT
        await g.press("u", "e", "e")
        assert screen.attempt.stage is Stage.RESULT
        assert all(held for _goal, held in screen.attempt.goals()), "a goal that the star stands for is taken back"


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
            lines = [line[: screen.panel.size.width] for line in g.rows()[1:-3]]
            assert not any("…" in line for line in lines), "\n".join(lines)
            for word in screen.sentence().split():
                assert word in g.text()


async def test_letters_are_letters_while_a_sentence_is_typed() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await g.press("t")
        assert screen_of(g).field.text is None  # first both answers
        for move in LEVEL.solution[:11]:
            screen_of(g).move(move)
        await g.press("t")
        await type_in(g, "quiet KlRheb")
        assert screen_of(g).field.text == "quiet KlRheb"
        await g.press("enter")
        assert screen_of(g).field.text is not None, "two words are no sentence"
        await g.press("escape")
        assert screen_of(g).field.text is None
        assert isinstance(g.screen, RepairScreen)


@EACH
async def test_signs_of_two_cells_are_whole_and_the_nearest_words_are_the_last_to_go(size: tuple[int, int]) -> None:
    async with game(size, level=LEVEL) as g:
        await to_play(g)
        for move in (*LEVEL.solution[:11], "own łódź 犬 🐕 ala", "epoch 100"):
            screen_of(g).move(move)
        await g.settle()
        assert "łódź 犬 🐕 → ala" in g.text()
        screen_of(g).move("own żeby wszystko jedno Konstantynopolitańczykowianeczkowi trzeba długich słów wszędzie")
        await g.settle()
        assert "wszędzie" in g.text()
        assert screen_of(g).panel.picture.width == screen_of(g).panel.size.width


async def test_backspace_erases_and_elsewhere_takes_back() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await g.press("plus", "plus", "backspace")
        assert screen_of(g).play.clicks == 1
        for move in LEVEL.solution[:11]:
            screen_of(g).attempt.do(move)
        screen_of(g).attempt.restart()
        for move in LEVEL.solution[:11]:
            screen_of(g).move(move)
        await g.press("t")
        await type_in(g, "Ala")
        await g.press("backspace")
        assert screen_of(g).field.text == "Al"


async def test_whoever_has_seen_what_came_of_the_bet_gets_another_brain() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await g.press("plus", "R")
        assert screen_of(g).attempt.level.seed == LEVEL.seeds[0]
        await mend(g)
        await bet(g)
        await g.press("R")
        assert screen_of(g).attempt.level.seed == LEVEL.seeds[1]
        assert screen_of(g).play.clicks == 0


@pytest.mark.parametrize("depth", [ColourDepth.SIXTEEN, ColourDepth.NONE])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_what_is_chosen_and_wanted_reads_without_colour(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs) as g:
        await to_play(g)
        text = g.text()
        assert "[+0.9]" in text
        assert "wanted" in text
        assert "16 %" in text
        if glyphs is GlyphSet.ASCII:
            assert text.replace("\n", "").isascii()


KEYS = ("space", "enter", "escape", "up", "down", "left", "right", "plus", "minus", "b", "t", "n", "end", "u", "h", "e")
RARE = ("R", "i", "K", "l", "?", "backspace", "less_than_sign", "greater_than_sign", "a", "ł")


def keys_by_chance(random: Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield random.choice(KEYS if random.random() < 0.9 else RARE)


@pytest.mark.parametrize("seed", range(3))
async def test_no_keys_in_any_order_break_it(seed: int) -> None:
    random = Random(seed)
    async with game(random.choice(SIZES), level=LEVEL) as g:
        for key in keys_by_chance(random, 120):
            await g.press(key)
            if isinstance(g.screen, RepairScreen):
                await pass_time(g, random.choice([0, FRAME, 0.5]))
        assert g.app.return_value is None


@pytest.mark.parametrize("size", SIZES[1:])
@SPOKEN
async def test_snapshots(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await snapshot(g, "repair-page")
        await to_play(g)
        await snapshot(g, "repair-start")
        for number, move in enumerate(LEVEL.solution, start=1):
            screen_of(g).move(move)
            await g.settle()
            if number in (9, 10, 13):
                await snapshot(g, f"repair-{('bet', 'broken', 'recited')[(9, 10, 13).index(number)]}")
