"""Level 2: slopes by nudging, then leaps along the straight line that they promise. Knows no screen.

A build with one dial turned is a nudge: it tells the dial's slope, and the dial springs back, so that all slopes are
from one place. A build with several turned is a leap, and the dials stay. A number that is known costs no build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chairgame.chair.parts import FloatArray
from chairgame.game.news import Cm, Count, News, SignedCm
from chairgame.game.story.dials import AT_START, CLICK, DIALS, Clicks, DialsPlay
from chairgame.game.story.first_setups import ScannerSetup
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import IllegalMoveError, Score, Verbs
from chairgame.text.catalogue import N_

LEAST_LEAP = 2  # dials
GREAT_LEAP_CM = 10.0  # from where on it is no "only"


@dataclass(frozen=True)
class StraightLine:
    """What slopes promise: the distance at the place where they were measured, and cm per click of the known dials."""

    place: Clicks
    place_cm: float
    slopes: Mapping[int, float]

    def promise(self, clicks: Clicks) -> float:
        """The distance with the dials at some clicks, if the hill did not bend; a dial without a slope counts 0."""
        return self.place_cm + sum(slope * (clicks[dial] - self.place[dial]) for dial, slope in self.slopes.items())

    def unknown(self, clicks: Clicks) -> tuple[int, ...]:
        """The dials of which the promise knows nothing."""
        return tuple(dial for dial in range(DIALS) if clicks[dial] != self.place[dial] and dial not in self.slopes)


@dataclass(frozen=True)
class Build:
    """A line of the notebook."""

    clicks: Clicks
    """Where the dials stood."""
    turns: Clicks
    """By how much they were turned for it."""
    distance_cm: float
    best_cm: float
    """The best number before it."""
    promised_cm: float | None = None
    """The distance that the straight line promised for it; None where none of its dials had a slope."""

    @property
    def turned(self) -> tuple[int, ...]:
        """The dials that were turned."""
        return tuple(dial for dial, clicks in enumerate(self.turns) if clicks)

    @property
    def is_leap(self) -> bool:
        """Whether several dials were turned."""
        return len(self.turned) >= LEAST_LEAP

    @property
    def saved_cm(self) -> float:
        """By how much it is below the best number before it: to walk uphill first earns nothing."""
        return self.best_cm - self.distance_cm


class ScannerPlay(DialsPlay):
    """Twelve builds after the given one: each buys a slope, or is a leap."""

    final = ("scan", "return")

    def __init__(self, level: Level) -> None:
        super().__init__(level, level.setup_as(ScannerSetup))
        self.notebook = [Build(AT_START, AT_START, self.distance_cm, self.distance_cm)]
        self.line = StraightLine(AT_START, self.distance_cm, {})
        self._nudged: Clicks | None = None

    @property
    def count(self) -> int:
        """Builds after the given one."""
        return len(self.notebook) - 1

    @property
    def best(self) -> Build:
        """The build with the best number."""
        return min(self.notebook, key=lambda build: build.distance_cm)

    @property
    def best_cm(self) -> float:
        """The best number."""
        return self.best.distance_cm

    @property
    def best_outputs(self) -> FloatArray:
        """See `DialsPlay`."""
        return self.brain.heard(CLICK * np.array(self.best.clicks, float))[0]

    @property
    def leaps(self) -> tuple[Build, ...]:
        """In their order."""
        return tuple(build for build in self.notebook if build.is_leap)

    @property
    def standing(self) -> Clicks:
        """Where the dials are seen: turned as they were built with until the number is read, and only then back."""
        return self.clicks if self.is_scanned else self.notebook[-1].clicks

    @property
    def may_keep(self) -> bool:
        """Whether a dial has just sprung back that may stay where it was nudged to."""
        return self._nudged is not None

    @property
    def may_return(self) -> bool:
        """Whether the dials were left where the number is not the best one."""
        return self.home != self.best.clicks and not self.is_over

    @property
    def is_over(self) -> bool:
        """When no build is left, or no star."""
        facts = self.facts()
        return self.count >= self.most or all(star.holds(facts) for star in self.level.stars)

    def figure(self) -> tuple[float, float, str] | None:
        """From the given build to the best."""
        return self.notebook[0].distance_cm, self.best_cm, "cm"

    def facts(self) -> Mapping[str, Fact]:
        """What was built, which slopes are known, and what the best leap and the last came to."""
        leaps = self.leaps
        facts: dict[str, Fact] = {
            "builds": self.count,
            "left": self.most - self.count,
            "measured": len(self.line.slopes),
            "turned": len(self.turned),
            "leaps": len(leaps),
            "best_cm": self.best_cm,
        }
        if leaps:
            longest, last = max(leaps, key=lambda leap: leap.saved_cm), leaps[-1]
            facts["saved_cm"] = max(0.0, longest.saved_cm)
            if longest.promised_cm is not None:
                facts["promised_cm"] = longest.best_cm - longest.promised_cm
            if last.promised_cm is not None:
                facts["beyond_cm"] = last.distance_cm - last.promised_cm
        return facts

    def random_move(self, rng: np.random.Generator) -> str:
        """A turn, else a build."""
        if rng.random() < 0.7 or not self.turned:
            return f"turn {rng.integers(DIALS)} {int(rng.integers(-6, 7)) or 1}"
        return "scan"

    def scores(self) -> tuple[Score, ...]:
        """The player, nudging everything, and turning at random until it is as near."""
        return (
            Score(N_("you"), "{n} build", "{n} builds", self.count, self.best_cm),
            Score(N_("every dial once"), "{n} build", "{n} builds", DIALS),
            Score(N_("random search"), "{n} build", "{n} builds", self.found_at_random),
        )

    # Moves

    def turn(self, dial: int, clicks: int) -> None:
        """The knob moves, the chair does not; said once."""
        super().turn(dial, clicks)
        self._nudged = None
        if not self.moves:
            self.say(N_("Nothing moves yet: the brain builds anew on Enter."))

    def _scan(self) -> None:
        """Build with the dials as they are: a slope, or a leap."""
        turned = self.turned
        if self.is_over or not turned:
            raise IllegalMoveError("nothing is turned, or nothing is left")
        built = next((build for build in self.notebook if build.clicks == self.clicks), None)
        self._nudged = None
        if built is not None:
            self._stand(self.clicks if len(turned) >= LEAST_LEAP else self.home)
            self.say(N_("You know that one: {now} cm. It costs nothing, and tells nothing."), now=Cm(built.distance_cm))
        elif len(turned) >= LEAST_LEAP:
            self._leap()
        else:
            self._nudge(turned[0])

    def _nudge(self, dial: int) -> None:
        """The slope between the place where the dials were left and one beside it."""
        home_cm = next(build.distance_cm for build in self.notebook if build.clicks == self.home)
        nudged = self._built()
        slope = (nudged.distance_cm - home_cm) / nudged.turns[dial]
        self.line = StraightLine(self.home, home_cm, {**self.line.slopes, dial: slope})
        self._nudged = nudged.clicks
        self._stand(self.home)
        self.say(
            N_("Dial {dial}: {slope} cm per click. Back to where it was."), dial=Count(dial + 1), slope=SignedCm(slope)
        )

    def _leap(self) -> None:
        leap = self._built()
        self._stand(leap.clicks)
        saved = leap.saved_cm
        if leap.promised_cm is None:
            promise = News(N_("No slope promised anything."))
        else:
            promise = News(N_("Promised: {promised}."), {"promised": Cm(leap.best_cm - leap.promised_cm)})
        if saved >= GREAT_LEAP_CM:
            self.say(N_("A leap of {saved} cm. {promise}"), saved=Cm(saved), promise=promise)
        elif saved > 0:
            self.say(N_("Only {saved} cm below your best. {promise}"), saved=Cm(saved), promise=promise)
        else:
            self.say(N_("{now} cm, not below your best. {promise}"), now=Cm(leap.distance_cm), promise=promise)

    def _keep(self) -> None:
        """The dial that sprang back stays where it was nudged to: that build is known already."""
        if self._nudged is None or self.is_over:
            raise IllegalMoveError("no dial has just sprung back")
        self._stand(self._nudged)
        self._nudged = None
        self.say(N_("It stays there. Slopes are measured from here now."))

    def _return(self) -> None:
        """The dials where the best number was; a build that was spent stays spent."""
        if not self.may_return:
            raise IllegalMoveError("the dials are there")
        self._nudged = None
        self._stand(self.best.clicks)
        self.say(N_("The dials stand where it was {now} cm. The build is spent."), now=Cm(self.best_cm))

    VERBS: ClassVar[Verbs] = {"turn": turn, "scan": _scan, "keep": _keep, "return": _return}

    def _stand(self, clicks: Clicks) -> None:
        self.clicks = self.home = clicks

    def _built(self) -> Build:
        turns, best = self.turns, self.best_cm
        is_known = any(dial in self.line.slopes for dial in self.turned)
        promised = self.line.promise(self.clicks) if is_known and len(self.turned) >= LEAST_LEAP else None
        self._hear(np.asarray(CLICK * np.array(self.clicks)))
        build = Build(self.clicks, turns, self.distance_cm, best, promised)
        self.notebook.append(build)
        self.build()
        return build
