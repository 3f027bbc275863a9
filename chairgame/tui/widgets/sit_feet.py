"""The feet of what stands on the floor above: bars beside the line that grandmother bridges, and the loss curve beside
them where the box has no room for it.
"""

from collections.abc import Hashable

from chairgame.game.session.model import GameSession
from chairgame.game.sitting.feet import feet_of
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.feet_bars import feet_bars
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.graphics.picture.fitting import row_cm
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.timeline import horizon_of
from chairgame.tui.widgets.viewport import Viewport

BARS = 29  # columns


class FeetPanel(CellsWidget):
    """A few rows."""

    has_curve = False

    def __init__(self, session: GameSession, look: Look, viewport: Viewport) -> None:
        super().__init__(id="feet")
        self.session, self.look, self.viewport = session, look, viewport

    def key(self) -> Hashable:
        """The rebuild, the part in hand, how far it has learned, and how large the picture is."""
        session, floor = self.session, self.viewport
        held, seen_from = session.hand.held, (floor.camera.distance, floor.seen_size)
        return self.look, session.rebuild, held, len(session.history.rows), seen_from, self.has_curve

    def paint(self, height: int, width: int) -> Cells:
        """The bars at the left."""
        look, session = self.look, self.session
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        bars = BARS if self.has_curve else width
        feet = feet_of(session.chair, session.hand.assembly)
        name, bridged = look.words("grandmother"), GRANDMOTHER.within_cm
        scale = row_cm(self.viewport.camera, self.viewport.seen_size.width, self.viewport.seen_size.height)
        drawn = feet_bars(height, bars, feet, name, bridged, scale, look.theme, look.glyphs, look.words)
        cells.blit(drawn, 0, 0)
        if self.has_curve:
            cells.blit(self._curve(height, width - bars - 1), 0, bars + 1)
        return cells

    def _curve(self, height: int, width: int) -> Cells:
        look, session = self.look, self.session
        series = [session.scanner.distances_of(session.workshop.bench.current)]
        return loss_curve(
            height,
            width,
            series,
            session.epoch,
            look.theme,
            look.glyphs,
            horizon=horizon_of(len(series[0])),
            format=lambda value: look.words.decimal(f"{value:g}"),
        )
