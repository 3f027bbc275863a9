"""The floor and the notebook of a recipe: parts on a coarse grid, with a plumb line and its foot, so that depth reads.

What is planned is pale, what is built is solid. Knows no level: cells and distances come in.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.chair.sculpture import COLUMNS, ROWS, place_of
from chairgame.game.beats import Moment, Phase
from chairgame.graphics.cells import BOLD, REVERSE, Cells
from chairgame.graphics.digits import big_text
from chairgame.graphics.emphasis import quiet
from chairgame.graphics.lettering import fitted
from chairgame.graphics.scene import Arrows, Scene
from chairgame.graphics.staging import assembled_at
from chairgame.graphics.theme import Theme
from chairgame.terminal.depth import GlyphSet

SELECTED_GLOW, SCAN_GLOW = 0.35, 0.8
DOT, FOOT = (3.0, 3.0, 0.4), (9.0, 9.0, 0.6)  # cm: a cell of the grid, and the one below the selected part
BIG_ROWS = 14  # from which the latest number stands in large digits

Cell = tuple[int, int, int]


def recipe_scene(
    chair: Chair, recipe: Sequence[Cell], pile: Poses, moment: Moment, *, is_built: bool, selected: int
) -> Scene:
    """The parts on their way or in their cells, the grid on the floor, the selected part's plumb line."""
    count = len(chair.parts)
    still = np.tile([1.0, 0.0, 0.0, 0.0], (count, 1))
    plan = Poses(np.array([place_of(*cell) for cell in recipe]), still)
    poses = assembled_at(pile, plan, moment) if is_built else plan
    grid = np.array([[*place_of(column, row, 0)[:2], 0.2] for column, row in product(range(COLUMNS), range(ROWS))])
    foot = np.array([[*place_of(*recipe[selected])[:2], 0.4]])
    extra = len(grid) + 1
    glow = np.zeros(count + extra)
    glow[:count] = SCAN_GLOW if moment.phase is Phase.MEASURE else 0.0
    is_at_rest = moment.phase is None
    if is_at_rest:
        glow[selected] = SELECTED_GLOW
    top = plan.centres[selected]
    plumb = Arrows(top[None], foot) if is_at_rest and top[2] > 0 else None
    return Scene(
        shapes=tuple(part.shape for part in chair.parts) + ("box",) * extra,
        sizes=np.vstack([chair.sizes, np.tile(DOT, (len(grid), 1)), [FOOT]]),
        centres=np.vstack([poses.centres, grid, foot]),
        rotations=np.concatenate([rotation_matrices(poses.quaternions), np.tile(np.eye(3), (extra, 1, 1))]),
        materials=tuple(part.material for part in chair.parts) + ("cream",) * len(grid) + ("gold",),
        glow=glow,
        ghost=np.concatenate([np.full(count, not is_built), np.zeros(extra, bool)]),
        arrows=plumb,
    )


def cell_name(cell: Cell) -> str:
    """`c3 1`: the column's letter, the row counted from the front, the storey counted from the floor."""
    column, row, storey = cell
    return f"{'abcde'[column]}{row + 1} {storey}"


def notebook_board(
    height: int,
    width: int,
    labels: Sequence[str],
    recipe: Sequence[Cell],
    selected: int,
    scans: Sequence[tuple[Sequence[Cell], str, bool]],
    headings: tuple[str, str],
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    """The plan, a line for each part, and below it every scan: its recipe, its distance (written), the best marked."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.put(0, 0, fitted(headings[0], width, glyphs), theme.dim, attributes=quiet(theme))
    for index, (label, cell) in enumerate(zip(labels, recipe, strict=True)):
        chosen = index == selected
        text = f"{'▸' if chosen else ' '}{index + 1} {label:<11.11} {cell_name(cell)}"
        colour = theme.focus if chosen else theme.text
        cells.put(1 + index, 0, fitted(text, width, glyphs), colour, attributes=BOLD * chosen)
    row = len(recipe) + 2
    cells.put(row - 1, 0, fitted(headings[1], width, glyphs), theme.dim, attributes=quiet(theme))
    if scans and height >= row + len(scans) + 5:
        big = big_text(scans[-1][1].removesuffix(" cm"), theme.measure, theme, glyphs)
        cells.blit(big, height - 3, 0)
        cells.put(height - 1, min(width - 2, big.width + 1), "cm", theme.measure)
    first = max(0, len(scans) - max(1, height - row))
    for number, (cells_of, distance, is_best) in enumerate(scans[first:], first + 1):
        short = " ".join(cell_name(cell).replace(" ", "") for cell in cells_of)
        text = f"{number:>2} {short} {distance.removesuffix(' cm'):>5}{'★' if is_best else ' '}"
        attributes = BOLD * is_best | (REVERSE if number == len(scans) and not is_best else 0)
        cells.put(row, 0, fitted(text, width, glyphs), theme.good if is_best else theme.text, attributes=attributes)
        row += 1
    return cells
