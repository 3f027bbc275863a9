"""The black box: hides the ideal chair, measures what it is shown, and plays a signal for every output.

It takes the network's outputs and gives measurements. The ideal leaves it only through `reveal`.
"""

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Self

import numpy as np

from chairgame.blackbox.losses import LOSSES, FloatArray, Indices, Loss
from chairgame.blackbox.measurement import Measurement, Unit
from chairgame.blackbox.symmetry import own_turns
from chairgame.chair.encoding import TINY, UNIT_CM, unit_quaternions
from chairgame.chair.parts import Chair, Part
from chairgame.chair.poses import ROTATION_FORM, Poses, ideal_poses, rotation_matrices

CORNERS = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)]).T  # (3, 8)


@dataclass(frozen=True, eq=False)
class ChairMeasurement:
    """What the scanner reads off one assembly of N parts.

    `squares` are the mean squared distances per part in units of 50 cm, `mean_square` their mean, `centre_errors` the
    way to each part's centre from where the box wants it, in the same units; `output_gradient`, shape (N, 7), is what
    the headphones play.
    """

    loss: float
    output_gradient: FloatArray
    squares: FloatArray
    centre_errors: FloatArray
    mean_square: float

    @property
    def distance_cm(self) -> float:
        """The root mean square distance of all points from their places in cm, whatever loss trains."""
        return UNIT_CM * sqrt(self.mean_square)

    @property
    def score(self) -> float:
        """The distance in cm."""
        return self.distance_cm

    @cached_property
    def part_distances_cm(self) -> FloatArray:
        """The root mean square distance of each part's points in cm, shape (N,)."""
        return UNIT_CM * np.sqrt(self.squares)

    @cached_property
    def signals_cm(self) -> FloatArray:
        """Per part the vector from its centre to where the box wants it in cm, shape (N, 3)."""
        return -UNIT_CM * self.centre_errors

    @cached_property
    def loudness(self) -> FloatArray:
        """Per part the norm of its signal in the headphones, shape (N,)."""
        return np.asarray(np.linalg.norm(self.output_gradient, axis=1))


def of_a_chair(measurement: Measurement) -> ChairMeasurement:
    """A measurement that is known to be one of a chair. Raises TypeError for any other."""
    if not isinstance(measurement, ChairMeasurement):
        raise TypeError("this was not measured on a chair")
    return measurement


@dataclass(frozen=True, eq=False)
class _Targets:
    """The secret, in units of 50 cm. The turns of all parts are padded with their first one to the same number K."""

    centres: FloatArray  # (N, 3)
    half_sizes: FloatArray  # (N, 3, 3), of the scanned points, the same in each row of a part
    turned: FloatArray  # (N·K, 3, 3): the ideal rotation after each of the part's own turns
    weighted: FloatArray  # (N, K, 9): the same times the squared half sizes, for the product with an assembly

    def of(self, parts: Indices) -> Self:
        """The targets of some parts."""
        turned = self.turned.reshape(*self.weighted.shape[:2], 3, 3)[parts].reshape(-1, 3, 3)
        return type(self)(self.centres[parts], self.half_sizes[parts], turned, self.weighted[parts])


