"""Epochs on their screen: played to three stars by the keys that it names, at any size, in both languages and all
depths.
"""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.finale import SIDES
from chairgame.game.story.level import level_named
from chairgame.game.story.seating import AFTERWARDS
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.levels.epochs import EpochsScreen
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sit_pair import PairFloor
from chairgame.tui.widgets.timeline import Timeline
from tests.tui.driving import Game, game

LEVEL = level_named("epochs")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])
TO_31 = ("down", *["left"] * 9)  # from 50
ANSWERS = ("left", "left", "right", "left", "right")
TO_THE_BET = ("epoch 20", "bet 31")
TO_THE_PAIRS = (*TO_THE_BET, "epoch 20", "sit", "sit", "wipe", "pairs")


def _screen(playing: Game) -> EpochsScreen:
    assert isinstance(playing.screen, EpochsScreen)
    return playing.screen


async def _begin(playing: Game, *moves: str) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    screen = _screen(playing)
    assert screen.attempt.stage is Stage.PLAY
    for move in moves:
        screen.move(move)
    screen.play.skip()
    screen.changed()
    await playing.settle()
    await playing.pass_time(0.5)


def _assert_whole(playing: Game) -> None:
    """The sentence and the stars' rules stand on the screen with all their words; every note where there is room."""
    screen, text, _ = _screen(playing), playing.text(), playing.app.look.words
    stars = tuple(_(star.text) for star in LEVEL.stars)
    for sentence in (screen.sentence(), *stars, *(screen.notes() if playing.app.size.height > 18 else ())):
        for word in sentence.split():
            assert word in text, text


def _named(playing: Game) -> list[str]:
    return [key.action for key in playing.screen.query_one(KeysLine).keys]


@SIZES
@LANGUAGES
def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)

            async def press(*keys: str, seconds: float = 0.0) -> None:
                await playing.press(*keys)
                await playing.pass_time(seconds)
                _assert_whole(playing)

            _assert_whole(playing)
            await press("n", "n", "g")
            await press("up", "left", "enter")
            await press("n")
            assert screen.play.fixed == 1
            await press("end", seconds=0.5)
            assert screen.play.run.epoch == screen.play.run.bet_at
            await press("b")
            await press(*TO_31)
            assert screen.cursor.epoch == 31
            await press("enter")
            assert screen.play.run.bet == 31
            await press("space", seconds=3)
            assert screen.play.run.epoch == screen.play.run.truth == 29
            await press("space", seconds=3)
            assert len(screen.play.run.seating.row) == AFTERWARDS + 1
            await press("t", seconds=1)
            assert screen.play.has_sat
            await press("W", seconds=1)
            assert screen.play.run.is_forgetting
            await press("space", seconds=0.5)
            assert screen.play.finale is not None
            for number, side in enumerate(ANSWERS):
                await press("v", "a", "v", side, "enter", seconds=1.5)
                assert screen.play.finale.right == number + 1
                await press(*["space"] * (number < len(ANSWERS) - 1), seconds=0.5)
            assert screen.attempt.star_count == 3
            await playing.press("e", "e", "space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert "29" in playing.text(), playing.text()

    asyncio.run(play())


@pytest.mark.parametrize("depth", [ColourDepth.TRUECOLOR, ColourDepth.SIXTEEN, ColourDepth.NONE])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_every_stage_reads_without_colours_and_in_plain_signs(
    depth: ColourDepth, glyphs: GlyphSet, size: tuple[int, int]
) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, depth=depth, glyphs=glyphs) as playing:
            await _begin(playing, *TO_THE_BET, "epoch 20")
            await playing.pass_time(1.0)
            full, empty = ("#", ".") if glyphs is GlyphSet.ASCII else ("■", "□")
            row = "29 ■■■□■■□□□□■ 39  ■ grandmother could sit".replace("■", full).replace("□", empty)
            assert playing.row_of("seats").strip() == row
            screen = _screen(playing)
            for move in TO_THE_PAIRS[3:]:
                screen.move(move)
            await playing.pass_time(0.5)
            assert playing.row_of("foot-left").strip() == "[A] rebuild 19 · 8.0 cm".replace("·", _dot(glyphs))
            assert playing.row_of("foot-right").strip() == "B rebuild 32 · 4.3 cm".replace("·", _dot(glyphs))
            await playing.press("right", "enter")
            await playing.pass_time(1.5)
            assert playing.row_of("foot-left").strip() == "A 8.0 cm · she sits".replace("·", _dot(glyphs))
            assert playing.row_of("foot-right").strip() == "[B] 4.3 cm · she falls".replace("·", _dot(glyphs))
            assert "A3" in playing.text()
            if glyphs is GlyphSet.ASCII:
                assert playing.text().isascii()

    asyncio.run(play())


def _dot(glyphs: GlyphSet) -> str:
    return "." if glyphs is GlyphSet.ASCII else "·"


def test_the_bet_stays_between_what_was_seen_and_the_end_and_esc_leaves_it_open() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("b")
            assert "at rebuild 20" in playing.text()
            await playing.press("end")
            await playing.pass_time(0.5)
            await playing.press("n")
            assert "waits for your bet" in playing.text()
            screen = _screen(playing)
            await playing.press("b", *["down"] * 9)
            assert screen.cursor.epoch == 21
            await playing.press(*["up"] * 9)
            assert screen.cursor.epoch == screen.play.run.most
            assert "n" not in _named(playing)
            await playing.press("n", "g", "t", "W", "m")
            assert (screen.play.run.epoch, screen.play.moves[-1]) == (20, "epoch 1")
            await playing.press("escape")
            assert (screen.cursor.epoch, screen.play.run.bet) == (None, None)
            await playing.press("space", "enter", "b")
            assert screen.play.run.bet == 50
            assert "no one takes it back" in playing.text()

    asyncio.run(play())


