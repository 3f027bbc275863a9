"""The top line: where we are, and the four phases with the one that is lit."""

from collections.abc import Hashable

from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.phases import phase_strip
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WIDE = 100  # columns: in less there is only room for what may change
PHASE_NAMES = (N_("build"), N_("measure"), N_("listen"), N_("adjust"))


class TitleBar(CellsWidget):
    """One row."""

    def __init__(self, session: GameSession, look: Look, place: str = N_("Lab")) -> None:
        super().__init__(id="title")
        self.session, self.look, self.place = session, look, place

    def key(self) -> Hashable:
        """The phase, the chair, the branch where there are several."""
        bench = self.session.workshop.bench
        return (
            self.look,
            self.session.chair,
            bench.branch.name,
            len(bench.branches) > 1,
            self.session.player.moment.phase,
        )

    def paint(self, height: int, width: int) -> Cells:
        """` Chairgame · Lab · Kitchen chair          build ▸ measure ▸ listen ▸ adjust`."""
        look, session = self.look, self.session
        theme, _ = look.theme, look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        names = [_(name) for name in PHASE_NAMES]
        whole = sum(len(name) for name in names) + 4 * 3 + 3 * 3  # each with its glyph and room, an arrow in between
        strip = phase_strip(min(width, whole), names, session.player.moment.phase, theme, look.glyphs)
        where = [_("Chairgame"), _(self.place)] if width >= WIDE else []
        if len(session.workshop.bench.branches) > 1:
            where.append(_("branch {name}", name=session.workshop.bench.branch.name))
        where.append(session.chair.title_in(look.language))
        title = fitted(" · ".join(where), max(0, width - strip.width - 2), look.glyphs)
        cells.put(0, 1, title, theme.bright, attributes=BOLD)
        cells.blit(strip, 0, width - strip.width)
        return cells
