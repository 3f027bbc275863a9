"""A sit test as a few still pictures: somebody sits down, and what does not hold goes down. No physics: over which line
it tips, which parts go with it and how deep it sinks follow from the test; by how much it is turned is only drawn.
"""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, quaternion_product, rotation_matrices
from chairgame.game.sitting.outcome import HIPPOPOTAMUS, Reason, SitTest
from chairgame.game.sitting.solids import ROUNDING_CM, Solids, first_smallest

CUT_SECONDS = 0.25
TIPPED = (8.0, 20.0)  # degrees
_BESIDE_CM, _BROAD_CM = 35.0, 75.0  # away from the parts, for who stands beside them
_FAR_LEFT_CM = 100.0  # parts farther out do not count for that
_LOOKING = 60.0  # degrees: who stands beside them looks at them, and a little at us
_SHORTEST_LEVER_CM = 5.0
_FOOT_CM = 1.0  # so much of a part's lower end is its foot

UPRIGHT = np.array([1.0, 0.0, 0.0, 0.0])
FRONT = np.array([0.0, -1.0])


@dataclass(frozen=True, eq=False)
class Cut:
    """One still picture. Lengths in cm; the floor is at z = 0, whatever height the test found it at."""

    poses: Poses
    """Of all parts."""
    at: FloatArray
    """Where the sitter sits, or stands, shape (3,)."""
    turn: FloatArray
    """How the sitter is turned, a unit quaternion."""
    sits: bool = True
    """Or stands beside it: nobody sits where there is no seat."""
    shows_support: bool = False
    """Whether the polygon between the feet is drawn."""
    shows_weight: bool = False
    """Whether the line is drawn that the weight falls along."""
    blames: bool = False
    """Whether the guilty part glows."""


def still_at(count: int, seconds: float, *, reduced_motion: bool = False) -> int:
    """Which of so many stills is shown so long after somebody sat down; without motion only the first and the last."""
    order = (0, count - 1) if reduced_motion else range(count)
    return order[min(int(seconds / CUT_SECONDS), len(order) - 1)]


def cuts_of(chair: Chair, poses: Poses, test: SitTest) -> tuple[Cut, ...]:
    """What there is to see: four pictures of a fall, two of what holds, one where nobody sits down, none of smoke."""
    if test.reason is Reason.SMOKE:
        return ()
    poses = Poses(poses.centres - [0, 0, test.floor_cm], poses.quaternions)
    if test.seat_point is None:
        return (_beside(chair, poses, test),)
    seated = Cut(poses, test.seat_point - [0, 0, test.floor_cm], UPRIGHT)
    weighed = replace(seated, shows_support=True, shows_weight=test.weight_point is not None, blames=True)
    if test.holds:
        return seated, weighed
    return seated, weighed, *_going_down(chair, weighed, test)


def _beside(chair: Chair, poses: Poses, test: SitTest) -> Cut:
    """On the left, from where the camera usually looks the way that hides nothing."""
    solids = Solids.of(chair, poses)
    middle = solids.centres[test.structure].mean(axis=0)
    reach = np.sum(np.abs(solids.rotations[:, 0, :]) * solids.halves, axis=1)
    left = max(float((solids.centres[:, 0] - reach).min()), float(middle[0]) - _FAR_LEFT_CM)
    away = _BROAD_CM if test.sitter is HIPPOPOTAMUS else _BESIDE_CM
    at = np.array([left - away, float(middle[1]), 0.0])
    half = np.radians(_LOOKING) / 2
    return Cut(poses, at, np.array([np.cos(half), 0.0, 0.0, np.sin(half)]), sits=False, blames=True)