def test_a_footer_names_only_what_does_something_now() -> None:
    async def play() -> None:
        async with game((120, 40), level=LEVEL) as playing:
            await _begin(playing)
            assert {"bet", "wipe", "feet"}.isdisjoint(_named(playing))
            screen = _screen(playing)
            screen.move("epoch 20")
            await playing.settle()
            assert "bet" in _named(playing)
            assert "play" not in _named(playing)
            for move in TO_THE_PAIRS[1:-1]:
                assert ("wipe" in _named(playing)) == screen.play.has_sat
                screen.move(move)
                await playing.settle()
            assert "wipe" not in _named(playing)
            await playing.press("space")
            await playing.pass_time(0.5)
            assert {"enter", "feet"} <= set(_named(playing))
            assert {"tell('hand.grab')", "tell('attempt.do', 'sit')", "film", "epochs(1)"}.isdisjoint(_named(playing))

    asyncio.run(play())


@SIZES
def test_from_the_floor_the_feet_fill_the_width_on_every_side(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL) as playing:
            await _begin(playing, *TO_THE_PAIRS)
            floors = list(playing.screen.query(PairFloor))
            standing = [floor.camera for floor in floors]
            await playing.press("v")
            for _ in range(3):
                for floor, before in zip(floors, standing, strict=True):
                    assert floor.camera.distance < before.distance
                    assert floor.camera.elevation < 0.01
                    assert abs(floor.camera.target[2]) < 1
                azimuths = [floor.camera.azimuth for floor in floors]
                await playing.press("d")
                assert all(floor.camera.azimuth != a for floor, a in zip(floors, azimuths, strict=True))
            await playing.press("v")
            distances = [floor.camera.distance for floor in floors]
            assert distances == pytest.approx([camera.distance for camera in standing], rel=0.02)

    asyncio.run(play())


def test_after_a_wrong_choice_five_other_pairs_are_to_be_had() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing, *TO_THE_PAIRS)
            screen = _screen(playing)
            for _ in range(5):
                await playing.press("left", "enter")
                await playing.pass_time(1.5)
                await playing.press("space")
                await playing.pass_time(0.5)
            finale = screen.play.finale
            assert finale is not None
            assert (finale.round, finale.number) == (1, 0)
            assert "pair 1 of 5" in playing.text()
            assert screen.chosen == SIDES.index("left")

    asyncio.run(play())


def test_r_begins_with_another_brain_once_this_one_has_told_its_truth() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing, "epoch 20")
            await playing.press("R")
            assert _screen(playing).attempt.level.seed == LEVEL.seeds[0]
            assert _screen(playing).play.moves == []
            for move in (*TO_THE_BET, "epoch 20"):
                _screen(playing).move(move)
            await playing.press("R")
            await playing.settle()
            assert _screen(playing).attempt.level.seed == LEVEL.seeds[1]
            assert _screen(playing).play.moves == []

    asyncio.run(play())


@SIZES
def test_the_film_shows_the_monsters_and_goes_away_again(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL) as playing:
            await _begin(playing)
            await playing.press(*"nnnnnnnn")
            await playing.press("m")
            text = playing.text()
            assert "film strip" in text
            assert " cm" in text or size == (60, 18)
            await playing.press("left")
            assert _screen(playing).play.run.epoch == 8, "the film looks at the past without going there"
            await playing.press("m")
            assert "film strip" not in playing.text()

    asyncio.run(play())


def test_who_holds_a_part_is_told_to_let_go_before_anybody_sits() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            await playing.press("n", "g", "t")
            assert "g lets go" in playing.text()
            assert _screen(playing).play.falls == 0

    asyncio.run(play())


def test_a_click_on_the_time_line_goes_to_what_was_learned_or_moves_the_bet() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing, "epoch 20")
            screen = _screen(playing)
            for epoch, shown in ((7, 7), (90, 20), (20, 20)):
                screen.stage.timeline.post_message(Timeline.Sought(epoch))
                await playing.settle()
                assert screen.play.run.epoch == shown
            await playing.press("b")
            for epoch, marked in ((33, 33), (5, 21), (90, 90)):
                screen.stage.timeline.post_message(Timeline.Sought(epoch))
                await playing.settle()
                assert screen.cursor.epoch == marked

    asyncio.run(play())


def test_what_is_only_drawn_is_said_once() -> None:
    async def play() -> None:
        async with game((120, 40), level=LEVEL) as playing:
            await _begin(playing, "epoch 13")
            said = []
            for _ in range(3):
                await playing.press("t")
                await playing.pass_time(2.0)
                said.append("only drawn" in playing.text())
            assert said == [True, False, False]

    asyncio.run(play())


@SIZES
def test_the_feet_keep_their_scale_while_somebody_sits(size: tuple[int, int]) -> None:
    """What hides the floor does not change how large it is drawn."""

    async def play() -> None:
        async with game(size, level=LEVEL) as playing:
            await _begin(playing, "epoch 20")
            floor = _screen(playing).stage.viewport
            before = floor.seen_size
            await playing.press("t")
            await playing.pass_time(1.0)
            assert not floor.display
            assert floor.seen_size == before
            assert before.area

    asyncio.run(play())
