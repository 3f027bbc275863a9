"""What may be done now in the level of the zoom: what its footer names, and its keys ask."""

from collections.abc import Callable

from chairgame.game.story.chips import ChipBench
from chairgame.game.story.zoom import Act, ZoomPlay


class ZoomMay:
    """Of the play of the moment, and of the race that is measured beside it."""

    def __init__(self, play: Callable[[], ZoomPlay], bench: ChipBench) -> None:
        self._play, self._bench = play, bench

    @property
    def race(self) -> bool:
        """Whether chips race."""
        play = self._play()
        return play.has_multiplied and play.act is Act.CHIPS and self._bench.race is None

    @property
    def bet(self) -> bool:
        """Whether a bet is asked for."""
        play = self._play()
        return play.bet is None or (play.act is Act.FOUNDRY and play.fewest is None)

    @property
    def take(self) -> bool:
        """Whether Enter has something to take, or to begin."""
        return self.bet or (self._play().act is Act.CHIPS and not self._play().has_multiplied)

    @property
    def grow(self) -> bool:
        """Whether another tenfold step leads farther away."""
        return self._play().act is Act.ZOOM and not self._play().has_arrived

    @property
    def choose(self) -> bool:
        """Whether arrows lead anywhere."""
        return self.bet or self._play().act is Act.FOUNDRY or self.grow

    @property
    def go_on(self) -> bool:
        """Whether Space does something."""
        return not self.take and not self.race
