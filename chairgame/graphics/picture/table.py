"""Parts standing still: what somebody arranges on the table, or the box's content once it is open.

A picture of parts where they are, with the selected one lit. Knows no loop and no session.
"""

from collections.abc import Sequence

import numpy as np

from chairgame.chair.parts import Part
from chairgame.chair.poses import quaternions_of_turns, rotation_matrices
from chairgame.graphics.picture.scene import Arrows, FloatArray, Scene

SELECTED_GLOW = 0.45
PLUMB_CM = 12.0  # a part whose centre is lower needs no line to the floor


def table_scene(parts: Sequence[Part], selected: int | None = None, *, plumb: bool = False) -> Scene:
    """The parts as they are; with `plumb` a line from the selected one straight down to the floor."""
    count = len(parts)
    glow = np.zeros(count)
    if selected is not None and selected < count:
        glow[selected] = SELECTED_GLOW
    centres = np.array([part.at for part in parts], float).reshape(count, 3)
    turns = np.array([part.turn for part in parts], float).reshape(count, 3)
    return Scene(
        shapes=tuple(part.shape for part in parts),
        sizes=np.array([part.size for part in parts], float).reshape(count, 3),
        centres=centres,
        rotations=rotation_matrices(quaternions_of_turns(turns)),
        materials=tuple(part.material for part in parts),
        glow=glow,
        arrows=_plumb_line(centres, selected) if plumb else None,
    )


def _plumb_line(centres: FloatArray, selected: int | None) -> Arrows | None:
    if selected is None or selected >= len(centres) or centres[selected, 2] < PLUMB_CM:
        return None
    foot = centres[selected] * [1, 1, 0]
    return Arrows(centres[selected][None], foot[None])
