"""Parts as solid bodies: where they are lowest, how far apart, what lies on top, and the hull of places."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.parts import Chair
from chairgame.chair.poses import ideal_poses, rotation_matrices
from chairgame.game.sitting.solids import Solids, clusters, depth_inside, hull
from tests.blackbox.drawn import chairs
from tests.chair.solids import lowest_points

PLACES = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=12).map(np.array)


def points_of(chair: Chair, part: int, count: int = 400) -> np.ndarray:
    """Random points of a part's surface and inside."""
    random = np.random.default_rng(part)
    points = np.clip(random.uniform(-1.3, 1.3, (count, 3)), -1, 1)
    if chair.parts[part].shape == "cylinder":
        points[:, :2] /= np.maximum(1, np.linalg.norm(points[:, :2], axis=1, keepdims=True))
    poses = ideal_poses(chair)
    return points * chair.sizes[part] / 2 @ rotation_matrices(poses.quaternions)[part].T + poses.centres[part]


@given(chairs())
def test_the_lowest_point_is_the_lowest(chair: Chair) -> None:
    poses = ideal_poses(chair)
    np.testing.assert_allclose(Solids.of(chair, poses).lowest, lowest_points(chair, poses))


@given(chairs(2))
@settings(max_examples=60)
def test_no_two_points_are_nearer_than_the_gap_and_some_are_nearly_as_near(chair: Chair) -> None:
    if len(chair.parts) < 2:
        return
    gap = Solids.of(chair, ideal_poses(chair)).gaps(np.array([0]), np.array([1]))[0]
    apart = np.linalg.norm(points_of(chair, 0)[:, None] - points_of(chair, 1)[None], axis=2).min()
    assert gap <= apart + 0.3
    assert Solids.of(chair, ideal_poses(chair)).joined(gap + 0.3).all()


@given(chairs(3))
@settings(max_examples=60)
def test_nothing_of_a_part_is_above_its_top(chair: Chair) -> None:
    solids = Solids.of(chair, ideal_poses(chair))
    for part in range(len(chair.parts)):
        points = points_of(chair, part, 100)
        tops = solids.tops(points[:, :2] + (solids.centres[part, :2] - points[:, :2]) * 1e-6)[:, part]
        assert (tops >= points[:, 2] - 0.01).all()
        assert (tops <= 2 * solids.centres[part, 2] - solids.lowest[part] + 1e-6).all()


@given(PLACES)
def test_a_hull_holds_its_places_and_is_made_of_them(places: np.ndarray) -> None:
    polygon = hull(places)
    assert all(depth_inside(place, polygon) >= -1e-6 for place in places)
    assert all(np.abs(places - corner).max(axis=1).min() < 1e-6 for corner in polygon)


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_the_depth_in_a_square_is_the_way_to_its_nearest_side(x: float, y: float) -> None:
    square = np.array([[-10.0, -10], [10, -10], [10, 10], [-10, 10]])
    beyond = np.maximum(np.abs([x, y]) - 10, 0)
    expected = -np.linalg.norm(beyond) if beyond.any() else 10 - max(abs(x), abs(y))
    assert depth_inside(np.array([x, y]), square) == pytest.approx(expected, abs=1e-9)


def test_what_hangs_together_through_others_is_one() -> None:
    joined = np.eye(5, dtype=bool)
    for a, b in ((0, 3), (3, 4), (1, 2)):
        joined[a, b] = joined[b, a] = True
    assert clusters(joined).tolist() == [0, 1, 1, 0, 0]
