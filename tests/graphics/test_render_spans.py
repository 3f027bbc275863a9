import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.picture.rasterizer import EMPTY, covered, rasterize

HEIGHT, WIDTH = 24, 20
NEAR_AN_EDGE = 1e-6
coordinate = st.floats(-30, 50, allow_nan=False)
plane = st.tuples(st.floats(-1e-4, 1e-4), st.floats(-1e-4, 1e-4), st.floats(0.02, 0.05))


@st.composite
def quads(draw):
    """Convex quadrilaterals with corners on an ellipse, some degenerate, in both senses of rotation."""
    count = draw(st.integers(1, 6))
    x, y = [], []
    for _ in range(count):
        centre_x, centre_y, wide, high = (draw(coordinate) for _ in range(4))
        angles = sorted(draw(st.lists(st.floats(0, 6.28), min_size=4, max_size=4)))
        x.append([centre_x + wide * np.cos(angle) for angle in angles])
        y.append([centre_y + high * np.sin(angle) for angle in angles])
    planes = [draw(plane) for _ in range(count)]
    return np.array(x).T, np.array(y).T, np.array(planes).T


def inside_by_half_planes(x, y):
    """For one quadrilateral: which sample centres lie inside, and which too near to an edge's line to tell."""
    at_x, at_y = np.arange(WIDTH) + 0.5, np.arange(HEIGHT)[:, None] + 0.5
    sides = []
    for i in range(4):
        j = (i + 1) % 4
        sides.append((x[j] - x[i]) * (at_y - y[i]) - (y[j] - y[i]) * (at_x - x[i]))
    sides = np.array(sides)
    unsure = (np.abs(sides) < NEAR_AN_EDGE * (1 + np.abs(sides).max())).any(axis=0)
    return (sides > 0).all(axis=0) | (sides < 0).all(axis=0), unsure


@given(quads())
def test_each_sample_shows_the_nearest_face_that_holds_its_centre(figures):
    x, y, planes = figures
    ids = rasterize(x, y, planes, HEIGHT, WIDTH, np.zeros(x.shape[1], bool))
    reference = [inside_by_half_planes(x[:, face], y[:, face]) for face in range(x.shape[1])]
    nearness = planes[0, :, None, None] * (np.arange(WIDTH) + 0.5) + planes[2, :, None, None]
    nearness = nearness + planes[1, :, None, None] * (np.arange(HEIGHT)[:, None] + 0.5)
    seen = np.where([inside for inside, _ in reference], nearness, 0)
    sure = ~np.any([unsure for _, unsure in reference], axis=0)
    assert ((ids == EMPTY) == (seen.max(axis=0) == 0))[sure].all()
    drawn = sure & (ids != EMPTY)
    chosen = np.take_along_axis(seen, np.maximum(ids, 0)[None], axis=0)[0]
    assert (chosen >= seen.max(axis=0) * (1 - 1e-5))[drawn].all()


@given(quads())
def test_covered_is_where_any_face_was_drawn(figures):
    x, y, planes = figures
    ids = rasterize(x, y, planes, HEIGHT, WIDTH, np.zeros(x.shape[1], bool))
    assert np.array_equal(covered(x, y, HEIGHT, WIDTH), ids != EMPTY)


def test_faces_that_share_an_edge_leave_no_gap_and_no_overlap():
    left = covered(np.array([[0, 0, 7.3, 4.1]]).T, np.array([[0, 24, 24, 0]]).T, HEIGHT, WIDTH)
    right = covered(np.array([[4.1, 7.3, 20, 20]]).T, np.array([[0, 24, 24, 0]]).T, HEIGHT, WIDTH)
    assert (left ^ right).all()


@pytest.mark.parametrize("stipple", [(4, 4), (4, 2), (1, 1)])
def test_a_stippled_face_covers_every_second_rectangle(stipple):
    x, y = np.array([[0, 0, 8, 8.0]]).T, np.array([[0, 8, 8, 0.0]]).T
    ids = rasterize(x, y, np.array([[0.0], [0], [1]]), 8, 8, np.array([True]), stipple)
    checker = np.tile(np.kron([[0, EMPTY], [EMPTY, 0]], np.ones(stipple, int)), (4, 4))[:8, :8]
    assert np.array_equal(ids, checker)
