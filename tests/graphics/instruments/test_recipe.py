"""The board of level 1: scenes that are where the recipe says, maps and tables that read without colour."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.pile import pile_poses
from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS, place_of, sculpture
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.recipe_slopes import Build, Slope, written_down
from chairgame.game.story.recipe_thing import Recipe, first_recipe, poses_of, thing_of
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.contrast import contrast, red_green_blue
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.lid import put_lid
from chairgame.graphics.instruments.recipe import ink_on, put_part_letters, recipe_camera, recipe_scene
from chairgame.graphics.instruments.recipe_maps import ABOVE, FRONT, Plan, map_height, map_width, recipe_map
from chairgame.graphics.instruments.recipe_table import TablePart, build_lines, slope_table
from chairgame.graphics.instruments.reveal import put_gaps, turntables, turntables_camera
from chairgame.graphics.picture.materials import flat_colour
from chairgame.graphics.picture.renderer import Renderer
from chairgame.terminal.depth import ColourDepth, GlyphSet

CHAIR = sculpture(26, 3)
PILE = pile_poses(CHAIR, np.random.default_rng(1))
THEME, PLAIN = theme_for(ColourDepth.TRUECOLOR), theme_for(ColourDepth.NONE)
REST = Moment(None, 1.0)
CELL = st.tuples(*(st.integers(0, size - 1) for size in (COLUMNS, ROWS, STOREYS)))
RECIPE = st.tuples(CELL, CELL, CELL)
MATERIALS = tuple(part.material for part in CHAIR.parts)
PARTS = [TablePart("A", "knob", "gold"), TablePart("B", "pillow", "violet"), TablePart("C", "post", "oak")]
TILES = COLUMNS * ROWS


@given(RECIPE)
def test_each_part_is_in_its_cell_and_a_pole_and_a_footprint_are_below_whatever_hangs(recipe: Recipe) -> None:
    scene = recipe_scene(CHAIR, recipe, PILE, REST)
    np.testing.assert_allclose(scene.centres[:3], [place_of(*cell) for cell in recipe])
    hanging = [cell for cell in recipe if cell[2]]
    supports = scene.centres[3 + TILES :]
    assert len(supports) == 2 * len(hanging)
    np.testing.assert_allclose(supports[::2, :2], np.array([place_of(*cell)[:2] for cell in hanging]).reshape(-1, 2))
    tops = supports[1::2, 2] + scene.sizes[3 + TILES :][1::2, 2] / 2
    bottoms = [scene.centres[i, 2] - scene.sizes[i, 2] / 2 for i, cell in enumerate(recipe) if cell[2]]
    np.testing.assert_allclose(tops, bottoms)
    assert len(scene.shapes) == len(scene.sizes) == len(scene.materials) == len(scene.glow) == len(scene.rotations)


@given(RECIPE, st.floats(0, 1))
def test_a_build_flies_from_the_heap_to_its_cells(recipe: Recipe, progress: float) -> None:
    def centres(share: float) -> np.ndarray:
        return recipe_scene(CHAIR, recipe, PILE, Moment(Phase.BUILD, share)).centres[:3]

    np.testing.assert_allclose(centres(0.0), PILE.centres)
    np.testing.assert_allclose(centres(1.0), [place_of(*cell) for cell in recipe])
    assert np.isfinite(centres(progress)).all()


def test_the_scanner_lights_one_part_after_the_other() -> None:
    lit = [
        recipe_scene(CHAIR, first_recipe(3), PILE, Moment(Phase.MEASURE, progress), selected=0).glow[:3].argmax()
        for progress in (0.0, 0.4, 0.9)
    ]
    assert lit == [0, 1, 2]


@pytest.mark.parametrize("size", [(8, 16), (15, 25), (31, 49)])
def test_every_tile_every_cell_and_the_heap_are_in_the_picture(size: tuple[int, int]) -> None:
    height, width = size
    camera = recipe_camera(CHAIR, PILE, width, height)
    view = camera.projection(width * 4, height * 8)
    corners = [place_of(*cell) for cell in product((0, COLUMNS - 1), (0, ROWS - 1), (0, STOREYS - 1))]
    x, y, inverse = view.to_screen(np.array([*corners, *PILE.centres]))
    assert (inverse > 0).all()
    assert ((x >= 0) & (x < width * 4) & (y >= 0) & (y < height * 8)).all()


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_each_way_of_moving_a_part_changes_the_picture(depth: ColourDepth, glyphs: GlyphSet) -> None:
    renderer, camera = Renderer(25, 15, depth, glyphs), recipe_camera(CHAIR, PILE, 25, 15)
    pictures = {
        "".join(renderer.render(recipe_scene(CHAIR, (cell, (0, 4, 0), (4, 4, 0)), PILE, REST), camera).lines())
        for cell in ((2, 2, 1), (1, 2, 1), (3, 2, 1), (2, 1, 1), (2, 3, 1), (2, 2, 0), (2, 2, 2))
    }
    assert len(pictures) == 7


def test_letters_stand_on_the_parts_and_parts_in_one_place_share_them() -> None:
    cells, camera = Cells.blank(15, 25), recipe_camera(CHAIR, PILE, 25, 15)
    put_part_letters(cells, camera, recipe_scene(CHAIR, ((2, 2, 0), (2, 2, 0), (4, 4, 3)), PILE, REST), "ABC", PLAIN)
    text = "".join(cells.lines()).split()
    assert sorted(text, key=len) in (["C", "AB"], ["C", "BA"])


@pytest.mark.parametrize("depth", [ColourDepth.TRUECOLOR, ColourDepth.INDEXED])
def test_a_letter_can_be_read_on_every_part(depth: ColourDepth) -> None:
    theme = theme_for(depth)
    for name in MATERIALS:
        assert contrast(red_green_blue(ink_on(theme)), red_green_blue(flat_colour(name, theme))) >= 4.3


# Maps


def plan_of(recipe: Recipe, last: Recipe, selected: int) -> Plan:
    return Plan(recipe, last, ("A", "B", "C"), MATERIALS, selected)


@given(RECIPE, RECIPE, st.integers(0, 2), st.sampled_from([(6, 3), (4, 2), (4, 1)]), st.sampled_from([FRONT, ABOVE]))
def test_a_map_shows_every_letter_of_the_plan_in_its_tile(
    recipe: Recipe, last: Recipe, selected: int, tile: tuple[int, int], side: object
) -> None:
    side = FRONT if side is FRONT else ABOVE
    cells = recipe_map(plan_of(recipe, last, selected), side, tile, PLAIN, GlyphSet.ASCII)
    assert (cells.height, cells.width) == (map_height(side, tile), map_width(tile))
    lines = cells.lines()
    for part, cell in enumerate(recipe):
        top, left = side.row_of(cell) * tile[1], 3 + cell[0] * tile[0]
        text = "".join(line[left : left + tile[0]] for line in lines[top : top + tile[1]])
        shares = [other for other in recipe if (side.row_of(other), other[0]) == (side.row_of(cell), cell[0])]
        if tile[1] > 1 or len(shares) < 3:
            assert "ABC"[part] in text
        if part == selected:
            assert f"[{'ABC'[part]}]" in text


def test_a_small_letter_stays_where_a_part_stood() -> None:
    recipe = ((3, 2, 1), *first_recipe(3)[1:])
    front = recipe_map(plan_of(recipe, first_recipe(3), 0), FRONT, (4, 1), PLAIN, GlyphSet.ASCII).lines()
    assert front == [
        " 3  .   .   .   .   .  ",
        " 2  .   .   .   .   .  ",
        " 1  .   .   .  [A]  .  ",
        " 0  .   a   B   C   .  ",
    ]
    above = recipe_map(plan_of(recipe, first_recipe(3), 0), ABOVE, (4, 1), PLAIN, GlyphSet.ASCII).lines()
    assert above == [
        " 5  .   .   .   .   .  ",
        " 4  .   .   .   .   .  ",
        " 3  .   a   B  C[A] .  ",
        " 2  .   .   .   .   .  ",
        " 1  .   .   .   .   .  ",
    ]


# The table and the list


def test_a_cell_keeps_its_first_change_and_the_newest_and_marks_what_went_the_other_way() -> None:
    slopes = {
        (0, 0): (Slope(1, -3, False), Slope(2, -1, False), Slope(0, -5, True)),
        (1, 2): (Slope(0, 1, False),),
        (2, 1): (Slope(3, -7, True),),
    }
    table = slope_table(28, PARTS, slopes, 2, "one tile changes", PLAIN, GlyphSet.BLOCKS)
    assert table.lines() == [
        "            one tile changes",
        "           →     ↑     ]    ",
        " A knob   −3 −5‹ ·     ·    ",
        " B pillow  ·    +1     ·    ",
        "▸C post    ·     ·    −7‹   ",
    ]
    assert [int(row[1]) for row in table.attributes[2:]] == [0, 0, BOLD]


def test_kinds_are_left_out_where_not_all_of_them_fit() -> None:
    rows = slope_table(24, PARTS, {}, 0, "", PLAIN, GlyphSet.ASCII).lines()[2:]
    assert [row.split()[0] for row in rows] == [">A", "B", "C"]
    assert "knob" not in rows[0]


def test_a_build_of_several_changes_says_together_and_the_first_and_latest_are_listed() -> None:
    first = first_recipe(3)
    builds = [Build(first, 24), Build(((2, 2, 0), *first[1:]), 21), Build(((1, 2, 1), (3, 2, 0), first[2]), 16)]
    lines = written_down(builds)
    text = build_lines(4, 28, lines, "ABC", ("builds", "as it lay", "together"), PLAIN, GlyphSet.BLOCKS).lines()
    assert text == [
        "builds                      ",
        " 1 as it lay          24    ",
        " 2 A →                21  −3",
        " 3 A ↑ B →    16 together −8",
    ]
    short = build_lines(3, 28, lines, "ABC", ("builds", "as it lay", "together"), PLAIN, GlyphSet.BLOCKS).lines()
    assert [line[:2] for line in short[1:]] == [" 1", " 3"]


@given(st.lists(RECIPE, min_size=1, max_size=13, unique=True), st.integers(2, 20), st.integers(24, 36))
def test_no_line_of_the_list_is_cut(recipes: list[Recipe], height: int, width: int) -> None:
    thing = thing_of(26, 3)
    builds = [Build(recipe, thing.points(recipe)) for recipe in recipes]
    words = "builds", "as it lay", "together"
    cells = build_lines(height, width, written_down(builds), "ABC", words, PLAIN, GlyphSet.BLOCKS)
    text = cells.lines()
    assert not any("…" in line for line in text)
    shown = [line for line in text[1:] if line.strip()]
    assert len(shown) == min(len(builds), height - 1)
    assert str(builds[-1].points) in shown[-1]


# The lid and the reveal


def test_a_lid_opens_from_below_and_nothing_under_it_moves() -> None:
    open_rows = []
    for opened in (0.0, 0.3, 0.6, 1.0):
        cells = Cells.blank(10, 12)
        for row in range(10):
            cells.put(row, 0, "x" * 12)
        put_lid(cells, opened, PLAIN, GlyphSet.ASCII)
        open_rows.append([row for row, line in enumerate(cells.lines()) if line == "x" * 12])
    assert open_rows == [[], [7, 8, 9], [4, 5, 6, 7, 8, 9], list(range(10))]


@given(RECIPE, st.floats(0, 7))
def test_both_assemblies_turn_about_their_own_middles_and_stay_in_the_picture(recipe: Recipe, turn: float) -> None:
    both = [poses_of(recipe), poses_of(thing_of(26, 3).recipe)]
    scene, camera = turntables(CHAIR, both, turn), turntables_camera(CHAIR, both, 30, 18)
    for number in (0, 1):
        built, shown = both[number].centres, scene.centres[3 * number : 3 * number + 3]
        np.testing.assert_allclose(
            np.linalg.norm(built[:, None] - built[None], axis=-1), np.linalg.norm(shown[:, None] - shown[None], axis=-1)
        )
    x, y, _inverse = camera.projection(30 * 4, 18 * 8).to_screen(scene.centres[:6])
    assert ((x >= 0) & (x <= 120) & (y >= 0) & (y <= 144)).all()
    assert x[:3].max() < x[3:].min()


def test_what_was_in_the_box_grows_and_the_build_beside_it_does_not() -> None:
    both = [poses_of(first_recipe(3)), poses_of(thing_of(26, 3).recipe)]
    small, whole = turntables(CHAIR, both, 0.4, 0.5), turntables(CHAIR, both, 0.4)
    np.testing.assert_allclose(small.centres[:3], whole.centres[:3])
    np.testing.assert_allclose(small.sizes[3:6], whole.sizes[3:6] / 2)


def test_dots_with_the_tiles_between_join_the_parts_that_differ_and_no_others() -> None:
    both = [poses_of(first_recipe(3)), poses_of(thing_of(26, 3).recipe)]
    scene, camera, cells = turntables(CHAIR, both, 0.0), turntables_camera(CHAIR, both, 40, 18), Cells.blank(18, 40)
    put_gaps(cells, camera, scene, 3, {1: "2"}, PLAIN, GlyphSet.ASCII)
    text = "".join(cells.lines())
    assert text.count("2") == 1
    assert text.count(".") > 3
    empty = Cells.blank(18, 40)
    put_gaps(empty, camera, scene, 3, {}, PLAIN, GlyphSet.ASCII)
    assert not "".join(empty.lines()).strip()
