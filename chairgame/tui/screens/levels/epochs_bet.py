"""The bet that is chosen on level 6's time line. Belongs to no move, and knows no widget."""

from collections.abc import Callable

from chairgame.game.story.long_run import LongRun

FIRST = 50  # in the middle of what can be bet on, where it tells nothing


class BetCursor:
    """The rebuild that the bet is about, while it is chosen."""

    def __init__(self, run: Callable[[], LongRun]) -> None:
        self._run = run
        self.epoch: int | None = None

    def begin(self) -> None:
        """Choose from the middle on."""
        self.epoch = FIRST

    def move(self, rebuilds: int) -> None:
        """Earlier or later, among those that nobody has seen."""
        if self.epoch is not None:
            run = self._run()
            self.epoch = min(max(run.bet_at + 1, self.epoch + rebuilds), run.most)

    def take(self) -> int | None:
        """What was chosen; from now on nothing is."""
        epoch, self.epoch = self.epoch, None
        return epoch
