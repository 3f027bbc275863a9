"""The black box as a solid thing: closed and locked, or with its lid open and what it hid inside. Knows no level."""

from collections.abc import Sequence
from math import cos, radians, sin

from chairgame.chair.parts import Part, Vector
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.table import table_scene

WALL_CM, ROOM_CM, LEAST_CM = 4.0, 6.0, 40.0
LID_CM = 9.0
OPEN_DEGREES = 105.0
RIM_CM = 9.0  # of an open box: its content is to be seen
CLOSED_CM = (84.0, 60.0, 46.0)  # width, depth, height of one that tells nothing of its content
BLACK, STEEL = "black", "steel"


def closed_chest() -> Scene:
    """Locked: nothing of what is inside can be told from its size."""
    _width, depth, height = CLOSED_CM
    return table_scene((*_body(CLOSED_CM), _lid(CLOSED_CM, 0.0), _lock((0.0, -depth / 2, height - 2.0))))


def open_chest(things: Sequence[Part]) -> Scene:
    """The lid is up, and the things stand in it, as they stand there."""
    low, high = _corners(things)
    size = (
        max(LEAST_CM, high[0] - low[0]) + 2 * (WALL_CM + ROOM_CM),
        max(LEAST_CM, high[1] - low[1]) + 2 * (WALL_CM + ROOM_CM),
        RIM_CM,
    )
    x, y = (low[0] + high[0]) / 2, (low[1] + high[1]) / 2
    inside = [_moved(part, (-x, -y, WALL_CM)) for part in things]
    return table_scene((*_body(size), _lid(size, OPEN_DEGREES), *inside))


def _body(size: Vector) -> tuple[Part, ...]:
    """Four walls and a floor."""
    width, depth, height = size
    side, front = (width - WALL_CM) / 2, (depth - WALL_CM) / 2
    return (
        _part((width, depth, WALL_CM), (0.0, 0.0, WALL_CM / 2)),
        *(_part((WALL_CM, depth, height), (x, 0.0, height / 2)) for x in (-side, side)),
        *(_part((width, WALL_CM, height), (0.0, y, height / 2)) for y in (-front, front)),
    )


def _lid(size: Vector, degrees: float) -> Part:
    """Hinged at the upper edge of the back wall."""
    width, depth, height = size
    turn = radians(degrees)
    forward, up = depth / 2, LID_CM / 2
    y = depth / 2 - forward * cos(turn) + up * sin(turn)
    z = height + forward * sin(turn) + up * cos(turn)
    return _part((width + 2.0, depth + 2.0, LID_CM), (0.0, y, z), (-degrees, 0.0, 0.0))


def _lock(at: Vector) -> Part:
    x, y, z = at
    return _part((10.0, 3.0, 12.0), (x, y - 2.0, z), material=STEEL)


def _part(size: Vector, at: Vector, turn: Vector = (0.0, 0.0, 0.0), material: str = BLACK) -> Part:
    return Part("box", "box", "box", size, at, turn, material)


def _moved(part: Part, by: Vector) -> Part:
    x, y, z = (a + b for a, b in zip(part.at, by, strict=True))
    return Part(part.label, part.kind, part.shape, part.size, (x, y, z), part.turn, part.material)


def _corners(parts: Sequence[Part]) -> tuple[Vector, Vector]:
    """The lowest and the highest corner of unturned parts."""
    low = tuple(min(part.at[axis] - part.size[axis] / 2 for part in parts) for axis in range(3))
    high = tuple(max(part.at[axis] + part.size[axis] / 2 for part in parts) for axis in range(3))
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])
