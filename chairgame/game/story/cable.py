"""The play of the cable: walk one error through a 2-3-1 brain, find the guilty wire in each case, count every slope.

A case is closed by the wire that helps most when it is nudged: not by a formula, but by building and scanning with
every wire nudged. Moves: `forward N`, `backward N` and `back` walk number by number, `accuse C` names a wire, `next`
opens the next case; after the last one `nudge` counts all slopes of the lab's brain, `listen` takes one backward pass.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chairgame.game.news import Cm
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.registry import CableSetup, CaseSetup
from chairgame.game.story.slope_count import SlopeCount
from chairgame.game.story.small_brain import FORWARD, WALK, WIRES, SmallBrain
from chairgame.text.catalogue import N_

COUNT_SECONDS = 7.0  # that all the builds of the finale take to watch
GATHERS_SPEED = 3  # the power of time at which they come: the first ones can be seen one by one

LESSONS = {
    "silent": N_("Found it: {wire}! A fat wire that carries nothing has done nothing. Guilt is signal × activation."),
    "path": N_("Found it: {wire}! Thin itself, but a strong wire carries its voice on. A dead-end street is innocent."),
    "saturated": N_("Found it: {wire}! A neuron stuck near 1 or −1 has slope 0: shouting at it changes nothing."),
    "sign": N_("Found it: {wire}! The loudest slope pointed the wrong way: turned up, it would have done harm."),
}
WRONG_HELPS = N_("{wire} helps by {saved} cm. The guilty one would help by {most} cm. Look again.")
WRONG_HARMS = N_("{wire} makes it worse, by {harm} cm. The guilty one would help by {most} cm. Look again.")


@dataclass(frozen=True)
class Case:
    """One error: the brain that made it, how wires may be turned, and what there is to learn from it."""

    brain: SmallBrain
    nudges: tuple[float, ...]
    lesson: str

    @property
    def only_up(self) -> bool:
        """Whether wires can be turned up, but not down."""
        return min(self.nudges) > 0

    def saved_cm(self) -> tuple[float, ...]:
        """What nudging each of the nine wires saves, in cm, tried out."""
        return tuple(self.brain.saved_cm(wire, self.nudges) for wire in range(len(WIRES)))

    def guilty(self) -> int:
        """The wire that helps most."""
        return int(np.argmax(self.saved_cm()))


@dataclass(frozen=True)
class Verdict:
    """A wire that was accused and tried out: what turning it saves, and what the guilty one saves, in cm."""

    wire: int
    saved_cm: float
    most_cm: float
    is_guilty: bool


class CablePlay(LevelPlay):
    """Four cases, then the count."""

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(CableSetup)
        self.cases = tuple(case_of(case, setup.nudge) for case in setup.cases)
        self.number = 0
        self.found = self.accusations = self.blind = 0
        self.slopes: SlopeCount | None = None
        self.is_nudging = self.has_listened = False
        self._watched = 0.0
        self._open_case()

    def _open_case(self) -> None:
        self.step, self._farthest = 0, 0
        self.verdict: Verdict | None = None

    @property
    def case(self) -> Case:
        """The case on the screen."""
        return self.cases[self.number]

    @property
    def in_finale(self) -> bool:
        """Whether all cases are closed and left behind."""
        return self.slopes is not None

    @property
    def is_closed(self) -> bool:
        """Whether the case's guilty wire is found."""
        return self.verdict is not None and self.verdict.is_guilty

    @property
    def is_scanned(self) -> bool:
        """Whether the error is known: before that there is nobody to accuse."""
        return self.step >= len(FORWARD)

    @property
    def count(self) -> int:
        """Par counts accusations."""
        return self.accusations

    # Moves

    def _forward(self, numbers: int = 1) -> None:
        self._walk(numbers, 0, len(FORWARD))

    def _backward(self, numbers: int = 1) -> None:
        self._walk(numbers, len(FORWARD), len(WALK))

    def _walk(self, numbers: int, start: int, end: int) -> None:
        if self.in_finale or numbers < 1 or not start <= self.step < end or self.step + numbers > end:
            raise IllegalMoveError("the walk does not lead there")
        self.step += numbers
        self._farthest = max(self._farthest, self.step)

    def _back(self, numbers: int = 1) -> None:
        if self.in_finale or not 1 <= numbers <= self.step:
            raise IllegalMoveError("there is nothing to go back to")
        self.step -= numbers

    def _accuse(self, name: str) -> None:
        if self.in_finale or self.is_closed or not self.is_scanned or name not in WIRES:
            raise IllegalMoveError("nothing is to be judged now, or no such wire")
        wire, saved = WIRES.index(name), self.case.saved_cm()
        guilty = self.case.guilty()
        self.accusations += 1
        self.verdict = Verdict(wire, saved[wire], saved[guilty], wire == guilty)
        if wire == guilty:
            self.found += 1
            self.blind += self._farthest <= len(FORWARD)
            self.say(LESSONS[self.case.lesson], wire=name)
        elif saved[wire] < -0.05:
            self.say(WRONG_HARMS, wire=name, harm=Cm(-saved[wire]), most=Cm(saved[guilty]))
        else:
            self.say(WRONG_HELPS, wire=name, saved=Cm(abs(saved[wire])), most=Cm(saved[guilty]))

    def _next(self) -> None:
        if self.in_finale or not self.is_closed:
            raise IllegalMoveError("the case is not closed")
        if self.number + 1 < len(self.cases):
            self.number += 1
            self._open_case()
        else:
            self.slopes = SlopeCount(self.setup.chair, self.level.seed)

    def _nudge(self) -> None:
        if self.slopes is None or self.is_nudging:
            raise IllegalMoveError("not now")
        self.is_nudging = True

    def _listen(self) -> None:
        if self.slopes is None or not self.is_nudging or self.has_listened:
            raise IllegalMoveError("not now")
        self.slopes.build_up_to(self.slopes.needed)
        self.slopes.listen()
        self.has_listened = True
        self.say(N_("One pass back, and every slope is there. That is backpropagation. Space goes on."))

    VERBS: ClassVar[Verbs] = {
        "forward": _forward,
        "backward": _backward,
        "back": _back,
        "accuse": _accuse,
        "next": _next,
        "nudge": _nudge,
        "listen": _listen,
    }

    def random_move(self, rng: np.random.Generator) -> str:
        """Walks, accuses anybody, goes on."""
        if self.in_finale:
            return "listen" if self.is_nudging else "nudge"
        if self.is_closed:
            return "next"
        if self.is_scanned and rng.random() < 0.6:
            return f"accuse {WIRES[rng.integers(len(WIRES))]}"
        if not self.is_scanned:
            return f"forward {rng.integers(1, len(FORWARD) - self.step + 1)}"
        return "backward" if self.step < len(WALK) else "back"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Cases found, accusations, cases closed without a step back, and the count."""
        facts: dict[str, Fact] = {
            "case": self.number + 1,
            "cases": len(self.cases),
            "found": self.found,
            "accusations": self.accusations,
            "blind": self.blind,
            "step": self.step,
            "scanned": self.is_scanned,
            "closed": self.is_closed,
            "wrong": self.verdict is not None and not self.is_closed,
            "finale": self.in_finale,
            "nudging": self.is_nudging,
            "listened": self.has_listened,
        }
        if not self.in_finale:
            facts[f"in_{self.case.lesson}"] = not self.is_closed
        if self.slopes is not None:
            facts["builds_needed"] = self.slopes.needed
        if self.slopes is not None and self.has_listened:
            facts["digits"] = int(-np.log10(self.slopes.largest_difference / self.slopes.steepest))
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Accusations, and what the slopes of a whole brain cost in both ways."""
        rows = [
            Score(N_("you"), "{n} accusation", "{n} accusations", self.accusations),
            Score(N_("par"), "{n} accusation", "{n} accusations", self.level.par),
        ]
        if self.slopes is not None and self.has_listened:
            rows += [
                Score(N_("nudging"), "{n} build", "{n} builds", self.slopes.needed),
                Score(N_("backpropagation"), "{n} build, one pass back", "{n} builds, one pass back", 1),
            ]
        return tuple(rows)

    # The count takes its time

    @property
    def is_moving(self) -> bool:
        """Whether builds are still being counted."""
        return self.slopes is not None and self.is_nudging and not self.slopes.is_complete

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Build on: one by one at first, then in heaps."""
        if self.slopes is None or not self.is_moving:
            return False
        self._watched += seconds
        share = min(1.0, self._watched / COUNT_SECONDS) ** GATHERS_SPEED
        due = 1 + int(share * self.slopes.wires)
        while self.slopes.builds < due and may_learn():
            self.slopes.build_up_to(self.slopes.builds + 1)
        return True

    def skip(self) -> None:
        """All the builds at once."""
        if self.slopes is not None and self.is_nudging:
            self.slopes.build_up_to(self.slopes.needed)


def case_of(setup: CaseSetup, nudge: float) -> Case:
    """A case as a level's set-up has it."""
    first, second = setup.inputs
    nudges = (nudge,) if setup.only_up else (nudge, -nudge)
    return Case(SmallBrain((first, second), setup.weights, setup.wanted), nudges, setup.lesson)
