"""The sit test: who sits on what stands there, and how it fares."""

from collections.abc import Callable, Hashable

from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.game.sitting.sit_words import SITTER_NAMES, next_sitter
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.sit_stills import Seen, SitStills


class SitPanel(SitStills):
    """A framed picture; it waits while the thing is being built."""

    def __init__(self, session: GameSession, look: Look, clock: Callable[[], float]) -> None:
        super().__init__("sit", look, clock)
        self.session = session

    def seen(self) -> Seen | None:
        """What stands there, the part in hand included."""
        session = self.session
        if session.player.moment.phase is Phase.BUILD:
            return None
        test = session.seat.test
        return None if test is None else (session.chair, session.hand.assembly, test)

    def is_held(self) -> bool:
        """A hand is on a part, or one rebuild follows the other."""
        return self.session.hand.held is not None or self.session.playing

    def key(self) -> Hashable:
        """And whether time runs."""
        return super().key(), self.is_held()

    def paint(self, height: int, width: int) -> Cells:
        """The picture, and in the corner who is next."""
        look, sitting = self.look, self.sitting
        theme, words = look.theme, look.words
        inner = (max(1, height - 2), max(1, width - 2))
        if sitting is None:
            cells = Cells.blank(*inner, theme.text, theme.panel)
            cells.put(0, 1, fitted(words("It is being built …"), inner[1] - 2, look.glyphs))
        else:
            cells = self.picture_of(*inner, sitting)
        following = words(SITTER_NAMES[next_sitter(self.session.seat.sitter)])
        corner = words("t: {sitter} next", sitter=following)
        return framed(cells, words("sit test"), theme, look.glyphs, True, corner)
