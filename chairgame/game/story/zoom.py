"""The play of the zoom: from this brain to 175 billion weights, what has to carry them, and arithmetic found downhill.

Three acts. `tenfold N` bets how often it must grow tenfold, `grow` is each of those steps. `multiply` lets the machine
multiply in two ways. `fewest N` bets with how few multiplications two matrices can be multiplied; then `rank N` chooses
how many to look for, `drop` lets numbers by chance go downhill, and `melt` is where that ends, which time makes.
`next` goes on to the next act.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from math import log10
from typing import ClassVar

import numpy as np

from chairgame.blackbox.tensor_box import MatrixProduct
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.pace import Pace
from chairgame.game.story.play import IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.stops import stops_of
from chairgame.game.story.zoom_setup import ZoomSetup
from chairgame.game.story.zoom_words import FEWEST, arrived, found_words, stuck_words
from chairgame.text.catalogue import N_
from chairgame.training.algorithm import Algorithm
from chairgame.training.foundry import LOOK, LOOKS, Casting

PRODUCT = MatrixProduct()
STEP_SECONDS = 0.9  # that a tenfold step takes to watch
LOOKS_A_SECOND = 40
CASTINGS = 128  # that are remembered: attempts are replayed again and again
CHECKED = 1000  # products by which a found algorithm is tried
HALVINGS = 6  # of matrices of 64 × 64 numbers, by which it is told what one multiplication less comes to


class Act(Enum):
    """What is on the screen."""

    ZOOM = "zoom"
    CHIPS = "chips"
    FOUNDRY = "foundry"


class ZoomPlay(LevelPlay):
    """Only more of the same, and what it takes."""

    passes = ("melt",)
    final = ("tenfold", "fewest")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(ZoomSetup)
        self.stops = stops_of(setup.chair)
        self.act = Act.ZOOM
        self.bet: int | None = None
        """How many tenfold steps were bet."""
        self.steps = 0
        self.has_multiplied = False
        self.fewest: int | None = None
        """How few multiplications were bet."""
        self.multiplications = setup.multiplications[0]
        """With how many is looked for an algorithm now."""
        self.casting: Casting | None = None
        self.look = 0
        """Which look at it is shown."""
        self.drops = 0
        self.outcomes: dict[int, float | Algorithm] = {}
        """What has come of each number: the algorithm, or the least that was ever missing at the end."""
        self.pace = Pace()
        self._hurries = self._is_cast = False
        self._changes = 0
        self._shown = 0.0

    # What is so

    @property
    def weights(self) -> int:
        """How many the brain begins with."""
        return self.stops[1].weights

    @property
    def truth(self) -> int:
        """How often it must grow tenfold: as near as whole steps come."""
        return round(log10(self.setup.weights / self.weights))

    @property
    def has_arrived(self) -> bool:
        """Whether the last number is in sight."""
        return self.steps == self.truth

    @property
    def shown(self) -> float:
        """The tenfold steps that the picture has made."""
        return self._shown

    @property
    def is_casting(self) -> bool:
        """Whether numbers are on their way down."""
        return self.casting is not None and not self._is_cast

    @property
    def algorithm(self) -> Algorithm | None:
        """What the casting that is shown has come to."""
        return self.casting.found if self.casting is not None and self._is_cast else None

    @property
    def found(self) -> tuple[int, ...]:
        """With how many multiplications an algorithm was found, the fewest first."""
        return tuple(sorted(number for number, outcome in self.outcomes.items() if isinstance(outcome, Algorithm)))

    @property
    def is_solved(self) -> bool:
        """Whether one has been found that needs fewer than at school."""
        return bool(self.found) and self.found[0] < PRODUCT.school

    @property
    def count(self) -> int:
        """Par counts bets and starts."""
        return (self.bet is not None) + (self.fewest is not None) + self.drops

    @property
    def weight_changes(self) -> int:
        """Every number, in every step of every start."""
        return self._changes

    def figure(self) -> tuple[float, float, str] | None:
        """From what everybody learns at school to the fewest that were found."""
        return (float(PRODUCT.school), float(self.found[0]), N_("products")) if self.found else None

    # Moves

    def _tenfold(self, steps: int) -> None:
        if self.bet is not None or not 1 <= steps <= self.setup.tenfolds:
            raise IllegalMoveError("one bet, and within the bounds")
        self.bet = steps

    def _grow(self) -> None:
        if self.act is not Act.ZOOM or self.bet is None or self.has_arrived:
            raise IllegalMoveError("first the bet, and no further than the end")
        self.steps += 1
        if not self.has_arrived:
            return
        self.news = arrived(self.truth, self.bet)

    def _next(self) -> None:
        if self.act is Act.ZOOM and self.has_arrived:
            self.act = Act.CHIPS
        elif self.act is Act.CHIPS and self.has_multiplied:
            self.act = Act.FOUNDRY
        else:
            raise IllegalMoveError("something is to be done here first")

    def _multiply(self) -> None:
        if self.act is not Act.CHIPS or self.has_multiplied:
            raise IllegalMoveError("once, and at the chips")
        self.has_multiplied = True

    def _fewest(self, multiplications: int) -> None:
        if self.act is not Act.FOUNDRY or self.fewest is not None or multiplications not in self.setup.multiplications:
            raise IllegalMoveError("one bet, and one of those that are offered")
        self.fewest = multiplications

    def _rank(self, multiplications: int) -> None:
        if self.fewest is None or multiplications not in self.setup.multiplications:
            raise IllegalMoveError("first the bet, and one of those that are offered")
        if multiplications == self.multiplications:
            raise IllegalMoveError("it is so many already")
        self.multiplications, self.casting, self.look, self._is_cast = multiplications, None, 0, False
        self.pace.hold()

    def _drop(self) -> None:
        if self.fewest is None or self.is_casting:
            raise IllegalMoveError("first the bet, and one after the other")
        self.casting = casting_of(self.multiplications, self.level.seed + self.drops)
        self.drops, self.look, self._is_cast, self._hurries = self.drops + 1, 0, False, False

    def _melt(self) -> None:
        casting = self.casting
        if casting is None or self._is_cast:
            raise IllegalMoveError("nothing is on its way down")
        self.look = casting.grown_to(LOOKS)
        self._is_cast = True
        self._changes += self.look * LOOK * sum(PRODUCT.sizes) * self.multiplications
        self.pace.hold()
        self._judge(casting)

    VERBS: ClassVar[Verbs] = {
        "tenfold": _tenfold,
        "grow": _grow,
        "next": _next,
        "multiply": _multiply,
        "fewest": _fewest,
        "rank": _rank,
        "drop": _drop,
        "melt": _melt,
    }

    def _judge(self, casting: Casting) -> None:
        """What a start has come to."""
        number, found, missing = self.multiplications, casting.found, casting.looks[-1].missing
        before = self.outcomes.get(number)
        if found is not None:
            self.outcomes[number], self.news = found, found_words(number, right_of(found))
            return
        if not isinstance(before, Algorithm):
            self.outcomes[number] = missing if before is None else min(missing, before)
        self.news = stuck_words(missing)

    def random_move(self, rng: np.random.Generator) -> str:
        """Bets anything, goes on, looks with any number."""
        if self.bet is None:
            return f"tenfold {rng.integers(1, self.setup.tenfolds + 1)}"
        match self.act:
            case Act.ZOOM:
                return "next" if self.has_arrived else "grow"
            case Act.CHIPS:
                return "next" if self.has_multiplied else "multiply"
        if self.fewest is None:
            return f"fewest {rng.choice(self.setup.multiplications)}"
        if self.is_casting:
            return "melt"
        others = [number for number in self.setup.multiplications if number != self.multiplications]
        return "drop" if rng.random() < 0.5 else f"rank {rng.choice(others)}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """The bets and what came of them, where the zoom is, and what was found."""
        facts: dict[str, Fact] = {
            "betting": self.bet is None,
            "zooming": self.bet is not None and not self.has_arrived,
            "arrived": self.has_arrived,
            "exact": self.has_arrived and self.bet == self.truth,
            "chips": self.act is Act.CHIPS,
            "foundry": self.act is Act.FOUNDRY,
            "choosing": self.act is Act.FOUNDRY and self.fewest is None,
            "drops": self.drops,
            "solved": self.is_solved,
            "fewest_right": self.is_solved and self.fewest == self.found[0],
            "failed": bool(self.drops) and self._is_cast and self.algorithm is None,
            "stuck": self._is_cast and self.algorithm is None and self.multiplications < FEWEST,
            "blocks_school": PRODUCT.school**HALVINGS,
            "blocks_found": FEWEST**HALVINGS,
        }
        if self.bet is not None:
            facts["bet"] = self.bet
        if self.has_arrived:
            facts["tenfolds"] = self.truth
        if self.fewest is not None:
            facts["fewest_bet"] = self.fewest
        if self.found:
            facts["fewest"] = self.found[0]
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Multiplications of two small matrices, and of large ones block by block."""
        if not self.found:
            return (Score(N_("at school"), "{n} multiplication", "{n} multiplications", PRODUCT.school),)
        return (
            Score(N_("found downhill"), "{n} multiplication", "{n} multiplications", self.found[0]),
            Score(N_("at school"), "{n} multiplication", "{n} multiplications", PRODUCT.school),
        )

    # Time

    @property
    def running(self) -> bool:
        """Whether time lets numbers go downhill."""
        return self.pace.runs and self.is_casting

    @property
    def is_moving(self) -> bool:
        """Whether the picture is on its way to the next step, or numbers go downhill."""
        return self._shown < self.steps or self.running

    def skip(self) -> None:
        """The picture is there; numbers wait where they are."""
        self._shown = float(self.steps)

    def toggle(self) -> None:
        """Let them go, or hold them; no move, since nothing has been found by it."""
        if self.is_casting:
            self.pace.toggle()

    def hurry(self) -> None:
        """To the end at once: as fast as it can be worked out."""
        if self.is_casting:
            self.pace.runs = self._hurries = True

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """A little further; so many looks."""
        if not self.is_moving:
            return False
        self._shown = min(float(self.steps), self._shown + seconds / STEP_SECONDS)
        rate = LOOKS_A_SECOND * self.pace.speed
        while self.running and (self._hurries or self.pace.passed(seconds, rate)):
            self._go_down()
            seconds = 0.0
            if not may_learn():
                break
        return True

    def _go_down(self) -> None:
        """One look on; the last one is a move."""
        casting = self.casting
        assert casting is not None
        self.look = casting.grown_to(self.look + 1)
        if casting.is_over and self.look == len(casting.looks) - 1:
            self.do("melt")


@lru_cache(CASTINGS)
def casting_of(multiplications: int, start: int) -> Casting:
    """A start that is known by its numbers; nobody may take anything of it back."""
    return Casting(PRODUCT, multiplications, start)


@lru_cache(CASTINGS)
def right_of(algorithm: Algorithm) -> int:
    """How many of `CHECKED` products by chance come out exactly."""
    return algorithm.right_of(np.random.default_rng(CHECKED), CHECKED)
