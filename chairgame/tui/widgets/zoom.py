"""The stage of the zoom: heaps of dots, the chips, the foundry; one after the other."""

from collections.abc import Hashable
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.chips import ChipBench
from chairgame.game.story.zoom import Act, ZoomPlay
from chairgame.graphics.cells.cells import Cells
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.chips import chips_stage
from chairgame.tui.widgets.foundry import foundry_stage
from chairgame.tui.widgets.walk_away import walk_away_stage

FIRST_GUESS = 4


class ZoomPanel(CellsWidget):
    """What the act shows, and what the arrows have chosen."""

    def __init__(self, attempt: Attempt, bench: ChipBench, look: Look) -> None:
        super().__init__(id="zoom")
        self.attempt, self.bench, self.look = attempt, bench, look
        self.guess = FIRST_GUESS
        """The tenfold steps that the arrows have come to."""
        self.fewest = 0
        """Which of the numbers of multiplications they have come to."""

    @property
    def play(self) -> ZoomPlay:
        """The play; undo makes another one."""
        return cast(ZoomPlay, self.attempt.play)

    def key(self) -> Hashable:
        """Bets, how far the zoom is, the race, and the numbers in the foundry."""
        play, bench = self.play, self.bench
        zoom = (play.act, play.bet, self.guess, play.steps, play.shown)
        foundry = (play.fewest, self.fewest, play.multiplications, play.drops, play.look, tuple(play.outcomes))
        return self.look, zoom, (play.has_multiplied, bench.rows, bench.race), foundry

    def paint(self, height: int, width: int) -> Cells:
        """The act."""
        match self.play.act:
            case Act.ZOOM:
                return walk_away_stage(height, width, self.play, self.guess, self.look)
            case Act.CHIPS:
                return chips_stage(height, width, self.play, self.bench, self.look)
            case Act.FOUNDRY:
                return foundry_stage(height, width, self.play, self.play.setup.multiplications[self.fewest], self.look)
