"""The solid figures, and the scenes of a sit test."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses, quaternions_of_turns, rotation_matrices
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, SITTERS, Sitter
from chairgame.game.sitting.sit_test import sit_down
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.picture.figures import Body, figure, standing_figure
from chairgame.graphics.picture.materials import KNOWN
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.sitting import Sitting, collapse_frames
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.game.sitting.test_sit_test import KITCHEN, SITTING, monsters, moved

SEAT_CM = 47.0


def corners(bodies: tuple[Body, ...]) -> np.ndarray:
    """Of all bodies, shape (N * 8, 3)."""
    signs = np.array(np.meshgrid(*[[-0.5, 0.5]] * 3)).reshape(3, -1).T
    turns = rotation_matrices(quaternions_of_turns(np.array([body.turn for body in bodies])))
    return np.concatenate([signs * body.size @ turn.T + body.at for body, turn in zip(bodies, turns, strict=True)])


@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
def test_a_figure_sits_on_its_place_and_stands_on_the_floor(sitter: Sitter) -> None:
    seated, standing = corners(figure(sitter, SEAT_CM)), corners(standing_figure(sitter))
    on_the_seat = np.abs(seated[:, :2]).max(axis=1) < sitter.radius_cm * 4
    assert seated[on_the_seat, 2].min() <= 2
    assert seated[:, 2].min() >= -SEAT_CM
    assert standing[:, 2].min() == pytest.approx(0, abs=2.5)
    assert standing[:, 2].min() >= 0
    assert np.allclose(np.sort(seated[:, 0]), np.sort(-seated[:, 0])) or sitter is CAT  # whose tail hangs on one side


@given(st.floats(25.0, 80.0))
def test_grandmothers_feet_never_go_through_the_floor(height: float) -> None:
    lowest = corners(figure(GRANDMOTHER, height))[:, 2].min()
    assert -height <= lowest
    assert lowest == pytest.approx(-min(height - 1, 40.0), abs=1e-6)


def test_they_are_to_scale_and_look_the_way_the_chair_does() -> None:
    tall = {sitter: np.ptp(corners(figure(sitter, SEAT_CM))[:, 2]) for sitter in SITTERS}
    assert 35 < tall[CAT] < 60
    assert 110 < tall[GRANDMOTHER] < 140
    volume = sum(np.prod(body.size) for body in figure(HIPPOPOTAMUS, SEAT_CM)) / 1e6
    assert volume == pytest.approx(HIPPOPOTAMUS.weight_kg / 1000, rel=0.4)  # cubic metres of what is mostly water
    for sitter in SITTERS:
        eyes = [body for body in figure(sitter, SEAT_CM) if body.material == "black"]
        assert eyes
        assert all(body.at[1] < 0 for body in eyes)
    assert {body.material for sitter in SITTERS for body in figure(sitter, SEAT_CM)} <= set(KNOWN)


def outline(sitter: Sitter, depth: ColourDepth, glyphs: GlyphSet, columns: int, rows: int) -> np.ndarray:
    sitting = Sitting(KITCHEN, ideal_poses(KITCHEN), sit_down(KITCHEN, ideal_poses(KITCHEN), sitter))
    camera = sitting.camera(columns, rows)
    cells = Renderer(columns, rows, depth, glyphs).render(sitting.scenes[0], camera)
    empty = sitting.scenes[0]
    nothing = Scene(empty.shapes, empty.sizes, empty.centres * np.nan, empty.rotations, empty.materials, empty.glow)
    floor = Renderer(columns, rows, depth, glyphs).render(nothing, camera)
    same = (cells.glyph == floor.glyph) & (cells.background == floor.background)
    return ~(same & (cells.foreground == floor.foreground))


@pytest.mark.parametrize(("columns", "rows"), [(30, 15), (80, 30)])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("depth", ColourDepth)
def test_nobody_is_taken_for_another_by_the_outline_alone(
    columns: int, rows: int, glyphs: GlyphSet, depth: ColourDepth
) -> None:
    outlines = [outline(sitter, depth, glyphs, columns, rows) for sitter in SITTERS]
    for i, one in enumerate(outlines):
        assert one.mean() > 0.08
        for other in outlines[i + 1 :]:
            assert (one & other).sum() / (one | other).sum() < 0.75


@settings(max_examples=40)
@given(monsters(), SITTING, st.integers(20, 100), st.integers(8, 40))
def test_the_scenes_show_all_that_matters(drawn: tuple[Chair, Poses], sitter: Sitter, columns: int, rows: int) -> None:
    chair, poses = drawn
    test = sit_down(chair, poses, sitter)
    sitting = Sitting(chair, poses, test)
    view = sitting.camera(columns, rows).projection(columns * CELL_COLUMNS, rows * CELL_ROWS)
    for scene, cut in zip(sitting.scenes, sitting.cuts, strict=True):
        assert scene.materials[: len(chair.parts)] == tuple(part.material for part in chair.parts)
        np.testing.assert_allclose(scene.centres[: len(chair.parts)], cut.poses.centres)
        x, y, inverse = view.to_screen(scene.centres[len(chair.parts) :])
        assert (inverse > 0).all()
        assert 0 <= x.min() <= x.max() <= columns * CELL_COLUMNS
        assert 0 <= y.min() <= y.max() <= rows * CELL_ROWS
        glowing = np.flatnonzero(scene.glow[: len(chair.parts)])
        assert list(glowing) == ([test.guilty] if cut.blames and test.guilty is not None else [])


def test_the_polygon_and_the_line_of_the_weight_lie_where_the_test_has_them() -> None:
    poses = moved(KITCHEN, 1, 0, 0, 4.0)
    test = sit_down(KITCHEN, poses, HIPPOPOTAMUS)
    first, second, third, last = collapse_frames(KITCHEN, poses, test)
    assert len(second.shapes) - len(first.shapes) == len(test.polygon) + 1
    assert len(third.shapes) == len(last.shapes) == len(second.shapes) - 1
    assert test.weight_point is not None
    assert second.centres[-1, :2] == pytest.approx(test.weight_point)
    sides = second.centres[len(first.shapes) : -1, :2]
    assert sides == pytest.approx((test.polygon + np.roll(test.polygon, -1, axis=0)) / 2)


def test_smoke_has_no_scene() -> None:
    poses = moved(KITCHEN, 1, np.inf, 0, 0)
    assert collapse_frames(KITCHEN, poses, sit_down(KITCHEN, poses, CAT)) == ()
