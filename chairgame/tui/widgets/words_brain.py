"""The first bench of words mode, as its screen shows it."""

from collections.abc import Hashable

from chairgame.game.words.brain import BrainBench
from chairgame.game.words.samples import Agreement
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.brain_bench import BenchPicture
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class BrainPanel(CellsWidget):
    """Shows one bench; `shows_wires` puts what lifts the chosen word in the place of all weights."""

    shows_wires = False

    def __init__(self, bench: BrainBench, language: Agreement | None, look: Look) -> None:
        super().__init__(id="bench")
        self.bench, self.language, self.look = bench, language, look

    def key(self) -> Hashable:
        """The brain shown, the place, what was said, and how it would be drawn."""
        bench = self.bench
        shown = bench.history, bench.epoch, bench.history.newest, bench.branch.name, len(bench.branches), bench.state
        speech = bench.speaker.said, bench.speaker.temperature, bench.speaker.goes_on
        looked_at = bench.gaze.place, bench.gaze.chosen, self.shows_wires
        return self.look, shown, speech, looked_at, bench.playing, bench.settings

    def paint(self, height: int, width: int) -> Cells:
        """The picture is drawn elsewhere."""
        look = self.look
        picture = BenchPicture(
            self.bench,
            look.theme,
            look.glyphs,
            look.words,
            shows_wires=self.shows_wires,
            language=self.language,
        )
        return picture.drawn(height, width)
