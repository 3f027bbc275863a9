"""The usual chair with its seat higher and higher: as far as a brain has read it is understood, and then no more.

A view of a run for whoever looks; what is bet on is the play's. Knows no screen.
"""

from chairgame.chair.family import LARGEST, SMALLEST, USUAL
from chairgame.game.story.family_runs import FamilyRun, bent

FILM_SECONDS = 3.0
BEYOND = 8  # cm that the film goes on behind the border
READ_TO, USUAL_HEIGHT = round(LARGEST.height), round(USUAL.height)


class Bend:
    """A brain, and the height that is looked at, in cm."""

    def __init__(self, run: FamilyRun, height: int) -> None:
        self.run = run
        self.height = height
        self.is_told = False
        """Whether what the brain builds of it may be seen beyond what it has read: the bet is made."""
        self._film: float | None = None

    @property
    def shown(self) -> int:
        """The height now; in the film it rises from the usual one to behind the border."""
        if self._film is None:
            return self.height
        end = min(self.run.border + BEYOND, self.run.setup.highest_bet)
        return USUAL_HEIGHT + round((end - USUAL_HEIGHT) * self._film / FILM_SECONDS)

    @property
    def is_moving(self) -> bool:
        """Whether the film runs."""
        return self._film is not None

    def may_show(self, height: int) -> bool:
        """Whether the brain's build of a height may be seen."""
        return self.is_told or height <= READ_TO

    def off_cm(self, height: int) -> float:
        """How far off the brain builds the usual chair at a height."""
        return float(self.run.off_cm((bent(height),))[0])

    def by(self, steps: int) -> None:
        """So many cm higher; before the bet within what may be bet on, afterwards as one likes."""
        setup = self.run.setup
        lowest = round(SMALLEST.height) if self.is_told else setup.lowest_bet
        self.height = min(max(lowest, self.height + steps), setup.highest_bet)

    def tell(self) -> None:
        """The bet is made: film, and after it the border."""
        self.is_told, self._film, self.height = True, 0.0, self.run.border

    def tick(self, seconds: float) -> None:
        """Let the film run on."""
        if self._film is not None:
            self._film = None if self._film + seconds >= FILM_SECONDS else self._film + seconds

    def skip(self) -> None:
        """To the film's end."""
        self._film = None
