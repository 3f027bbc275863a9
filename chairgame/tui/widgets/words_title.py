"""The top line of words mode: which benches there are, which one this is, and which text lies on the desk."""

from collections.abc import Hashable

from chairgame.game.words.desk import Desk
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.tui.look import Look
from chairgame.tui.screens.words.benches import benches
from chairgame.tui.widgets.cells import CellsWidget


class WordsTitle(CellsWidget):
    """One row: ` Words  [1 brain]  2 tokens  3 attention       Ala ma kota`."""

    def __init__(self, desk: Desk, bench: str, look: Look) -> None:
        super().__init__(id="title")
        self.desk, self.bench, self.look = desk, bench, look

    def key(self) -> Hashable:
        """The bench and the text."""
        return self.look, self.bench, self.desk.source

    def paint(self, height: int, width: int) -> Cells:
        """The bench in use stands in brackets."""
        look, _ = self.look, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        column = cells.put(0, 1, cut(_("Words"), 12, look.glyphs), theme.bright, attributes=BOLD) + 2
        for number, entry in enumerate(benches(), start=1):
            is_here = entry.name == self.bench
            title = cut(_(entry.title), 16, look.glyphs)
            name = f"[{number} {title}]" if is_here else f" {number} {title} "
            colour, attributes = (theme.focus, BOLD) if is_here else (theme.dim, quiet(theme))
            column = cells.put(0, column, name, colour, attributes=attributes) + 1
        text = cut(self._text_name(), max(0, width - column - 2), look.glyphs)
        cells.put(0, width - width_of(text) - 1, text, theme.text)
        return cells

    def _text_name(self) -> str:
        """What the sample is called; a text of one's own by its beginning."""
        if self.bench == "attention":  # it has texts of its own
            return ""
        sample = self.desk.sample
        return self.look.words(sample.name) if sample is not None else " ".join(self.desk.source.content[:200].split())
