"""Level 3: the same dials, and for each a signal: the gradient. Two steps by hand, then all eight at once.

Knows no screen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np

from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.news import Cm, Count
from chairgame.game.story.building import BUILD_SECONDS, SCAN_SECONDS
from chairgame.game.story.dials import BURNED_CM, CLICK, DIALS, DialsPlay
from chairgame.game.story.first_setups import LOUDNESSES, HeadphonesSetup
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import IllegalMoveError, Score, Verbs
from chairgame.text.catalogue import N_

BY_HAND = 2  # steps, before listening turns the dials
LEAST_TURNED = 2  # dials of a step by hand
TURN_SECONDS = 0.5  # in which all eight knobs turn on the screen
STEPS_A_SECOND = 2  # of what runs on by itself
STEP_MADE = N_("{now} cm. Signals: {percent} % of what they were.")
CRAWL = 0.9  # of the number before: a step that leaves more of it crawls


@dataclass(frozen=True, eq=False)
class Step:
    """A build: what it came to, and how it was made."""

    distance_cm: float
    positions: FloatArray
    """In clicks from the beginning, finer than whole ones where the headphones have turned; shape (8,)."""
    outputs: FloatArray
    dials: int
    """How many were turned by hand; 0 where the headphones have turned all."""


def crawls(steps: Sequence[Step]) -> int:
    """How many steps in a row, up to the last, fell but by less than a tenth."""
    falls = [after.distance_cm / before.distance_cm for before, after in pairwise(steps)]
    return next((back for back, share in enumerate(reversed(falls)) if not CRAWL < share < 1), len(falls))


class HeadphonesPlay(DialsPlay):
    """Fifteen steps. A step that is taken back is not counted: smoke costs nothing."""

    def __init__(self, level: Level) -> None:
        setup = level.setup_as(HeadphonesSetup)
        super().__init__(level, setup)
        self.enough_cm = setup.enough_cm
        self.loudness = LOUDNESSES.index(setup.loudness)
        self.hand_steps = 0
        """Those that count: with the arrows, and downhill."""
        self.is_running = False
        """Whether it listens on by itself. Only time knows: what it does are moves like any other."""
        self._listened = np.zeros(DIALS)
        self._first_loudness = float(np.linalg.norm(self.gradient))
        self.steps = [Step(self.distance_cm, np.zeros(DIALS), self.outputs, 0)]

    @property
    def count(self) -> int:
        """Steps after the given build."""
        return len(self.steps) - 1

    @property
    def weight_changes(self) -> int:
        """A dial moves every weight a little: all of them, at every step that was left to the signals."""
        return self.moves.count("listen") * len(self.brain.params)

    @property
    def best(self) -> Step:
        """The step with the best number."""
        return min(self.steps, key=lambda step: step.distance_cm)

    @property
    def best_cm(self) -> float:
        """The best number."""
        return self.best.distance_cm

    @property
    def best_outputs(self) -> FloatArray:
        """See `DialsPlay`."""
        return self.best.outputs

    @property
    def volume(self) -> float:
        """How far a step goes: the learning rate."""
        return LOUDNESSES[self.loudness]

    @property
    def may_listen(self) -> bool:
        """Whether the headphones may turn the dials: after two steps by hand, while there is something to hear."""
        return self.hand_steps >= BY_HAND and not self.is_burned and not self.is_over

    @property
    def is_burned(self) -> bool:
        """Whether the last step threw the parts away."""
        return not self.distance_cm < BURNED_CM

    @property
    def rose(self) -> bool:
        """Whether the last step went uphill."""
        return self.count > 0 and not self.steps[-1].distance_cm < self.steps[-2].distance_cm

    @property
    def is_over(self) -> bool:
        """When no step is left, or it is near enough."""
        return self.count >= self.most or (self.hand_steps >= BY_HAND and self.distance_cm < self.enough_cm)

    @property
    def poses(self) -> Poses:
        """What stands there: while the knobs turn, still the build before."""
        return decode_outputs((self.steps[-2] if self.is_turning else self.steps[-1]).outputs)

    @property
    def is_turning(self) -> bool:
        """While the knobs turn, before anything is built."""
        return self.elapsed < 0

    @property
    def positions(self) -> FloatArray:
        """Where the knobs are seen, in clicks from the beginning; shape (8,)."""
        if self.is_turning:
            share, (before, after) = 1 + self.elapsed / TURN_SECONDS, self.steps[-2:]
            return before.positions + share * (after.positions - before.positions)
        return self._positions()

    @property
    def last_turns(self) -> FloatArray:
        """By how many clicks the last step turned each dial; shape (8,)."""
        return self.steps[-1].positions - self.steps[-2].positions if self.count else np.zeros(DIALS)

    @property
    def signals(self) -> FloatArray:
        """By how many clicks volume 1 would turn each dial, the way downhill; shape (8,)."""
        return -np.nan_to_num(self.gradient, posinf=0.0, neginf=0.0) / CLICK

    @property
    def percent(self) -> float:
        """How loud all signals together are, of what they were at first."""
        loud = float(np.linalg.norm(self.gradient))
        return 100 * loud / self._first_loudness if np.isfinite(loud) else 0.0

    def figure(self) -> tuple[float, float, str] | None:
        """From the given build to the best."""
        return self.steps[0].distance_cm, self.best_cm, "cm"

    def facts(self) -> Mapping[str, Fact]:
        """What was stepped, how far it came, and what the last steps were like."""
        return {
            "steps": self.count,
            "left": self.most - self.count,
            "hand_steps": self.hand_steps,
            "hand_dials": self.steps[-1].dials,
            "turned": len(self.turned),
            "listening": self.hand_steps >= BY_HAND,
            "loudness": self.volume,
            "rose": self.rose,
            "burned": self.is_burned,
            "crawls": crawls(self.steps),
            "best_cm": self.best_cm,
            "distance_cm": self.distance_cm,
            "builds_needed": self.count * (DIALS + 1),
        }

    def random_move(self, rng: np.random.Generator) -> str:
        """A turn of a volume or a dial, a step, or listening."""
        if self.may_listen:
            return str(rng.choice(["listen", "listen", "volume 1", "volume -1"]))
        if len(self.turned) < LEAST_TURNED or rng.random() < 0.5:
            return f"turn {rng.integers(DIALS)} {int(rng.integers(-3, 4)) or 1}"
        return "step"

    def scores(self) -> tuple[Score, ...]:
        """The player, the same by nudging, and turning at random until it is as near."""
        return (
            Score(N_("you, listening"), "{n} build", "{n} builds", self.count, self.best_cm),
            Score(N_("the same by nudging"), "{n} build", "{n} builds", self.count * (DIALS + 1)),
            Score(N_("random search"), "{n} build", "{n} builds", self.found_at_random),
        )

    # Time

    @property
    def is_moving(self) -> bool:
        """While knobs turn and things are built, and as long as it runs on."""
        return self.is_running or super().is_moving

    def run_on(self) -> None:
        """Listen by itself, until there is something to decide."""
        self.is_running = self.may_listen

    def skip(self) -> None:
        """The picture at its end, and nothing by itself any more."""
        super().skip()
        self.is_running = False

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """The knobs turn, the parts fly; then, where it runs on, the next step."""
        whole = TURN_SECONDS + BUILD_SECONDS + SCAN_SECONDS
        moved = super().tick(seconds * whole * STEPS_A_SECOND if self.is_running else seconds, may_learn)
        if self.is_running and not super().is_moving:
            if self.may_listen and not self.rose:
                self.do("listen")
            else:
                self.is_running = False
        return moved or self.is_running

    # Moves

    def _step(self) -> None:
        """A step set by hand: it counts when every turned dial went with its arrow and the number fell."""
        turned, turns = self.turned, self.turns
        if self.is_over or self.is_burned or not turned:
            raise IllegalMoveError("no dial was turned")
        follows = all(turns[dial] * self.signals[dial] > 0 for dial in turned)
        self._built(len(turned))
        if not follows:
            self.say(N_("{now} cm. A dial went against its arrow: that step does not count."), now=Cm(self.distance_cm))
        elif self.rose:
            self.say(N_("{now} cm: the right way, but too far. Fewer clicks."), now=Cm(self.distance_cm))
        elif len(turned) < LEAST_TURNED:
            self.say(N_("{now} cm. Good, but turn at least two dials in one step."), now=Cm(self.distance_cm))
        else:
            self.hand_steps += 1
            self.say(STEP_MADE, now=Cm(self.distance_cm), percent=Count(round(self.percent)))

    def _listen(self) -> None:
        """A step of gradient descent: every dial downhill, by its slope times the volume."""
        if not self.may_listen:
            raise IllegalMoveError("not yet, or not any more")
        self.clicks = self.home
        self._listened = self._listened - self.volume * self.gradient
        self._built(0, TURN_SECONDS)
        if self.is_burned:
            self.say(N_("Smelled. That is what too loud is. u takes it back; then −."))
        elif self.rose:
            self.say(N_("{now} cm: farther than before. Too far over the valley? u, then −."), now=Cm(self.distance_cm))
        else:
            self.say(STEP_MADE, now=Cm(self.distance_cm), percent=Count(round(self.percent)))

    def _volume(self, steps: int) -> None:
        if abs(steps) != 1 or not 0 <= self.loudness + steps < len(LOUDNESSES):
            raise IllegalMoveError("no louder, no quieter")
        self.loudness += steps

    VERBS: ClassVar[Verbs] = {"turn": DialsPlay.turn, "step": _step, "listen": _listen, "volume": _volume}

    def _positions(self) -> FloatArray:
        return np.asarray(np.array(self.clicks) + self._listened / CLICK)

    def _built(self, dials: int, pause: float = 0.0) -> None:
        self.home = self.clicks
        self._hear(CLICK * np.array(self.clicks) + self._listened)
        self.steps.append(Step(self.distance_cm, self._positions(), self.outputs, dials))
        self.build(pause)
