"""The end of the bridge: the box closes and is labelled with words, three bars breathe, part two's titles light up."""

from collections.abc import Hashable
from math import pi, sin

from chairgame.chair.catalogue import load_chair
from chairgame.game.story.crossing import BREATH_SECONDS, CHAIR, HEARD, SWEEP_SECONDS, Crossing, Station
from chairgame.game.story.halves import second_half
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.picture.chest import closed_chest
from chairgame.graphics.picture.portrait import portrait
from chairgame.terminal.depth import GlyphSet
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

LABEL_SECONDS = 1.2  # after which the box has its new label
BOX_SHARE = 0.4  # of the columns
BREATH = 0.03  # of the room for a bar, up and down
FULL, ASCII_FULL = "█", "#"


class WordsToCome(CellsWidget):
    """Left the box, right what there is to say of it."""

    def __init__(self, crossing: Crossing, look: Look) -> None:
        super().__init__(id="words")
        self.crossing, self.look = crossing, look

    def key(self) -> Hashable:
        """The station, the label, how deep the breath is, how many titles are lit."""
        return self.look, self.crossing.station, self._label(), round(self._breath(), 2), self._lit()

    def paint(self, height: int, width: int) -> Cells:
        """The box with its label, and beside it bars, or titles."""
        look, theme = self.look, self.look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        columns = round(width * BOX_SHARE)
        cells.blit(portrait(closed_chest(), height - 3, columns, look.depth, look.glyphs), 0, 0)
        label = fitted(f"[ {self._label()} ]", columns, look.glyphs)
        cells.put(height - 2, max(0, (columns - len(label)) // 2), label, theme.focus, attributes=BOLD)
        side = self._bars if self.crossing.station is Station.WORDS else self._titles
        cells.blit(side(height, width - columns - 3), 0, columns + 3)
        return cells

    def _label(self) -> str:
        """What is written on the box: a chair, then words."""
        crossing, look = self.crossing, self.look
        if crossing.station is Station.WORDS and crossing.seconds < LABEL_SECONDS:
            return load_chair(CHAIR).title_in(look.language)
        return f"{HEARD} …"

    def _breath(self) -> float:
        """From −1 to 1; nothing breathes where motion is reduced."""
        if self.look.reduced_motion or self.crossing.station is not Station.WORDS:
            return 0.0
        return sin(2 * pi * self.crossing.seconds / BREATH_SECONDS)

    def _bars(self, height: int, width: int) -> Cells:
        """`Ala   ███████████  44 %`: each as long as its share, give or take a breath."""
        look, _ = self.look, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        top = max(0, height // 2 - 5)
        cells.put(top, 0, fitted(f"{HEARD} …", width, look.glyphs), theme.bright, attributes=BOLD)
        heading = fitted(_("a newborn brain goes on with"), width, look.glyphs)
        cells.put(top + 1, 0, heading, theme.dim, attributes=quiet(theme))
        room = width - 6 - len(" 100 %")
        full = ASCII_FULL if look.glyphs is GlyphSet.ASCII else FULL
        for index, (word, share) in enumerate(self.crossing.answers):
            row = top + 3 + 2 * index
            length = max(1, round(room * (share + BREATH * self._breath())))
            cells.put(row, 0, fitted(word, 5, look.glyphs), theme.bright, attributes=BOLD)
            end = cells.put(row, 6, full * length, theme.measure)
            cells.put(row, end + 1, f"{100 * share:.0f} %", theme.bright)
        return cells

    def _lit(self) -> int:
        """How many titles of part two are bright."""
        if self.crossing.station is not Station.COMING:
            return 0
        return min(len(second_half()), int(self.crossing.seconds / SWEEP_SECONDS))

    def _titles(self, height: int, width: int) -> Cells:
        """Part two, one title after the other."""
        look, _ = self.look, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        top = max(0, height // 2 - len(second_half()))
        for index, level in enumerate(second_half()):
            is_lit = index < self._lit()
            colour, attributes = (theme.focus, BOLD) if is_lit else (theme.dim, quiet(theme))
            text = f"{level.number:>2}  {_(level.title)}"
            cells.put(top + 2 * index, 0, fitted(text, width, look.glyphs), colour, attributes=attributes)
        return cells
