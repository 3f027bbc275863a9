"""What levels 2 and 3 have in common on the screen: the floor on which the dials' brain builds, and the large number
below it.
"""

from collections.abc import Callable, Hashable

import numpy as np

from chairgame.chair.poses import Poses, rotation_matrices
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.dials import DialsPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.edge_notes import put_edge_notes
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera
from chairgame.graphics.picture.outside import outside
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import assembled_at
from chairgame.tui.look import Look
from chairgame.tui.widgets.floor import Floor

AZIMUTH, ELEVATION = 0.35, 0.35
SCAN_GLOW = 0.8
DIGITS = 3  # rows of the distance
FAR = 1e6  # cm: farther away there is only smoke


class DialsFloor(Floor):
    """What the brain last built, and its distance in large digits; a subclass says what stands beside and below it.

    The camera shows the level's first build whole. It is placed anew for another size, never
    for another build: what is outside then has its distance written at the edge.
    """

    below = 0
    """Rows under the digits."""

    def __init__(self, play: Callable[[], DialsPlay], look: Look) -> None:
        super().__init__(id="floor")
        self.dials, self.look = play, look
        self.camera = Camera(AZIMUTH, ELEVATION)
        self._first = corners_of(_scene(play(), play().first_poses, 0.0))
        self._fitted: tuple[int, int] | None = None

    def key(self) -> Hashable:
        """The build, the moment, the camera."""
        play = self.dials()
        return self.look, id(play), play.count, self._moment(), self.camera

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look = self.look
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        room = max(1, inner.height - DIGITS - self.below)
        self._fit(room, inner.width)
        inner.blit(self._picture(room, inner.width), 0, 0)
        top = inner.height - DIGITS - self.below
        self.put_below(inner, top, self._put_distance(inner, top, self.shown_cm()))
        return framed(inner, look.words("workshop"), look.theme, look.glyphs, False)

    def shown_cm(self) -> float | None:
        """The number; None as long as nobody knows it."""
        play = self.dials()
        return play.distance_cm if play.is_scanned else None

    def put_below(self, inner: Cells, top: int, left: int) -> None:
        """Whatever stands beside the digits, in two rows from a column on, and below them."""

    def _fit(self, rows: int, columns: int) -> None:
        if self._fitted != (rows, columns):
            self._fitted = rows, columns
            self.camera = fitted_camera(self._first, columns, rows, self.camera.azimuth, self.camera.elevation)

    def _picture(self, rows: int, columns: int) -> Cells:
        play, moment = self.dials(), self._moment()
        poses = assembled_at(play.pile, play.poses, moment)
        glow = SCAN_GLOW if moment.phase is Phase.MEASURE else 0.0
        picture = self.drawn(_scene(play, poses, glow), rows, columns)
        if moment.phase is None:
            notes = outside(poses.centres, self.camera, columns, rows)
            put_edge_notes(picture, notes, self.look.theme, self.look.glyphs, self.look.words)
        return picture

    def _moment(self) -> Moment:
        moment = self.dials().moment
        return Moment(moment.phase, 1.0) if self.look.reduced_motion and moment.phase is not None else moment

    def _put_distance(self, inner: Cells, top: int, distance: float | None) -> int:
        """The number in large digits; and the first column behind it."""
        look = self.look
        if distance is None:
            return 1
        if not distance < FAR:
            word = fitted(look.words("smoke"), inner.width - 2, look.glyphs)
            return inner.put(top + 1, 1, word, look.theme.warning, attributes=BOLD) + 1
        text = look.words.number(distance, 1) if distance < 1000 else f"{distance:.0f}"
        big = big_text(text, look.theme.measure, look.theme, look.glyphs)
        inner.blit(big, top, 1)
        inner.put(top + 2, big.width + 2, "cm", look.theme.measure)
        return big.width + 2


def _scene(play: DialsPlay, poses: Poses, glow: float) -> Scene:
    chair = play.brain.chair
    return Scene(
        shapes=tuple(part.shape for part in chair.parts),
        sizes=chair.sizes,
        centres=poses.centres,
        rotations=rotation_matrices(poses.quaternions),
        materials=tuple(part.material for part in chair.parts),
        glow=np.full(len(chair.parts), glow),
    )
