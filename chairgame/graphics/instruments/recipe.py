"""The last build of a recipe on its board, and the heap: all 25 tiles, a pole and a footprint for whatever hangs.

Knows no level: cells, poses and points come in.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.chair.sculpture import CELL_CM, COLUMNS, ROWS, STOREYS, place_of
from chairgame.game.session.beats import Moment, Phase
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import depth_of
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera
from chairgame.graphics.picture.materials import flat_colour
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import assembled_at, still_of
from chairgame.terminal.depth import ColourDepth

Cell = tuple[int, int, int]

SELECTED_GLOW, SCAN_GLOW = 0.3, 0.8
TILE_CM, TILE_HEIGHT_CM = 0.96 * CELL_CM, 0.8
FOOTPRINT_CM, FOOTPRINT_HEIGHT_CM = 16.0, 0.7
POLE_CM = 1.6
LIGHT_TILE, DARK_TILE, POLE = "grey", "black", "steel"
AZIMUTH, ELEVATION, LOW_ELEVATION = 0.16, 0.66, 0.5
TALL = 1.1  # as high as wide, in samples: from there one may stand lower
INK = 0x10121A  # of a letter on a part


def recipe_scene(
    chair: Chair, recipe: Sequence[Cell], pile: Poses, moment: Moment, *, selected: int | None = None
) -> Scene:
    """The board, and on it the parts in their cells, or on their way from the heap; the scanner lights one after the
    other, and the selected one has a light of its own."""
    plan = Poses(np.array([place_of(*cell) for cell in recipe]), np.tile([1.0, 0, 0, 0], (len(recipe), 1)))
    poses = assembled_at(pile, plan, moment)
    flies = moment.phase is Phase.BUILD and moment.progress < 1
    solids = [_tiles(), *([] if flies else [_supports(chair, recipe)])]
    parts = Scene(
        shapes=tuple(part.shape for part in chair.parts),
        sizes=chair.sizes,
        centres=poses.centres,
        rotations=rotation_matrices(poses.quaternions),
        materials=tuple(part.material for part in chair.parts),
        glow=_glow(len(recipe), moment, selected),
    )
    for centres, sizes, materials in solids:
        parts = with_boxes(parts, centres, sizes, materials)
    return parts


def _glow(count: int, moment: Moment, selected: int | None) -> FloatArray:
    glow = np.zeros(count)
    if moment.phase is Phase.MEASURE and moment.progress < 1:
        glow[min(int(moment.progress * count), count - 1)] = SCAN_GLOW
    elif moment.phase is None and selected is not None:
        glow[selected] = SELECTED_GLOW
    return glow


def with_boxes(scene: Scene, centres: FloatArray, sizes: FloatArray, materials: tuple[str, ...]) -> Scene:
    """The scene with upright boxes behind its parts, of centres and sizes in cm, shape (K, 3)."""
    count = len(materials)
    return Scene(
        shapes=scene.shapes + ("box",) * count,
        sizes=np.vstack([scene.sizes, sizes.reshape(count, 3)]),
        centres=np.vstack([scene.centres, centres.reshape(count, 3)]),
        rotations=np.concatenate([scene.rotations, np.tile(np.eye(3), (count, 1, 1))]),
        materials=scene.materials + materials,
        glow=np.append(scene.glow, np.zeros(count)),
    )


def _tiles() -> tuple[FloatArray, FloatArray, tuple[str, ...]]:
    """A chessboard of all tiles, whose top is the floor."""
    squares = list(product(range(COLUMNS), range(ROWS)))
    centres = np.array([[*place_of(column, row, 0)[:2], -TILE_HEIGHT_CM / 2] for column, row in squares])
    sizes = np.tile((TILE_CM, TILE_CM, TILE_HEIGHT_CM), (len(squares), 1))
    return centres, sizes, tuple(DARK_TILE if (column + row) % 2 else LIGHT_TILE for column, row in squares)


def _supports(chair: Chair, recipe: Sequence[Cell]) -> tuple[FloatArray, FloatArray, tuple[str, ...]]:
    """For each part that hangs a footprint on its tile and a pole up to it: centres, sizes, materials."""
    centres, sizes, materials = [], [], []
    for part, cell in zip(chair.parts, recipe, strict=True):
        x, y, z = place_of(*cell)
        bottom = z - part.size[2] / 2
        if cell[2]:
            centres += [(x, y, FOOTPRINT_HEIGHT_CM / 2), (x, y, bottom / 2)]
            sizes += [(FOOTPRINT_CM, FOOTPRINT_CM, FOOTPRINT_HEIGHT_CM), (POLE_CM, POLE_CM, bottom)]
            materials += [part.material, POLE]
    return np.array(centres).reshape(-1, 3), np.array(sizes).reshape(-1, 3), tuple(materials)


def recipe_camera(chair: Chair, pile: Poses, columns: int, rows: int) -> Camera:
    """A view from the front and from above into which the whole board fits, with whatever may stand on it, and the
    heap from which it is built."""
    x, y, z = CELL_CM * COLUMNS / 2, CELL_CM * ROWS / 2, CELL_CM * STOREYS
    board = np.array(list(product((-x, x), (-y, y), (-TILE_HEIGHT_CM, z))))
    is_tall = rows * CELL_ROWS > TALL * columns * CELL_COLUMNS
    points = np.vstack([board, corners_of(still_of(chair, pile))])
    return fitted_camera(points, columns, rows, AZIMUTH, LOW_ELEVATION if is_tall else ELEVATION)


def put_part_letters(cells: Cells, camera: Camera, scene: Scene, letters: Sequence[str], theme: Theme) -> None:
    """Write each part's letter on it, where its middle is; the parts are the scene's first."""
    view = camera.projection(cells.width * CELL_COLUMNS, cells.height * CELL_ROWS)
    x, y, inverse = view.to_screen(scene.centres[: len(letters)])
    places: dict[tuple[int, int], list[int]] = {}
    for part in np.argsort(inverse):  # the nearest comes last
        if inverse[part] > 0:
            places.setdefault((int(y[part] // CELL_ROWS), int(x[part] // CELL_COLUMNS)), []).append(int(part))
    for place, parts in places.items():
        put_letter(cells, *place, "".join(letters[part] for part in parts), scene.materials[parts[-1]], theme)


def put_letter(cells: Cells, row: int, column: int, text: str, material: str, theme: Theme) -> None:
    """A part's letter in its colour; reversed where there are none."""
    if depth_of(theme) is ColourDepth.NONE:
        cells.put(row, column, text, attributes=BOLD | REVERSE)
    else:
        cells.put(row, column, text, ink_on(theme), flat_colour(material, theme), BOLD)


def ink_on(theme: Theme) -> int:
    """The colour of a letter on a part's colour."""
    return INK if depth_of(theme) is ColourDepth.TRUECOLOR else theme.background
