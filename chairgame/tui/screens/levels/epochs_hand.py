"""The hand of the level of epochs, by key: it takes the worst part, carries it, and lets go. Knows no widget."""

from collections.abc import Callable

from chairgame.game.session.hand import STEP_CM
from chairgame.game.story.epochs import EpochsPlay


class Hand:
    """Turns keys into moves of the play of the moment."""

    def __init__(self, play: Callable[[], EpochsPlay], move: Callable[[str], None]) -> None:
        self._play, self._move = play, move

    @property
    def is_full(self) -> bool:
        """Whether it holds a part."""
        return self._play().grip.part is not None

    def grab(self) -> None:
        """The worst part, or let go."""
        self._move("let" if self.is_full else f"grab {self._play().session.rebuild.worst_parts()[0]}")

    def carry(self, x: int, y: int, z: int) -> None:
        """The part by so many steps, if there is one."""
        if self.is_full:
            step = round(STEP_CM)
            self._move(f"carry {x * step} {y * step} {z * step}")

    def reach(self, steps: int) -> None:
        """Towards the back, or the front."""
        self.carry(0, steps, 0)
