"""Two rows below a level's stage: what has just happened, or what to do next."""

from collections.abc import Callable, Hashable

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.signs import cut, wrapped
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

ROWS = 2


def with_more(sentence: str, more: str, columns: int) -> str:
    """Both sentences, where there is room for them; else the first."""
    both = f"{sentence} {more}"
    return both if len(wrapped(both, max(8, columns - 2))) <= ROWS else sentence


class SentenceLine(CellsWidget):
    """A sentence, broken where it must be."""

    def __init__(self, sentence: Callable[[], str], look: Look) -> None:
        super().__init__(id="news")
        self.sentence, self.look = sentence, look

    def key(self) -> Hashable:
        """The sentence."""
        return self.look, self.sentence()

    def paint(self, height: int, width: int) -> Cells:
        """At most as many rows as there are."""
        cells = Cells.blank(height, width, self.look.theme.warning, self.look.theme.panel)
        for row, line in enumerate(wrapped(self.sentence(), max(8, width - 2))[:height]):
            cells.put(row, 1, cut(line, max(0, width - 2), self.look.glyphs))
        return cells
