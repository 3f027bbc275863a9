"""Whatever is looked at through a camera: the workshop's floor, the table, a level's board.

Knows how one walks around it, and not what stands on it.
"""

from textual.geometry import Size

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.tui.messages import Stirred
from chairgame.tui.widgets.cells import CellsWidget

ORBIT_STEP, ZOOM_STEP = 0.14, 0.88  # radians and share of the distance, for a key


class Floor(CellsWidget):
    """A picture with a camera of its own."""

    camera: Camera
    _renderer: Renderer | None = None
    _is_stirred = False
    _seen_size = Size(30, 12)

    @property
    def seen_size(self) -> Size:
        """Its size; hidden it has none, and that is what it was when somebody saw it last."""
        if self.size.area:
            self._seen_size = self.size
        return self._seen_size

    def orbit(self, sideways: int, upwards: int) -> None:
        """Walk around by so many steps."""
        self.camera = self.camera.orbited(ORBIT_STEP * sideways, ORBIT_STEP * upwards)

    def zoom(self, steps: int) -> None:
        """Farther away by so many steps; closer where they are negative."""
        self.camera = self.camera.zoomed(ZOOM_STEP**-steps)

    def stir(self) -> None:
        """The mouse has moved the camera: say so once, until it is seen."""
        if not self._is_stirred:
            self._is_stirred = True
            self.post_message(Stirred())

    def drawn(self, scene: Scene, height: int, width: int) -> Cells:
        """The scene as the camera sees it."""
        self._is_stirred = False
        renderer, look = self._renderer, self.look
        wanted = (width, height, look.depth, look.glyphs)
        if renderer is None or (renderer.width, renderer.height, renderer.depth, renderer.glyphs) != wanted:
            renderer = self._renderer = Renderer(*wanted)
        return renderer.render(scene, self.camera)

    def part_at(self, row: int, column: int) -> int | None:
        """Whose picture is in a cell of what was drawn last."""
        return None if self._renderer is None else self._renderer.part_at(row, column)
