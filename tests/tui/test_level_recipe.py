"""Level 1 on its screen: chosen and moved by keys, built and skipped, opened, read at every size, in both languages."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.game import places
from chairgame.game.progress.records import Result
from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.recipe import RecipePlay
from chairgame.game.story.recipe_thing import first_recipe
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.recipe import RecipeScreen
from chairgame.tui.widgets.reveal import RevealPicture
from tests.tui.driving import FRAME, Game, game

LEVEL = level_named("no-instructions")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)
BACK, FRONT = "right_square_bracket", "left_square_bracket"
A, B, C = first_recipe(3)


def screen_of(g: Game) -> RecipeScreen:
    return cast(RecipeScreen, g.screen)


def play_of(g: Game) -> RecipePlay:
    return screen_of(g).play


async def begin(g: Game) -> None:
    while screen_of(g).attempt.stage is Stage.PAGES:
        await g.press("space")
    play_of(g).skip()
    screen_of(g).changed()
    await g.settle()


async def pass_time(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        screen_of(g).clockwork.tick()
    await g.settle()


async def make(g: Game, *moves: str) -> None:
    for move in moves:
        screen_of(g).move(move)
        play_of(g).skip()
    screen_of(g).changed()
    await g.settle()


def letters_in(lines: list[str]) -> set[tuple[int, int, str]]:
    """The parts' letters in a picture without its frame."""
    return {
        (row, column, letter)
        for row, line in enumerate(lines[1:-4])
        for column, letter in enumerate(line)
        if letter in "ABC"
    }


async def test_the_post_is_chosen_and_each_pair_of_keys_moves_along_one_axis() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        assert screen_of(g).selected == 2
        await g.press("2")
        column, row, storey = B
        for key, back, cell in (
            ("right", "left", (column + 1, row, storey)),
            (BACK, FRONT, (column, row + 1, storey)),
            ("up", "down", (column, row, storey + 1)),
            ("pageup", "pagedown", (column, row, storey + 1)),
        ):
            await g.press(key)
            assert play_of(g).plan[1] == cell
            await g.press(back)
            assert play_of(g).plan == (A, B, C)
        await g.press("tab")
        assert screen_of(g).selected == 2
        await g.press("tab", "shift+tab", "9", "0")
        assert screen_of(g).selected == 2


async def test_the_board_s_edges_stop_a_part_and_say_so() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("1", *["right"] * 9, *[BACK] * 9, *["up"] * 9)
        assert play_of(g).plan[0] == (COLUMNS - 1, ROWS - 1, STOREYS - 1)
        moves = len(play_of(g).moves)
        await g.press("right", BACK, "up")
        assert len(play_of(g).moves) == moves
        assert "edge of the board" in g.text()


async def test_the_given_build_comes_from_the_heap_and_tells_its_points_only_when_it_is_measured() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await g.press("space")
        play, pace = play_of(g), play_of(g).pace
        assert "points off" not in g.text()
        await pass_time(g, pace.build + pace.scan / 2)
        assert "measures" in g.text()
        assert "points off" not in g.text()
        await pass_time(g, pace.scan)
        assert not play.is_moving
        assert "points off" in g.text()
        assert " 1 as it lay          24" in g.text()
        assert "Move a part by one tile" in g.text()


@pytest.mark.parametrize("key", ["enter", "space", "2", "tab", "right", "u", "h"])
async def test_a_key_ends_the_picture_and_builds_nothing_again(key: str) -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("up", "enter")
        assert play_of(g).is_moving
        await g.press(key)
        assert not play_of(g).is_moving
        assert play_of(g).count == 2


async def test_what_is_known_costs_nothing_and_whoever_only_presses_enter_loses_nothing() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press(*["enter"] * 30)
        assert (play_of(g).count, screen_of(g).attempt.stage) == (1, Stage.PLAY)
        assert "You know that one: 24 points." in g.text()


async def test_a_tile_fills_the_table_and_the_news_say_what_it_changed() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("1", "right")
        assert "They may share a tile." in g.text()
        await g.press("left", "right")
        assert "Planned: A →." in g.text()
        await g.press("enter")
        await pass_time(g, 2)
        assert "A knob →: 21 points, −3." in g.text()
        row = next(row for row in g.rows() if "▸A knob" in row)
        assert "−3" in row
        await g.press("2", "right", "up", "enter")
        await pass_time(g, 2)
        assert "together" in g.text()
        assert next(row for row in g.rows() if "B pillow" in row).count("·") == 3


async def test_undo_takes_the_plan_back_and_never_a_build() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press("up", "enter", "enter", "right", "u")
        assert play_of(g).plan[2] == (*C[:2], 1)
        assert "back by one move" in g.text()
        await g.press("u")
        assert "The plan is build 1 again: 24 points." in g.text()
        assert play_of(g).plan == (A, B, C)
        await g.press("u")
        assert play_of(g).count == 2
        assert "never taken back" in g.text()
        assert "undo" not in g.rows()[-1]


async def test_reduced_motion_cuts_from_the_heap_to_the_build() -> None:
    async with game((80, 24), level=LEVEL, reduced_motion=True) as g:
        await begin(g)
        await g.press("up", "enter")
        await pass_time(g, play_of(g).pace.apart + 0.1)
        early = g.screen.query_one("#floor").picture.lines()[1:15]  # type: ignore[attr-defined]
        await pass_time(g, 0.6)
        assert g.screen.query_one("#floor").picture.lines()[1:15] == early  # type: ignore[attr-defined]


