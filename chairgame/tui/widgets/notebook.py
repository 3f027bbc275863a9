"""The notebook of the run in use: scrolls by rows, and shows its end unless somebody leafs back."""

from collections.abc import Hashable

from chairgame.game.session.model import GameSession
from chairgame.game.session.notebook import notes_of
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.notebook_page import furthest_back, notebook_page
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class NotebookPanel(CellsWidget):
    """A framed page."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="notebook")
        self.session, self.look = session, look
        self.rows_back = 0

    def scroll(self, rows: int) -> None:
        """Leaf back (negative) or on; the first row and the last stay on the page."""
        inner = (max(1, self.size.height - 2), max(1, self.size.width - 2))
        furthest = furthest_back(*inner, notes_of(self.session), self.look.words)
        self.rows_back = min(max(0, self.rows_back - rows), furthest)

    def key(self) -> Hashable:
        """The run, what has happened to it, and how far one has leafed back."""
        session = self.session
        history = session.history
        return self.look, self.rows_back, history, len(history.changes), len(history.rows), len(session.journal.notes)

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look = self.look
        inner = (max(1, height - 2), max(1, width - 2))
        page = notebook_page(*inner, notes_of(self.session), self.rows_back, look.theme, look.glyphs, look.words)
        return framed(page, look.words("notebook"), look.theme, look.glyphs, True)
