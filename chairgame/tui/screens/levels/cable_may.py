"""What may be done now in the level of the cable: what its footer names, and its keys ask."""

from collections.abc import Callable

from chairgame.game.story.cable import Act, CablePlay


class CableMay:
    """Of the play of the moment; `back` is how many numbers one looks back."""

    def __init__(self, play: Callable[[], CablePlay], back: Callable[[], int]) -> None:
        self._play, self._back = play, back

    @property
    def answer(self) -> bool:
        """Whether something is to be said before it is shown."""
        play = self._play()
        return play.is_choosing_a_crew or (play.blank is not None and play.walk.is_asking)

    @property
    def accuse(self) -> bool:
        """Whether a wire is to be found."""
        return self._play().is_accusing and not self._play().is_moving

    @property
    def take(self) -> bool:
        """Whether Enter takes what is chosen."""
        return self.answer or self.accuse

    @property
    def go_on(self) -> bool:
        """Whether there is something next that needs no answer, or something to hold."""
        return not self.take

    @property
    def hold(self) -> bool:
        """Whether something moves that has to end before anything else; of the middle nobody waits for the end."""
        return self._play().is_moving and self._play().act is not Act.MIDDLE

    @property
    def take_out(self) -> bool:
        """Whether there is a middle to take out."""
        return self._play().act is Act.MIDDLE

    @property
    def look_back(self) -> bool:
        """Whether a number is there to look back at."""
        play = self._play()
        return play.act is Act.CASE and self._back() < play.walk.shown
