"""The workshop floor: the 3D picture, the monster's name, and the mouse that orbits, zooms and picks."""

from collections.abc import Hashable

from textual import events

from chairgame.game.naming.kinds import kind_in
from chairgame.game.naming.names import monster_name
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.framing import workshop_camera
from chairgame.graphics.picture.staging import scene_of
from chairgame.tui.look import Look
from chairgame.tui.messages import Picked
from chairgame.tui.widgets.floor import Floor

RADIANS_PER_COLUMN, RADIANS_PER_ROW = 0.03, 0.05
NOTCH = 0.9  # share of the distance, for a step of the wheel
SMALLEST_FRAMED = 60  # columns; a narrower floor needs them for the picture


class Viewport(Floor):
    """The floor, framed where there is room."""

    def __init__(self, session: GameSession, look: Look, *, captions: bool = True) -> None:
        super().__init__(id="viewport")
        self.captions = captions
        self.session, self.look = session, look
        self.camera = self.framing()
        self._framed_chair = session.chair
        self._dragged = False
        self.focused = False

    def framing(self) -> Camera:
        """A camera that fits the chair and the heap beside it."""
        return workshop_camera(self.session.chair, self.session.pile)

    def key(self) -> Hashable:
        """The scene: epoch, phase and progress while it moves, the hand, the camera."""
        if self.session.chair is not self._framed_chair:
            self._framed_chair, self.camera = self.session.chair, self.framing()
        session = self.session
        moment = session.player.moment
        return (
            self.look,
            session.rebuild.measurement,
            session.hand.held,
            session.peeks.ideal is not None,
            session.player.is_measured,
            session.hand.selected,
            session.seat.test,
            self.camera,
            self.focused,
            moment if moment.phase is None or moment.phase < 3 else moment.phase,
        )

    def paint(self, height: int, width: int) -> Cells:
        """The picture with its frame and captions."""
        is_framed = self.captions and width >= SMALLEST_FRAMED
        inner = (max(1, height - 2), max(1, width - 2)) if is_framed else (height, width)
        cells = self.drawn(scene_of(self.session, reduced_motion=self.look.reduced_motion), *inner)
        self.annotate(cells)
        if self.captions:
            self._put_captions(cells)
        if not is_framed:
            return cells
        _ = self.look.words
        return framed(cells, _("workshop"), self.look.theme, self.look.glyphs, self.focused)

    def annotate(self, cells: Cells) -> None:
        """For subclasses: write on the picture, below its captions."""

    def _put_captions(self, cells: Cells) -> None:
        """The monster's name above, once it is built; the count of rebuilds below."""
        session, theme, _ = self.session, self.look.theme, self.look.words
        if session.player.is_measured:  # the name tells what the scanner has found
            name = monster_name(session.chair, session.rebuild.poses, session.rebuild.measurement.part_distances_cm, _)
            cells.put(0, 1, fitted(name, cells.width - 2, self.look.glyphs), theme.bright, attributes=BOLD)
        count = _.plural("rebuilt {n} time", "rebuilt {n} times", session.epoch)
        column = cells.put(
            cells.height - 1, 1, fitted(count, cells.width - 2, self.look.glyphs), theme.dim, attributes=quiet(theme)
        )
        if self.focused and session.hand.selected is not None:
            part = session.chair.parts[session.hand.selected]
            chosen = fitted(f"← {part.label} {kind_in(part.kind, _)} →", cells.width - column - 3, self.look.glyphs)
            cells.put(cells.height - 1, column + 2, chosen, theme.focus, attributes=BOLD)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag begins, or a click."""
        self._dragged = False
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag to orbit."""
        if event.button and (event.delta_x or event.delta_y):
            self._dragged = True
            self.camera = self.camera.orbited(-RADIANS_PER_COLUMN * event.delta_x, RADIANS_PER_ROW * event.delta_y)
            self.stir()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Without a drag in between it was a click."""
        self.release_mouse()
        if not self._dragged:
            edge = 1 if self.captions and self.size.width >= SMALLEST_FRAMED else 0
            part = self.part_at(event.y - edge, event.x - edge)
            parts = len(self.session.chair.parts)
            self.post_message(Picked(None if part is None else part % parts))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel to zoom."""
        self._turn_wheel(NOTCH, event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel to zoom."""
        self._turn_wheel(1 / NOTCH, event)

    def _turn_wheel(self, factor: float, event: events.MouseEvent) -> None:
        event.stop()
        self.camera = self.camera.zoomed(factor)
        self.stir()
