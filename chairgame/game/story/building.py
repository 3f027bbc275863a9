"""A play in which things are built from the heap and scanned: the two phases between a move and its number."""

from collections.abc import Callable

from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.level import Level
from chairgame.game.story.play import LevelPlay

BUILD_SECONDS, SCAN_SECONDS = 1.3, 0.6


class BuildingPlay(LevelPlay):
    """Keeps how far the picture of the last build is. No move depends on it."""

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        self.elapsed = BUILD_SECONDS + SCAN_SECONDS

    def build(self, pause: float = 0.0) -> None:
        """Begin the picture of a build, after a pause of so many seconds in which something else is seen."""
        self.elapsed = -pause

    @property
    def is_moving(self) -> bool:
        """While it is built and scanned."""
        return self.elapsed < BUILD_SECONDS + SCAN_SECONDS

    @property
    def is_scanned(self) -> bool:
        """Whether the number of the last scan may be read."""
        return self.elapsed >= BUILD_SECONDS + SCAN_SECONDS / 2

    @property
    def is_told(self) -> bool:
        """Not before the scanner has been over it."""
        return self.is_scanned

    @property
    def moment(self) -> Moment:
        """The phase of the loop that the floor shows."""
        if self.elapsed < 0:
            return Moment(None, 1.0)
        if self.elapsed < BUILD_SECONDS:
            return Moment(Phase.BUILD, self.elapsed / BUILD_SECONDS)
        if self.is_moving:
            return Moment(Phase.MEASURE, (self.elapsed - BUILD_SECONDS) / SCAN_SECONDS)
        return Moment(None, 1.0)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """The parts fly on."""
        if not self.is_moving:
            return False
        self.elapsed += seconds
        return True

    def skip(self) -> None:
        """Built and scanned at once."""
        self.elapsed = BUILD_SECONDS + SCAN_SECONDS
