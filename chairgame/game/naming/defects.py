"""What is wrong with an assembly, and what it looks like as a whole. Pure geometry: knows no ideal chair and no words.

Parts are told apart by the kinds that chair files give them, in English: legs, seats and backs.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.chairbox import CORNERS
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices

BoolArray = NDArray[np.bool_]

LEGS = ("leg", "post", "foot")
SEATS = ("seat", "seat slat", "seat pan", "seat rail", "cushion", "canvas")
BACKS = ("back", "back slat", "slat", "spindle", "crest", "back pad", "back cushion")
TOUCHING_CM = 4.0


class Defect(Enum):
    """Ways for a chair to go wrong. The values mean nothing."""

    SUNKEN = "parts below the floor"
    UPSIDE_DOWN = "legs above the seat"
    LEGLESS = "no leg on the floor"
    ONE_LEGGED = "one leg on the floor"
    TWO_LEGGED = "two legs on the floor"
    THREE_LEGGED = "three legs on the floor, of more"
    SPRAWLING = "legs that lie"
    ON_EDGE = "a seat on edge"
    SLANTED = "a slanted seat"
    BACK_IN_FRONT = "a back in front of the seat"
    FLUNG = "a part far from all others"
    FLAT = "all of it flat"
    TOWERING = "all of it tall"
    HOVERING = "all of it above the floor"
    KNOTTED = "parts inside one another"
    LOPSIDED = "its weight beside its feet"
    UNFINISHED = "nothing but small mistakes"


class Silhouette(Enum):
    """What an assembly looks like from far away."""

    TALL = "taller than wide"
    FLAT = "wider than tall"
    SCATTERED = "all over the workshop"
    COMPACT = "a lump"
    MIDDLING = "about as large as a piece of furniture"


@dataclass(frozen=True, eq=False)
class Build:
    """An assembly of a chair's parts."""

    chair: Chair
    poses: Poses

    @cached_property
    def rotations(self) -> FloatArray:
        """Shape (N, 3, 3)."""
        return rotation_matrices(self.poses.quaternions)

    @cached_property
    def corners(self) -> FloatArray:
        """The corners of every part's box in cm, shape (N, 3, 8)."""
        offsets = self.rotations @ (self.chair.sizes[:, :, None] / 2 * CORNERS)
        return np.asarray(self.poses.centres[:, :, None] + offsets)

    @cached_property
    def lowest(self) -> FloatArray:
        """The height of each part's lowest corner in cm, shape (N,)."""
        return np.asarray(self.corners[:, 2].min(axis=1))

    @cached_property
    def extents(self) -> FloatArray:
        """Width, depth and height of the whole in cm, shape (3,)."""
        return np.asarray(self.corners.max(axis=(0, 2)) - self.corners.min(axis=(0, 2)))

    def of_kind(self, kinds: tuple[str, ...]) -> BoolArray:
        """Which parts are of one of some kinds; shape (N,)."""
        return np.array([part.kind in kinds for part in self.chair.parts])

    def heights_of(self, axis: NDArray[np.int64]) -> FloatArray:
        """How upright an axis of each part stands: the height of its unit vector, 0 to 1, shape (N,)."""
        return np.asarray(np.abs(self.rotations[np.arange(len(self.poses)), 2, axis]))


def severities(build: Build) -> dict[Defect, float]:
    """How bad each defect is: 0 for not at all, 1 for as bad as a defect of its sort usually gets."""
    return {
        **_severities_of_legs(build),
        **_severities_of_seat(build),
        **_severities_of_whole(build),
        Defect.UNFINISHED: 0.15,
    }


def silhouette_of(build: Build) -> Silhouette:
    """What it looks like, from its width, depth and height."""
    width, height = float(build.extents[:2].max()), float(build.extents[2])
    if max(width, height) > 190:
        return Silhouette.SCATTERED
    if height > 1.35 * width:
        return Silhouette.TALL
    if height < 0.6 * width:
        return Silhouette.FLAT
    return Silhouette.COMPACT if max(width, height) < 85 else Silhouette.MIDDLING


def _severities_of_legs(build: Build) -> dict[Defect, float]:
    legs = build.of_kind(LEGS)
    count = int(legs.sum())
    if count < 3:
        return {}
    standing = int((np.abs(build.lowest[legs]) < TOUCHING_CM).sum())
    upright = build.heights_of(build.chair.sizes.argmax(axis=1))[legs]
    by_number = {0: Defect.LEGLESS, 1: Defect.ONE_LEGGED, 2: Defect.TWO_LEGGED, 3: Defect.THREE_LEGGED}
    found = {Defect.SPRAWLING: float((upright < 0.6).mean() * 0.7)}
    if standing in by_number and standing < count:
        found[by_number[standing]] = (0.4, 0.65, 0.6, 0.55)[standing]
    seats = build.of_kind(SEATS)
    if seats.any():
        rise = build.poses.centres[legs, 2].mean() - build.poses.centres[seats, 2].mean()
        found[Defect.UPSIDE_DOWN] = _share(rise, 0, 35)
    return found


def _severities_of_seat(build: Build) -> dict[Defect, float]:
    seats, backs = build.of_kind(SEATS), build.of_kind(BACKS)
    if not seats.any():
        return {}
    flatness = float(build.heights_of(build.chair.sizes.argmin(axis=1))[seats].mean())
    found = {
        Defect.ON_EDGE: 0.8 * _share(0.6 - flatness, 0, 0.5),
        Defect.SLANTED: 0.5 * _share(0.97 - flatness, 0, 0.3) if flatness > 0.6 else 0.0,
    }
    if backs.any():
        before = build.poses.centres[seats, 1].mean() - build.poses.centres[backs, 1].mean()
        found[Defect.BACK_IN_FRONT] = 0.85 * _share(before, 0, 25)
    return found


def _severities_of_whole(build: Build) -> dict[Defect, float]:
    centres = build.poses.centres
    away = np.linalg.norm(centres - np.median(centres, axis=0), axis=1)
    spread = float(np.sqrt(np.mean(away**2)))
    width, height = float(build.extents[:2].max()), float(build.extents[2])
    below = (build.lowest < -TOUCHING_CM).mean() * _share(-float(build.lowest.min()), 0, 30)
    feet = build.lowest < build.lowest.min() + TOUCHING_CM
    aside = np.linalg.norm(centres[:, :2].mean(axis=0) - centres[feet, :2].mean(axis=0))
    bulk = float(build.chair.sizes.max(axis=1).mean())
    return {
        Defect.SUNKEN: float(1.4 * below),
        Defect.FLUNG: 0.8 * _share(float(away.max() / (np.median(away) + 1)), 2.2, 4),
        Defect.FLAT: _share(0.7 - height / (width + 1), 0, 0.5),
        Defect.TOWERING: _share(height / (width + 1), 2.2, 3.2),
        Defect.HOVERING: _share(float(build.lowest.min()), 1, 15),
        Defect.KNOTTED: 0.8 * _share(0.6 - spread / bulk, 0, 0.4),
        Defect.LOPSIDED: 0.6 * _share(float(aside), 8, 50),
    }


def _share(value: float, low: float, high: float) -> float:
    """Where a value lies between two bounds, 0 to 1, cut at both."""
    return float(np.clip((value - low) / (high - low), 0, 1))
