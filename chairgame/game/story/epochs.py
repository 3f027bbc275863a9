"""The play of epochs: the network learns by itself. What stays from rebuild to rebuild is the brain, not the chair.

Moves: `epoch N` learns on, `back N` looks at earlier rebuilds, `grab P`, `carry X Y Z`, `right` and `let` are the
player's hand, `bet N` says when grandmother will be able to sit, `sit` lets the next one try, `wipe` empties the brain.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import ClassVar

import numpy as np

from chairgame.chair.poses import Poses
from chairgame.game.news import Cm, Count
from chairgame.game.session.beats import CUT_SECONDS
from chairgame.game.session.hand import Held
from chairgame.game.session.model import GameSession
from chairgame.game.session.rebuild import Rebuild, rebuild_of
from chairgame.game.sitting.outcome import GRANDMOTHER, SITTERS, Sitter, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.sit_words import verdict
from chairgame.game.story.course import Course, Watched
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.registry import EpochsSetup
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings

NEARLY_CM = 2.0  # a part carried so near to its place by hand counts as put right
FARTHEST_CARRY = 500  # cm


class EpochsPlay(LevelPlay):
    """A run, the hand on it, a bet, and whoever sits down."""

    passes = ("epoch",)
    final = ("bet",)

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = level.setup_as(EpochsSetup)
        self.most = setup.epochs
        self.course = self._first_course = Course(setup.chair, Settings(seed=level.seed))
        self.epoch = self.farthest = 0
        self.held: int | None = None
        self.carried = (0, 0, 0)
        self.is_put_right = False
        self.fixed = 0
        """How often a part that a hand had put right was misplaced by the next rebuild."""
        self.bet: int | None = None
        self.content: set[Sitter] = set()
        self.falls = 0
        self.is_wiped = False
        self.seats: dict[Sitter, int] = {}
        """The first rebuild on which somebody could sit, for those for whom it is known."""
        self._judged: dict[Sitter, int] = {}
        self.last_test: SitTest | None = None
        """How it went for whoever sat down, until something else is done."""
        self.running = False
        self._watched, self._waited = Watched(), 0.0

    @property
    def count(self) -> int:
        """Par counts sit tests."""
        return len(self.content) + self.falls

    @property
    def weight_changes(self) -> int:
        """Every weight, once in every rebuild."""
        return self.farthest * self.course.updates_an_epoch * self.course.weights

    def figure(self) -> tuple[float, float, str] | None:
        """From the first rebuild to the last that was learned."""
        first, last = self._first_course.distance_cm(0), self._first_course.distance_cm(self.farthest)
        return None if first is None or last is None else (first, last, "cm")

    @property
    def truth(self) -> int | None:
        """The first rebuild on which grandmother can sit, as soon as somebody has seen it."""
        return self.seats.get(GRANDMOTHER)

    @property
    def rebuild(self) -> Rebuild:
        """The epoch shown."""
        return _rebuild(self.course, self.epoch)

    @property
    def next_sitter(self) -> Sitter:
        """Who sits down next: the first who has not been content yet, at last the hippopotamus again."""
        return next((sitter for sitter in SITTERS if sitter not in self.content), SITTERS[-1])

    def facts(self) -> Mapping[str, Fact]:
        """Epochs, hand, bet, sitters."""
        facts: dict[str, Fact] = {
            "epoch": self.epoch,
            "farthest": self.farthest,
            "fixed": self.fixed,
            "holding": self.held is not None,
            "sat": len(self.content),
            "falls": self.falls,
            "granny": GRANDMOTHER in self.content,
            "hippo": SITTERS[-1] in self.content,
            "wiped": self.is_wiped,
            "has_bet": self.bet is not None,
            "distance_cm": self.rebuild.measurement.distance_cm,
        }
        if self.bet is not None:
            facts["bet"] = self.bet
        if self.truth is not None:
            facts["truth"] = self.truth
        if self.bet is not None and self.truth is not None:
            facts["bet_off"] = abs(self.bet - self.truth)
        return facts

    def random_move(self, rng: np.random.Generator) -> str:
        """Anything that there is a key for."""
        part = int(rng.integers(len(self.course.chair.parts)))
        time = [f"epoch {rng.integers(1, 40)}", f"back {rng.integers(1, 9)}", f"bet {rng.integers(1, self.most)}"]
        return str(rng.choice([*time, f"grab {part}", "right", "let", "sit", "wipe"]))

    def scores(self) -> tuple[Score, ...]:
        """The bet against the truth, and how many sit tests it took."""
        rows = [] if self.bet is None else [Score(N_("your bet"), "{n} rebuild", "{n} rebuilds", self.bet)]
        for who, sitter in ((N_("grandmother could sit"), GRANDMOTHER), (N_("the hippopotamus"), SITTERS[-1])):
            seat = self.seats.get(sitter)
            distance = None if seat is None else self._first_course.distance_cm(seat)
            rows.append(Score(who, "{n} rebuild", "{n} rebuilds", seat, distance))
        return tuple(rows)

    def reckon(self) -> Iterator[None]:
        """Run on until grandmother and the hippopotamus can sit, or to the end of what the level allows."""
        for sitter in (GRANDMOTHER, SITTERS[-1]):
            for epoch in range(self.most):
                if self._look_for_seat(sitter, epoch):
                    break
                yield

    # Time

    @property
    def session(self) -> GameSession:
        """What the lab's widgets show: the run, and the part in hand."""
        session = self._watched.at(self.course, self.epoch, self.running)
        session.hand.hold(self._hand(session.rebuild.poses), selected=self.held)
        return session

    def assembled(self) -> Assembled | None:
        """The rebuild shown, as the brain built it."""
        return self.session.chair, self.session.rebuild.poses

    def _hand(self, poses: Poses) -> Held | None:
        if self.held is None:
            return None
        hand = Held.around(self.held, poses)
        if self.is_put_right:
            return hand.put_at(_ideal(self.course))
        return hand.moved(*map(float, self.carried))

    @property
    def is_moving(self) -> bool:
        """Whether it learns."""
        return self.running

    def toggle(self) -> None:
        """Learn on, or hold; no move, since nothing has been learned by it."""
        self.running, self._waited = not self.running and self.epoch < self.most, 0.0
        if self.running and self.session.player.is_at_end:
            self._waited = CUT_SECONDS

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Rebuild after rebuild, the first ones in full, later ones as cuts."""
        if not self.running:
            return False
        session = self.session
        session.player.pass_time(seconds)
        self._waited += seconds
        if self._waited < CUT_SECONDS or not session.player.is_at_end:
            return True
        self._waited = 0.0
        if self.epoch >= self.most:
            self.running = False
            return True
        self.do("epoch 1")
        session = self.session
        session.player.show_start()
        return True

    # Moves

    def _epoch(self, count: int = 1) -> None:
        if not 1 <= count <= self.most or self.epoch >= self.most:
            raise IllegalMoveError("the run ends here")
        held, was_right = self.held, self._is_right()
        self._drop()
        self._learn_to(min(self.most, self.epoch + count))
        if held is not None and was_right:
            self.fixed += 1
            off = float(self.rebuild.measurement.part_distances_cm[held])
            label = self.course.chair.labels[held]
            self.say(
                N_("You fixed the chair; nobody fixed the brain: {label} is {cm} cm off again."),
                label=label,
                cm=Cm(off),
            )

    def _learn_to(self, epoch: int) -> None:
        """Learn on, and look at every new rebuild whether it would hold grandmother."""
        self.course.row(epoch)
        self.epoch, self.farthest = epoch, max(self.farthest, epoch)
        if not self.is_wiped:
            self._look_for_seat(GRANDMOTHER, self.farthest)

    def _look_for_seat(self, sitter: Sitter, farthest: int) -> bool:
        """Whether a rebuild up to one that has been learned holds somebody; the first such one is remembered."""
        while sitter not in self.seats and self._judged.get(sitter, -1) < farthest:
            epoch = self._judged[sitter] = self._judged.get(sitter, -1) + 1
            if holds(self._first_course, epoch, sitter):
                self.seats[sitter] = epoch
        return sitter in self.seats

    def _back(self, count: int) -> None:
        if not 1 <= count <= self.epoch:
            raise IllegalMoveError("there is nothing before the beginning")
        self._drop()
        self.epoch -= count

    def _grab(self, part: int) -> None:
        if not 0 <= part < len(self.course.chair.parts):
            raise IllegalMoveError("no such part")
        self._drop()
        self.held, self.running = part, False
        label = self.course.chair.labels[self.held]
        self.say(N_("You hold {label}. Arrows and [ ] move it, Enter puts it right, g lets go."), label=label)

    def _carry(self, x: int, y: int, z: int) -> None:
        if self.held is None:
            raise IllegalMoveError("nothing is held")
        moved = (self.carried[0] + x, self.carried[1] + y, self.carried[2] + z)
        if max(map(abs, moved)) > FARTHEST_CARRY:
            raise IllegalMoveError("out of the workshop")
        self.carried, self.is_put_right = moved, False

    def _right(self) -> None:
        if self.held is None:
            raise IllegalMoveError("nothing is held")
        self.is_put_right = True
        label = self.course.chair.labels[self.held]
        self.say(N_("{label} is right, by your hand; the brain has not changed. n builds it again."), label=label)

    def _let(self) -> None:
        if self.held is None:
            raise IllegalMoveError("nothing is held")
        self._drop()

    def _drop(self) -> None:
        self.last_test = None
        self.held, self.carried, self.is_put_right = None, (0, 0, 0), False

    def _is_right(self) -> bool:
        """Whether the part in hand is where it belongs, however it came there."""
        if self.held is None or self.is_put_right:
            return self.is_put_right
        hand = self._hand(self.rebuild.poses)
        ideal = _ideal(self.course)
        return hand is not None and float(np.linalg.norm(hand.centre - ideal.centres[self.held])) < NEARLY_CM

    def _bet(self, epoch: int) -> None:
        if self.bet is not None or self.is_wiped or not self.farthest < epoch <= self.most:
            raise IllegalMoveError("a bet is about a rebuild that nobody has seen, and there is one")
        self.bet = epoch
        self.say(
            N_("Your bet: rebuild {n} is the first that holds grandmother. Space lets it learn."), n=Count(self.bet)
        )

    def _sit(self) -> None:
        sitter, chair = self.next_sitter, self.course.chair
        self.running = False
        hand = self._hand(self.rebuild.poses)
        test = sit_down(chair, hand.applied_to(self.rebuild.poses) if hand else self.rebuild.poses, sitter)
        self.news, self.last_test = verdict(test, chair), None if hand else test
        if hand is not None:
            self.say(N_("Nobody sits down on a chair that somebody is holding. g lets go."))
        elif test.holds:
            self.content.add(sitter)
        else:
            self.falls += 1

    def _wipe(self) -> None:
        if self.is_wiped:
            raise IllegalMoveError("it is empty already")
        self._drop()
        self.is_wiped, self.running, self.epoch = True, False, 0
        self.course = Course(self.course.chair_name, Settings(seed=self.level.seed + 1))
        self.say(
            N_("Wiped. All it knew was in the weights: {cm} cm, a monster again. The parts never knew a thing."),
            cm=Cm(self.rebuild.measurement.distance_cm),
        )

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
    }


def _ideal(course: Course) -> Poses:
    return course.history(0).task.chair_box.reveal()


@lru_cache(4096)
def _rebuild(course: Course, epoch: int) -> Rebuild:
    return rebuild_of(course.history(epoch), epoch)


@lru_cache(4096)
def holds(course: Course, epoch: int, sitter: Sitter) -> bool:
    """Whether somebody can sit on a rebuild."""
    return sit_down(course.chair, _rebuild(course, epoch).poses, sitter).holds