@SIZES
@SPOKEN
async def test_nothing_is_cut_and_stars_and_the_latest_build_stay_in_sight(
    size: tuple[int, int], language: str
) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await begin(g)
        _ = g.app.look.words
        for move in LEVEL.solution[:-1]:
            await make(g, move)
            text = g.text()
            assert "…" not in text, text
            assert text.count("☆") + text.count("★") == 3
            for word in screen_of(g).sentence().split():
                assert word in text, (word, text)
            last = play_of(g).lines[-1].build.points
            assert any(row.split()[-2:-1] == [str(last)] or f" {last} " in row for row in g.rows())
            for part in play_of(g).thing.chair.parts:
                assert sum(part.label in row[: 24 if size[0] < 100 else 34] for row in g.rows()) >= 2


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_board_reads_in_every_colour_depth_and_glyph_set(
    depth: ColourDepth, glyphs: GlyphSet, size: tuple[int, int]
) -> None:
    async with game(size, level=LEVEL, depth=depth, glyphs=glyphs) as g:
        await begin(g)
        await g.press("1", "right", "enter")
        await pass_time(g, 2)
        await g.press("up")
        text = g.text()
        assert "[A]" in text
        assert "points off" in text
        assert glyphs is not GlyphSet.ASCII or text.isascii()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_at_zero_the_box_opens_over_the_same_build_and_three_stars_light_up(size: tuple[int, int]) -> None:
    async with game(size, level=LEVEL) as g:
        await begin(g)
        await make(g, *LEVEL.solution[:-1])
        await g.press("enter")
        await pass_time(g, 1.85)
        built = g.screen.query_one("#floor").picture.lines()  # type: ignore[attr-defined]
        await pass_time(g, 0.2)
        assert screen_of(g).attempt.stage is Stage.RESULT
        assert "▒" in g.text()
        await pass_time(g, 3)
        shown = g.screen.query_one("#floor").picture.lines()  # type: ignore[attr-defined]
        assert letters_in(shown) == letters_in(built), "nothing has moved"
        assert len(letters_in(shown)) == 3
        assert "Wibdilquo" in shown[0]
        assert "undo" not in g.rows()[-1], "what is over stays"
        assert g.text().count("★") == 3


@SPOKEN
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_the_debrief_shows_both_counts_live_and_ends(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await begin(g)
        await make(g, *LEVEL.solution[:9])
        screen_of(g).finish()
        beside = g.screen.query_one(RevealPicture)
        assert not beside.is_there, "never before it is asked for"
        await g.press("space")
        await pass_time(g, 1.5)
        assert beside.display == (size[0] >= 72)
        turn = beside.turn
        assert turn > 0
        await g.press("d")
        assert beside.turn > turn
        assert g.app.look.words("objective").upper() in g.text().replace(" ", "").replace("\n", "") or language == "pl"
        for _page in LEVEL.debrief:
            text = g.text()
            assert "…" not in text.replace("counting …", ""), text
            assert "{" not in text
            for score in play_of(g).scores():
                assert g.app.look.words(score.who) in text
            await g.press("space")


async def test_the_search_goes_on_while_the_page_is_read_until_it_is_as_near() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await make(g, *LEVEL.solution)
        screen_of(g).finish()
        await g.press("space")
        await pass_time(g, 1.5)
        first = play_of(g).search.count
        assert 0 < first < 1000
        await pass_time(g, 10)
        assert play_of(g).search.count > 10_000
        assert g.app.look.words.whole(play_of(g).search.count) in g.text()
        assert "1,000,000" in g.text()


@pytest.mark.parametrize("moves", [(), ("up",), ("up", "enter")])
async def test_enough_at_any_moment_is_no_accident(moves: tuple[str, ...]) -> None:
    async with game((80, 24), level=LEVEL) as g:
        await begin(g)
        await g.press(*moves, "e", "e", "space")
        await pass_time(g, 0.5)
        assert screen_of(g).attempt.stage is Stage.DEBRIEF
        assert "{" not in g.text()


async def test_the_record_stands_beside_the_stars_of_a_second_play(tmp_path: Path) -> None:
    async with game((80, 24), level=LEVEL, home=tmp_path) as g:
        g.app.flow.progress.finish(LEVEL.id, Result(frozenset({1, 2, 3}), 11, LEVEL.seed, LEVEL.edition, 1.0))
        screen_of(g).game.go(places.Level(LEVEL))
        await g.settle()
        await begin(g)
        assert screen_of(g).attempt.level.seed == LEVEL.seeds[1]
        assert "opened with 11 builds" in g.text()


async def test_a_record_of_other_rules_is_no_record(tmp_path: Path) -> None:
    async with game((80, 24), level=replace(LEVEL, edition=3), home=tmp_path) as g:
        g.app.flow.progress.finish(LEVEL.id, Result(frozenset({1, 2, 3}), 11, LEVEL.seed, 2, 1.0))
        await begin(g)
        assert "opened with" not in g.text()


@SPOKEN
async def test_maps_and_numbers_are_whole_where_there_is_no_room_for_a_picture(language: str) -> None:
    async with game((60, 18), level=LEVEL, language=language) as g:
        await begin(g)
        text = g.text()
        assert "24" in text
        assert "[C]" in text
