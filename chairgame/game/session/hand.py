"""The player's hand: the part pointed at, and the part held. It changes the assembly and never the brain."""

from dataclasses import dataclass, replace

import numpy as np

from chairgame.blackbox.chairbox import ChairMeasurement
from chairgame.chair.encoding import UNIT_CM
from chairgame.chair.parts import FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.session.workshop import Workshop

STEP_CM = 2.0  # by a key


@dataclass(frozen=True, eq=False)
class Held:
    """The index of the part held, its centre in cm, shape (3,), and its unit quaternion, shape (4,)."""

    part: int
    centre: FloatArray
    quaternion: FloatArray

    @classmethod
    def around(cls, part: int, poses: Poses) -> "Held":
        """Take a part where it is."""
        return cls(part, poses.centres[part], poses.quaternions[part])

    def moved(self, dx: float, dy: float, dz: float) -> "Held":
        """The part moved by so many cm."""
        return replace(self, centre=self.centre + np.array([dx, dy, dz]))

    def has_moved(self, poses: Poses) -> bool:
        """Whether the part is held elsewhere than an assembly has it."""
        here = Held.around(self.part, poses)
        return not (np.array_equal(self.centre, here.centre) and np.array_equal(self.quaternion, here.quaternion))

    def put_at(self, poses: Poses) -> "Held":
        """The part where an assembly has it."""
        return Held.around(self.part, poses)

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


class Hand:
    """Points at a part of the rebuild shown, and may hold one."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._selected: int | None = None
        self._held: Held | None = None

    @property
    def selected(self) -> int | None:
        """The part pointed at."""
        return self._selected

    @property
    def held(self) -> Held | None:
        """The part in hand."""
        return self._held

    @property
    def has_moved(self) -> bool:
        """Whether the part in hand is elsewhere than the brain put it."""
        return self._held is not None and self._held.has_moved(self._workshop.rebuild.poses)

    @property
    def assembly(self) -> Poses:
        """Where the parts are once built: where the brain put them, but for the one in hand."""
        poses = self._workshop.rebuild.poses
        return self._held.applied_to(poses) if self._held else poses

    @property
    def measurement(self) -> ChairMeasurement:
        """What the scanner reads, with the part in hand where it is held."""
        rebuild, history = self._workshop.rebuild, self._workshop.history
        if self._held is None:
            return rebuild.measurement
        loss = history.settings_at(rebuild.epoch).loss
        return history.task.chair_box.measure(self._held.outputs(rebuild.outputs), loss)

    def select(self, part: int | None) -> None:
        """Point at a part; while one is held, at that one."""
        if self._held is None:
            self._selected = part

    def take(self, part: int) -> None:
        """Hold a part where the brain put it."""
        self._selected, self._held = part, Held.around(part, self._workshop.rebuild.poses)

    def hold(self, held: Held | None, selected: int | None) -> None:
        """Follow another hand, that of a play."""
        self._selected, self._held = selected, held

    def move(self, dx: float, dy: float, dz: float) -> None:
        """Move the part in hand by so many cm."""
        if self._held:
            self._held = self._held.moved(dx, dy, dz)

    def reach(self, steps: int) -> None:
        """Move the part in hand by so many steps towards the back."""
        self.move(0.0, STEP_CM * steps, 0.0)

    def put_at(self, poses: Poses) -> None:
        """Put the part in hand where an assembly has it."""
        if self._held:
            self._held = self._held.put_at(poses)

    def let_go(self) -> int | None:
        """Hold nothing; the part that was held."""
        held, self._held = self._held, None
        return None if held is None else held.part

    def forget(self) -> None:
        """The parts are others than before: hold nothing, point at nothing."""
        self._held = self._selected = None
