"""The play of the cable: one error runs back through a small brain, and each number is said before it appears.

Four cases in whole numbers. Three numbers of each are blanks (`answer B`); the others fill in by themselves. Then the
wire that helps most when it is nudged is to be found (`accuse C`): not by a formula, but by building and scanning with
it nudged. After the cases (`next`) comes why there is a middle (`middle` takes it out and back in), then who is to turn
wires, the guiltiest, ten, or all (`foretell C`), and the count: `nudge` finds all slopes of the lab's brain by a build
for each, `listen` by one backward pass.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from typing import ClassVar

import numpy as np

from chairgame.game.story.blanks import LETTERS, Blank, blank_of
from chairgame.game.story.cable_case import Case, CaseWalk
from chairgame.game.story.cable_facts import case_facts, end_facts
from chairgame.game.story.cable_setup import CableSetup, CaseSetup, VariantSetup
from chairgame.game.story.cable_words import LESSONS, misread, wrongly_accused
from chairgame.game.story.crews import Crew, Crews
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.middle import MiddleRun
from chairgame.game.story.pace import Pace
from chairgame.game.story.play import IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.slope_count import SlopeCount
from chairgame.game.story.small_brain import WIRES, SmallBrain, step_named
from chairgame.text.catalogue import N_

REBUILDS_A_SECOND = 25  # of the middle and of the crews
ALL_AT_ONCE = 1e6  # seconds after which everything would long be over
COUNT_SECONDS = 7.0  # that all the builds of the finale take to watch
VARIANTS = 16  # that are remembered: attempts are replayed again and again
GATHERS_SPEED = 3  # the power of time at which they come: the first ones can be seen one by one


class Act(Enum):
    """What is on the screen."""

    CASE = "case"
    MIDDLE = "middle"
    EVERYBODY = "everybody"
    COUNT = "count"


class CablePlay(LevelPlay):
    """Four cases, why there is a middle, who is to turn wires, and the count."""

    final = ("answer", "foretell")
    learns = True

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(CableSetup)
        variant = setup.variant(level.seed)
        self.cases, self._blanks = cases_of(variant, setup.nudge)
        self.seed = variant.seed
        self.act, self.number = Act.CASE, 0
        self.walk = self._walk_of(0)
        self.found = self.accusations = 0
        self.answers: list[bool] = []
        """For each blank that was filled, in their order, whether it was right at the first try."""
        self.middle: MiddleRun | None = None
        self.crews: Crews | None = None
        self.bet: int | None = None
        self.slopes: SlopeCount | None = None
        self.is_nudging = self.has_listened = False
        self.pace = Pace()
        """How fast all that moves moves; `is_held` is whether it stands for now."""
        self.is_held = False
        self._watched = 0.0

    def _walk_of(self, number: int) -> CaseWalk:
        return CaseWalk(self.cases[number], self._blanks[number])

    @property
    def case(self) -> Case:
        """The case on the screen, or the last one."""
        return self.walk.case

    @property
    def blank(self) -> Blank | None:
        """The number that is asked for, whether it is to be seen yet or not."""
        return self.walk.blank if self.act is Act.CASE else None

    @property
    def is_accusing(self) -> bool:
        """Whether a wire is to be found."""
        return self.act is Act.CASE and self.walk.is_accusing

    @property
    def case_is_closed(self) -> bool:
        """Whether the case on the screen is solved."""
        return self.act is Act.CASE and self.walk.is_closed

    @property
    def is_before_the_middle(self) -> bool:
        """Whether the four parts are on the screen."""
        return self.act is Act.MIDDLE

    @property
    def is_choosing_a_crew(self) -> bool:
        """Whether it is to be said who turns wires."""
        return self.act is Act.EVERYBODY and self.bet is None

    @property
    def blanks(self) -> int:
        """How many there are in all cases."""
        return sum(len(case.blanks) for case in self.cases)

    @property
    def foretold(self) -> int:
        """How many blanks were right at the first try."""
        return sum(self.answers)

    @property
    def is_spent(self) -> bool:
        """Whoever has answered anything gets other numbers."""
        return bool(self.answers)

    @property
    def count(self) -> int:
        """Par counts accusations."""
        return self.accusations

    @property
    def weight_changes(self) -> int:
        """The wires that the crews' signals have turned; the guilty ones of the cases were the player's."""
        return 0 if self.crews is None else self.crews.changes

    # Moves

    def _answer(self, letter: str) -> None:
        walk, blank, option = self.walk, self.blank, _option(letter)
        if blank is None or option in walk.struck:
            raise IllegalMoveError("no blank is open, or the option is struck out")
        is_first = not walk.struck
        if walk.answer(option):
            self.answers.append(is_first)
        else:
            self.news = misread(self.case.brain, blank.step, blank.options[option])

    def _accuse(self, name: str) -> None:
        if not self.is_accusing or name not in WIRES:
            raise IllegalMoveError("nothing is to be judged now, or no such wire")
        self.accusations += 1
        verdict = self.walk.accuse(WIRES.index(name))
        self.found += verdict.is_guilty
        if verdict.is_guilty:
            self.say(LESSONS[self.case.lesson], wire=name)
        else:
            self.news = wrongly_accused(name, verdict.saved_cm, verdict.most_cm)

    def _next(self) -> None:
        match self.act:
            case Act.CASE if self.walk.is_closed and self.number + 1 < len(self.cases):
                self.number += 1
                self.walk = self._walk_of(self.number)
            case Act.CASE if self.walk.is_closed:
                self.act, self.middle = Act.MIDDLE, MiddleRun(self.seed, has_middle=True)
            case Act.MIDDLE:
                crews = [Crew(crew.wires, crew.rate) for crew in self.setup.crews]
                self.act, self.crews = Act.EVERYBODY, Crews(self.setup.chair, self.seed, crews, self.setup.rebuilds)
            case Act.EVERYBODY if self.bet is not None:
                self.skip()  # what they came to is told from now on
                self.act, self.slopes = Act.COUNT, SlopeCount(self.setup.chair, self.seed)
            case _:
                raise IllegalMoveError("something is to be done here first")
        self._watched = 0.0

    def _middle(self) -> None:
        if self.act is not Act.MIDDLE or self.middle is None:
            raise IllegalMoveError("there is no middle to take out")
        self.middle = MiddleRun(self.seed, has_middle=not self.middle.has_middle)
        self._watched = 0.0

    def _foretell(self, letter: str) -> None:
        option = _option(letter)
        if self.act is not Act.EVERYBODY or self.bet is not None:
            raise IllegalMoveError("nothing is to be foretold")
        self.bet, self._watched = option, 0.0

    def _nudge(self) -> None:
        if self.slopes is None or self.is_nudging:
            raise IllegalMoveError("not now")
        self.is_nudging, self._watched = True, 0.0

    def _listen(self) -> None:
        if self.slopes is None or not self.is_nudging or self.has_listened:
            raise IllegalMoveError("not now")
        self.slopes.build_up_to(self.slopes.needed)
        self.slopes.listen()
        self.has_listened = True
        self.say(N_("One pass back, and every slope is there. That is backpropagation. Space goes on."))

    VERBS: ClassVar[Verbs] = {
        "answer": _answer,
        "accuse": _accuse,
        "next": _next,
        "middle": _middle,
        "foretell": _foretell,
        "nudge": _nudge,
        "listen": _listen,
    }

    def random_move(self, rng: np.random.Generator) -> str:
        """Answers anything, accuses anybody, goes on."""
        if self.blank is not None:
            left = [option for option in range(len(LETTERS)) if option not in self.walk.struck]
            return f"answer {LETTERS[rng.choice(left)]}"
        if self.is_accusing:
            return f"accuse {WIRES[rng.integers(len(WIRES))]}"
        if self.act is Act.EVERYBODY and self.bet is None:
            return f"foretell {LETTERS[rng.integers(len(LETTERS))]}"
        if self.act is Act.COUNT:
            return "listen" if self.is_nudging else "nudge"
        return "middle" if self.act is Act.MIDDLE and rng.random() < 0.3 else "next"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """What was foretold and found, what is asked now, and what came of the end's runs."""
        return {**case_facts(self), **end_facts(self)}

    def scores(self) -> tuple[Score, ...]:
        """What was foretold, and what the slopes of a whole brain cost in both ways."""
        you = Score(N_("you"), "{n} foretold", "{n} foretold", self.foretold)
        if self.slopes is None or not self.has_listened:
            return (you,)
        return (
            you,
            Score(N_("nudging"), "{n} build", "{n} builds", self.slopes.needed),
            Score(N_("backpropagation"), "{n} pass back", "{n} passes back", 1),
        )

    def figure(self) -> tuple[float, float, str] | None:
        """How many numbers were foretold, of twelve."""
        return 0.0, float(self.foretold), N_("of 12")

    # Numbers fill in, the part swings, brains learn, builds are counted: all takes its time

    @property
    def is_moving(self) -> bool:
        """Whether anything is still on its way."""
        match self.act:
            case Act.CASE:
                return self.walk.is_moving
            case Act.MIDDLE:
                return self.middle is not None and not self.middle.is_complete
            case Act.EVERYBODY:
                return self.bet is not None and self.crews is not None and not self.crews.is_complete
            case Act.COUNT:
                return self.is_nudging and self.slopes is not None and not self.slopes.is_complete

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """A number more, a little further, a few rebuilds."""
        if not self.is_moving or self.is_held:
            return False
        seconds *= self.pace.speed
        self._watched += seconds
        if self.act is Act.CASE:
            self.walk.tick(seconds)
        elif self.act is Act.COUNT:
            self._count_on(may_learn)
        else:
            self._rebuild_on(may_learn)
        return True

    def _rebuild_on(self, may_learn: Callable[[], bool]) -> None:
        run = self._run
        due = 1 + int(self._watched * REBUILDS_A_SECOND)
        while run.rebuilds < due and not run.is_complete and may_learn():
            run.rebuild()

    def _count_on(self, may_learn: Callable[[], bool]) -> None:
        """Build on: one by one at first, then in heaps."""
        assert self.slopes is not None
        share = min(1.0, self._watched / COUNT_SECONDS) ** GATHERS_SPEED
        due = 1 + int(share * self.slopes.wires)
        while self.slopes.builds < due and may_learn():
            self.slopes.build_up_to(self.slopes.builds + 1)

    def hold(self) -> None:
        """Let what moves stand, or go on; no move, since nothing is decided by it."""
        self.is_held = self.is_moving and not self.is_held and self._watched < ALL_AT_ONCE

    def hurry(self) -> None:
        """To the end of what moves: of a case at once, of what learns as fast as it can be worked out."""
        self.is_held = False
        if self.act is Act.CASE:
            self.walk.skip()
        else:
            self._watched = ALL_AT_ONCE

    def skip(self) -> None:
        """All of it at once."""
        self.is_held = False
        self.walk.skip()
        while self.act in (Act.MIDDLE, Act.EVERYBODY) and self.is_moving:
            self._run.rebuild()
        if self.slopes is not None and self.is_nudging:
            self.slopes.build_up_to(self.slopes.needed)

    @property
    def _run(self) -> MiddleRun | Crews:
        """What rebuilds now."""
        run = self.middle if self.act is Act.MIDDLE else self.crews
        assert run is not None
        return run


def _option(letter: str) -> int:
    """The number of an option. Raises IllegalMoveError."""
    if len(letter) != 1 or letter not in LETTERS:
        raise IllegalMoveError(f"{letter!r} is no option")
    return LETTERS.index(letter)


@lru_cache(VARIANTS)
def cases_of(variant: VariantSetup, nudge: float) -> tuple[tuple[Case, ...], tuple[tuple[Blank, ...], ...]]:
    """A variant's cases with their blanks; which options these have comes from the variant's seed."""
    cases = tuple(_case_of(case, nudge) for case in variant.cases)
    return cases, tuple(_blanks_of(case, variant.seed, number) for number, case in enumerate(cases))


def _blanks_of(case: Case, seed: int, number: int) -> tuple[Blank, ...]:
    streams = (np.random.default_rng([seed, number, place]) for place in range(len(case.blanks)))
    return tuple(map(blank_of, repeat(case.brain), case.blanks, streams))


def _case_of(setup: CaseSetup, nudge: float) -> Case:
    brain = SmallBrain.of(setup.inputs, setup.weights, setup.wanted)
    return Case(brain, Fraction(str(nudge)), setup.lesson, tuple(step_named(name) for name in setup.blanks))
