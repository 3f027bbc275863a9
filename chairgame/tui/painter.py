"""When a screen of cells is painted: as soon as the terminal has kept up, and once for what comes within a moment.

Knows the widgets of its screen and nothing of what they show.
"""

from collections.abc import Callable

from textual.screen import Screen

from chairgame.tui.clockwork import Clockwork
from chairgame.tui.game import Game
from chairgame.tui.widgets.cells import CellsWidget

OWED_SECONDS = 0.3  # after which a frame that had to wait is tried again, should no answer come
SOON = 1 / 60  # seconds between two paints for the mouse


class Painter:
    """Paints what has changed on one screen."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        """`show` is how the screen shows itself: it paints in the end."""
        self._screen, self._show = screen, show
        self._owes = False
        self._is_due = False

    @property
    def owes(self) -> bool:
        """Whether a frame waits for the terminal."""
        return self._owes

    @property
    def is_due(self) -> bool:
        """Whether it is going to paint within a moment."""
        return self._is_due

    @property
    def pictures(self) -> list[CellsWidget]:
        """All widgets made of cells. A query by selector would take a tenth of a frame's time."""
        return self._screen.walk_children(CellsWidget)

    @property
    def clockwork(self) -> Clockwork | None:
        """That of a screen on which anything moves."""
        return getattr(self._screen, "clockwork", None)

    def paint(self, game: Game) -> None:
        """Paint what has changed, as soon as the terminal has kept up with what was painted before."""
        if game.may_draw():
            self._owes = False
            for widget in self.pictures:
                widget.show()
        elif not self._owes:
            self._owes = True
            self._screen.set_timer(OWED_SECONDS, self.pay)
        if self.clockwork is None or not self.clockwork.runs:
            game.nothing_moves()

    def paint_soon(self) -> None:
        """Paint once for all that the mouse does within a moment: a thousand events are not a thousand pictures."""
        if not self._is_due:
            self._is_due = True
            self._screen.set_timer(SOON, self._paint_due)

    def pay(self) -> None:
        """Paint what had to wait."""
        if self._owes:
            self._owes = False
            self._show()

    def judge_link(self, game: Game) -> None:
        """Say that something has moved, and how late that was."""
        if clockwork := self.clockwork:
            game.judge_link(clockwork.lateness())

    def _paint_due(self) -> None:
        self._is_due = False
        self._show()
