"""The picture of a sit test: the thing with whoever sits on it, what came of it in words, and the plan from above where
there is room for it. Without colours the guilty part is named.
"""

from textwrap import wrap

import numpy as np

from chairgame.game.sitting.sit_words import verdict
from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import depth_of, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.edge_notes import put_edge_notes
from chairgame.graphics.instruments.sit_plan import sit_plan
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.outside import outside
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.sitting import AZIMUTH, ELEVATION, Sitting
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

WIDE = 60  # columns from which the words stand beside the picture
_SIDE = 34  # columns of the words
_PLAN, _ROOMY = 11, 28  # rows of the plan below the picture, and of a panel that has them to spare
_LEAST_PLAN = 8
_CAPTIONED = 10  # rows of a picture that has room for a sentence below


def sit_picture(
    height: int,
    width: int,
    sitting: Sitting,
    still: int,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
    side: tuple[float, float] = (AZIMUTH, ELEVATION),
    *,
    caption: bool = False,
) -> Cells:
    """Height times width cells: one of the stills seen from a side (azimuth and elevation in radians), what came of it,
    the plan; with `caption` below the picture of a fall what of it is computed."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    look = (theme, glyphs, words)
    is_wide = width >= WIDE
    left = width - _SIDE if is_wide else 0
    top = _put_verdict(cells, left, sitting, *look)
    if not sitting.scenes:
        return cells
    has_caption = caption and sitting.test.falls
    if is_wide:
        cells.blit(_floor(height, left - 1, sitting, still, side, *look, caption=has_caption), 0, 0)
        plan = height - top - 1
    else:
        plan = _PLAN if height - top >= _ROOMY else 0
        cells.blit(_floor(height - top - plan, width, sitting, still, side, *look, caption=has_caption), top, 0)
    if plan >= _LEAST_PLAN:
        drawn = sit_plan(plan, width - left, sitting.test, sitting.chair, sitting.poses, *look)
        cells.blit(drawn, height - plan, left)
    return cells


def _put_verdict(cells: Cells, left: int, sitting: Sitting, theme: Theme, glyphs: GlyphSet, words: Catalogue) -> int:
    """What came of it in one sentence; the first free row."""
    test = sitting.test
    lines = wrap(verdict(test, sitting.chair).sentence(words), max(10, cells.width - left - 2))
    for row, line in enumerate(lines):
        text = fitted(line, cells.width - left - 1, glyphs)
        cells.put(row, left + 1, text, theme.good if test.holds else theme.warning, attributes=BOLD)
    return len(lines)


def _floor(
    height: int,
    width: int,
    sitting: Sitting,
    still: int,
    side: tuple[float, float],
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
    *,
    caption: bool,
) -> Cells:
    """Height times width cells: a still, what is beyond its edges, and the guilty part's label."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    text = words("Where it tips is computed from feet and weight; how it falls is only drawn.")
    lines = wrap(text, max(10, width - 2)) if caption and height >= _CAPTIONED else []
    for row, line in enumerate(lines, start=height - len(lines)):
        cells.put(row, 1, fitted(line, width - 2, glyphs), theme.dim, attributes=quiet(theme))
    rows = height - len(lines)
    camera = sitting.camera(width, rows, *side)
    picture = Renderer(width, rows, depth_of(theme), glyphs).render(sitting.scenes[still], camera)
    centres = sitting.cuts[still].poses.centres
    put_edge_notes(picture, outside(centres, camera, width, rows), theme, glyphs, words)
    if sitting.cuts[still].blames and sitting.test.guilty is not None:
        label = fitted(f" {sitting.chair.labels[sitting.test.guilty]} ", width, glyphs)
        _put_label(picture, label, centres[sitting.test.guilty], camera, theme)
    cells.blit(picture, 0, 0)
    return cells


def _put_label(picture: Cells, label: str, place: np.ndarray, camera: Camera, theme: Theme) -> None:
    """A part's label beside its middle."""
    view = camera.projection(picture.width * CELL_COLUMNS, picture.height * CELL_ROWS)
    x, y, inverse = view.to_screen(place)
    row, column = int(y) // CELL_ROWS, int(x) // CELL_COLUMNS
    if inverse > 0 and 0 <= row < picture.height and 0 <= column < picture.width:
        column = min(column + 1, max(0, picture.width - len(label)))
        picture.put(row, column, label, theme.warning, theme.panel, BOLD)
