"""The film strip: the frames of a run side by side, with the monster's name, and one of its epochs large below."""

from collections.abc import Callable, Sequence
from textwrap import wrap

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import standing_box
from chairgame.game.session.film import Frame
from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.camera import Camera, camera_framing
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.sitting import Sitting
from chairgame.graphics.picture.staging import still_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

Picture = Callable[[Frame, int, int], Cells]
"""The picture of a frame in so many rows and columns."""

_NAME_ROWS = 2
_CAPTION_ROWS = _NAME_ROWS + 1
_LOWEST_STRIP, _HIGHEST_STRIP = 7, 16
_SMALLEST_RADIUS_CM = 45.0


def film_camera(chair: Chair) -> Camera:
    """One eye for all frames of a chair, so that they can be compared."""
    low, high = standing_box(chair)
    radius = float(np.hypot(max(abs(low[0]), high[0]), max(abs(low[1]), high[1])))
    return camera_framing(max(_SMALLEST_RADIUS_CM, radius), float(high[2]))


def frame_picture(
    frame: Frame, height: int, width: int, depth: ColourDepth, glyphs: GlyphSet, *, is_last: bool
) -> Cells:
    """A frame in so many cells; on the last one sits whoever can."""
    renderer, camera = Renderer(width, height, depth, glyphs), film_camera(frame.chair)
    poses, test = frame.rebuild.poses, frame.sitting if is_last else None
    if test is None:
        return renderer.render(still_of(frame.chair, poses), camera)
    sitting = Sitting(frame.chair, poses, test)
    return renderer.render(sitting.scenes[0], sitting.camera(width, height, camera.azimuth, camera.elevation))


def film_strip(
    height: int,
    width: int,
    frames: Sequence[Frame],
    shown: Frame,
    picture: Picture,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """Height times width cells. The frame that is shown large is marked among the others, if it is one of them."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    strip = min(_HIGHEST_STRIP, max(_LOWEST_STRIP, height * 2 // 5))
    column_width = (width + 1) // max(1, len(frames)) - 1
    for number, frame in enumerate(frames):
        one = _frame(
            strip, min(column_width, 3 * strip), frame, frame.epoch == shown.epoch, picture, theme, glyphs, words
        )
        cells.blit(one, 0, number * (column_width + 1) + (column_width - one.width) // 2)
    caption = f"{shown.name_in(words)} · {_figures(shown, words, long=True)}"
    cells.put(strip, 1, fitted(caption, width - 2, glyphs), theme.bright, attributes=BOLD)
    rows = height - strip - 1
    if rows > 0:
        cells.blit(picture(shown, rows, width), strip + 1, 0)
    return cells


def _frame(
    height: int,
    width: int,
    frame: Frame,
    is_shown: bool,
    picture: Picture,
    theme: Theme,
    glyphs: GlyphSet,
    words: Catalogue,
) -> Cells:
    """The picture above; the name and the figures below."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.blit(picture(frame, height - _CAPTION_ROWS, width), 0, 0)
    lines = wrap(frame.name_in(words), max(1, width - 1))
    lines = [*lines[: _NAME_ROWS - 1], " ".join(lines[_NAME_ROWS - 1 :])]
    for row, line in enumerate(lines):
        cells.put(height - _CAPTION_ROWS + row, 0, fitted(line, width, glyphs), theme.text)
    mark = (">" if glyphs is GlyphSet.ASCII else "▸") if is_shown else " "
    figures = fitted(f"{mark}{_figures(frame, words)} ", width, glyphs)
    if is_shown:
        cells.put(height - 1, 0, figures, theme.focus, attributes=BOLD | REVERSE)
    else:
        cells.put(height - 1, 0, figures, theme.dim, attributes=quiet(theme))
    return cells


def _figures(frame: Frame, words: Catalogue, *, long: bool = False) -> str:
    distance = "—" if frame.distance_cm is None else f"{words.number(frame.distance_cm, 1)} cm"
    return f"{words('epoch')} {frame.epoch} · {distance}" if long else f"{frame.epoch} · {distance}"
