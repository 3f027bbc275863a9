"""The play of epochs: the network learns by itself. What stays from rebuild to rebuild is the brain, not the chair.

Moves: `epoch N` learns on, `back N` looks at earlier rebuilds, `grab P`, `carry X Y Z`, `right` and `let` are the
player's hand, `bet N` says when grandmother will be able to sit (nothing is learned beyond the rebuild that asks for
it), `sit` lets the next one try, `wipe` empties the brain once she has sat. Then two chairs at a time: `pairs` begins,
`give left|right` is what she gets, `next` goes on, after the fifth to five others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

import numpy as np

from chairgame.chair.poses import Poses
from chairgame.game.news import Cm, Count
from chairgame.game.session.model import GameSession
from chairgame.game.sitting.outcome import GRANDMOTHER, SITTERS, Sitter, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.sit_words import verdict
from chairgame.game.story.course import Course
from chairgame.game.story.finale import SIDES, Finale
from chairgame.game.story.first_setups import EpochsSetup
from chairgame.game.story.grip import Grip
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.long_run import LongRun
from chairgame.game.story.pairs import Pair, facts_of, slices_of
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.seating import rebuild_at
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings

WELL_CHOSEN = {
    True: N_("Well chosen: the smaller number falls, the larger one sits."),
    False: N_("Well chosen: this time the smaller number is the better chair. Usually it is."),
}
"""By whether the smaller number falls."""
BADLY_CHOSEN = {
    True: N_("The smaller number fell. The scanner adds up all parts; grandmother asks about four feet."),
    False: N_("This time the smaller number was the better chair. Usually it is. Look at the feet."),
}


class EpochsPlay(LevelPlay):
    """A run, the hand on it, a bet, and whoever sits down; then grandmother's choice."""

    passes = ("epoch",)
    final = ("bet", "give")
    learns = True

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = level.setup_as(EpochsSetup)
        self.run = LongRun(Course(setup.chair, Settings(seed=level.seed)), setup.bet_at, setup.epochs)
        self.grip = Grip(self.run.course)
        self.fixed = 0
        """How often a part that a hand had put right was misplaced by the next rebuild."""
        self.content: set[Sitter] = set()
        self.falls = 0
        self.last_test: SitTest | None = None
        """How it went for whoever sat down, until something else is done."""
        self.finale: Finale | None = None
        self._examples: tuple[float, float] | None = None

    @property
    def count(self) -> int:
        """Par counts who has sat, and falls."""
        return len(self.content) + self.falls

    @property
    def is_spent(self) -> bool:
        """Another brain, once this one has told when grandmother can sit."""
        return self.run.truth is not None

    @property
    def weight_changes(self) -> int:
        """Every weight, once in every rebuild."""
        return self.run.farthest * self.run.first.updates_an_epoch * self.run.first.weights

    def figure(self) -> tuple[float, float, str] | None:
        """From the first rebuild to the last that was learned."""
        first, last = self.run.first.distance_cm(0), self.run.first.distance_cm(self.run.farthest)
        return None if first is None or last is None else (first, last, "cm")

    @property
    def first_build(self) -> Poses:
        """What the newborn brain builds."""
        return rebuild_at(self.run.first, 0).poses

    @property
    def has_sat(self) -> bool:
        """Whether grandmother has."""
        return GRANDMOTHER in self.content

    @property
    def next_sitter(self) -> Sitter:
        """Who sits down next: before there is a bet the first who has not been content yet, after it grandmother, whom
        it is about; at last the hippopotamus again and again."""
        asked = SITTERS if self.run.bet is None else SITTERS[SITTERS.index(GRANDMOTHER) :]
        return next((sitter for sitter in asked if sitter not in self.content), SITTERS[-1])

    @property
    def session(self) -> GameSession:
        """What the lab's widgets show."""
        return self.run.session(self.grip)

    def assembled(self) -> Assembled | None:
        """The first brain's last chair, whatever was wiped since."""
        return self.run.first.chair, rebuild_at(self.run.first, self.run.farthest).poses

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Epochs, hand, bet, sitters, pairs."""
        run = self.run
        facts: dict[str, Fact] = {
            "epoch": run.epoch,
            "farthest": run.farthest,
            "fixed": self.fixed,
            "holding": self.grip.part is not None,
            "sat": len(self.content),
            "falls": self.falls,
            "granny": self.has_sat,
            "wiped": run.is_wiped,
            "has_bet": run.bet is not None,
            "needs_bet": run.needs_bet,
            "distance_cm": run.rebuild.measurement.distance_cm,
        }
        if run.bet is not None:
            facts["bet"] = run.bet
        if run.truth is not None:
            facts["truth"] = run.truth
        if run.bet is not None and run.truth is not None:
            facts["bet_off"] = abs(run.bet - run.truth)
        return facts | self._facts_of_pairs()

    def _facts_of_pairs(self) -> dict[str, Fact]:
        facts: dict[str, Fact] = {"in_pairs": self.finale is not None}
        if self.finale is not None:
            wrong = len(self.finale.choices) - self.finale.right
            facts |= {"pairs": len(self.finale.choices), "pairs_right": self.finale.right, "pairs_wrong": wrong}
        if self._examples is not None:
            facts["pair_small_cm"], facts["pair_large_cm"] = self._examples
        return facts

    def random_move(self, rng: np.random.Generator) -> str:
        """Anything that there is a key for."""
        if self.finale is not None:
            return str(rng.choice([*(f"give {side}" for side in SIDES), "next"]))
        part, bet = rng.integers(len(self.run.course.chair.parts)), rng.integers(self.run.bet_at, self.run.most) + 1
        time = [f"epoch {rng.integers(1, 40)}", f"back {rng.integers(1, 9)}", f"bet {bet}"]
        return str(rng.choice([*time, f"grab {part}", "right", "let", "sit", "wipe", "pairs"]))

    def scores(self) -> tuple[Score, ...]:
        """The bet, and since when grandmother and the hippopotamus could sit."""
        run = self.run
        rows = [] if run.bet is None else [Score(N_("your bet"), "{n} rebuild", "{n} rebuilds", run.bet)]
        for who, sitter in ((N_("grandmother could sit"), GRANDMOTHER), (N_("the hippopotamus"), SITTERS[-1])):
            seat = run.seating.first.get(sitter)
            distance = None if seat is None else run.first.distance_cm(seat)
            rows.append(Score(who, "{n} rebuild", "{n} rebuilds", seat, distance))
        return tuple(rows)

    def reckon(self) -> Iterator[None]:
        """What the texts compare, then run on until grandmother and the hippopotamus can sit."""
        pair = (self.finale or Finale(self._first_finale)).pairs[0]
        yield from slices_of(pair)
        self._take_examples(pair)
        for sitter in (GRANDMOTHER, SITTERS[-1]):
            for epoch in range(self.run.most + 1):
                if self.run.seating.find(sitter, epoch):
                    break
                yield

    def _take_examples(self, pair: Pair) -> None:
        facts = facts_of(pair)
        self._examples = facts.falls.distance_cm, facts.holds.distance_cm

    @property
    def _first_finale(self) -> int:
        """A play with another brain begins with other pairs."""
        return self.level.seeds.index(self.level.seed) if self.level.seed in self.level.seeds else 0

    # Time

    @property
    def is_moving(self) -> bool:
        """Whether the run moves, or a pair is still to be built."""
        return self.run.is_moving if self.finale is None else self.finale.facts is None

    @property
    def can_be_wiped(self) -> bool:
        """Whether grandmother has sat, so that there is something to lose."""
        return self.has_sat and not self.run.is_wiped

    def hurry(self) -> None:
        """To the next event at once."""
        self.news = None
        self.run.toggle(hurry=True)

    def skip(self) -> None:
        """Nobody waits for forgetting."""
        self.run.end_forgetting()

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Rebuild after rebuild; of a pair a slice after the other."""
        if self.finale is None:
            return self.run.pass_time(seconds, may_learn, lambda: self.do("epoch 1"))
        while self.finale.facts is None and may_learn():
            self.finale.build()
        return self.finale.facts is not None

    # Moves

    def _epoch(self, count: int = 1) -> None:
        run = self.run
        self._must_be_in_the_run()
        if not 1 <= count <= run.most or run.epoch >= run.limit:
            raise IllegalMoveError("the run ends here, or waits for a bet")
        held, was_right, was_known = self.grip.part, self.grip.is_right(run.rebuild.poses), run.truth is not None
        self._drop()
        run.learn_to(min(run.limit, run.epoch + count))
        if run.needs_bet:
            self.say(
                N_("Rebuild {n}, and it waits. Which one will be the first to hold grandmother? b: your bet."),
                n=Count(run.epoch),
            )
        elif run.truth is not None and run.bet is not None and not was_known:
            self.say(
                N_("Rebuild {n} is the first that holds grandmother; your bet was {bet}. Space: does it stay so?"),
                n=Count(run.truth),
                bet=Count(run.bet),
            )
        if held is not None and was_right:
            self._tell_of_the_brain(held)

    def _tell_of_the_brain(self, part: int) -> None:
        """What a rebuild makes of a part that a hand had put right."""
        self.fixed += 1
        self.say(
            N_("You fixed the chair; nobody fixed the brain: {label} is {cm} cm off again."),
            label=self.run.course.chair.labels[part],
            cm=Cm(float(self.run.rebuild.measurement.part_distances_cm[part])),
        )

    def _back(self, count: int) -> None:
        self._must_be_in_the_run()
        if not 1 <= count <= self.run.epoch:
            raise IllegalMoveError("there is nothing before the beginning")
        self._drop()
        self.run.epoch -= count

    def _grab(self, part: int) -> None:
        self._must_be_in_the_run()
        if not 0 <= part < len(self.run.course.chair.parts):
            raise IllegalMoveError("no such part")
        self._drop()
        self.grip, self.run.running = Grip(self.run.course, part), False
        label = self.run.course.chair.labels[part]
        self.say(N_("You hold {label}. Arrows and [ ] move it, Enter puts it right, g lets go."), label=label)

    def _carry(self, x: int, y: int, z: int) -> None:
        self.grip = self.grip.carried_by(x, y, z)

    def _right(self) -> None:
        self.grip = self.grip.put_right()
        label = self.run.course.chair.labels[self.grip.part or 0]
        self.say(N_("{label} is right, by your hand; the brain has not changed. n builds it again."), label=label)

    def _let(self) -> None:
        if self.grip.part is None:
            raise IllegalMoveError("nothing is held")
        self._drop()

    def _drop(self) -> None:
        self.last_test, self.grip = None, Grip(self.run.course)

    def _bet(self, epoch: int) -> None:
        self._must_be_in_the_run()
        if not self.run.needs_bet or not self.run.bet_at < epoch <= self.run.most:
            raise IllegalMoveError("a bet is about a rebuild that nobody has seen, and there is one")
        self._drop()
        self.run.bet = epoch
        self.say(N_("Your bet: rebuild {n} is the first that holds grandmother. Space lets it learn."), n=Count(epoch))

    def _sit(self) -> None:
        self._must_be_in_the_run()
        sitter, chair, poses = self.next_sitter, self.run.course.chair, self.run.rebuild.poses
        self.run.running, self.last_test = False, None
        if self.grip.part is not None:
            self.say(N_("Nobody sits down on a chair that somebody is holding. g lets go."))
            return
        test = self.last_test = sit_down(chair, poses, sitter)
        self.news = verdict(test, chair)
        self.falls += test.falls
        if test.holds:
            self.content.add(sitter)

    def _wipe(self) -> None:
        self._must_be_in_the_run()
        if not self.can_be_wiped:
            raise IllegalMoveError("it is empty already, or nobody knows yet what there is to lose")
        self.run.wipe()
        self._drop()
        self.say(
            N_("Wiped. All it knew was in {n} weights: {cm} cm, a monster again. Space: on, to two chairs."),
            n=Count(self.run.course.weights),
            cm=Cm(self.run.rebuild.measurement.distance_cm),
        )

    def _pairs(self) -> None:
        self._must_be_in_the_run()
        if not self.run.is_wiped:
            raise IllegalMoveError("first the brain is wiped")
        self._drop()
        self.run.running = False
        self.finale = Finale(self._first_finale)

    def _give(self, side: str) -> None:
        finale = self.finale
        if finale is None or finale.choice is not None or side not in SIDES:
            raise IllegalMoveError("nothing is asked")
        finale.give(side)
        self.say((WELL_CHOSEN if finale.is_right(finale.number) else BADLY_CHOSEN)[finale.smaller_falls])
        if finale.number == 0:
            self._take_examples(finale.pair)

    def _next(self) -> None:
        if self.finale is None or not self.finale.can_go_on:
            raise IllegalMoveError("there is nothing more to choose, or something to choose first")
        self.finale.go_on()

    def _must_be_in_the_run(self) -> None:
        if self.finale is not None:
            raise IllegalMoveError("the run is over: grandmother chooses")

    VERBS: ClassVar[Verbs] = {
        "epoch": _epoch,
        "back": _back,
        "grab": _grab,
        "carry": _carry,
        "right": _right,
        "let": _let,
        "bet": _bet,
        "sit": _sit,
        "wipe": _wipe,
        "pairs": _pairs,
        "give": _give,
        "next": _next,
    }
