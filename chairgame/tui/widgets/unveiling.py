"""What the box hid, built by the brain: large, lit, and turning. Its name is the board's."""

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
from textual.geometry import Size

from chairgame.game.lesson.talk import Talk
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera, from_all_sides
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.floor import Floor

LIGHT = 0.22  # of a part's glow: brighter than the workshop, and still its own colours


class Unveiling(Floor):
    """Fitted so closely that nothing is wasted, from whatever side it is seen."""

    def __init__(self, talk: Talk, look: Look) -> None:
        super().__init__(id="unveiling")
        self.talk, self.look = talk, look
        self.camera = Camera()
        self._fitted: tuple[int, Size] | None = None

    def key(self) -> Hashable:
        """What was built, and how far it has turned."""
        session, size = self.talk.session, self.outer_size
        if session is None or not self.talk.is_unveiled:
            return self.look
        if size.area and (self.talk.index, size) != self._fitted:
            self._fitted = self.talk.index, size
            room = from_all_sides(corners_of(self._scene()))
            self.camera = fitted_camera(room, size.width, size.height, self.camera.azimuth, self.camera.elevation)
        return self.look, session.rebuild, self.camera, 0.0 if self.look.reduced_motion else self.talk.turned

    def paint(self, height: int, width: int) -> Cells:
        """The thing alone."""
        if not self.talk.is_unveiled:
            return Cells.blank(height, width, self.look.theme.text, self.look.theme.background)
        still, turned = self.camera, 0.0 if self.look.reduced_motion else self.talk.turned
        self.camera = still.orbited(turned, 0.0)
        cells = self.drawn(self._scene(), height, width)
        self.camera = still
        return cells

    def _scene(self) -> Scene:
        session = self.talk.session
        assert session is not None  # asked for by those who know
        scene = still_of(session.chair, session.rebuild.poses)
        return replace(scene, glow=np.full(len(scene.glow), LIGHT))
