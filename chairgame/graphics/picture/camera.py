"""Where the eye is and how it maps the workshop to samples on the screen. Knows no parts and no colours."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, hypot, pi, sin
from typing import Self

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

LOWEST, HIGHEST = 0.03, 1.45  # radians: never under the floor, never over the pole
NEAREST, FARTHEST = 40.0, 3000.0  # cm
LENS = 2.45  # focal length over half the smaller side of the picture: a long lens, so that things do not look bent
FITS = 2.75  # distance over a ball's radius at which the ball just fits the smaller side: √(1 + LENS²), and a margin
NEAR_PLANE = 2.0  # cm; what is closer to the eye is not drawn


@dataclass(frozen=True)
class Projection:
    """A camera bound to a picture of square samples: x to the right, y down, sample centres at .5."""

    eye: FloatArray
    """Where the eye is, in cm; shape (3,)."""
    axes: FloatArray
    """Rows: right, up and forward; shape (3, 3)."""
    focal: float
    """Focal length in samples."""
    centre: tuple[float, float]
    """Where the forward axis meets the picture, in samples."""

    def to_camera(self, points: FloatArray) -> FloatArray:
        """Right, up and forward coordinates in cm of world points; shapes (..., 3)."""
        return np.asarray((points - self.eye) @ self.axes.T)

    def to_screen(self, points: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """x, y in samples and the inverse depth in 1/cm of world points, shape (..., 3).

        An inverse depth of 0 marks a point behind the near plane; its x and y mean nothing.
        """
        seen = self.to_camera(points)
        front = seen[..., 2] > NEAR_PLANE
        inverse = np.where(front, 1 / np.where(front, seen[..., 2], 1), 0)
        scale = inverse * self.focal
        return self.centre[0] + seen[..., 0] * scale, self.centre[1] - seen[..., 1] * scale, inverse

    def directions(self, x: FloatArray, y: FloatArray) -> FloatArray:
        """World directions through screen points, 1 cm forward each; shape (len(y), len(x), 3)."""
        right = (x - self.centre[0]) / self.focal
        up = (self.centre[1] - y) / self.focal
        return np.asarray(
            right[None, :, None] * self.axes[0] + up[:, None, None] * self.axes[1] + self.axes[2], np.float64
        )

    def inverse_depth_planes(self, normals: FloatArray, corners: FloatArray) -> FloatArray:
        """A, B, C with 1/depth = A x + B y + C on a face, shape (3, F), of normals and one corner each, shapes (F, 3).

        The plane n·X = h seen along the ray X = depth·r(x, y) gives 1/depth = n·r(x, y) / h, affine in x and y.
        """
        n = normals @ self.axes.T
        distance = np.sum(n * self.to_camera(corners), axis=1)
        a, b = n[:, 0] / self.focal, -n[:, 1] / self.focal
        return np.asarray(np.stack([a, b, n[:, 2] - a * self.centre[0] - b * self.centre[1]]) / distance)

    def shifted(self, x: float, y: float) -> Self:
        """The same view of the part of the picture whose corner is at (x, y)."""
        return replace(self, centre=(self.centre[0] - x, self.centre[1] - y))


@dataclass(frozen=True)
class Camera:
    """An eye on a sphere around a target; the default shows a chair of about a metre and the pile around it."""

    azimuth: float = 0.52
    """Radians around the z axis, from straight in front (the chair faces -y) towards +x."""
    elevation: float = 0.40
    """Radians above the horizon."""
    distance: float = 215.0
    """cm from the target."""
    target: tuple[float, float, float] = (0.0, 0.0, 45.0)
    """What the eye looks at, in cm."""

    def orbited(self, d_azimuth: float, d_elevation: float) -> "Camera":
        """Turned around the target; the elevation stays over the floor and under the pole."""
        azimuth = (self.azimuth + d_azimuth + pi) % (2 * pi) - pi
        return replace(self, azimuth=azimuth, elevation=min(HIGHEST, max(LOWEST, self.elevation + d_elevation)))

    def zoomed(self, factor: float) -> "Camera":
        """Farther by a factor above 1, closer by one below, within limits."""
        return replace(self, distance=min(FARTHEST, max(NEAREST, self.distance * factor)))

    @cached_property
    def axes(self) -> FloatArray:
        """Unit vectors to the right, up and forward as rows; shape (3, 3)."""
        sa, ca, se, ce = sin(self.azimuth), cos(self.azimuth), sin(self.elevation), cos(self.elevation)
        return np.array([[ca, sa, 0.0], [-sa * se, ca * se, ce], [-sa * ce, ca * ce, -se]])

    @cached_property
    def eye(self) -> FloatArray:
        """Where the eye is, in cm; shape (3,)."""
        return np.asarray(np.array(self.target) - self.distance * self.axes[2], np.float64)

    def projection(self, width: int, height: int) -> Projection:
        """The view on a picture of width times height samples; the smaller side decides the scale."""
        focal = min(height, width * 0.98) * 0.5 * LENS
        return Projection(self.eye, self.axes, focal, (width / 2, height / 2))


def camera_framing(radius_cm: float, height_cm: float) -> Camera:
    """A camera that fits a thing of this radius around the z axis and this height, standing on the floor."""
    reach = hypot(radius_cm, height_cm / 2)
    return Camera(distance=min(FARTHEST, max(NEAREST, FITS * reach)), target=(0.0, 0.0, height_cm / 2))
