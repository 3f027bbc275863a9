"""Turns: the quaternion code against explicit rotation matrices."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chairgame.chair.parts import Chair, FloatArray, Part
from chairgame.chair.poses import quaternion_product, quaternions_of_turns, rotation_matrices, slerp, standing_box

turns = arrays(float, (5, 3), elements=st.floats(-720, 720))


def _explicit_rotation(turn: FloatArray) -> FloatArray:
    """Rz · Ry · Rx, written out."""
    (cx, cy, cz), (sx, sy, sz) = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def _quaternion_of_matrix(matrix: FloatArray) -> FloatArray:
    """The unit quaternion of a rotation matrix, up to sign, as the largest eigenvector of Bar-Itzhack's (2000) form."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    form = np.array(
        [
            [a + e + i, h - f, c - g, d - b],
            [h - f, a - e - i, b + d, c + g],
            [c - g, b + d, e - a - i, f + h],
            [d - b, c + g, f + h, i - a - e],
        ]
    )
    return np.asarray(np.linalg.eigh(form / 3)[1][:, -1])


@given(turns)
def test_rotations_are_turns_about_x_then_y_then_z(turns: FloatArray) -> None:
    matrices = rotation_matrices(quaternions_of_turns(turns))
    np.testing.assert_allclose(matrices, [_explicit_rotation(turn) for turn in turns], atol=1e-12)


@given(turns)
def test_rotations_are_orthonormal_and_mirror_nothing(turns: FloatArray) -> None:
    matrices = rotation_matrices(quaternions_of_turns(turns))
    np.testing.assert_allclose(
        matrices @ np.swapaxes(matrices, 1, 2), np.broadcast_to(np.eye(3), (5, 3, 3)), atol=1e-12
    )
    np.testing.assert_allclose(np.linalg.det(matrices), 1, atol=1e-12)


@given(turns)
def test_a_quaternion_comes_back_from_its_matrix(turns: FloatArray) -> None:
    quaternions = quaternions_of_turns(turns)
    back = np.array([_quaternion_of_matrix(matrix) for matrix in rotation_matrices(quaternions)])
    np.testing.assert_allclose(np.abs(np.sum(quaternions * back, axis=1)), 1, atol=1e-9)


@given(turns, turns)
def test_the_product_turns_right_first(first: FloatArray, then: FloatArray) -> None:
    left, right = quaternions_of_turns(then), quaternions_of_turns(first)
    product = rotation_matrices(quaternion_product(left, right))
    np.testing.assert_allclose(product, rotation_matrices(left) @ rotation_matrices(right), atol=1e-12)


@given(turns, turns)
def test_slerp_starts_at_the_start_and_ends_at_the_end(first: FloatArray, then: FloatArray) -> None:
    start, end = quaternions_of_turns(first), quaternions_of_turns(then)
    for t, there in ((0.0, start), (1.0, end)):
        here = rotation_matrices(slerp(start, end, np.full(5, t)))
        np.testing.assert_allclose(here, rotation_matrices(there), atol=1e-6)


@given(turns, turns, st.floats(0, 1))
def test_slerp_goes_the_shorter_way_at_an_even_pace(first: FloatArray, then: FloatArray, t: float) -> None:
    start, end = quaternions_of_turns(first), quaternions_of_turns(then)
    whole = _angles(start, end)
    assume(np.all(whole < np.pi - 1e-3))  # at half a turn both ways are equally short
    middle = slerp(start, end, np.full(5, t))
    np.testing.assert_allclose(np.linalg.norm(middle, axis=1), 1, atol=1e-12)
    np.testing.assert_allclose(_angles(start, middle), t * whole, atol=1e-5)


def _angles(start: FloatArray, end: FloatArray) -> FloatArray:
    """Radians between two turns, from 0 to π."""
    relative = quaternion_product(end, start * [1.0, -1.0, -1.0, -1.0])
    return np.asarray(2 * np.arctan2(np.linalg.norm(relative[:, 1:], axis=1), np.abs(relative[:, 0])))


def test_the_standing_box_holds_turned_parts() -> None:
    flat = Part("A", "slat", "box", (10, 2, 4), (0, 0, 2), (0, 0, 90), "oak")
    tilted = Part("B", "rod", "box", (2, 2, 2), (20, 0, 10), (45, 0, 0), "oak")
    low, high = standing_box(Chair("two", {"en": "Two"}, (flat, tilted)))
    np.testing.assert_allclose(low, [-1, -5, 0], atol=1e-12)
    np.testing.assert_allclose(high, [21, 5, 10 + 2**0.5], atol=1e-12)
