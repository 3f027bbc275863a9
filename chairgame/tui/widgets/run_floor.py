"""The floor of a level's run: fitted to what stands on it; where a brain burned out, its last build as a pale ghost,
and the parts on their way out of the picture."""

from collections.abc import Hashable
from dataclasses import replace
from typing import cast

import numpy as np

from chairgame.chair.poses import standing_box
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.volume_run import VolumePlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.edge_notes import put_edge_notes
from chairgame.graphics.picture.fitting import bounded, corners_of, fitted_camera
from chairgame.graphics.picture.outside import outside
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import assembled_at, ghosted, still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.viewport import SMALLEST_FRAMED, Viewport

_BOX = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])


class RunFloor(Viewport):
    """Over the attempt's play, whose session it shows."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        self.attempt = attempt
        super().__init__(self.play.session, look)

    @property
    def play(self) -> VolumePlay:
        """The play; undo makes another one."""
        return cast(VolumePlay, self.attempt.play)

    def refit(self, columns: int, rows: int) -> None:
        """Fill a picture of so many cells with the first build, the heap, and the room of a chair."""
        session = self.session
        first = corners_of(still_of(session.chair, self.play.first_build))
        low, high = standing_box(session.chair)
        chair = np.asarray(low) + _BOX * (np.asarray(high) - np.asarray(low))
        heap = corners_of(still_of(session.chair, session.pile))
        points = np.concatenate([bounded(first, chair), chair, heap])
        self.camera = fitted_camera(points, columns, rows, self.camera.azimuth, self.camera.elevation)

    def key(self) -> Hashable:
        """The scene, and how far parts have flown."""
        return super().key(), self.play.is_burned, self.play.flight

    def paint(self, height: int, width: int) -> Cells:
        """The picture; after a burn-out what is left of it."""
        if not self.play.is_burned or self.play.last_sound is None:
            return super().paint(height, width)
        is_framed = width >= SMALLEST_FRAMED
        inner = (max(1, height - 2), max(1, width - 2)) if is_framed else (height, width)
        cells = self._burned(*inner)
        if not is_framed:
            return cells
        return framed(cells, self.look.words("workshop"), self.look.theme, self.look.glyphs, False)

    def _burned(self, height: int, width: int) -> Cells:
        look, play = self.look, self.play
        cells = self.drawn(self._ruin(), height, width)
        name = look.words("Puff of Smoke")  # in the first row, where no note may lie over it
        cells.put(0, 1, fitted(name, width - 2, look.glyphs), look.theme.bright, attributes=BOLD)
        if play.flight >= 1 or look.reduced_motion:
            centres = self.session.rebuild.poses.centres
            below = (replace(note, row=max(1, note.row)) for note in outside(centres, self.camera, width, height))
            put_edge_notes(cells, [*below], look.theme, look.glyphs, look.words)
        return cells

    def _ruin(self) -> Scene:
        """The last sound build as a ghost, and through it the parts of the last one, from the heap to wherever."""
        play, session = self.play, self.session
        assert play.last_sound is not None
        share = 1.0 if self.look.reduced_motion else play.flight
        poses = assembled_at(session.pile, session.rebuild.poses, Moment(Phase.BUILD, share))
        return ghosted(still_of(session.chair, poses), session.chair, play.last_sound[1])
