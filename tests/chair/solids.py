"""Where a part's points are in an assembly: what the tests of the built-in chairs and of the pile measure with."""

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, FloatArray, Part
from chairgame.chair.poses import Poses, rotation_matrices


def lowest_points(chair: Chair, poses: Poses) -> FloatArray:
    """The height of each part's lowest point in cm, shape (N,); exact for boxes and for round cylinders."""
    down = rotation_matrices(poses.quaternions)[:, 2, :]
    half = chair.sizes / 2
    box = np.sum(np.abs(down) * half, axis=1)
    cylinder = np.hypot(down[:, 0], down[:, 1]) * half[:, 0] + np.abs(down[:, 2]) * half[:, 2]
    round_ = np.array([part.shape == "cylinder" for part in chair.parts])
    return np.asarray(poses.centres[:, 2] - np.where(round_, cylinder, box))


def touching(chair: Chair, poses: Poses, tolerance: float) -> NDArray[np.bool_]:
    """Parts that come within `tolerance` cm of one another, shape (N, N), probed every cm, large ones less finely."""
    rotations = rotation_matrices(poses.quaternions)
    near = np.zeros((len(poses), len(poses)), bool)
    reach = np.linalg.norm(chair.sizes, axis=1) / 2 + tolerance
    for i, part in enumerate(chair.parts):
        probes = _points(part) @ rotations[i].T + poses.centres[i]
        for j, other in enumerate(chair.parts):
            if np.linalg.norm(poses.centres[i] - poses.centres[j]) <= reach[i] + reach[j]:
                near[i, j] = np.any(_inside(other, (probes - poses.centres[j]) @ rotations[j], tolerance))
    return near | near.T


def _points(part: Part) -> FloatArray:
    axes = [np.linspace(-size / 2, size / 2, min(int(np.ceil(size)) + 1, 48)) for size in part.size]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    return grid[_inside(part, grid, 1e-9)]


def _inside(part: Part, points: FloatArray, tolerance: float) -> NDArray[np.bool_]:
    half = np.array(part.size) / 2 + tolerance
    if part.shape == "cylinder":
        return np.asarray((np.hypot(points[:, 0], points[:, 1]) <= half[0]) & (np.abs(points[:, 2]) <= half[2]))
    return np.asarray(np.all(np.abs(points) <= half, axis=1))
