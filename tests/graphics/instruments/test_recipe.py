"""The recipe's board: depth can be read, names stand where their cells are, the best scan never scrolls away."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.pile import pile_poses
from chairgame.chair.sculpture import CELL_CM, COLUMNS, ROWS, STOREYS, place_of, sculpture
from chairgame.game.session.beats import Moment, Phase
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.recipe import (
    Cell,
    NotebookLine,
    cell_name,
    notebook_board,
    put_board_names,
    recipe_camera,
    recipe_scene,
    shown_scans,
)
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet

CHAIR = sculpture(26, 3)
PILE = pile_poses(CHAIR, np.random.default_rng(1))
THEME = theme_for(ColourDepth.TRUECOLOR)
REST = Moment(None, 1.0)
CELL = st.tuples(*(st.integers(0, size - 1) for size in (COLUMNS, ROWS, STOREYS)))
RECIPE = st.tuples(CELL, CELL, CELL)
SELECTED = st.integers(0, 2)


def planned(recipe: tuple[Cell, ...], selected: int = 0) -> Scene:
    return recipe_scene(CHAIR, recipe, PILE, REST, is_built=False, selected=selected)


@given(RECIPE, SELECTED)
def test_a_plan_shows_each_part_in_its_cell_and_a_footprint_right_below(
    recipe: tuple[Cell, ...], selected: int
) -> None:
    scene = planned(recipe, selected)
    np.testing.assert_allclose(scene.centres[:3], [place_of(*cell) for cell in recipe])
    np.testing.assert_allclose(scene.centres[-3:, :2], scene.centres[:3, :2])
    assert (scene.centres[-3:, 2] < 1).all()
    assert len(scene.shapes) == len(scene.sizes) == len(scene.materials) == len(scene.glow) == len(scene.rotations)


@given(RECIPE, SELECTED)
def test_the_selected_part_alone_is_solid_and_has_a_plumb_line_if_it_is_in_the_air(
    recipe: tuple[Cell, ...], selected: int
) -> None:
    scene = planned(recipe, selected)
    assert scene.ghost is not None
    assert [i for i in range(3) if not scene.ghost[i]] == [selected]
    assert (scene.arrows is not None) == (recipe[selected][2] > 0)
    if scene.arrows is not None:
        x, y, z = place_of(*recipe[selected])
        np.testing.assert_allclose(scene.arrows.tails[0, :2], (x, y))
        np.testing.assert_allclose(scene.arrows.tips[0, :2], (x, y))
        assert 0 < scene.arrows.tips[0, 2] < scene.arrows.tails[0, 2] < z


@given(RECIPE, st.floats(0, 1))
def test_a_build_flies_from_the_pile_to_the_plan_and_everything_is_solid(
    recipe: tuple[Cell, ...], progress: float
) -> None:
    def centres(share: float) -> np.ndarray:
        scene = recipe_scene(CHAIR, recipe, PILE, Moment(Phase.BUILD, share), is_built=True, selected=0)
        assert scene.ghost is not None
        assert not scene.ghost.any()
        assert scene.arrows is None
        return scene.centres[:3]

    np.testing.assert_allclose(centres(0.0), PILE.centres)
    np.testing.assert_allclose(centres(1.0), [place_of(*cell) for cell in recipe])
    assert np.isfinite(centres(progress)).all()


@pytest.mark.parametrize("size", [(12, 11), (18, 31), (34, 61)])
def test_every_cell_of_the_grid_is_in_the_picture_and_names_stand_beside_the_board(size: tuple[int, int]) -> None:
    height, width = size
    camera = recipe_camera()
    view = camera.projection(width * 4, height * 8)
    corners = [place_of(*cell) for cell in product((0, COLUMNS - 1), (0, ROWS - 1), (0, STOREYS - 1))]
    x, y, inverse = view.to_screen(np.array(corners))
    assert (inverse > 0).all()
    assert ((x >= 0) & (x < width * 4) & (y >= 0) & (y < height * 8)).all()
    cells = Cells.blank(height, width)
    put_board_names(cells, camera, lambda _row, _column: False, THEME)
    text = "".join(cells.lines())
    assert "e" in text
    assert set(text) <= set("abcde12345 ")


def test_names_give_way_to_parts() -> None:
    cells = Cells.blank(18, 31)
    put_board_names(cells, recipe_camera(), lambda _row, _column: True, THEME)
    assert "".join(cells.lines()).strip() == ""


def test_names_stand_in_order_from_left_to_right_and_from_front_to_back() -> None:
    cells = Cells.blank(34, 61)
    put_board_names(cells, recipe_camera(), lambda _row, _column: False, THEME)
    places = {
        character: (row, column)
        for row, line in enumerate(cells.lines())
        for column, character in enumerate(line)
        if character != " "
    }
    columns = [places[letter][1] for letter in "abcde"]
    rows = [places[digit][0] for digit in "12345"]
    assert columns == sorted(set(columns))
    assert rows == sorted(set(rows), reverse=True)


@given(a=CELL, b=CELL)
def test_two_cells_never_look_the_same(a: Cell, b: Cell) -> None:
    assert (cell_name(a) == cell_name(b)) == (a == b)
    assert (place_of(*a) == place_of(*b)) == (a == b)
    assert CELL_CM * (a[2] + 0.5) == place_of(*a)[2]


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_each_way_of_moving_a_part_changes_the_picture(depth: ColourDepth, glyphs: GlyphSet) -> None:
    renderer = Renderer(31, 18, depth, glyphs)
    middle = (2, 2, 1)
    pictures = {
        "".join(renderer.render(planned((cell, (0, 4, 0), (4, 4, 0))), recipe_camera()).lines())
        for cell in (middle, (1, 2, 1), (3, 2, 1), (2, 1, 1), (2, 3, 1), (2, 2, 0), (2, 2, 2))
    }
    assert len(pictures) == 7


def lines(distances: list[float]) -> list[NotebookLine]:
    best = min(distances, default=0.0)
    return [
        NotebookLine(i + 1, ((2, 2, 0), (4, 4, 3), (0, 0, 1)), f"{distance:.1f}", i == distances.index(best))
        for i, distance in enumerate(distances)
    ]


@given(st.lists(st.floats(0, 150), max_size=12), st.integers(0, 14))
def test_the_best_and_the_latest_scans_are_shown_in_their_order(distances: list[float], rows: int) -> None:
    scans = lines(distances)
    shown = shown_scans(scans, rows)
    assert len(shown) == min(rows, len(scans))
    assert [line.number for line in shown] == sorted({line.number for line in shown})
    if shown:
        assert shown[-1] is scans[-1] or rows == 1
    if len(shown) > 1:
        assert sum(line.is_best for line in shown) == 1


@given(st.lists(st.floats(0, 150), min_size=1, max_size=12), st.integers(12, 40))
def test_the_notebook_cuts_nothing_in_21_columns(distances: list[float], height: int) -> None:
    scans = lines(distances)
    recipe = ((2, 2, 0), (4, 4, 3), (0, 0, 1))
    board = notebook_board(
        height, 21, ["gałka", "poduszeczka", "słupek"], recipe, 1, scans, ("przepis", "skany"), THEME, GlyphSet.BLOCKS
    )
    text = board.lines()
    assert not any("…" in line for line in text)
    assert any("▸2 poduszeczka" in line and line.rstrip().endswith("e5 3") for line in text)
    for line in shown_scans(scans, height - 5):
        wanted = f"{line.number:>2} c30 e53 a11", line.distance
        assert any(row.startswith(wanted[0]) and wanted[1] in row for row in text)
    assert sum("★" in row for row in text) == 1
