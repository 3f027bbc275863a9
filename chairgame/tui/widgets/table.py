"""A picture of parts that stand still, with a camera of its own; a drag moves what is selected, a click selects."""

from collections.abc import Callable, Hashable, Sequence

from textual import events
from textual.message import Message

from chairgame.chair.parts import Part
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import camera_framing
from chairgame.graphics.picture.table import table_scene
from chairgame.tui.look import Look
from chairgame.tui.messages import Picked
from chairgame.tui.widgets.floor import Floor

RADIUS_CM, HEIGHT_CM = 75.0, 90.0
COLUMNS_A_STEP, ROWS_A_STEP = 2, 1  # of a drag


class TableView(Floor):
    """Framed. `parts` and `selected` are asked for at each painting."""

    class Dragged(Message):
        """The mouse has moved by so many steps with the button held."""

        def __init__(self, right: int, up: int) -> None:
            super().__init__()
            self.right, self.up = right, up

    def __init__(
        self,
        parts: Callable[[], Sequence[Part]],
        selected: Callable[[], int | None],
        title: Callable[[], str],
        look: Look,
        name: str = "table",
    ) -> None:
        super().__init__(id=name)
        self.parts, self.selected, self.title, self.look = parts, selected, title, look
        self.camera = camera_framing(RADIUS_CM, HEIGHT_CM)
        self._moved = [0, 0]

    def key(self) -> Hashable:
        """The parts, the selection, the camera."""
        return self.look, tuple(self.parts()), self.selected(), self.camera, self.title()

    def paint(self, height: int, width: int) -> Cells:
        """The picture in its frame."""
        scene = table_scene(self.parts(), self.selected(), plumb=self.selected() is not None)
        picture = self.drawn(scene, max(1, height - 2), max(1, width - 2))
        return framed(picture, self.title(), self.look.theme, self.look.glyphs, False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click selects; a drag may follow."""
        event.stop()
        self._moved = [0, 0]
        self.capture_mouse()
        part = self.part_at(event.y - 1, event.x - 1)
        if part is not None and part < len(self.parts()):
            self.post_message(Picked(part))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Steps of a drag."""
        if not event.button:
            return
        self._moved[0] += event.delta_x
        self._moved[1] -= event.delta_y
        right, up = int(self._moved[0] / COLUMNS_A_STEP), int(self._moved[1] / ROWS_A_STEP)
        self._moved[0] -= right * COLUMNS_A_STEP
        self._moved[1] -= up * ROWS_A_STEP
        if right or up:
            self.post_message(self.Dragged(right, up))

    def on_mouse_up(self) -> None:
        """The drag is over."""
        self.release_mouse()
