"""Three chains never seen, folding; below them how far off each count of chains leaves the network."""

from collections.abc import Hashable

from chairgame.blackbox.chains import BEADS
from chairgame.game.story.fold import COUNTS, SHOWN, Fold
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.chain_picture import chain_picture
from chairgame.training.folding import off
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

LETTERS = "ABC"
TABLE_ROWS = len(COUNTS) + 2
COLUMNS = 17  # of the table, each


class FoldBoard(CellsWidget):
    """Over the encore."""

    def __init__(self, fold: Fold, look: Look) -> None:
        super().__init__(id="fold")
        self.fold, self.look = fold, look

    def key(self) -> Hashable:
        """What is looked at, and the moment of the film."""
        fold = self.fold
        return self.look, fold.row, fold.bead_by_bead, fold.first, fold.frame.epoch, fold.is_learning, self._known()

    def _known(self) -> Hashable:
        return tuple(self.fold.known(count, way) is None for count in COUNTS for way in (True, False))

    def paint(self, height: int, width: int) -> Cells:
        """Chains above, the table below."""
        theme = self.look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        table = min(TABLE_ROWS, height // 2)
        for index in range(SHOWN):
            left, right = width * index // SHOWN, width * (index + 1) // SHOWN
            cells.blit(self._chain(index, height - table, right - left), 0, left)
        cells.blit(self._table(table, width), height - table, 0)
        return cells

    def _chain(self, index: int, height: int, width: int) -> Cells:
        """One of them in its frame, and how far off it is."""
        fold, look = self.fold, self.look
        run, number = fold.run, fold.first + index
        chains = type(run.unseen)(run.unseen.letters[number : number + 1])
        built, real = run.folded(chains, fold.frame), chains.folded(run.rule)
        is_known = fold.is_learning or fold.known(fold.count, fold.bead_by_bead) is not None
        letters = "".join(LETTERS[letter] for letter in chains.letters[0][1:-1])
        inner = (max(1, height - 2), max(1, width - 2))
        shown = built[0] if is_known else None
        picture = chain_picture(*inner, shown, real[0], letters, fold.let_out, look.theme, look.glyphs)
        number_text = look.words.number(off(built, real), 1) if is_known else "?"
        return framed(picture, look.words("{n} bead lengths", n=number_text), look.theme, look.glyphs, False)

    def _table(self, height: int, width: int) -> Cells:
        """A row a count; own and never seen, bead by bead and all at once."""
        look, fold, _ = self.look, self.fold, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        column = min(COLUMNS, width // 4)
        heads = (_("chains read"), _("its own"), _("never seen"), _("all at once"))
        for index, head in enumerate(heads):
            text = fitted(head, column - 1, look.glyphs)
            cells.put(0, column * (index + 1) - len(text), text, theme.dim, attributes=quiet(theme))
        for row, count in enumerate(COUNTS, start=1):
            self._put_row(cells, row, column, count, is_here=row - 1 == fold.row)
        return cells

    def _put_row(self, cells: Cells, row: int, column: int, count: int, *, is_here: bool) -> None:
        look, fold = self.look, self.fold
        theme = look.theme
        ground, strong = (theme.selection, BOLD | chosen(theme)) if is_here else (theme.panel, 0)
        cells.put(row, 0, " " * cells.width, theme.text, ground, strong)
        together, apart = fold.known(count, True), fold.known(count, False)
        own, unseen = (together.own, together.unseen) if together is not None else (None, None)
        if is_here and fold.is_learning and fold.bead_by_bead:
            own, unseen = fold.frame.own, fold.frame.unseen
        once = fold.frame.unseen if is_here and fold.is_learning and not fold.bead_by_bead else None
        once = apart.unseen if apart is not None else once
        texts = [f"[{count}]" if is_here else f"{count} ", *map(self._figure, (own, unseen, once))]
        for index, text in enumerate(texts):
            words = fitted(text, column - 1, look.glyphs)
            colour = theme.focus if index == 0 and is_here else theme.bright if is_here else theme.text
            cells.put(row, column * (index + 1) - len(words), words, colour, ground, strong)

    def _figure(self, lengths: float | None) -> str:
        return "" if lengths is None else self.look.words.number(lengths, 1 if lengths >= 1 else 2)


def beads_in_words(fold: Fold, look: Look) -> str:
    """How many beads count now."""
    return look.words("beads let out: {n} of {all}", n=fold.let_out, all=BEADS)
