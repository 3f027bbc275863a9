"""The workshop floor, framed anew for every size of the window, so that nothing of a large one is wasted."""

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
from textual.geometry import Size

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, standing_box
from chairgame.game.session.beats import Phase
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.edge_notes import put_edge_notes
from chairgame.graphics.picture.camera import FloatArray
from chairgame.graphics.picture.fitting import bounded, corners_of, fitted_camera
from chairgame.graphics.picture.outside import outside
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.widgets.viewport import SMALLEST_FRAMED, Viewport

ROOM = 2.0  # times as large as heap and chair may a monster be and still be whole


class FittedViewport(Viewport):
    """Chair, heap and all but the wildest monster are in the picture, and touch its edge."""

    _fitted_size = Size()

    def key(self) -> Hashable:
        """The scene, as before; in another size from another place."""
        size = self.outer_size
        if size.area and (size != self._fitted_size or self.session.chair is not self._framed_chair):
            edges = 2 if self.captions and size.width >= SMALLEST_FRAMED else 0
            side, self._fitted_size, self._framed_chair = self.camera, size, self.session.chair
            points = _room_for(self.session.chair, self.session.pile, self.session.rebuild.poses)
            columns, rows = size.width - edges, size.height - edges
            self.camera = fitted_camera(points, columns, rows, side.azimuth, side.elevation)
        return super().key()

    def annotate(self, cells: Cells) -> None:
        """What stands beyond the edges, once it stands: how far away; in the rows that captions leave."""
        session, look = self.session, self.look
        if session.player.moment.phase is Phase.BUILD:
            return
        notes = outside(session.rebuild.poses.centres, self.camera, cells.width, cells.height)
        free = range(int(self.captions), cells.height - int(self.captions))
        kept = [replace(note, row=min(max(free.start, note.row), max(free.start, free.stop - 1))) for note in notes]
        put_edge_notes(cells, kept, look.theme, look.glyphs, look.words)


def _room_for(chair: Chair, pile: Poses, monster: Poses) -> FloatArray:
    """The corners in cm of all that may be drawn: the heap, a chair that stands, and what is built now, bounded."""
    low, high = standing_box(chair)
    stands = np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, -1).T
    room = np.concatenate([corners_of(still_of(chair, pile)), stands])
    return np.concatenate([room, bounded(corners_of(still_of(chair, monster)), room, ROOM)])
