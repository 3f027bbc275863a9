"""The loop in words and numbers: the four phases with the one that runs lit, and how far off the last build was."""

from collections.abc import Hashable

from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.phases import phase_strip
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.title import PHASE_NAMES

NUMBER_ROWS = 4  # large digits and a blank row above them


class LoopPanel(CellsWidget):
    """A row of phases with the game's name; where there is room, below them the distance in large digits instead."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="loop")
        self.session, self.look = session, look

    def key(self) -> Hashable:
        """The phase; the epoch, once it has been measured."""
        player = self.session.player
        return self.look, player.moment.phase, player.is_measured, self.session.epoch

    def paint(self, height: int, width: int) -> Cells:
        """` Chairgame           ■ build ▸ ◎ measure ▸ ♪ listen ▸ ± adjust`."""
        look, session = self.look, self.session
        theme, _ = look.theme, look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        names = [_(name) for name in PHASE_NAMES]
        whole = sum(len(name) + 4 for name in names) + 3  # each with its glyph and room, an arrow in between
        strip = phase_strip(min(width, whole), names, session.player.moment.phase, theme, look.glyphs)
        cells.blit(strip, 0, 0 if height > NUMBER_ROWS else width - strip.width)
        if height > NUMBER_ROWS:
            self._put_number(cells)
        else:
            cells.put(0, 1, fitted(_("Chairgame"), width - strip.width - 2, look.glyphs), theme.bright, None, BOLD)
        return cells

    def _put_number(self, cells: Cells) -> None:
        """Not before the scanner has read it."""
        look, session = self.look, self.session
        if session.player.is_measured and session.row.distance_cm is not None:
            text = look.words.number(session.row.distance_cm, 1) + " cm"
            digits = big_text(text, look.theme.measure, look.theme, look.glyphs)
            cells.blit(digits, cells.height - digits.height, 1)
