"""What may be done now in the level of the repair: what its footer names, and its keys ask."""

from collections.abc import Callable

from chairgame.game.story.repair import Act, RepairPlay


class RepairMay:
    """Of the play of the moment."""

    def __init__(self, play: Callable[[], RepairPlay]) -> None:
        self._play = play

    @property
    def turn(self) -> bool:
        """Whether wires are turned by hand."""
        return self._play().act is Act.REPAIR

    @property
    def bet(self) -> bool:
        """Whether there is a bet."""
        return self._play().act is Act.BET

    @property
    def choose(self) -> bool:
        """Whether the arrows have something to choose."""
        return self.turn or self.bet

    @property
    def write(self) -> bool:
        """Whether a sentence is to be typed."""
        return self._play().act is Act.OWN

    @property
    def go_on(self) -> bool:
        """Whether Space leads on."""
        return self._play().can_run or self.end

    @property
    def end(self) -> bool:
        """Whether a sentence has been recited, and nothing runs."""
        return self._play().recited > 0 and not self._play().can_run