def _going_down(chair: Chair, weighed: Cut, test: SitTest) -> tuple[Cut, ...]:
    """Half of the way, and all of it."""
    cut = replace(weighed, shows_weight=False)
    if test.weight_point is None:  # what they sit on is joined to nothing
        depth = test.gap_cm or 0.0
        return _sunk(cut, test, depth / 2), _sunk(cut, test, depth)
    solids = Solids.of(chair, weighed.poses)
    pivot, outward = _line_of_the_long(solids, test) or _line_of_the_feet(test.polygon, test.weight_point)
    half, whole = TIPPED
    if test.reason is Reason.LOOSE and test.guilty is not None and test.gap_cm is not None:
        # The loose part is left standing, and what it should have held comes down upon it.
        lever = max(_SHORTEST_LEVER_CM, float((solids.centres[test.guilty, :2] - pivot) @ outward))
        whole = min(whole, float(np.degrees(np.arctan2(test.gap_cm, lever))))
        half = min(half, whole / 2)
    return _tipped(cut, test, pivot, outward, half), _tipped(cut, test, pivot, outward, whole)


def _sunk(cut: Cut, test: SitTest, depth_cm: float) -> Cut:
    """Straight down, with whoever sits there."""
    down = np.array([0.0, 0.0, -depth_cm])
    centres = np.where(test.structure[:, None], cut.poses.centres + down, cut.poses.centres)
    return replace(cut, poses=Poses(centres, cut.poses.quaternions), at=cut.at + down)


def _tipped(cut: Cut, test: SitTest, pivot: FloatArray, outward: FloatArray, degrees: float) -> Cut:
    """Turned over a line on the floor, through a place and across a way, with whoever sits there."""
    half = np.radians(degrees) / 2
    turn = np.array([np.cos(half), *(np.sin(half) * np.array([-outward[1], outward[0], 0.0]))])
    matrix, around = rotation_matrices(turn[None])[0], np.array([*pivot, 0.0])
    moves = test.structure[:, None]
    centres = np.where(moves, (cut.poses.centres - around) @ matrix.T + around, cut.poses.centres)
    quaternions = np.where(moves, quaternion_product(turn, cut.poses.quaternions), cut.poses.quaternions)
    at = matrix @ (cut.at - around) + around
    return replace(cut, poses=Poses(centres, quaternions), at=at, turn=quaternion_product(turn, cut.turn))


def _line_of_the_feet(polygon: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The edge of the polygon that the weight is nearest to, or farthest beyond: a place on it, and the way out."""
    if len(polygon) < 2:
        middle = polygon[0] if len(polygon) else weight
        return middle, _unit(weight - middle, FRONT)
    along = np.roll(polygon, -1, axis=0) - polygon
    outward = np.stack([along[:, 1], -along[:, 0]], axis=1)
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    nearest = first_smallest(np.sum((polygon - weight) * outward, axis=1))
    return polygon[nearest], outward[nearest]


def _line_of_the_long(solids: Solids, test: SitTest) -> tuple[FloatArray, FloatArray] | None:
    """The line through the foot of a part that is too long and the next lowest one; None if that is not the cause."""
    if test.reason is not Reason.LONG or test.guilty is None or test.weight_point is None:
        return None
    lowest = np.where(test.structure, solids.lowest, np.inf)
    lowest[test.guilty] = np.inf
    neighbour = first_smallest(np.minimum(lowest, 1e9))
    here, there = (
        solids.below(part, float(solids.lowest[part]) + _FOOT_CM).mean(axis=0) for part in (test.guilty, neighbour)
    )
    along = there - here
    if np.linalg.norm(along) < ROUNDING_CM:
        return None
    across = np.array([along[1], -along[0]]) / np.linalg.norm(along)
    return here, across if (test.weight_point - here) @ across >= 0 else -across


def _foot(solids: Solids, part: int) -> FloatArray:
    """Where a part is lowest, from above."""
    return np.asarray(solids.below(part, float(solids.lowest[part]) + _FOOT_CM).mean(axis=0))


def _unit(way: FloatArray, otherwise: FloatArray) -> FloatArray:
    length = float(np.linalg.norm(way))
    return way / length if length > ROUNDING_CM else otherwise
