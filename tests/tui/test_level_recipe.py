"""Level 1 on its screen: chosen and moved by keys, built and skipped, read at every size, in both languages."""

from typing import cast

import pytest

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.recipe import ALL_SECONDS, BUILD_SECONDS, SCAN_SECONDS, RecipePlay, first_recipe
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.recipe import RecipeScreen
from tests.tui.driving import FRAME, Game, game

LEVEL = level_named("no-instructions")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)
BACK, FRONT = "right_square_bracket", "left_square_bracket"


def screen_of(g: Game) -> RecipeScreen:
    return cast(RecipeScreen, g.screen)


def play_of(g: Game) -> RecipePlay:
    return screen_of(g).play


async def begin(g: Game) -> None:
    while screen_of(g).attempt.stage is Stage.PAGES:
        await g.press("space")


async def pass_time(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        screen_of(g).clockwork.tick()
    await g.settle()


async def scan(g: Game) -> None:
    await g.press("enter")
    play_of(g).skip()
    screen_of(g).changed()
    await g.settle()


async def test_digits_and_tab_choose_and_each_pair_of_keys_moves_along_one_axis() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("2")
        assert screen_of(g).selected == 1
        column, row, storey = first_recipe(3)[1]
        for key, back, cell in (
            ("right", "left", (column + 1, row, storey)),
            (BACK, FRONT, (column, row + 1, storey)),
            ("up", "down", (column, row, storey + 1)),
            ("pageup", "pagedown", (column, row, storey + 1)),
        ):
            await g.press(key)
            assert play_of(g).recipe[1] == cell
            await g.press(back)
            assert play_of(g).recipe == first_recipe(3)
        await g.press("tab")
        assert screen_of(g).selected == 2
        await g.press("tab", "shift+tab", "9", "0")
        assert screen_of(g).selected == 2


async def test_the_grids_edges_stop_a_part_and_leave_no_move_behind() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press(*["right"] * 9, *[BACK] * 9, *["up"] * 9)
        assert play_of(g).recipe[0] == (COLUMNS - 1, ROWS - 1, STOREYS - 1)
        moves = len(play_of(g).moves)
        await g.press("right", BACK, "up")
        assert len(play_of(g).moves) == moves


async def test_the_whole_beat_plays_by_itself_and_tells_its_number_only_when_it_is_scanned() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("enter")
        distance = f"{play_of(g).notebook[0].distance_cm:.1f}"
        assert " built " in g.text()
        await pass_time(g, BUILD_SECONDS)
        assert distance not in g.text()
        await pass_time(g, SCAN_SECONDS)
        assert distance in g.text()
        await pass_time(g, ALL_SECONDS - BUILD_SECONDS - SCAN_SECONDS - 0.3)
        assert " taken apart " in g.text()
        await pass_time(g, 0.4)
        assert " planned " in g.text()
        assert not play_of(g).is_moving


@pytest.mark.parametrize("key", ["enter", "space", "2", "tab", "right", "u", "h"])
async def test_a_key_ends_the_picture_and_scans_nothing_again(key: str) -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("enter")
        assert play_of(g).is_moving
        await g.press(key)
        assert not play_of(g).is_moving
        assert play_of(g).count == 1


async def test_undo_never_gives_a_scan_back() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("up")
        await scan(g)
        await g.press("right", "u")
        assert play_of(g).recipe[0] == (*first_recipe(3)[0][:2], 1)
        await g.press("u")
        assert play_of(g).count == 1
        assert "cannot be untold" in g.text()


async def test_reduced_motion_cuts_from_the_heap_to_the_build() -> None:
    async with game((80, 24), level=LEVEL, reduced_motion=True) as g:
        await begin(g)
        await g.press("enter")
        await pass_time(g, 0.2)
        early = g.text()
        await pass_time(g, 0.8)
        assert g.text() == early


@SIZES
@SPOKEN
async def test_nothing_is_cut_and_the_best_scan_stays_in_sight(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await begin(g)
        for move in LEVEL.solution[:-1]:
            screen_of(g).move(move)
            play_of(g).skip()
            screen_of(g).changed()
            await g.settle()
            text = g.text()
            assert "…" not in text, text
            for word in (*screen_of(g).sentence().split(), *" ".join(screen_of(g).notes()).split()):
                assert word in text, (word, text)
            for cell in play_of(g).recipe:
                assert f"{'abcde'[cell[0]]}{cell[1] + 1} {cell[2]}" in text
            if play_of(g).best is not None:
                best = next(row for row in g.rows() if "★" in row and ("," if language == "pl" else ".") in row)
                assert g.app.look.words.number(play_of(g).best.distance_cm, 1) in best


@SPOKEN
@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_debrief_fits_counts_live_and_ends(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await begin(g)
        for move in LEVEL.solution:
            screen_of(g).move(move)
            play_of(g).skip()
        await g.press("enter")
        await g.press("space")
        await pass_time(g, 1.5)
        assert screen_of(g).attempt.stage is Stage.DEBRIEF
        first = play_of(g).searched
        assert 0 < first < 1000
        await g.press("space")
        await pass_time(g, 15)
        assert play_of(g).searched > first
        assert str(play_of(g).searched) in g.text()
        assert "{" not in g.text()
        for score in play_of(g).scores():
            assert g.app.look.words(score.who) in g.text()
        searched = play_of(g).searched
        await pass_time(g, 2)
        assert play_of(g).searched == searched


@pytest.mark.parametrize("moves", [(), ("up",), ("enter",)])
async def test_enough_at_any_moment_is_no_accident(moves: tuple[str, ...]) -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press(*moves, "e", "e", "space")
        await pass_time(g, 0.5)
        for _ in LEVEL.debrief[1:]:
            assert "{" not in g.text()
            await g.press("space")
        assert screen_of(g).attempt.stage is Stage.DEBRIEF


@pytest.mark.parametrize(
    ("depth", "glyphs"), [(ColourDepth.NONE, GlyphSet.HALF), (ColourDepth.SIXTEEN, GlyphSet.ASCII)]
)
async def test_without_colours_or_letters_beyond_ascii(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs, language="pl") as g:
        await begin(g)
        for move in LEVEL.solution[:8]:
            screen_of(g).move(move)
            play_of(g).skip()
            screen_of(g).changed()
            await g.settle()
            assert glyphs is not GlyphSet.ASCII or g.text().isascii()


async def test_hints_follow_what_was_done() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("h")
        assert "no clue" in g.text()
        await scan(g)
        await g.press("up", "2", "up")
        await scan(g)
        await g.press("h")
        assert "several parts at once" in g.text()
        await scan(g)
        await g.press("h")
        assert "same recipe twice" in g.text()
        await g.press("h")
        assert "never moved part 3" in " ".join(g.text().split())
