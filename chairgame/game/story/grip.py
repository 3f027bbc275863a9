"""A part in a level's hand, as its moves tell it: which one, how far it was carried, whether it was put right."""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.poses import Poses
from chairgame.game.session.hand import Held
from chairgame.game.story.course import Course
from chairgame.game.story.play import IllegalMoveError

NEARLY_CM = 2.0  # a part carried so near to its place by hand counts as put right
FARTHEST_CARRY = 500  # cm


@dataclass(frozen=True)
class Grip:
    """The part held, or None; carried by so many whole cm along x, y and z, or put where it belongs."""

    course: Course
    part: int | None = None
    carried: tuple[int, int, int] = (0, 0, 0)
    is_put_right: bool = False

    def hand(self, poses: Poses) -> Held | None:
        """The hand on a rebuild."""
        if self.part is None:
            return None
        hand = Held.around(self.part, poses)
        return hand.put_at(self._ideal()) if self.is_put_right else hand.moved(*map(float, self.carried))

    def is_right(self, poses: Poses) -> bool:
        """Whether the part in hand is where it belongs, however it came there."""
        hand = self.hand(poses)
        if hand is None or self.part is None:
            return False
        return float(np.linalg.norm(hand.centre - self._ideal().centres[self.part])) < NEARLY_CM

    def carried_by(self, x: int, y: int, z: int) -> "Grip":
        """Moved on. Raises IllegalMoveError where nothing is held, and beyond the workshop's walls."""
        self._must_hold()
        moved = (self.carried[0] + x, self.carried[1] + y, self.carried[2] + z)
        if max(map(abs, moved)) > FARTHEST_CARRY:
            raise IllegalMoveError("out of the workshop")
        return replace(self, carried=moved, is_put_right=False)

    def put_right(self) -> "Grip":
        """Where it belongs. Raises IllegalMoveError where nothing is held."""
        self._must_hold()
        return replace(self, is_put_right=True)

    def _must_hold(self) -> None:
        if self.part is None:
            raise IllegalMoveError("nothing is held")

    def _ideal(self) -> Poses:
        return self.course.history(0).task.chair_box.reveal()
