"""The chart of the work: of each level what was done by hand, what the machine changed, and what the hand held."""

from textwrap import wrap

from chairgame.game.story.deeds import Deed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.large import large_in_words

HAND, MACHINE, HELD = 22, 29, 43  # columns, where each ends or begins


def work_chart(height: int, width: int, deeds: tuple[Deed, ...], look: Look) -> Cells:
    """A row for each level; below them the sentence that they come to."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(height, width, theme.text, theme.panel)
    headings = f"{_('hand'):>{HAND + 6}} {_('machine'):>{HELD - MACHINE - 1}}  {_('in your hand')}"
    cells.put(0, 0, fitted(headings, width, look.glyphs), theme.dim, attributes=quiet(theme))
    for row, deed in enumerate(deeds, start=1):
        _put_deed(cells, row, deed, look)
    moral = _("The work did not vanish, it moved. Who chooses the data and the scanner chooses everything.")
    for row, line in enumerate(wrap(moral, width - 2), start=len(deeds) + 2):
        cells.put(row, 1, fitted(line, width - 2, look.glyphs), theme.focus, attributes=BOLD)
    return cells


def _put_deed(cells: Cells, row: int, deed: Deed, look: Look) -> None:
    theme, _ = look.theme, look.words
    cells.put(row, 0, fitted(f"{deed.number:>2} {_(deed.title)}", HAND - 1, look.glyphs), theme.text)
    hand = "–" if deed.hand is None else _.whole(deed.hand)
    machine = "–" if deed.machine is None else large_in_words(deed.machine, _)
    cells.put(row, HAND, fitted(f"{hand:>6}", 6, look.glyphs), theme.bright, attributes=BOLD)
    cells.put(
        row,
        MACHINE,
        fitted(f"{machine:>{HELD - MACHINE - 1}}", HELD - MACHINE, look.glyphs),
        theme.measure,
        attributes=BOLD,
    )
    cells.put(row, HELD + 1, fitted(_(deed.held), cells.width - HELD - 1, look.glyphs), theme.text)
