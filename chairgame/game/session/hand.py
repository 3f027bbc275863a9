"""One part held by the player. It changes the assembly and never the brain."""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.encoding import UNIT_CM
from chairgame.chair.parts import FloatArray
from chairgame.chair.poses import Poses


@dataclass(frozen=True, eq=False)
class Hand:
    """The index of the part held, its centre in cm, shape (3,), and its unit quaternion, shape (4,)."""

    part: int
    centre: FloatArray
    quaternion: FloatArray

    @classmethod
    def around(cls, part: int, poses: Poses) -> "Hand":
        """Take a part where it is."""
        return cls(part, poses.centres[part], poses.quaternions[part])

    def moved(self, dx: float, dy: float, dz: float) -> "Hand":
        """The part moved by so many cm."""
        return replace(self, centre=self.centre + np.array([dx, dy, dz]))

    def has_moved(self, poses: Poses) -> bool:
        """Whether the part is held elsewhere than an assembly has it."""
        here = Hand.around(self.part, poses)
        return not (np.array_equal(self.centre, here.centre) and np.array_equal(self.quaternion, here.quaternion))

    def put_at(self, poses: Poses) -> "Hand":
        """The part where an assembly has it."""
        return Hand.around(self.part, poses)

    def applied_to(self, poses: Poses) -> Poses:
        """The assembly with the held part where the hand has it."""
        centres, quaternions = poses.centres.copy(), poses.quaternions.copy()
        centres[self.part], quaternions[self.part] = self.centre, self.quaternion
        return Poses(centres, quaternions)

    def outputs(self, outputs: FloatArray) -> FloatArray:
        """What a network would have had to say to put the held part there, shape (N, 7)."""
        held = outputs.copy()
        held[self.part] = [*(self.centre / UNIT_CM), *self.quaternion]
        return held
