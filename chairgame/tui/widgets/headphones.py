"""The cable and the headphones: how loud each part's signal is, the volume, the optimizer."""

from collections.abc import Hashable

import numpy as np

from chairgame.game.naming.settings import value_in
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.headphones import headphones
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class HeadphonesPanel(CellsWidget):
    """One to four rows between the box and the brain."""

    focused = False

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="headphones")
        self.session, self.look = session, look

    def key(self) -> Hashable:
        """The signals, and while listening how far they have come."""
        session, moment = self.session, self.session.player.moment
        step = round(moment.progress * self.size.width) if moment.phase is Phase.LISTEN else None
        return self.look, self.focused, session.rebuild.measurement, session.settings, step, self._heard()

    def paint(self, height: int, width: int) -> Cells:
        """The ear-cups' bars, still before the signals arrive."""
        session, look = self.session, self.look
        moment, settings, _ = session.player.moment, session.settings, look.words
        volume = _("volume {rate}", rate=_.exact(settings.learning_rate))
        mark = "▸ " if self.focused else ""
        text = f"{mark}{volume}  {value_in(settings.optimizer, _)}"
        progress = moment.progress if moment.phase is Phase.LISTEN else None
        loudness = np.nan_to_num(session.rebuild.measurement.loudness, posinf=0.0)
        shown = loudness if self._heard() else loudness * 0
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        cells.blit(headphones(height, width - 2, shown, text, progress, look.theme, look.glyphs), 0, 1)
        return cells

    def _heard(self) -> bool:
        return self.session.player.moment.phase not in (Phase.BUILD, Phase.MEASURE)
