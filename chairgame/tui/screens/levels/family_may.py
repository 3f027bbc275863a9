"""What may be done now in the level of the family: what its footer names, and its keys ask."""

from collections.abc import Callable

from chairgame.game.story.family import FamilyPlay


class FamilyMay:
    """Of the play of the moment."""

    def __init__(self, play: Callable[[], FamilyPlay]) -> None:
        self._play = play

    @property
    def practise(self) -> bool:
        """Whether Space begins, holds or goes on."""
        play = self._play()
        return play.bend is None and (play.is_practising or play.said is not None)

    @property
    def say(self) -> bool:
        """Whether it is asked what will come of the heap."""
        play = self._play()
        return play.bend is None and not play.is_practising and play.round_of(play.chairs) is None

    @property
    def choose(self) -> bool:
        """Whether another heap may be looked at."""
        return not self._play().is_practising

    @property
    def hurry(self) -> bool:
        """Whether a film runs."""
        return self._play().is_practising or not self._play().is_told

    @property
    def bend(self) -> bool:
        """Whether there is a bet to be made, or one to be looked at again."""
        play = self._play()
        return not play.is_practising and play.bend is None and play.newest is not None
