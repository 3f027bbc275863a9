"""The floor of a blind scanner: what its brain has built, the part in hand where it is to be scanned, the number."""

from collections.abc import Callable, Hashable

import numpy as np
from textual.geometry import Size

from chairgame.chair.poses import Poses, standing_box
from chairgame.game.story.blind import BlindPlay
from chairgame.game.story.probes import Probe
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import bounded, corners_of, fitted_camera, from_all_sides
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.sitting import AZIMUTH, ELEVATION
from chairgame.graphics.picture.staging import ghosted, still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.floor import Floor
from chairgame.tui.widgets.sit_stills import Seen, SitStills

CUTS_A_SECOND = 8  # while it learns: more would be a flicker
ROOM = 1.3  # times as large as a chair may a monster be and still be whole
PERFECT_CM = 1.0
Aim = tuple[int | None, str | None]
"""The part in hand, and which way it is held from its place."""


class BlindFloor(Floor):
    """One picture, fitted to the chair and what is built, and above it what the scanner says."""

    def __init__(
        self, play: Callable[[], BlindPlay], aim: Callable[[], tuple[int | None, str | None]], look: Look
    ) -> None:
        super().__init__(id="blind-floor")
        self._play, self._aim, self.look = play, aim, look
        self.camera = Camera(AZIMUTH, ELEVATION)
        self._fitted: Hashable = None

    def key(self) -> Hashable:
        """The rebuild, the part in hand and where it is, from where one looks."""
        play, size = self._play(), self.outer_size
        if size.area and (size, play.number, play.noise is None) != self._fitted:
            self._fit(play, size)
        return self.look, play.number, play.noise is None, self._shown(play), play.course, self._aim(), self.camera

    def _shown(self, play: BlindPlay) -> int:
        """The rebuild in the picture: while it learns only some of them."""
        if not play.pace.runs:
            return play.epoch
        return play.epoch - play.epoch % max(1, play.rebuilds_a_second // CUTS_A_SECOND)

    def _fit(self, play: BlindPlay, size: Size) -> None:
        low, high = standing_box(play.chair)
        chair = np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, -1).T
        last = corners_of(still_of(play.chair, play.course.built(play.course.grown_to(play.rebuilds))))
        points = from_all_sides(np.concatenate([chair, bounded(last, chair, ROOM)]))
        self._fitted = size, play.number, play.noise is None
        self.camera = fitted_camera(points, size.width, size.height, self.camera.azimuth, self.camera.elevation)

    def paint(self, height: int, width: int) -> Cells:
        """The parts; the one in hand lit, and its old place pale behind it."""
        play, look = self._play(), self.look
        shown = self._shown(play)
        cells = self.drawn(self._scene(play, play.course.built(shown)), height, width)
        _, theme = look.words, look.theme
        distance = play.course.distance_cm(shown) or 0.0
        text = _("scanner says {cm} cm", cm=_.number(distance, 2))
        if shown == play.rebuilds and distance < PERFECT_CM:
            text = f"{text} · {_('perfect')}"
        cells.put(0, 1, fitted(text, width - 2, look.glyphs), theme.measure, attributes=BOLD)
        count = _("rebuild {n} of {all}", n=shown, all=play.rebuilds)
        cells.put(height - 1, 1, fitted(count, width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
        return cells

    def _scene(self, play: BlindPlay, poses: Poses) -> Scene:
        part, way = self._aim()
        if part is None or way is None:
            return still_of(play.chair, poses, part)
        moved = still_of(play.chair, Probe(part, way).applied_to(poses), part)
        return ghosted(moved, play.chair, _alone(poses, part))


def _alone(poses: Poses, part: int) -> Poses:
    """An assembly of which nothing is drawn but one part."""
    centres = np.full_like(poses.centres, np.nan)
    centres[part] = poses.centres[part]
    return Poses(centres, poses.quaternions)


class BlindSeat(SitStills):
    """Grandmother on what was built, as long as nothing else is done."""

    def __init__(self, play: Callable[[], BlindPlay], look: Look, clock: Callable[[], float]) -> None:
        super().__init__("blind-seat", look, clock)
        self._play = play

    def seen(self) -> Seen | None:
        """The last test."""
        play = self._play()
        return None if play.last_test is None else (play.chair, play.poses, play.last_test)

    def paint(self, height: int, width: int) -> Cells:
        """The picture, and the verdict."""
        sitting = self.sitting
        if sitting is None:
            return Cells.blank(height, width, self.look.theme.text, self.look.theme.panel)
        return self.picture_of(height, width, sitting)
