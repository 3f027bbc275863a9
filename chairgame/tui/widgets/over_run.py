"""A widget over the attempt of a level of runs: it looks at the play of the moment. Knows nothing of what it shows."""

from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.volume_run import VolumePlay
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class OverRun(CellsWidget):
    """To be shown beside or below the run."""

    def __init__(self, name: str, attempt: Attempt, look: Look) -> None:
        super().__init__(id=name)
        self.attempt, self.look = attempt, look

    @property
    def play(self) -> VolumePlay:
        """The play; undo makes another one."""
        return cast(VolumePlay, self.attempt.play)
