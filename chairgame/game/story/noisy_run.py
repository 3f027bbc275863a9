"""Runs in the hiss: one knob, a newborn brain each time. Knows no scanner that is blind."""

from dataclasses import dataclass

from chairgame.game.story.course import Course


@dataclass(frozen=True)
class NoisyOutcome:
    """A run that is over: the volume at its end, whether it was turned on the way, and how far off the chair is."""

    rate: float
    is_steered: bool
    distance_cm: float


class NoisyRun:
    """The run of now, and what came of those before it."""

    def __init__(self, course: Course, rates: tuple[float, ...], rebuilds: int) -> None:
        self.course, self.rates, self._rebuilds = course, rates, rebuilds
        self.epoch = self.learned = 0
        self.outcomes: list[NoisyOutcome] = []

    @property
    def rate(self) -> float:
        """The volume now."""
        return self.course.rate

    @property
    def is_over(self) -> bool:
        """Whether all rebuilds are over."""
        return self.epoch >= self._rebuilds

    @property
    def runs(self) -> int:
        """How many are over."""
        return len(self.outcomes)

    @property
    def best_cm(self) -> float | None:
        """How far off the best of them is."""
        return min((outcome.distance_cm for outcome in self.outcomes), default=None)

    @property
    def first_cm(self) -> float:
        """How far off a newborn brain is."""
        return self.course.distance_cm(0) or 0.0

    def learn(self, rebuilds: int) -> None:
        """So many more, or as many as there are."""
        before, self.epoch = self.epoch, self.course.grown_to(min(self._rebuilds, self.epoch + rebuilds))
        self.learned += self.epoch - before
        if self.is_over:
            distance = self.course.distance_cm(self.epoch)
            assert distance is not None  # these volumes burn nothing
            self.outcomes.append(NoisyOutcome(self.rate, bool(self.course.turns), distance))

    def turn(self, rate: float) -> None:
        """Another volume: from here on; after the end of a run for the next one."""
        if self.is_over:
            self.begin(rate)
        else:
            self.course = self.course.turned(self.epoch, rate)

    def begin(self, rate: float) -> None:
        """A newborn brain."""
        self.course, self.epoch = self.course.turned(0, rate), 0
