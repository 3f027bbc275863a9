"""Where to stand so that the chair and the heap beside it are in the picture. Knows no screen."""

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, standing_box
from chairgame.graphics.picture.camera import Camera, camera_framing

HEAP_SHARE = 0.65  # the heap lies in front, where the picture is widest
SMALL_ROOM = 1.12
ROOM = 1.2  # the heap lies beside the chair, and monsters are larger than chairs: a view that fits them
LEAST_RADIUS_CM, LEAST_CHAIR_CM = 45.0, 30.0


def workshop_camera(chair: Chair, pile: Poses) -> Camera:
    """A camera that fits the chair and the heap beside it; the same for every rebuild, so that only parts move."""
    heap = np.hypot(pile.centres[:, 0], pile.centres[:, 1])
    return _camera(chair, max(LEAST_RADIUS_CM, HEAP_SHARE * float(heap.max()))).zoomed(ROOM)


def chair_camera(chair: Chair) -> Camera:
    """A camera for small pictures: the chair, and a monster not much larger, without the room for the heap."""
    return _camera(chair, LEAST_CHAIR_CM).zoomed(SMALL_ROOM)


def _camera(chair: Chair, least_radius: float) -> Camera:
    low, high = standing_box(chair)
    radius = float(np.hypot(max(abs(low[0]), high[0]), max(abs(low[1]), high[1])))
    return camera_framing(max(radius, least_radius), float(high[2]))
