"""Level 6's time line: the bet and its cursor, and below it the rebuilds that held grandmother."""

from collections.abc import Callable, Hashable

from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.long_run import SPEEDS
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.seat_row import HOLDS, bet_row, seat_row
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.timeline import Timeline

CURSOR, BET = "▼", "◆"


class SitTimeline(Timeline):
    """As long as the run can be, from the beginning."""

    def __init__(self, play: Callable[[], EpochsPlay], cursor: Callable[[], int | None], look: Look) -> None:
        super().__init__(play().session, look)
        self.play, self.cursor = play, cursor

    def key(self) -> Hashable:
        """And what is marked."""
        return super().key(), self.marks(), self.speed()

    def horizon(self) -> int:
        """Where the level's run ends."""
        return self.play().run.most

    def farthest(self) -> int:
        """A bet may be about any rebuild; and a later one than has been learned is not to be seen."""
        return self.play().run.most

    def marks(self) -> list[tuple[int, str]]:
        """The first seat, the bet, the cursor; of two at one place the later is seen."""
        run, cursor = self.play().run, self.cursor()
        if run.is_wiped:
            return []
        marks = ((run.truth, HOLDS), (run.bet, BET), (cursor, CURSOR))
        return [(epoch, glyph) for epoch, glyph in marks if epoch is not None]

    def speed(self) -> str:
        """How fast rebuilds follow each other."""
        return f"×{SPEEDS[self.play().run.speed]}"


class SeatRow(CellsWidget):
    """One row."""

    def __init__(self, play: Callable[[], EpochsPlay], cursor: Callable[[], int | None], look: Look) -> None:
        super().__init__(id="seats")
        self.play, self.cursor, self.look = play, cursor, look

    def key(self) -> Hashable:
        """The cursor, the bet, and what is known of seats."""
        run = self.play().run
        return self.look, self.cursor(), run.seating.row, run.epoch, run.is_wiped

    def paint(self, height: int, width: int) -> Cells:
        """The question first, then the answer."""
        look, run, cursor = self.look, self.play().run, self.cursor()
        if cursor is not None:
            return bet_row(width, cursor, look.theme, look.glyphs, look.words)
        if run.truth is None or run.is_wiped:
            return Cells.blank(height, width, look.theme.text, look.theme.panel)
        return seat_row(width, run.truth, run.seating.row, run.epoch, look.theme, look.glyphs, look.words)
