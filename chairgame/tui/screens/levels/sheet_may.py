"""What may be done now in the level of the instruction sheet: what its footer names, and its keys ask."""

from collections.abc import Callable

from chairgame.game.story.sheet_play import Act, SheetPlay
from chairgame.tui.widgets.sheet_desk import Desk


class SheetMay:
    """Of the play of the moment, and of where the player's hands are."""

    def __init__(self, play: Callable[[], SheetPlay], desk: Desk) -> None:
        self._play, self._desk = play, desk

    @property
    def enter(self) -> bool:
        """Whether there is something to swap, to run, to bet."""
        play = self._play()
        if play.act is Act.WATCH:
            return self.raise_bet
        return not play.is_sorted if play.act is Act.SORT else play.scanned_cm is None

    @property
    def go_on(self) -> bool:
        """Whether something comes next that needs nothing more."""
        play = self._play()
        if play.act is Act.SORT:
            return play.is_sorted
        return play.is_built and not play.needs_bet and not play.has_watched_all

    @property
    def go_sideways(self) -> bool:
        """Whether arrows to the sides do something."""
        play = self._play()
        is_sorting_over = play.act is Act.SORT and play.is_sorted
        return (not play.watched and not is_sorting_over) or self.strike or self.raise_bet

    @property
    def choose_line(self) -> bool:
        """Whether there are lines to choose from, or a bet to raise."""
        return self._play().act is Act.WRITE or self.strike or self.raise_bet

    @property
    def tab(self) -> bool:
        """Whether a line has other words, or both programs may be looked at."""
        return self._play().act is Act.WRITE or self._play().has_watched_all

    @property
    def bet(self) -> bool:
        """Whether a bet is waited for."""
        return self._play().needs_bet and not self.raise_bet

    @property
    def raise_bet(self) -> bool:
        """Whether a bet is being made."""
        return self._desk.bet is not None

    @property
    def strike(self) -> bool:
        """Whether both programs are looked at."""
        return self._desk.has_programs

    @property
    def hurry(self) -> bool:
        """Whether a film runs."""
        return self._play().film < 1
