"""The floor and the notebook of a recipe: parts on a coarse grid, with a plumb line and its foot, so that depth reads.

Knows no level: cells, poses and written distances come in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.chair.sculpture import CELL_CM, COLUMNS, ROWS, place_of
from chairgame.game.session.beats import Moment, Phase
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.camera import Camera, camera_framing
from chairgame.graphics.picture.scene import Arrows, Scene
from chairgame.graphics.picture.staging import assembled_at
from chairgame.terminal.depth import GlyphSet

SELECTED_GLOW, SCAN_GLOW = 0.35, 0.8
TILE_CM, TILE_HEIGHT_CM = 0.96 * CELL_CM, 0.3
FOOT_HEIGHT_CM = 0.7  # of what lies below a part, as seen from right above: the only shadow that tells where it stands
TILE, CHOSEN = "grey", "white"
EDGE = 0.85  # cells from the middle of the board's last cells to the letters and numbers that name them
BOARD_RADIUS_CM, BOARD_HEIGHT_CM = (
    62.0,
    62.0,
)  # what the picture must fit; corners and the top storey may touch its edge
BIG_ROWS = 4  # what the latest number takes in large digits, and a row of air
LETTERS = "abcde"  # of the columns

Cell = tuple[int, int, int]


def recipe_camera() -> Camera:
    """A view from the front right and from above, so that rows and columns of the board can be counted."""
    return replace(camera_framing(BOARD_RADIUS_CM, BOARD_HEIGHT_CM), azimuth=0.22, elevation=0.6)


def recipe_scene(
    chair: Chair, recipe: Sequence[Cell], pile: Poses, moment: Moment, *, is_built: bool, selected: int
) -> Scene:
    """The board; on it the parts on their way or in their cells, below each its footprint, and a plumb line.

    What is built is solid. What is planned is pale, but for the selected part, which also has the plumb line.
    """
    count = len(chair.parts)
    still = np.tile([1.0, 0.0, 0.0, 0.0], (count, 1))
    plan = Poses(np.array([place_of(*cell) for cell in recipe]), still)
    poses = assembled_at(pile, plan, moment) if is_built else plan
    tiles, feet = _board(), _footprints(chair, recipe, selected)
    extra = len(tiles[0]) + count
    glow, ghost = np.zeros(count + extra), np.zeros(count + extra, bool)
    if is_built:
        glow[:count] = SCAN_GLOW if moment.phase is Phase.MEASURE else 0.0
    else:
        glow[selected] = SELECTED_GLOW
        ghost[:count] = np.arange(count) != selected
    return Scene(
        shapes=tuple(part.shape for part in chair.parts) + ("box",) * extra,
        sizes=np.vstack([chair.sizes, np.tile((TILE_CM, TILE_CM, TILE_HEIGHT_CM), (len(tiles[0]), 1)), feet[1]]),
        centres=np.vstack([poses.centres, tiles[0], feet[0]]),
        rotations=np.concatenate([rotation_matrices(poses.quaternions), np.tile(np.eye(3), (extra, 1, 1))]),
        materials=tuple(part.material for part in chair.parts) + tiles[1] + feet[2],
        glow=glow,
        ghost=ghost,
        arrows=None if is_built else _plumb_line(chair, recipe[selected], selected),
    )


def _board() -> tuple[FloatArray, tuple[str, ...]]:
    """A chessboard's tiles: centres, shape (13, 3), and materials. Every second cell is bare floor, so that the board
    reads where there are no colours, and shadows fall on it."""
    squares = [(column, row) for column, row in product(range(COLUMNS), range(ROWS)) if (column + row) % 2 == 0]
    centres = np.array([[*place_of(column, row, 0)[:2], TILE_HEIGHT_CM / 2] for column, row in squares])
    return centres, (TILE,) * len(squares)


def _footprints(chair: Chair, recipe: Sequence[Cell], selected: int) -> tuple[FloatArray, FloatArray, tuple[str, ...]]:
    """What lies right below each part: centres and sizes, shape (N, 3), and materials. The selected part's fills its
    cell; those of others lie a little deeper."""
    centres = np.array([[*place_of(*cell)[:2], FOOT_HEIGHT_CM / 2] for cell in recipe])
    sizes = np.column_stack([np.minimum(chair.sizes[:, :2], TILE_CM), np.full(len(recipe), 0.8 * FOOT_HEIGHT_CM)])
    sizes[selected] = (TILE_CM, TILE_CM, FOOT_HEIGHT_CM)
    return centres, sizes, tuple(CHOSEN if i == selected else part.material for i, part in enumerate(chair.parts))


def _plumb_line(chair: Chair, cell: Cell, selected: int) -> Arrows | None:
    """From below the part to the floor, if there is air between."""
    x, y, z = place_of(*cell)
    bottom = z - float(chair.sizes[selected, 2]) / 2
    if cell[2] == 0:
        return None
    return Arrows(np.array([[x, y, bottom]]), np.array([[x, y, FOOT_HEIGHT_CM]]))


def put_board_names(cells: Cells, camera: Camera, is_hidden: Callable[[int, int], bool], theme: Theme) -> None:
    """Write the columns' letters along the board's front and the rows' numbers along its left side into a picture.

    `is_hidden` tells of a row and a column of cells whether a part stands there.
    """
    view = camera.projection(cells.width * CELL_COLUMNS, cells.height * CELL_ROWS)
    for text, column, row in _board_names():
        x, y, inverse = view.to_screen(np.array([CELL_CM * column, CELL_CM * row, 0.0]))
        place = int(y // CELL_ROWS), int(x // CELL_COLUMNS)
        if inverse > 0 and not is_hidden(*place):
            cells.put(*place, text, theme.bright, attributes=BOLD)


def _board_names() -> list[tuple[str, float, float]]:
    """Letters and numbers with their places, in cells from the middle of the board."""
    across, deep = (COLUMNS - 1) / 2, (ROWS - 1) / 2
    letters = [(LETTERS[column], column - across, -deep - EDGE) for column in range(COLUMNS)]
    return letters + [(str(row + 1), -across - EDGE, row - deep) for row in range(ROWS)]


def cell_name(cell: Cell) -> str:
    """`c3 1`: the column's letter, the row counted from the front, the storey counted from the floor."""
    column, row, storey = cell
    return f"{LETTERS[column]}{row + 1} {storey}"


