"""What there is to draw: parts with their places and looks, and arrows. Knows no camera and no screen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Arrows:
    """Arrows drawn over everything: tails and tips in cm, shapes (M, 3)."""

    tails: FloatArray
    tips: FloatArray
    faint: NDArray[np.bool_] | None = None
    """Per arrow, shape (M,): thin and see-through, behind the others."""


@dataclass(frozen=True, eq=False)
class Scene:
    """Parts in the chair's frame: centimetres, z up, the floor at z = 0, the chair faces -y.

    Coordinates may be huge or not finite (a burned-out brain throws parts anywhere); such parts are not drawn.
    """

    shapes: tuple[str, ...]
    """"box" or "cylinder" (along z) per part; anything else is drawn as a box."""
    sizes: FloatArray
    """Width, depth, height in cm; shape (N, 3)."""
    centres: FloatArray
    """cm; shape (N, 3)."""
    rotations: FloatArray
    """Rotation matrices; shape (N, 3, 3)."""
    materials: tuple[str, ...]
    """Names known to `materials`; an unknown name gets a stable look of its own."""
    glow: FloatArray
    """0 to 1 per part, shape (N,): how much it lights up while it is scanned or selected."""
    ghost: NDArray[np.bool_] | None = None
    """Per part, shape (N,): drawn pale and see-through, as a glimpse of the ideal."""
    arrows: Arrows | None = None
