"""Where parts are: batches of centres and unit quaternions (w, x, y, z). Pure functions on arrays."""

from dataclasses import dataclass

import numpy as np

from chairgame.chair.parts import Chair, FloatArray


@dataclass(frozen=True, eq=False)
class Poses:
    """An assembly: centres in cm, shape (N, 3), and unit quaternions (w, x, y, z), shape (N, 4)."""

    centres: FloatArray
    quaternions: FloatArray

    def __len__(self) -> int:
        return len(self.centres)


def _quadratic_form() -> FloatArray:
    """K of shape (16, 9): the rotation matrix of a unit quaternion q, row by row, is (q ⊗ q) · K.

    Source: the Euler-Rodrigues formula, R = (w² - v·v) I + 2 v vᵀ + 2 w [v]×.
    """
    form = np.zeros((4, 4, 3, 3))
    for i in range(3):
        form[0, 0, i, i] += 1  # w²
        for j in range(3):
            form[1 + j, 1 + j, i, i] -= 1  # -v·v on the diagonal
            form[1 + i, 1 + j, i, j] += 1  # 2 v vᵀ, shared between (i, j) and (j, i)
            form[1 + j, 1 + i, i, j] += 1
    for i, j, k, sign in ((0, 1, 2, -1), (0, 2, 1, 1), (1, 0, 2, 1), (1, 2, 0, -1), (2, 0, 1, -1), (2, 1, 0, 1)):
        form[0, 1 + k, i, j] += sign  # 2 w [v]×, shared between (0, k) and (k, 0)
        form[1 + k, 0, i, j] += sign
    return form.reshape(16, 9)


ROTATION_FORM = _quadratic_form()
ROTATION_FORM.setflags(write=False)


def rotation_matrices(quaternions: FloatArray) -> FloatArray:
    """Rotation matrices, shape (N, 3, 3), of unit quaternions (w, x, y, z), shape (N, 4)."""
    squares = quaternions[:, :, None] * quaternions[:, None, :]
    return (squares.reshape(-1, 16) @ ROTATION_FORM).reshape(-1, 3, 3)


def quaternion_product(left: FloatArray, right: FloatArray) -> FloatArray:
    """The Hamilton product: first the turn `right`, then the turn `left`. Shapes (..., 4)."""
    w1, x1, y1, z1 = np.moveaxis(left, -1, 0)
    w2, x2, y2, z2 = np.moveaxis(right, -1, 0)
    return np.stack(
        [
            w1 * w2 - x1 * x2 - y1 * y2 - z1 * z2,
            w1 * x2 + x1 * w2 + y1 * z2 - z1 * y2,
            w1 * y2 - x1 * z2 + y1 * w2 + z1 * x2,
            w1 * z2 + x1 * y2 - y1 * x2 + z1 * w2,
        ],
        axis=-1,
    )


def quaternions_of_turns(turns: FloatArray) -> FloatArray:
    """Unit quaternions, shape (N, 4), of turns in degrees about the fixed x, then y, then z axis, shape (N, 3)."""
    half = np.radians(turns) / 2
    axes = np.zeros((3, len(turns), 4))
    axes[:, :, 0] = np.cos(half.T)
    for axis in range(3):
        axes[axis, :, 1 + axis] = np.sin(half[:, axis])
    return quaternion_product(axes[2], quaternion_product(axes[1], axes[0]))


def ideal_poses(chair: Chair) -> Poses:
    """Where every part belongs. This is the secret: only the black box and what reveals it may ask."""
    centres = np.array([part.at for part in chair.parts], float)
    turns = np.array([part.turn for part in chair.parts], float)
    return Poses(centres, quaternions_of_turns(turns))


def standing_box(chair: Chair) -> tuple[FloatArray, FloatArray]:
    """The lowest and the highest corner, in cm, shapes (3,), of the room that the chair takes as it should stand."""
    poses = ideal_poses(chair)
    reach = np.einsum("nij,nj->ni", np.abs(rotation_matrices(poses.quaternions)), chair.sizes / 2)
    return np.min(poses.centres - reach, axis=0), np.max(poses.centres + reach, axis=0)


def slerp(start: FloatArray, end: FloatArray, t: FloatArray) -> FloatArray:
    """Spherical interpolation between unit quaternions, shapes (N, 4), at t, shape (N,), along the shorter way.

    Source: Shoemake, "Animating rotation with quaternion curves" (1985).
    """
    cosine = np.sum(start * end, axis=1)
    end = np.where(cosine[:, None] < 0, -end, end)
    angle = np.arccos(np.clip(np.abs(cosine), -1, 1))
    sine = np.sin(angle)
    straight = sine < 1e-6  # nearly equal turns: the straight line is exact enough, and the formula would divide by 0
    safe = np.where(straight, 1, sine)
    a = np.where(straight, 1 - t, np.sin((1 - t) * angle) / safe)
    b = np.where(straight, t, np.sin(t * angle) / safe)
    mixed = a[:, None] * start + b[:, None] * end
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True))