class ChairBox:
    """A locked box with one ideal chair inside."""

    unit = Unit.CM

    def __init__(self, chair: Chair) -> None:
        ideal = ideal_poses(chair)
        self._ideal = ideal
        self._targets = _targets(chair, ideal)
        self._scanners: dict[int, _Scanner] | None = None

    def reveal(self) -> Poses:
        """Open the box. The one call that shows the ideal chair; the game records whoever makes it."""
        return self._ideal

    def measure(self, outputs: FloatArray, loss: str = "squared", rows: Indices | None = None) -> ChairMeasurement:
        """Measure outputs, shape (N, 7): centre / 50 cm and an unnormalised quaternion. `rows` picks some of the N.

        Each part is compared at eight points, a box's corners or four times each end of a cylinder's axis, after the
        part's own turn that fits best: the one with the largest product of target and assembled points.
        """
        targets = self._targets if rows is None else self._targets.of(rows)
        return self._scanner(len(outputs)).measure(outputs, targets, LOSSES[loss])

    def reusing(self) -> Self:
        """The same box with memory of its own that it uses again: each measurement is overwritten by the next one."""
        box = copy(self)
        box._scanners = {}
        return box

    def _scanner(self, parts: int) -> "_Scanner":
        turns = self._targets.weighted.shape[1]
        if self._scanners is None:
            return _Scanner(parts, turns)
        if parts not in self._scanners:
            self._scanners[parts] = _Scanner(parts, turns)
        return self._scanners[parts]


