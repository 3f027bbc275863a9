"""How high the feet of an assembly end: what somebody who sits down asks about, and what no scanner says."""

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.naming.defects import LEGS
from chairgame.game.sitting.solids import Solids


def legs_of(chair: Chair) -> tuple[int, ...]:
    """The parts whose feet are looked at."""
    return tuple(i for i, part in enumerate(chair.parts) if part.kind in LEGS)


def feet_of(chair: Chair, poses: Poses) -> tuple[tuple[str, float], ...]:
    """Each leg's label, and how many cm above the lowest part it ends; nothing of smoke."""
    lowest = Solids.of(chair, poses).lowest
    if not np.isfinite(lowest).all():
        return ()
    return tuple((chair.labels[leg], float(lowest[leg] - lowest.min())) for leg in legs_of(chair))
