"""The black box: hides the ideal chair, measures what it is shown, and plays a signal for every output.

It takes the network's outputs and gives measurements. The ideal leaves it only through `reveal`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.losses import LOSSES, FloatArray, Loss
from chairgame.blackbox.symmetry import own_turns
from chairgame.chair.encoding import UNIT_CM, unit_quaternions
from chairgame.chair.parts import Chair, Part
from chairgame.chair.poses import ROTATION_FORM, Poses, ideal_poses, rotation_matrices

Indices = NDArray[np.int64]

CORNERS = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)]).T  # (3, 8)


@dataclass(frozen=True, eq=False)
class Measurement:
    """What the scanner reads off one assembly of N parts.

    `squares` are the mean squared distances per part in units of 50 cm, `displacements` the way from each part's centre
    to where the box wants it, in the same units; `output_gradient`, shape (N, 7), is what the headphones play.
    """

    loss: float
    output_gradient: FloatArray
    squares: FloatArray
    displacements: FloatArray

    @cached_property
    def distance_cm(self) -> float:
        """The root mean square distance of all points from their places in cm, whatever loss trains."""
        return UNIT_CM * float(np.sqrt(np.add.reduce(self.squares) / len(self.squares)))

    @cached_property
    def part_distances_cm(self) -> FloatArray:
        """The root mean square distance of each part's points in cm, shape (N,)."""
        return UNIT_CM * np.sqrt(self.squares)

    @cached_property
    def signals_cm(self) -> FloatArray:
        """Per part the vector from its centre to where the box wants it in cm, shape (N, 3)."""
        return UNIT_CM * self.displacements

    @cached_property
    def loudness(self) -> FloatArray:
        """Per part the norm of its signal in the headphones, shape (N,)."""
        return np.asarray(np.linalg.norm(self.output_gradient, axis=1))


@dataclass(frozen=True, eq=False)
class _Targets:
    """The secret, in units of 50 cm. The turns of all parts are padded with their first one to the same number K."""

    centres: FloatArray  # (N, 3)
    half_sizes: FloatArray  # (N, 1, 3), of the scanned points
    turned: FloatArray  # (N, K, 3, 3): the ideal rotation after each of the part's own turns
    weighted: FloatArray  # (N, K, 9): the same times the squared half sizes, for the product with an assembly

    def of(self, parts: Indices) -> Self:
        """The targets of some parts."""
        return type(self)(self.centres[parts], self.half_sizes[parts], self.turned[parts], self.weighted[parts])


class ChairBox:
    """A locked box with one ideal chair inside."""

    def __init__(self, chair: Chair) -> None:
        ideal = ideal_poses(chair)
        self._ideal = ideal
        self._targets = _targets(chair, ideal)

    def reveal(self) -> Poses:
        """Open the box. The one call that shows the ideal chair; the game records whoever makes it."""
        return self._ideal

    def measure(self, outputs: FloatArray, loss: str = "squared", parts: Indices | None = None) -> Measurement:
        """Measure outputs, shape (N, 7): centre / 50 cm and an unnormalised quaternion. `parts` picks some of the N.

        Each part is compared at eight points, a box's corners or four times each end of a cylinder's axis, after the
        part's own turn that fits best: the one with the largest product of target and assembled points.
        """
        targets = self._targets if parts is None else self._targets.of(parts)
        return _measure(outputs, targets, LOSSES[loss])


def _measure(outputs: FloatArray, targets: _Targets, loss: Loss) -> Measurement:
    count = len(outputs)
    quaternions, norms = unit_quaternions(outputs[:, 3:])
    rotations = rotation_matrices(quaternions)
    best = np.matmul(targets.weighted, rotations.reshape(count, 9, 1)).argmax(axis=1)[:, 0]
    turn_error = rotations - targets.turned[np.arange(count), best]
    turn_error *= targets.half_sizes
    centre_error = outputs[:, :3] - targets.centres
    scan = _scan_squares if loss.name == "squared" else _scan_corners
    value, squares, centre_gradient, rotation_gradient = scan(turn_error, centre_error, loss)
    rotation_gradient *= targets.half_sizes
    gradient = np.empty((count, 7))
    gradient[:, :3] = centre_gradient
    gradient[:, 3:] = _quaternion_gradient(rotation_gradient, quaternions, norms)
    return Measurement(value, gradient, squares, displacements=-centre_error)


