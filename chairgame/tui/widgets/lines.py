"""Two rows of text: the news of the game, and the keys of the screen."""

from collections.abc import Callable, Hashable

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.keys import Key
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.sentence import SentenceLine


class NewsLine(SentenceLine):
    """One row: the latest sentence."""

    def paint(self, height: int, width: int) -> Cells:
        """The sentence, cut at the edge."""
        cells = Cells.blank(height, width, self.look.theme.warning, self.look.theme.panel)
        cells.put(0, 1, fitted(self.sentence(), max(0, width - 2), self.look.glyphs), attributes=0)
        return cells


class KeysLine(CellsWidget):
    """One row: as many keys as fit, the most needed first, whole entries only.

    A screen whose keys do not always do something passes a function: it says which ones do now.
    """

    def __init__(self, keys: tuple[Key, ...] | Callable[[], tuple[Key, ...]], look: Look) -> None:
        super().__init__(id="keys")
        self._keys, self.look = keys, look

    @property
    def keys(self) -> list[Key]:
        """Those that the footer names now, in its order."""
        keys = self._keys() if callable(self._keys) else self._keys
        return sorted((key for key in keys if key.footer), key=lambda key: key.footer)

    def key(self) -> Hashable:
        """The keys, the language and the colours."""
        return self.look, tuple(self.keys)

    def paint(self, height: int, width: int) -> Cells:
        """` space play   n next   ? help`; help and leaving always fit."""
        look, _ = self.look, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.dim, theme.panel)
        column = 1
        for key in self._fitting(width - 1):
            shown = fitted(key.name_in(_), 12, look.glyphs)
            column = cells.put(0, column, shown, theme.focus, attributes=BOLD)
            label = fitted(_(key.short or key.label), 40, look.glyphs)
            column = cells.put(0, column + 1, label, theme.dim, attributes=quiet(theme)) + 2
        return cells

    def _fitting(self, width: int) -> list[Key]:
        """The keys that fit: what is named last in the table (help, language, leaving) before the middle ones."""
        _ = self.look.words
        keys = self.keys
        ends = [key for key in keys if key.footer >= 12 or key.footer == 1]
        chosen: list[Key] = []
        for key in ends + [key for key in keys if key not in ends]:
            shown = key.name_in(_)
            width -= len(shown) + len(_(key.short or key.label)) + 3
            if width < -2:
                break
            chosen.append(key)
        return sorted(chosen, key=lambda key: key.footer)
