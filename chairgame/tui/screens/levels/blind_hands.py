"""Where the player's hands are in the level of the blind scanners: a part that is held away from its place, a name that
is being chosen; and what may be done now. Belongs to no move.
"""

from collections.abc import Callable

from chairgame.game.story.blind import BlindPlay
from chairgame.tui.widgets.blind_notes import SPOTS


class BlindHands:
    """Over the play of the moment."""

    def __init__(self, play: Callable[[], BlindPlay]) -> None:
        self._play = play
        self.part: int | None = None
        """The part in hand."""
        self.way: str | None = None
        """Which way it is held away from its place."""
        self.cursor: int | None = None
        """The blind spot that is about to be named, while that is chosen."""

    @property
    def hold_a_part(self) -> bool:
        """Whether one is in hand."""
        return self.part is not None

    def let_go(self) -> None:
        """Of the part, and of the name."""
        self.part = self.way = self.cursor = None

    def take(self, steps: int) -> None:
        """A part; then the next one."""
        self.part = 0 if self.part is None else (self.part + steps) % len(self._play().chair.parts)
        self.way = None

    def name(self) -> None:
        """Begin to choose a name, or leave it."""
        left = self._play().left
        self.part = self.way = None
        self.cursor = None if self.cursor is not None else SPOTS.index(left[0]) if left else 0

    def choose(self, steps: int) -> None:
        """The next name that no scan has ruled out."""
        left = [SPOTS.index(spot) for spot in self._play().left]
        if self.cursor in left:
            self.cursor = left[(left.index(self.cursor) + steps) % len(left)]

    def take_move(self) -> str | None:
        """The move that Enter makes of what is chosen or held; None where nothing is."""
        if self.cursor is not None:
            cursor, self.cursor = self.cursor, None
            return f"name {SPOTS[cursor].value}"
        if self.part is not None and self.way is not None:
            way, self.way = self.way, None
            return f"probe {self._play().chair.labels[self.part]} {way}"
        return None


class BlindMay:
    """What may be done now: what the footer names."""

    def __init__(self, play: Callable[[], BlindPlay]) -> None:
        self._play = play

    @property
    def go_on(self) -> bool:
        """Whether Space leads on."""
        play = self._play()
        return play.can_run or play.can_go_on or play.noise is not None

    @property
    def sit(self) -> bool:
        """Whether there is something to sit on."""
        play = self._play()
        return play.noise is None and play.case.has_learned

    @property
    def end(self) -> bool:
        """Whether the hiss has been listened through, and nothing runs."""
        play = self._play()
        best = None if play.noise is None or not play.noise.is_over else play.noise.best_cm
        return best is not None and best < play.setup.enough_cm
