"""One case of the cable: numbers that fill in by themselves, blanks to be filled, a wire to be accused, tried out."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from chairgame.game.story.blanks import Blank
from chairgame.game.story.small_brain import WALK, WIRES, SmallBrain, Step

FILL_SECONDS = 0.3  # that each number takes which fills in by itself
SWING_SECONDS = 0.6  # that the part takes on its cord


@dataclass(frozen=True)
class Case:
    """One error: the brain that made it, how far wires are turned, what there is to learn, and the blanks' places."""

    brain: SmallBrain
    nudge: Fraction
    lesson: str
    blanks: tuple[Step, ...]

    def turned(self, wire: int) -> SmallBrain:
        """The brain with a wire turned whichever way helps."""
        return self.brain.best_nudge(wire, self.nudge)

    @cached_property
    def saved_cm(self) -> tuple[Fraction, ...]:
        """What that saves for each of the nine wires, tried out."""
        return tuple(self.brain.off_cm - self.turned(wire).off_cm for wire in range(len(WIRES)))

    @property
    def guilty(self) -> int:
        """The wire that helps most."""
        return self.saved_cm.index(max(self.saved_cm))


@dataclass(frozen=True)
class Verdict:
    """A wire that was accused and tried out: the brain with it turned, what that saves, what the guilty one saves."""

    wire: int
    brain: SmallBrain
    saved_cm: Fraction
    most_cm: Fraction
    is_guilty: bool


class CaseWalk:
    """A case on its way from the first number to the guilty wire."""

    def __init__(self, case: Case, blanks: tuple[Blank, ...]) -> None:
        self.case, self._blanks = case, blanks
        self.struck: frozenset[int] = frozenset()
        """The options of the open blank that were tried and are wrong."""
        self.verdict: Verdict | None = None
        self._shown = self._swing = 0.0

    @property
    def blank(self) -> Blank | None:
        """The number that is asked for, whether it is to be seen yet or not."""
        return self._blanks[0] if self._blanks else None

    @property
    def known(self) -> int:
        """How many numbers of the walk are known."""
        return len(WALK) if self.blank is None else WALK.index(self.blank.step)

    @property
    def shown(self) -> int:
        """How many of them have appeared."""
        return min(self.known, int(self._shown))

    @property
    def is_asking(self) -> bool:
        """Whether a blank is to be seen."""
        return self.blank is not None and self.shown == self.known

    @property
    def is_closed(self) -> bool:
        """Whether the guilty wire is found."""
        return self.verdict is not None and self.verdict.is_guilty

    @property
    def is_accusing(self) -> bool:
        """Whether a wire is to be found."""
        return self.blank is None and not self.is_closed

    @property
    def height(self) -> float | None:
        """Where the part hangs, in units of 10 cm; nothing before it is known."""
        if self.shown <= WALK.index(Step("output")):
            return None
        start = float(self.case.brain.output)
        end = start if self.verdict is None else float(self.verdict.brain.output)
        return start + (end - start) * self._swing

    def answer(self, option: int) -> bool:
        """Fill the blank, if the option is right; else it is struck out."""
        blank = self.blank
        assert blank is not None
        if option != blank.right:
            self.struck |= {option}
            return False
        self._shown = self.known + 1.0
        self._blanks, self.struck = self._blanks[1:], frozenset()
        return True

    def accuse(self, wire: int) -> Verdict:
        """Turn the wire, build and scan."""
        case, guilty = self.case, self.case.guilty
        self._swing = 0.0
        saved, most = case.saved_cm[wire], case.saved_cm[guilty]
        self.verdict = Verdict(wire, case.turned(wire), saved, most, wire == guilty)
        return self.verdict

    @property
    def is_moving(self) -> bool:
        """Whether a number or the part is on its way."""
        return self._shown < self.known or (self.verdict is not None and self._swing < 1)

    def tick(self, seconds: float) -> None:
        """A number more, or a little further on the cord."""
        if self.verdict is None:
            self._shown = min(self._shown + seconds / FILL_SECONDS, float(self.known))
        else:
            self._swing = min(1.0, self._swing + seconds / SWING_SECONDS)

    def skip(self) -> None:
        """All of it at once."""
        self._shown, self._swing = max(self._shown, float(self.known)), 1.0
