"""One scanner with a blind spot: the brain that learns from it, what it was asked, and what it was called."""

from functools import cached_property

from chairgame.blackbox.blind import BlindSpot
from chairgame.chair.poses import Poses
from chairgame.game.story.course import Course
from chairgame.game.story.probes import Probe, Scan, scanned, true_cm


class BlindCase:
    """From the first rebuild to the name."""

    def __init__(self, course: Course, rebuilds: int) -> None:
        self.course, self._rebuilds = course, rebuilds
        self.epoch = 0
        self.scans: list[Scan] = []
        self.wrong: list[BlindSpot] = []
        """What it was called and is not blind to."""
        self.is_closed = self.has_sat = False

    @property
    def has_learned(self) -> bool:
        """Whether all rebuilds are over."""
        return self.epoch >= self._rebuilds

    @property
    def reads_cm(self) -> float:
        """What the scanner says of the rebuild of now."""
        return self.course.distance_cm(self.epoch) or 0.0

    @cached_property
    def true_cm(self) -> float:
        """How far off the last rebuild is in truth."""
        return true_cm(self.course.chair, self._built)

    @cached_property
    def _built(self) -> Poses:
        """The last rebuild."""
        return self.course.built(self._rebuilds)

    def learn(self, rebuilds: int) -> None:
        """So many more, or as many as there are."""
        self.epoch = self.course.grown_to(min(self._rebuilds, self.epoch + rebuilds))

    def probe(self, probe: Probe) -> Scan:
        """Move a part, scan, and put it back."""
        course = self.course
        after = scanned(course.chair_name, course.spot, probe.applied_to(self._built))
        scan = Scan(probe, self.reads_cm, after)
        self.scans.append(scan)
        return scan

    def name(self, spot: BlindSpot) -> bool:
        """Say what it is blind to. Whether that is right."""
        if spot is self.course.spot:
            self.is_closed = True
        else:
            self.wrong.append(spot)
        return self.is_closed
