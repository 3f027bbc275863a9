"""The postcard that a game leaves behind: three small pictures of a run, the monster, halfway, and whoever can sit on
what stands there now, side by side.

Shown in a terminal's ordinary scrollback, and written to files. Knows neither terminal nor file.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from textwrap import wrap

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.naming.names import monster_name
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.outcome import Sitter, SitTest
from chairgame.game.sitting.sit_test import best_sitter, can_sit, sit_down
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.framing import chair_camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.sitting import Sitting
from chairgame.graphics.picture.staging import still_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History

LEAST_EPOCHS = 5
"""A run of fewer rebuilds has nothing to show."""
WIDEST, HIGHEST = 80, 24
NARROWEST = 24
PICTURE_ROWS, LEAST_PICTURE = 12, 14
GAP = 2
NAME_ROWS = 2


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One of the pictures: where the parts are, and what is written below."""

    epoch: int
    poses: Poses
    name: str
    distance_cm: float | None
    sitting: SitTest | None = None
    """Who sits there, on the last one alone."""


@dataclass(frozen=True, eq=False)
class Postcard:
    """What is on the card. `command` plays the run again; empty where nothing does."""

    chair: Chair
    snapshots: tuple[Snapshot, ...]
    command: str = ""


def is_worth_a_postcard(history: History) -> bool:
    """Whether a run has something to show."""
    return history.newest >= LEAST_EPOCHS


def postcard_of(history: History, catalogue: Catalogue, command: str = "", guest: Sitter | None = None) -> Postcard:
    """The card of a run. On its last picture sits the guest; who is not named, or cannot, makes room for whoever minds
    most of those whom the thing holds."""
    history.measure_newest()
    distances = history.rows.scores
    *before, last = (_snapshot(history, epoch, catalogue) for epoch in three_epochs(distances))
    is_welcome = guest is not None and can_sit(history.chair, last.poses, guest)
    sitter = guest if is_welcome else best_sitter(history.chair, last.poses)
    if sitter is not None:
        last = replace(last, sitting=sit_down(history.chair, last.poses, sitter))
    return Postcard(history.chair, (*before, last), command)


def three_epochs(distances: NDArray[np.float64]) -> tuple[int, ...]:
    """The first, a middle and the last epoch of distances in cm, NaN where there was none, shape (epochs,); fewer
    where there are fewer.

    The middle one is the first at which the distance has come halfway, as a ratio, or the one in the middle of a run
    that came no nearer.
    """
    last = len(distances) - 1
    if last < 2:
        return tuple(range(last + 1))
    inner = distances[1:last]
    goal = np.sqrt(distances[0] * distances[last])
    with np.errstate(invalid="ignore"):
        reached = np.flatnonzero(inner <= goal)
    is_nearer = distances[last] < distances[0]
    middle = int(reached[0]) + 1 if is_nearer and len(reached) else max(1, last // 2)
    return 0, middle, last


def draw_postcard(
    card: Postcard, width: int, theme: Theme, depth: ColourDepth, glyphs: GlyphSet, _: Catalogue
) -> Cells:
    """The card in at most `width` columns (and 80, and 24 rows); pictures that would be too small are left out."""
    width = max(NARROWEST, min(WIDEST, width))
    shots = _that_fit(card.snapshots, width)
    room = (width - GAP * (len(shots) + 1)) // len(shots)
    command = [card.command[i : i + width - 4] for i in range(0, len(card.command), width - 4)]
    top = 2
    below = top + PICTURE_ROWS
    rows = below + NAME_ROWS + 1 + (len(command) + 2 if command else 0) + 1
    cells = Cells.blank(min(HIGHEST, rows), width, theme.text, theme.panel)
    title = _("chairgame · {chair}", chair=card.chair.title_in(_.language))
    cells.put(0, GAP, fitted(title, width - 2 * GAP, glyphs), theme.bright, attributes=BOLD)
    renderer = Renderer(room, PICTURE_ROWS, depth, glyphs)
    for index, shot in enumerate(shots):
        left = GAP + index * (room + GAP)
        cells.blit(renderer.render(*_seen(card.chair, shot, room)), top, left)
        _put_caption(cells, below, left, room, shot, theme, glyphs, _)
    for one, _other in pairwise(range(len(shots))):
        cells.put(top + PICTURE_ROWS // 2, GAP + (one + 1) * (room + GAP) - GAP, _arrow(glyphs), theme.focus)
    if command:
        row = below + NAME_ROWS + 2
        label = fitted(_("Watch it again:"), width - 2 * GAP, glyphs)
        cells.put(row, GAP, label, theme.dim, attributes=quiet(theme))
        for offset, line in enumerate(command, start=1):
            cells.put(row + offset, GAP, line, theme.focus, attributes=BOLD)
    return cells


def _that_fit(shots: tuple[Snapshot, ...], width: int) -> tuple[Snapshot, ...]:
    """All three, the first and the last, or the last one alone."""
    for some in (shots, (shots[0], shots[-1])):
        if (width - GAP * (len(some) + 1)) // len(some) >= LEAST_PICTURE:
            return some
    return shots[-1:]


def _put_caption(
    cells: Cells, row: int, left: int, width: int, shot: Snapshot, theme: Theme, glyphs: GlyphSet, _: Catalogue
) -> None:
    """The name in two rows, then the epoch and the distance."""
    lines = wrap(fitted(shot.name, NAME_ROWS * width, glyphs), width)
    for offset, line in enumerate(lines[:NAME_ROWS]):
        cells.put(row + offset, left, fitted(line, width, glyphs), theme.bright, attributes=BOLD)
    distance = "" if shot.distance_cm is None else f" · {_.number(shot.distance_cm, 1)} cm"
    figures = fitted(_("epoch {epoch}", epoch=shot.epoch) + distance, width, glyphs)
    cells.put(row + NAME_ROWS, left, figures, theme.measure)


def _arrow(glyphs: GlyphSet) -> str:
    return ">" if glyphs is GlyphSet.ASCII else "→"


def _snapshot(history: History, epoch: int, catalogue: Catalogue) -> Snapshot:
    rebuild = rebuild_of(history, epoch)
    name = monster_name(history.chair, rebuild.poses, rebuild.measurement.part_distances_cm, catalogue)
    return Snapshot(epoch, rebuild.poses, name, history.rows[epoch].distance_cm)


def _seen(chair: Chair, shot: Snapshot, columns: int) -> tuple[Scene, Camera]:
    """What is in a picture, and from where: all from the same place but the one in which somebody sits."""
    camera = chair_camera(chair)
    if shot.sitting is None:
        return still_of(chair, shot.poses), camera
    sitting = Sitting(chair, shot.poses, shot.sitting)
    return sitting.scenes[0], sitting.camera(columns, PICTURE_ROWS, camera.azimuth, camera.elevation)
