"""The fitted camera shows all of it, as large as it can be; what does not fit is named at the edge."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chairgame.chair.catalogue import load_chair
from chairgame.chair.poses import ideal_poses
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.edge_notes import put_edge_notes
from chairgame.graphics.picture.camera import FARTHEST, HIGHEST, LOWEST, NEAR_PLANE, NEAREST, Camera
from chairgame.graphics.picture.fitting import MARGIN, MOST, bounded, corners_of, fitted_camera, from_all_sides
from chairgame.graphics.picture.outside import Edge, outside
from chairgame.graphics.picture.staging import still_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

COORDINATES = st.floats(-200, 200, width=16)
POINTS = st.integers(1, 12).flatmap(lambda count: arrays(float, (count, 3), elements=COORDINATES))
COLUMNS, ROWS = st.integers(4, 200), st.integers(3, 80)
AZIMUTHS, ELEVATIONS = st.floats(-np.pi, np.pi), st.floats(LOWEST, HIGHEST)
CHAIR = load_chair("kitchen")


def margins(points: np.ndarray, camera: Camera, columns: int, rows: int) -> np.ndarray:
    """Samples between the points and the left, right, upper and lower edge."""
    width, height = columns * CELL_COLUMNS, rows * CELL_ROWS
    x, y, inverse = camera.projection(width, height).to_screen(points)
    assert (inverse > 0).all()
    return np.array([x.min(), width - x.max(), y.min(), height - y.max()])


@given(POINTS, COLUMNS, ROWS, AZIMUTHS, ELEVATIONS)
def test_all_is_inside_centred_and_as_large_as_can_be(
    points: np.ndarray, columns: int, rows: int, azimuth: float, elevation: float
) -> None:
    camera = fitted_camera(points, columns, rows, azimuth, elevation)
    assert (camera.azimuth, camera.elevation) == (azimuth, elevation)
    assert NEAREST <= camera.distance <= FARTHEST
    assume(float(np.linalg.norm(camera.eye - (points.min(axis=0) + points.max(axis=0)) / 2)) < FARTHEST - 1)
    left, right, top, bottom = margins(points, camera, columns, rows)
    assert min(left, right, top, bottom) >= MARGIN - 1e-6
    assert top == pytest.approx(bottom, abs=1e-3)
    deep = (points - camera.eye) @ camera.axes[2]
    middle = ((points.min(axis=0) + points.max(axis=0)) / 2 - camera.eye) @ camera.axes[2]
    is_as_near_as_can_be = middle < NEAREST + 1e-6 or deep.min() < NEAR_PLANE + 1 + 1e-6
    assert min(left, right, top, bottom) < MARGIN + 1e-3 or is_as_near_as_can_be


@given(POINTS, COLUMNS, ROWS, AZIMUTHS, st.floats(LOWEST, 1.0), AZIMUTHS)
def test_what_fits_from_all_sides_can_be_walked_around(
    points: np.ndarray, columns: int, rows: int, azimuth: float, elevation: float, turned_to: float
) -> None:
    camera = fitted_camera(from_all_sides(points), columns, rows, azimuth, elevation)
    assume(camera.distance < FARTHEST)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    assume(np.allclose(camera.target[:2], middle[:2]))
    turned = Camera(turned_to, elevation, camera.distance, camera.target)
    assert margins(points, turned, columns, rows).min() >= 0


@pytest.mark.parametrize(("columns", "rows"), [(28, 15), (30, 15), (56, 28), (80, 30), (50, 50)])
def test_a_chair_fills_its_window(columns: int, rows: int) -> None:
    corners = corners_of(still_of(CHAIR, ideal_poses(CHAIR)))
    free = margins(corners, fitted_camera(corners, columns, rows, 0.75, 0.24), columns, rows)
    assert free.min() == pytest.approx(MARGIN, abs=1e-3)
    assert free[2] == pytest.approx(free[3], abs=1e-3)


def test_smoke_and_nothing_at_all_have_a_camera_too() -> None:
    nowhere = np.full((3, 3), np.nan)
    assert fitted_camera(nowhere, 30, 15, 0.5, 0.4) == Camera(0.5, 0.4)
    assert fitted_camera(np.zeros((0, 3)), 30, 15, 0.5, 0.4) == Camera(0.5, 0.4)
    chair = corners_of(still_of(CHAIR, ideal_poses(CHAIR)))
    assert fitted_camera(np.concatenate([chair, nowhere]), 30, 15, 0.5, 0.4) == fitted_camera(chair, 30, 15, 0.5, 0.4)


@given(arrays(float, (6, 3), elements=st.floats(-1e9, 1e9)), AZIMUTHS, ELEVATIONS)
def test_monsters_push_the_camera_back_by_no_more_than_the_bound(
    monster: np.ndarray, azimuth: float, elevation: float
) -> None:
    start = corners_of(still_of(CHAIR, ideal_poses(CHAIR)))
    points = bounded(monster, start)
    low, high = start.min(axis=0), start.max(axis=0)
    assert (np.abs(points - (low + high) / 2) <= MOST * (high - low) / 2 + 1e-9).all()
    inside = (monster >= low).all(axis=1) & (monster <= high).all(axis=1)
    assert np.array_equal(points[inside], monster[inside])
    widest = bounded(np.array([[1e9] * 3, [-1e9] * 3]), start)
    box = np.array(np.meshgrid(*widest.T)).reshape(3, -1).T
    assert (
        fitted_camera(np.concatenate([start, points]), 30, 15, azimuth, elevation).distance
        <= fitted_camera(box, 30, 15, azimuth, elevation).distance * 2
    )


CAMERA = Camera(0.0, 0.03, 300.0, (0.0, 0.0, 45.0))


@pytest.mark.parametrize(
    ("place", "edge"),
    [
        ((500.0, 0.0, 45.0), Edge.RIGHT),
        ((-500.0, 0.0, 45.0), Edge.LEFT),
        ((0.0, 0.0, 445.0), Edge.TOP),
        ((0.0, 0.0, -345.0), Edge.BOTTOM),
        ((90.0, -900.0, 45.0), Edge.RIGHT),
        ((0.0, -900.0, 400.0), Edge.TOP),
    ],
)
def test_what_is_beyond_an_edge_is_told_there(place: tuple[float, float, float], edge: Edge) -> None:
    centres = np.array([[0.0, 0.0, 45.0], place, np.multiply(place, 1.5)])
    (note,) = outside(centres, CAMERA, 30, 15)
    assert (note.edge, note.part, note.count) == (edge, 1, 2)
    assert note.away_cm == pytest.approx(np.linalg.norm(np.array(place) - CAMERA.target))
    at_edge = {Edge.RIGHT: note.column == 29, Edge.LEFT: note.column == 0, Edge.TOP: note.row == 0}
    assert at_edge.get(edge, note.row == 14)


@given(arrays(float, (8, 3), elements=st.floats(allow_nan=True)), COLUMNS, ROWS, AZIMUTHS, ELEVATIONS)
def test_wherever_parts_are_notes_are_at_an_edge_and_true(
    centres: np.ndarray, columns: int, rows: int, azimuth: float, elevation: float
) -> None:
    camera = Camera(azimuth, elevation)
    for note in outside(np.clip(centres, -1e12, 1e12), camera, columns, rows):
        assert note.column in {0, columns - 1} or note.row in {0, rows - 1}
        assert 0 <= note.row < rows
        assert 0 <= note.column < columns
        assert np.isfinite(centres[note.part]).all() or np.isinf(centres[note.part]).any()


@given(POINTS, COLUMNS, ROWS, AZIMUTHS, ELEVATIONS)
def test_nothing_is_outside_of_a_fitted_picture(
    points: np.ndarray, columns: int, rows: int, azimuth: float, elevation: float
) -> None:
    camera = fitted_camera(points, columns, rows, azimuth, elevation)
    assume(float(np.linalg.norm(camera.eye - points.mean(axis=0))) < FARTHEST / 2)
    assert outside(points, camera, columns, rows) == ()


@pytest.mark.parametrize(
    ("glyphs", "language", "rows"),
    [
        (GlyphSet.BLOCKS, "en", ["", "", "         4 m away ▶"]),
        (GlyphSet.ASCII, "pl", ["", "", "    4 m stad >"]),
    ],
)
def test_a_note_says_how_far(glyphs: GlyphSet, language: str, rows: list[str]) -> None:
    cells = Cells.blank(5, len(rows[2]))
    notes = outside(np.array([[400.0, 0, 45]]), CAMERA, cells.width, cells.height)
    put_edge_notes(cells, notes, theme_for(ColourDepth.TRUECOLOR), glyphs, Catalogue(language))
    assert [line.rstrip() for line in cells.lines()][:3] == rows
    near = outside(np.array([[84.0, 0, 45]]), Camera(0.0, 0.03, 60.0, (0.0, 0.0, 45.0)), 30, 15)
    wide = Cells.blank(15, 30)
    put_edge_notes(wide, near, theme_for(ColourDepth.NONE), GlyphSet.BLOCKS, Catalogue("en"))
    assert any("84 cm away ▶" in line for line in wide.lines())
