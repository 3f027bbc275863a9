from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.poses import rotation_matrices
from chairgame.graphics.picture.arrows import arrow_quads
from chairgame.graphics.picture.backdrop import backdrop, shadow_corners
from chairgame.graphics.picture.camera import HIGHEST, LOWEST, Camera, camera_framing
from chairgame.graphics.picture.meshes import Faces, box, cylinder, faces_of
from chairgame.graphics.picture.scene import Arrows
from tests.graphics.render_scenes import boxes, chair_scene

angle = st.floats(-7, 7)
cameras = st.builds(Camera, angle, st.floats(LOWEST, HIGHEST), st.floats(60, 900))


@given(cameras)
def test_the_target_is_in_the_middle_and_the_eye_at_the_distance(camera):
    view = camera.projection(400, 240)
    x, y, inverse = view.to_screen(np.array(camera.target))
    assert (x, y) == (pytest.approx(200), pytest.approx(120))
    assert 1 / inverse == pytest.approx(camera.distance)
    assert np.allclose(camera.axes @ camera.axes.T, np.eye(3))
    assert np.linalg.det(camera.axes) == pytest.approx(-1)  # right, up, forward: a left-handed frame


def test_straight_in_front_the_chair_faces_the_eye_with_x_to_the_right():
    view = Camera(azimuth=0, elevation=0.2).projection(400, 240)
    assert view.eye[1] < 0
    x, y, _ = view.to_screen(np.array([[10.0, 0, 45], [0, 0, 55], [0, 0, 45]]))
    assert x[0] > x[2] + 1
    assert y[1] < y[2] - 1


@given(cameras, angle, angle)
def test_an_orbit_never_goes_under_the_floor_or_over_the_pole(camera, d_azimuth, d_elevation):
    turned = camera.orbited(d_azimuth, d_elevation)
    assert LOWEST <= turned.elevation <= HIGHEST
    assert -pi <= turned.azimuth <= pi
    assert turned.distance == camera.distance


@given(cameras, st.lists(st.floats(0.01, 100), max_size=5))
def test_a_zoom_stays_within_limits(camera, factors):
    for factor in factors:
        camera = camera.zoomed(factor)
    assert 40 <= camera.distance <= 3000


@given(st.floats(10, 150), st.floats(20, 200), angle)
def test_a_framed_thing_fits_the_picture(radius, height, azimuth):
    camera = camera_framing(radius, height).orbited(azimuth, 0)
    around = np.linspace(0, 2 * pi, 16)
    rim = np.stack([radius * np.cos(around), radius * np.sin(around), np.zeros(16)], axis=1)
    x, y, inverse = camera.projection(320, 320).to_screen(np.concatenate([rim, rim + np.array([0, 0, height])]))
    assert (inverse > 0).all()
    assert (x > 0).all()
    assert (x < 320).all()
    assert (y > 0).all()
    assert (y < 320).all()
    assert max(np.ptp(x), np.ptp(y)) > 160


@given(cameras, st.integers(0, 2**32 - 1))
def test_an_inverse_depth_plane_gives_the_depth_of_every_corner(camera, seed):
    rng = np.random.default_rng(seed)
    turn = rng.normal(size=(1, 4))
    scene = boxes(rng.uniform(-20, 20, (1, 3)), [[10, 20, 30]], None, rotation_matrices(turn / np.linalg.norm(turn)))
    faces, view = faces_of(scene), camera.projection(400, 240)
    facing = np.abs(((faces.corners[:, 0] - view.eye) * faces.normals).sum(axis=1)) > 1
    x, y, inverse = view.to_screen(faces.corners[facing])
    a, b, c = view.inverse_depth_planes(faces.normals[facing], faces.corners[facing, 0])[:, :, None]
    assert np.allclose(a * x + b * y + c, inverse, rtol=1e-6)


