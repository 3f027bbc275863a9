"""Probing a scanner: a part is moved or turned where it stands, scanned, and put back. Did the number move?

What a scanner with a blind spot would say is known from a chair that stands as it should, where whatever is seen makes
the number larger. So a scan strikes out all blind spots that would have said something else.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from chairgame.blackbox.blind import BlindBox, BlindSpot
from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.catalogue import load_chair
from chairgame.chair.encoding import UNIT_CM
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, ideal_poses, quaternion_product, quaternions_of_turns

STEP_CM, TURN_DEGREES = 10.0, 30.0
WAYS = {
    "left": (-1, 0, 0),
    "right": (1, 0, 0),
    "front": (0, -1, 0),
    "rear": (0, 1, 0),
    "down": (0, 0, -1),
    "up": (0, 0, 1),
}
TURN = "turn"
"""About the upright axis; all other ways move a part."""
ALL_WAYS = (*WAYS, TURN)
SMALLEST_CM = 1e-6
"""A change of the number that is smaller is none: what is not seen changes nothing at all."""
MOST_QUESTIONS = 200


@dataclass(frozen=True)
class Probe:
    """A part's index, and which way it is moved."""

    part: int
    way: str

    def applied_to(self, poses: Poses) -> Poses:
        """The assembly with the part moved or turned."""
        centres, quaternions = poses.centres.copy(), poses.quaternions.copy()
        if self.way == TURN:
            turn = quaternions_of_turns(np.array([[0.0, 0.0, TURN_DEGREES]]))[0]
            quaternions[self.part] = quaternion_product(turn, quaternions[self.part])
        else:
            centres[self.part] += STEP_CM * np.array(WAYS[self.way], float)
        return Poses(centres, quaternions)


Asks = Callable[[tuple[BlindSpot, ...]], Probe]
"""What somebody asks, by what is still possible."""


@dataclass(frozen=True)
class Scan:
    """A probe, and what the scanner said before and after it."""

    probe: Probe
    before_cm: float
    after_cm: float

    @property
    def saw(self) -> bool:
        """Whether the number moved."""
        return abs(self.after_cm - self.before_cm) > SMALLEST_CM


def scanned(chair_name: str, spot: BlindSpot, poses: Poses) -> float:
    """What a scanner with a blind spot reads off an assembly, in cm."""
    return _box(chair_name, spot).measure(_outputs(poses)).distance_cm


def true_cm(chair: Chair, poses: Poses) -> float:
    """How far off an assembly really is."""
    return ChairBox(chair).measure(_outputs(poses)).distance_cm


@cache
def would_see(chair_name: str, spot: BlindSpot, probe: Probe) -> bool:
    """Whether a scanner with a blind spot sees a probe, from a chair that stands as it should."""
    return scanned(chair_name, spot, probe.applied_to(_standing(chair_name))) > SMALLEST_CM


def left_by(chair_name: str, scans: Iterable[Scan], spots: Iterable[BlindSpot] = BlindSpot) -> tuple[BlindSpot, ...]:
    """The blind spots that would have said what was said."""
    said = tuple(scans)
    return tuple(spot for spot in spots if all(would_see(chair_name, spot, scan.probe) == scan.saw for scan in said))


def best_probe(chair_name: str, spots: Sequence[BlindSpot]) -> Probe:
    """One that tells as many of them as possible from as many others."""
    probes = (Probe(part, way) for part in range(len(_standing(chair_name))) for way in ALL_WAYS)
    return min(probes, key=lambda probe: abs(2 * seen_by_how_many(chair_name, spots, probe) - len(spots)))


def asked_until_sure(chair_name: str, spot: BlindSpot, asks: Asks) -> int:
    """How many questions somebody asks of a scanner until one answer is left."""
    left, count = tuple(BlindSpot), 0
    while len(left) > 1 and count < MOST_QUESTIONS:
        probe, count = asks(left), count + 1
        is_seen = would_see(chair_name, spot, probe)
        left = tuple(other for other in left if would_see(chair_name, other, probe) == is_seen)
    return count


def seen_by_how_many(chair_name: str, spots: Sequence[BlindSpot], probe: Probe) -> int:
    """Of some blind spots, how many see a probe."""
    return sum(would_see(chair_name, spot, probe) for spot in spots)


@cache
def _standing(chair_name: str) -> Poses:
    return ideal_poses(load_chair(chair_name))


@cache
def _box(chair_name: str, spot: BlindSpot) -> BlindBox:
    return BlindBox(load_chair(chair_name), spot).reusing()


def _outputs(poses: Poses) -> FloatArray:
    return np.hstack([poses.centres / UNIT_CM, poses.quaternions])
