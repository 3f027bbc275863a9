"""What a screen that shows a session does with the keys that are commands to it: pass them on, and show what changed.

Knows the session and none of the widgets.
"""

from collections.abc import Callable

from chairgame.game.session.model import GameSession
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.postcard_key import PostcardKey


class SessionScreen(PostcardKey):
    """Time and changes, by key."""

    session: GameSession
    clockwork: Clockwork

    # Time

    def action_play(self) -> None:
        """Play and pause."""
        self._do(self.session.toggle_play)

    def action_next_epoch(self) -> None:
        """One more rebuild."""
        self._do(self.session.next_epoch)

    def action_next_phase(self) -> None:
        """One more phase."""
        self._do(self.session.next_phase)

    def action_step(self, epochs: int) -> None:
        """Through time."""
        self._do(self.session.step, epochs)

    def action_to_start(self) -> None:
        """Rewind."""
        self._do(self.session.seek, 0)

    def action_to_newest(self) -> None:
        """To the run's end."""
        self._do(self.session.seek, self.session.newest)

    def action_speed(self, steps: int) -> None:
        """Faster or slower."""
        self._do(self.session.change_speed, steps)

    # Changes

    def action_grab(self) -> None:
        """A part in hand, or not."""
        self._do(self.session.grab)

    def action_peek(self) -> None:
        """Into the box."""
        self._do(self.session.toggle_peek)

    def action_volume(self, steps: int) -> None:
        """The headphones' loudness."""
        self._do(self.session.change_volume, steps)

    def action_fork(self) -> None:
        """A branch."""
        self._do(self.session.fork)

    def action_switch_branch(self) -> None:
        """The next branch."""
        self._do(self.session.switch_branch)

    def action_redo(self) -> None:
        """Do again."""
        self._do(self.session.redo)

    def action_new_brain(self) -> None:
        """Forget everything."""
        self._do(self.session.new_brain)

    # Inside

    def _do(self, command: Callable[..., None], *arguments: object) -> None:
        """Give the session a command. What was said before it is no news any more."""
        said = self.session.news
        command(*arguments)
        if self.session.news is said:
            self.session.voice.hush()
        self._changed()

    def _changed(self) -> None:
        self.clockwork.follow()
        self.show()