@dataclass(frozen=True)
class NotebookLine:
    """A scan as it is written down: its number, its recipe, its distance in the reader's digits, and its rank."""

    number: int
    recipe: tuple[Cell, ...]
    distance: str
    is_best: bool


def notebook_board(
    height: int,
    width: int,
    labels: Sequence[str],
    recipe: Sequence[Cell],
    selected: int,
    scans: Sequence[NotebookLine],
    headings: tuple[str, str],
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """The plan, a line for each part; below it the scans, the best marked; the latest distance in large digits."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(0, 0, fitted(headings[0], width, glyphs), theme.dim, attributes=quiet(theme))
    for index, (label, cell) in enumerate(zip(labels, recipe, strict=True)):
        chosen = index == selected
        room = max(0, width - 8)  # a mark, a number, blanks and the cell
        text = f"{'▸' if chosen else ' '}{index + 1} {label[:room]:<{room}} {cell_name(cell)}"
        colour = theme.focus if chosen else theme.text
        cells.put(1 + index, 0, fitted(text, width, glyphs), colour, attributes=BOLD * chosen)
    top = len(recipe) + 2
    cells.put(top - 1, 0, fitted(headings[1], width, glyphs), theme.dim, attributes=quiet(theme))
    lines = shown_scans(scans, height - top)
    for row, line in enumerate(lines, start=top):
        _put_scan(cells, row, line, line is scans[-1], theme, glyphs)
    if scans and height >= top + len(lines) + BIG_ROWS:
        big = big_text(scans[-1].distance, theme.measure, theme, glyphs)
        cells.blit(big, height - 3, 0)
        cells.put(height - 1, min(width - 2, big.width + 1), "cm", theme.measure)
    return cells


def shown_scans(scans: Sequence[NotebookLine], rows: int) -> list[NotebookLine]:
    """The latest scans, as many as there are rows; the best of all is always among them, on top if it is older."""
    latest = list(scans[max(0, len(scans) - rows) :]) if rows > 0 else []
    best = next((line for line in scans if line.is_best), None)
    if best is None or best in latest or not latest:
        return latest
    return [best, *latest[1:]] if rows > 1 else latest


def _put_scan(cells: Cells, row: int, line: NotebookLine, is_latest: bool, theme: Theme, glyphs: GlyphSet) -> None:
    """` 7 c31 d40 b22  31.6★`."""
    text = f"{line.number:>2} " + " ".join(cell_name(cell).replace(" ", "") for cell in line.recipe)
    distance = f"{line.distance:>5}{'★' if line.is_best else ' '}"
    text = f"{text:<{max(0, cells.width - len(distance))}}{distance}"
    attributes = BOLD * line.is_best | (REVERSE if is_latest and not line.is_best else 0)
    colour = theme.good if line.is_best else theme.text
    cells.put(row, 0, fitted(text, cells.width, glyphs), colour, attributes=attributes)
