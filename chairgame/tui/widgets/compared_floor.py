"""One of two floors side by side: framed alike, seen from the same place, so that what differs is what stands there."""

from collections.abc import Callable, Hashable

from textual import events
from textual.geometry import Size

from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera, FloatArray
from chairgame.graphics.picture.fitting import fitted_camera
from chairgame.graphics.picture.scene import Scene
from chairgame.tui.look import Look
from chairgame.tui.widgets.floor import Floor
from chairgame.tui.widgets.viewport import RADIANS_PER_COLUMN, RADIANS_PER_ROW


class ComparedFloor(Floor):
    """Shows a scene. `room`, points in cm that are the same for both floors, is what its picture is fitted to."""

    def __init__(
        self,
        scene: Callable[[], Scene],
        shown: Callable[[], Hashable],
        room: Callable[[], FloatArray],
        title: Callable[[], str],
        look: Look,
        name: str,
    ) -> None:
        super().__init__(id=name)
        self.scene, self.shown, self.room, self.title, self.look = scene, shown, room, title, look
        self.camera = Camera()
        self._fitted_size, self._fitted_room = Size(), room()

    def key(self) -> Hashable:
        """What stands there, and from where it is seen; in another size it is fitted anew."""
        size, room, side = self.outer_size, self.room(), self.camera
        if size.area and (size != self._fitted_size or room is not self._fitted_room):
            self._fitted_size, self._fitted_room = size, room
            self.camera = fitted_camera(room, size.width - 2, size.height - 2, side.azimuth, side.elevation)
        return self.look, self.shown(), self.camera, self.title()

    def paint(self, height: int, width: int) -> Cells:
        """The picture in its frame."""
        picture = self.drawn(self.scene(), max(1, height - 2), max(1, width - 2))
        return framed(picture, self.title(), self.look.theme, self.look.glyphs, False)

    def on_mouse_down(self) -> None:
        """A drag begins."""
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag to walk around both."""
        if event.button and (event.delta_x or event.delta_y):
            for floor in self.screen.query(ComparedFloor):
                way = -RADIANS_PER_COLUMN * event.delta_x, RADIANS_PER_ROW * event.delta_y
                floor.camera = floor.camera.orbited(*way)
            self.stir()

    def on_mouse_up(self) -> None:
        """The drag is over."""
        self.release_mouse()
