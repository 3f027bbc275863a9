"""The sit test: who sits on what stands there, and how it fares."""

from collections.abc import Hashable

from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.game.sitting.sit_test import SitTest
from chairgame.game.sitting.sit_words import SITTER_NAMES, next_sitter
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.sit_picture import sit_picture
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class SitPanel(CellsWidget):
    """A framed picture; it waits while the thing is being built."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="sit")
        self.session, self.look = session, look

    def key(self) -> Hashable:
        """The test; each is an object of its own."""
        return self.look, self._test()

    def paint(self, height: int, width: int) -> Cells:
        """The picture, and in the corner who is next."""
        look, test = self.look, self._test()
        theme, words = look.theme, look.words
        inner = (max(1, height - 2), max(1, width - 2))
        if test is None:
            cells = Cells.blank(*inner, theme.text, theme.panel)
            cells.put(0, 1, fitted(words("It is being built …"), inner[1] - 2, look.glyphs))
        else:
            chair, poses = self.session.chair, self.session.hand.assembly
            cells = sit_picture(*inner, test, chair, poses, theme, look.glyphs, words)
        following = words(SITTER_NAMES[next_sitter(self.session.seat.sitter)])
        corner = words("t: {sitter} next", sitter=following)
        return framed(cells, words("sit test"), theme, look.glyphs, True, corner)

    def _test(self) -> SitTest | None:
        return None if self.session.player.moment.phase is Phase.BUILD else self.session.seat.test