@pytest.mark.parametrize("solid", [box(), cylinder(), cylinder(8)])
def test_a_solid_is_closed_and_its_normals_point_outwards(solid):
    corners = solid.vertices[solid.quads]
    areas = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]) / 2
    sizes = np.linalg.norm(areas, axis=1)
    assert np.allclose(np.abs((areas * solid.normals).sum(axis=1)), sizes)
    assert np.allclose((solid.normals * sizes[:, None]).sum(axis=0), 0)
    assert ((corners.mean(axis=1) * solid.normals).sum(axis=1) > 0.5).all()


def test_faces_keep_the_number_of_their_part_whatever_their_shape():
    scene = boxes([[0, 0, 0], [50, 0, 0], [0, 50, 0]], [[2, 2, 2]] * 3, shapes=("cylinder", "box", "cylinder"))
    faces = faces_of(scene)
    for part, centre in enumerate(scene.centres):
        assert np.allclose(faces.corners[faces.part == part].reshape(-1, 3).max(axis=0), centre + 1)


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 1e300])
def test_a_part_at_no_place_has_no_faces(number):
    scene = boxes([[0, 0, 0], [0, number, 0]], [[2, 2, 2]] * 2)
    assert set(faces_of(scene).part.tolist()) == {0}


def test_a_shadow_lies_on_the_floor_away_from_the_light():
    faces = faces_of(boxes([[0, 0, 50]], [[10, 10, 10]]))
    flat = shadow_corners(faces)
    assert (flat[..., 2] == 0).all()
    assert flat[..., 0].min() > 10
    assert flat[..., 1].min() > 10
    resting = shadow_corners(Faces(faces.corners * [1, 1, 0], faces.normals, faces.part))
    assert np.abs(resting[..., :2]).max() == pytest.approx(5)


@given(cameras, st.integers(1, 60), st.integers(1, 30))
def test_the_floor_fades_out_before_the_horizon(camera, columns, rows):
    scenery = backdrop(camera.projection(columns * 4, rows * 8), rows, columns, gradient=True)
    assert np.isfinite(scenery.colours).all()
    assert scenery.colours.min() >= 0
    assert scenery.colours.max() < 80
    assert scenery.floor.min() >= 0
    assert scenery.floor.max() <= 1
    halves = scenery.floor.reshape(2 * rows, columns)
    rays = camera.projection(columns * 4, rows * 8).directions(np.array([2.0]), np.arange(2 * rows) * 4 + 2.0)
    assert (halves[rays[:, 0, 2] >= 0] == 0).all()


def test_the_floor_lies_under_the_chair():
    scenery = backdrop(Camera().projection(320, 320), 40, 80, gradient=True)
    assert scenery.floor[30, 0, 40] == 1
    assert scenery.floor[0].max() == 0


def test_an_arrow_points_from_its_tail_to_its_tip():
    view = Camera(azimuth=0, elevation=LOWEST).projection(400, 400)
    tail, tip = np.array([[-30.0, 0, 45]]), np.array([[30.0, 0, 45]])
    x, y, _ = arrow_quads(Arrows(tail, tip), view)
    ends = view.to_screen(np.concatenate([tail, tip]))[0]
    assert x.min() == pytest.approx(ends[0])
    assert x.max() == pytest.approx(ends[1])
    shaft, head = np.ptp(y, axis=0)
    assert head > 2 * shaft
    assert np.ptp(x[:, 1]) < np.ptp(x[:, 0])


def test_arrows_that_are_points_or_behind_the_eye_or_nowhere_are_left_out():
    tails = np.array([[0.0, 0, 45], [0, -900, 45], [np.nan, 0, 0], [0, 0, 0]])
    tips = np.array([[0.0, 0, 45], [0, -950, 45], [0, 0, 0], [np.inf, 0, 0]])
    assert arrow_quads(Arrows(tails, tips), Camera(azimuth=0).projection(400, 400))[0].shape == (4, 0)


def test_every_part_of_the_chair_is_drawn_whole():
    assert len(faces_of(chair_scene()).part) == 6 * 14
