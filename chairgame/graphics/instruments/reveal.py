"""What a player built and what the box hid, side by side on two turntables, the parts that differ joined by dots.

Knows no level and no words: assemblies come in as poses, and what is written at a line as text.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.recipe import with_boxes
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera, from_all_sides
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import still_of
from chairgame.terminal.depth import GlyphSet

ELEVATION = 0.42
AISLE_CM = 12.0  # between the two turntables
TABLE_CM, TABLE, POLE, POLE_CM, LOWEST_POLE_CM = 1.6, "black", "steel", 1.4, 4.0


def turntables(chair: Chair, assemblies: Sequence[Poses], turn: float, grown: float = 1.0) -> Scene:
    """The assemblies from left to right, each turned by so many radians about its own middle; the last one is `grown`
    from nothing (0) to its size (1). The first of the scene's parts are the chair's, once for each assembly."""
    middles, radius = _room(chair, assemblies)
    sizes, centres, turns, boxes, materials = [], [], [], [], []
    for number, poses in enumerate(assemblies):
        size = grown if number == len(assemblies) - 1 and number else 1.0
        x = (number - (len(assemblies) - 1) / 2) * (2 * radius + AISLE_CM)
        rotation = _about_z(turn)
        places = size * (poses.centres - middles[number]) @ rotation.T + [x, 0, 0]
        centres.append(places)
        sizes.append(size * chair.sizes)
        turns.append(rotation @ rotation_matrices(poses.quaternions))
        boxes.append((x, 0, -TABLE_CM / 2, 2 * radius * 0.7, 2 * radius * 0.7, TABLE_CM))
        materials.append(TABLE)
        bottoms = places[:, 2] - size * chair.sizes[:, 2] / 2
        for (px, py, _z), bottom in zip(places, bottoms, strict=True):
            if bottom > LOWEST_POLE_CM:
                boxes.append((px, py, bottom / 2, POLE_CM, POLE_CM, bottom))
                materials.append(POLE)
    count = len(assemblies)
    scene = Scene(
        shapes=tuple(part.shape for part in chair.parts) * count,
        sizes=np.vstack(sizes),
        centres=np.vstack(centres),
        rotations=np.concatenate(turns),
        materials=tuple(part.material for part in chair.parts) * count,
        glow=np.zeros(count * len(chair.parts)),
    )
    solids = np.array(boxes)
    return with_boxes(scene, solids[:, :3], solids[:, 3:], tuple(materials))


def _room(chair: Chair, assemblies: Sequence[Poses]) -> tuple[list[FloatArray], float]:
    """The middle of each assembly on the floor, shape (3,), and a radius in which all of them turn."""
    corners = [corners_of(still_of(chair, poses)) for poses in assemblies]
    middles = [np.append((points.min(axis=0) + points.max(axis=0))[:2] / 2, 0.0) for points in corners]
    ways = [points[:, :2] - middle[:2] for points, middle in zip(corners, middles, strict=True)]
    return middles, max(float(np.hypot(*way.T).max()) for way in ways)


def _about_z(turn: float) -> FloatArray:
    sine, cosine = np.sin(turn), np.cos(turn)
    return np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])


def turntables_camera(chair: Chair, assemblies: Sequence[Poses], columns: int, rows: int) -> Camera:
    """From the front; into it they fit whichever way they are turned."""
    middles, radius = _room(chair, assemblies)
    points = []
    for number, (poses, middle) in enumerate(zip(assemblies, middles, strict=True)):
        x = (number - (len(assemblies) - 1) / 2) * (2 * radius + AISLE_CM)
        points.append(from_all_sides(corners_of(still_of(chair, poses)) - middle) + np.array([x, 0, 0]))
    return fitted_camera(np.vstack(points), columns, rows, 0.0, ELEVATION)


def put_gaps(
    cells: Cells, camera: Camera, scene: Scene, parts: int, notes: Mapping[int, str], theme: Theme, glyphs: GlyphSet
) -> None:
    """Dots from each part in `notes` to the same part of the other assembly, with its note, if any, in the middle."""
    view = camera.projection(cells.width * CELL_COLUMNS, cells.height * CELL_ROWS)
    x, y, inverse = view.to_screen(scene.centres[: 2 * parts])
    for part, note in notes.items():
        here, there = ((y[end] / CELL_ROWS, x[end] / CELL_COLUMNS) for end in (part, part + parts))
        if min(inverse[part], inverse[part + parts]) > 0:
            _put_dots(cells, here, there, note, theme, glyphs)


def _put_dots(
    cells: Cells, start: tuple[float, float], end: tuple[float, float], note: str, theme: Theme, glyphs: GlyphSet
) -> None:
    """Every second cell of the way, between the two letters."""
    steps = max(2, int(max(abs(end[1] - start[1]), abs(end[0] - start[0]))) // 2)
    places = []
    for share in np.linspace(0, 1, steps + 1):
        row, column = (int(a + (b - a) * share) for a, b in zip(start, end, strict=True))
        places.append((row, column))
    dot = "." if glyphs is GlyphSet.ASCII else "•"
    for row, column in places[1:-1]:
        cells.put(row, column, dot, theme.warning, attributes=BOLD)
    row, column = places[len(places) // 2]
    text = fitted(note, cells.width, glyphs)
    cells.put(row, column - len(text) // 2, text, theme.bright, attributes=BOLD)
