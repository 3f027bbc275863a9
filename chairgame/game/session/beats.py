"""The four phases and how long each is shown. Pure: seconds in, phase and progress out; knows no clock.

Every rebuild starts from the pile. The first is shown in full, later ones ever shorter, from the eleventh on as
stop-motion cuts; at events it slows to a full cycle again.
"""

from dataclasses import dataclass
from enum import IntEnum

CUT_SECONDS = 1 / 8  # at most eight cuts a second


class Phase(IntEnum):
    """The four phases of the loop, in order."""

    BUILD = 0
    MEASURE = 1
    LISTEN = 2
    ADJUST = 3


@dataclass(frozen=True)
class Beat:
    """Seconds for each phase of one rebuild; a cut shows the assembled chair alone."""

    build: float
    measure: float
    listen: float
    adjust: float
    is_cut: bool = False

    @property
    def seconds(self) -> float:
        """The whole rebuild."""
        return self.build + self.measure + self.listen + self.adjust

    def at(self, elapsed: float) -> "Moment":
        """Which phase shows after `elapsed` seconds, and how far it is; none once the beat is over."""
        if self.is_cut or elapsed >= self.seconds:  # asked of the sum: the phases' differences round
            return Moment(None, 1.0)
        for phase, seconds in zip(Phase, (self.build, self.measure, self.listen, self.adjust), strict=True):
            if elapsed < seconds:
                return Moment(phase, max(0.0, elapsed / seconds))
            elapsed -= seconds
        return Moment(None, 1.0)

    def end_of(self, phase: Phase) -> float:
        """The last moment of a phase, in seconds from the beat's start, still within it."""
        return sum((self.build, self.measure, self.listen, self.adjust)[: phase + 1]) - 1e-6


@dataclass(frozen=True)
class Moment:
    """A phase and its progress from 0 to 1. Phase None: all four merged, in a stop-motion cut or at rest."""

    phase: Phase | None
    progress: float


FULL = Beat(2.0, 1.0, 1.5, 1.0)
SHORT = Beat(0.9, 0.45, 0.7, 0.45)
QUICK = Beat(0.25, 0.1, 0.15, 0.1)
CUT = Beat(CUT_SECONDS, 0.0, 0.0, 0.0, is_cut=True)


@dataclass(frozen=True)
class Speed:
    """A step of the speed control: how many epochs pass in a cut, or 0 for as many as can be learned in its time."""

    label: str
    epochs_per_cut: int
    always_full: bool = False


SPEEDS = (
    Speed("slow", 1, always_full=True),
    Speed("×1", 1),
    Speed("×4", 4),
    Speed("×16", 16),
    Speed("max", 0),
)
NORMAL = 1


def beat_for(epoch: int, speed: Speed, *, event: bool = False) -> Beat:
    """How a rebuild is shown: `epoch` counts from 0, `event` asks for a full cycle."""
    if speed.always_full or (event and speed.epochs_per_cut == 1):
        return FULL
    if speed.epochs_per_cut != 1:
        return CUT
    if epoch == 0:
        return FULL
    if epoch <= 2:
        return SHORT
    return QUICK if epoch <= 9 else CUT