class _Scanner:
    """The memory for measuring so many parts, and how it is done: from outputs to distances, and the whole way back.

    A chair is small, so what costs time is how many arrays are asked for: there is one view for each way to look at
    the memory, sums and products are `numpy.dot`s, and constants are arrays or floats already.
    """

    def __init__(self, count: int, turns: int) -> None:
        self._count = count
        self._first_turns = np.arange(count) * turns
        self._gradient = np.empty((count, 7))
        self._gradient_centres, self._gradient_raw = self._gradient[:, :3], self._gradient[:, 3:]
        self._lengths, self._along = np.empty((count, 1)), np.empty((count, 1))
        self._every_length = self._lengths[:, 0]
        self._quaternions, self._four = np.empty((count, 4)), np.empty((count, 4))
        self._tall, self._wide = self._quaternions[:, :, None], self._quaternions[:, None, :]
        self._products = np.empty((count, 4, 4))
        self._products_flat = self._products.reshape(count, 16)
        self._rotations, self._turn_errors, self._turn_gradient = (np.empty((count, 3, 3)) for _ in range(3))
        self._rotations_flat = self._rotations.reshape(count, 9)
        self._rotations_tall = self._rotations_flat[:, :, None]
        self._turn_gradient_flat = self._turn_gradient.reshape(count, 9)
        self._fits, self._slopes = np.empty((count, turns, 1)), np.empty((count, 4, 1))
        self._fits_flat, self._slopes_flat = self._fits[:, :, 0], self._slopes[:, :, 0]
        self._centre_errors = np.empty((count, 3))
        self._squares, self._more_squares = np.empty(count), np.empty(count)
        self._share = np.full((count, 3, 3), 2 / count)

    def measure(self, outputs: FloatArray, targets: _Targets, loss: Loss) -> ChairMeasurement:
        """Measure outputs, shape (count, 7), against as many targets."""
        self._turn(outputs[:, 3:])
        np.matmul(targets.weighted, self._rotations_tall, out=self._fits)
        best = self._fits_flat.argmax(1)
        best += self._first_turns
        turn_errors = targets.turned.take(best, 0, self._turn_errors, "clip")  # nothing is clipped, only not checked
        np.subtract(self._rotations, turn_errors, out=turn_errors)
        np.multiply(turn_errors, targets.half_sizes, out=turn_errors)
        np.subtract(outputs[:, :3], targets.centres, out=self._centre_errors)
        value, mean, squares = self._scan_squares() if loss.name == "squared" else self._scan_corners(loss)
        np.multiply(self._turn_gradient, targets.half_sizes, out=self._turn_gradient)
        self._turn_back()
        return ChairMeasurement(value, self._gradient, squares, self._centre_errors, mean)

    def _turn(self, raw: FloatArray) -> None:
        """Rotation matrices of raw quaternions: R = (q ⊗ q) K with q of length 1."""
        lengths, quaternions = self._lengths, self._quaternions
        np.multiply(raw, raw, out=self._four)
        np.sqrt(np.add.reduce(self._four, axis=1, keepdims=True, out=lengths), out=lengths)
        if self._every_length.item(self._every_length.argmin()) > TINY:
            np.divide(raw, lengths, out=quaternions)
        else:
            quaternions[:], lengths[:] = unit_quaternions(raw)
        np.multiply(self._tall, self._wide, out=self._products)
        np.dot(self._products_flat, ROTATION_FORM, out=self._rotations_flat)

    def _turn_back(self) -> None:
        """From the gradient for R to that for the unnormalised quaternion.

        It is 2 (Kᵀ·G) q for q of length 1; dividing by the length projects out the part along q.
        """
        slopes, quaternions, four = self._slopes_flat, self._quaternions, self._four
        np.dot(self._turn_gradient_flat, ROTATION_FORM.T, out=self._products_flat)
        np.matmul(self._products, self._tall, out=self._slopes)
        np.add(slopes, slopes, out=slopes)
        np.multiply(slopes, quaternions, out=four)
        along = np.add.reduce(four, axis=1, keepdims=True, out=self._along)
        np.multiply(quaternions, along, out=four)
        np.subtract(slopes, four, out=four)
        np.divide(four, self._lengths, out=self._gradient_raw)

    def _scan_squares(self) -> tuple[float, float, FloatArray]:
        """The squared loss without its corners, which cancel: their mean square is |t - t*|² + Σ (E·h)²."""
        turns, centres, squares = self._turn_errors, self._centre_errors, self._squares
        np.einsum("nij,nij->n", turns, turns, out=squares)
        np.add(squares, np.einsum("ni,ni->n", centres, centres, out=self._more_squares), out=squares)
        np.multiply(centres, 2 / self._count, out=self._gradient_centres)
        np.multiply(turns, self._share, out=self._turn_gradient)
        value = float(np.add.reduce(squares)) / self._count
        return value, value, squares

    def _scan_corners(self, loss: Loss) -> tuple[float, float, FloatArray]:
        """Any loss of the corners' distances, from E·h, shape (N, 3, 3), and t - t*, shape (N, 3).

        All corners at once: the displacement of corner c is E·h·c + (t - t*); the sum over points is a matrix product.
        """
        displacements = (self._turn_errors.reshape(-1, 3) @ CORNERS).reshape(self._count, 3, 8)
        displacements += self._centre_errors[:, :, None]
        squares = np.add.reduce(displacements * displacements, axis=1)
        displacements *= (loss.factor(squares) / (8 * self._count))[:, None, :]
        np.add.reduce(displacements, axis=2, out=self._gradient_centres)
        np.matmul(displacements.reshape(-1, 8), CORNERS.T, out=self._turn_gradient.reshape(-1, 3))
        value = float(np.add.reduce(loss.value(squares), axis=None)) / squares.size
        squares = np.add.reduce(squares, axis=1) / 8
        return value, float(np.add.reduce(squares)) / self._count, squares


def _targets(chair: Chair, ideal: Poses) -> _Targets:
    rotations = rotation_matrices(ideal.quaternions)
    half_sizes = np.array([_scanned_half_size(part) for part in chair.parts]) / UNIT_CM
    turns = [own_turns(half_size) for half_size in half_sizes]
    most = max(len(own) for own in turns)
    padded = np.array([np.concatenate([own, np.repeat(own[:1], most - len(own), axis=0)]) for own in turns])
    turned = rotations[:, None] @ padded
    weighted = (turned * half_sizes[:, None, None, :] ** 2).reshape(len(turned), most, 9)
    rows = np.repeat(half_sizes[:, None, :], 3, axis=1)
    return _Targets(ideal.centres / UNIT_CM, rows, turned.reshape(-1, 3, 3), weighted)


def _scanned_half_size(part: Part) -> tuple[float, float, float]:
    """Half the box's size; of a cylinder the axis alone, so that a turn about it counts as nothing."""
    x, y, z = part.size
    return (0.0, 0.0, z / 2) if part.shape == "cylinder" else (x / 2, y / 2, z / 2)
