"""What a screen that shows a session does with the keys that are commands to it: pass them on, and show what changed.

Knows the session and none of the widgets.
"""

from collections.abc import Callable
from operator import attrgetter

from chairgame.game.session.model import GameSession
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.screens.base import GameScreen


class SessionScreen(GameScreen):
    """Commands by key: `tell('fork')` is one of the session, `tell('voice.hush')` one of a part of it. Textual hands on
    one argument, and no more."""

    session: GameSession
    clockwork: Clockwork

    def action_tell(self, command: str, *arguments: object) -> None:
        """What a key says."""
        self.tell(attrgetter(command)(self.session), *arguments)

    def tell(self, command: Callable[..., object], *arguments: object) -> None:
        """Give the session a command; it waits for its turn. What was said before it is no news any more."""
        self.session.voice.hush()  # before it: it may say the same once more
        self.session.in_turn(command, *arguments)
        self.changed()

    def changed(self) -> None:
        """Let time run or stand, and show what there is now."""
        self.clockwork.follow()
        self.show()
