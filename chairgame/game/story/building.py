"""A play in which things are built from the heap and scanned: the phases between a move and its number."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.play import LevelPlay


@dataclass(frozen=True)
class Pace:
    """Seconds in which the last build is taken apart, the new one built, and scanned."""

    apart: float
    build: float
    scan: float

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.apart + self.build + self.scan


BUILD_SECONDS, SCAN_SECONDS = 1.3, 0.6


class BuildingPlay(LevelPlay):
    """Keeps how far the picture of the last build is. No move depends on it."""

    pace: ClassVar[Pace] = Pace(apart=0.0, build=BUILD_SECONDS, scan=SCAN_SECONDS)
    _elapsed: float | None = None

    @property
    @abstractmethod
    def chair(self) -> Chair:
        """The parts that are built."""

    @property
    @abstractmethod
    def pile(self) -> Poses:
        """The heap from which everything is built."""

    @property
    def elapsed(self) -> float:
        """Seconds since the picture began."""
        return self.pace.seconds if self._elapsed is None else self._elapsed

    def build(self, pause: float = 0.0, *, is_first: bool = False) -> None:
        """Begin the picture of a build, after a pause of so many seconds in which something else is seen; before the
        first there is nothing to take apart."""
        self._elapsed = self.pace.apart if is_first else -pause

    @property
    def is_moving(self) -> bool:
        """While it is taken apart, built and scanned."""
        return self.elapsed < self.pace.seconds

    @property
    def is_scanned(self) -> bool:
        """Whether the number of the last scan may be read."""
        return self.elapsed >= self.pace.seconds - self.pace.scan / 2

    @property
    def is_told(self) -> bool:
        """Not before the scanner has been over it."""
        return self.is_scanned

    @property
    def is_coming_apart(self) -> bool:
        """While the build before goes back to the heap."""
        return self.elapsed < self.pace.apart

    @property
    def moment(self) -> Moment:
        """The phase of the loop that the floor shows; coming apart is a build that runs backwards."""
        pace, elapsed = self.pace, self.elapsed
        if elapsed < 0:
            return Moment(None, 1.0)
        if elapsed < pace.apart:
            return Moment(Phase.BUILD, 1 - elapsed / pace.apart)
        if elapsed < pace.apart + pace.build:
            return Moment(Phase.BUILD, (elapsed - pace.apart) / pace.build)
        if self.is_moving:
            return Moment(Phase.MEASURE, (elapsed - pace.apart - pace.build) / pace.scan)
        return Moment(None, 1.0)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """The parts fly on."""
        if not self.is_moving:
            return False
        self._elapsed = self.elapsed + seconds
        return True

    def skip(self) -> None:
        """Built and scanned at once."""
        self._elapsed = None