_Scan = tuple[float, FloatArray, FloatArray, FloatArray]  # loss, mean squares per part, gradients for centres and E·h


def _scan_corners(turn_error: FloatArray, centre_error: FloatArray, loss: Loss) -> _Scan:
    """Any loss of the corners' distances, from E·h, shape (N, 3, 3), and t - t*, shape (N, 3).

    All corners at once: the displacement of corner c is E·h·c + (t - t*); the sum over points is one matrix product.
    """
    count = len(centre_error)
    displacements = (turn_error.reshape(-1, 3) @ CORNERS).reshape(count, 3, 8)
    displacements += centre_error[:, :, None]
    squares = np.add.reduce(displacements * displacements, axis=1)
    displacements *= (loss.factor(squares) / (8 * count))[:, None, :]
    value = float(np.add.reduce(loss.value(squares), axis=None)) / squares.size
    rotation_gradient = (displacements.reshape(-1, 8) @ CORNERS.T).reshape(count, 3, 3)
    return value, np.add.reduce(squares, axis=1) / 8, np.add.reduce(displacements, axis=2), rotation_gradient


def _scan_squares(turn_error: FloatArray, centre_error: FloatArray, _loss: Loss) -> _Scan:
    """The squared loss without its corners, which cancel: their mean square is |t - t*|² + Σ (E·h)²."""
    count = len(centre_error)
    squares = np.einsum("nij,nij->n", turn_error, turn_error)
    squares += np.einsum("ni,ni->n", centre_error, centre_error)
    value = float(np.add.reduce(squares)) / count
    return value, squares, centre_error * (2 / count), turn_error * (2 / count)


def _quaternion_gradient(rotation_gradient: FloatArray, quaternions: FloatArray, norms: FloatArray) -> FloatArray:
    """From the gradient for R, (N, 3, 3), to the gradient for the unnormalised quaternion, (N, 4).

    R = (q ⊗ q) K with q of length 1 gives 2 (Kᵀ·G) q; dividing by the length projects out the part along q.
    """
    form = (rotation_gradient.reshape(-1, 9) @ ROTATION_FORM.T).reshape(-1, 4, 4)
    unit = 2 * np.matmul(form, quaternions[:, :, None])[:, :, 0]
    along = np.add.reduce(unit * quaternions, axis=1)[:, None]
    return np.asarray((unit - quaternions * along) / norms)


def _targets(chair: Chair, ideal: Poses) -> _Targets:
    rotations = rotation_matrices(ideal.quaternions)
    half_sizes = np.array([_scanned_half_size(part) for part in chair.parts]) / UNIT_CM
    turns = [own_turns(half_size) for half_size in half_sizes]
    most = max(len(own) for own in turns)
    padded = np.array([np.concatenate([own, np.repeat(own[:1], most - len(own), axis=0)]) for own in turns])
    turned = rotations[:, None] @ padded
    weighted = (turned * half_sizes[:, None, None, :] ** 2).reshape(len(turned), most, 9)
    return _Targets(ideal.centres / UNIT_CM, half_sizes[:, None, :], turned, weighted)


def _scanned_half_size(part: Part) -> tuple[float, float, float]:
    """Half the box's size; of a cylinder the axis alone, so that a turn about it counts as nothing."""
    x, y, z = part.size
    return (0.0, 0.0, z / 2) if part.shape == "cylinder" else (x / 2, y / 2, z / 2)
