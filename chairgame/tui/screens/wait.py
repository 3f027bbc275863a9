"""The lab in the middle of a lesson: somebody has said "wait", and wants to see what they were shown."""

from chairgame.game.session.model import GameSession
from chairgame.tui.screens.lab import LabScreen


class WaitScreen(LabScreen):
    """Over the lesson, which goes on where it stood. Whatever is done here is done to a copy, and kept nowhere."""

    def __init__(self, session: GameSession) -> None:
        super().__init__(session, has_way_back=True, is_replay=True)

    def go_away(self) -> None:
        """Back to the lesson."""
        self.app.pop_screen()

    def action_leave(self) -> None:
        """Back to the lesson as well: only that one ends the game, and asks."""
        self.session.player.pause()
        self.go_away()
