"""The play of the key: seven locks, then what the rebuilds come to that they have earned, then the lid.

`answer B` answers the lock that asks; a wrong answer gives another instance of it. `guess WORD …` is what the player
thinks is in the box. When all locks are open, `listen` lets the last brain live through the rebuilds that were earned,
and `open` lifts the lid.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import ClassVar

import numpy as np

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.catalogue import HIDDEN
from chairgame.chair.poses import Poses
from chairgame.game.news import News
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.course import Course
from chairgame.game.story.key_setup import KeySetup
from chairgame.game.story.key_words import closed_words, open_words
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.locks.lock import Forging, Lock, right_answer, stream
from chairgame.game.story.locks.smithy import smith_of
from chairgame.game.story.pace import Pace
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.reveal import Reveal
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings

RATE = 0.02
REBUILDS_A_SECOND = 8
LID_SECONDS = 1.6
LONGEST_GUESS = 40  # characters
FORGINGS = 64  # that are remembered: attempts are replayed again and again
CAPTION = N_("A dog in crocs!")


class Act(Enum):
    """What is on the screen."""

    LOCKS = "locks"
    CHART = "chart"
    BUILD = "build"
    OPEN = "open"


class KeyPlay(LevelPlay):
    """All of it together, once."""

    final = ("answer", "listen", "open")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        self.setup = level.setup_as(KeySetup)
        self.act = Act.LOCKS
        self.number = self.instance = 0
        """Which lock asks, counted from 0, and which instance of it."""
        self.firsts: list[bool] = []
        """For each open lock, whether it opened at the first try."""
        self.wrong = 0
        self.guess = ""
        self.pace = Pace()
        self._shown, self._lid = 0, LID_SECONDS

    # What is so

    @property
    def earned(self) -> int:
        """The rebuilds that the last brain may live through."""
        return self.setup.rebuilds * sum(self.firsts)

    @property
    def forging(self) -> Forging[Lock]:
        """The lock that asks, as far as it has come."""
        return self._forging(self.number, self.instance)

    @property
    def lock(self) -> Lock | None:
        """The lock that asks, once it is there."""
        return self.forging.lock if self.act is Act.LOCKS else None

    @property
    def course(self) -> Course:
        """The last brain's run."""
        return Course(HIDDEN[0], Settings(seed=self.level.seed, learning_rate=RATE))

    @property
    def shown(self) -> int:
        """The rebuild that is seen."""
        return self._shown

    @property
    def has_built(self) -> bool:
        """Whether all rebuilds have been seen."""
        return self.act is Act.OPEN or (self.act is Act.BUILD and self._shown == self.earned)

    @property
    def lid(self) -> float:
        """How far the lid is up, 0 to 1."""
        return min(1.0, self._lid / LID_SECONDS) if self.act is Act.OPEN else 0.0

    @property
    def count(self) -> int:
        """Par counts answers."""
        return len(self.firsts) + self.wrong

    @property
    def hand_moves(self) -> int:
        """Answers alone: the rest is only watched."""
        return self.count

    @property
    def weight_changes(self) -> int:
        """Every weight of the last brain, once in every rebuild."""
        return self.earned * self.course.weights if self.act in (Act.BUILD, Act.OPEN) else 0

    @property
    def weights_to_change(self) -> int:
        """The same before it has begun."""
        return self.earned * self.course.weights

    @property
    def is_over(self) -> bool:
        """Whether the lid is up: nothing more is to be done."""
        return self.act is Act.OPEN

    def figure(self) -> tuple[float, float, str] | None:
        """From a newborn brain's first build to its last."""
        if self.act is not Act.OPEN:
            return None
        return self.cm_at(0), self.cm_at(self.earned), "cm"

    def cm_at(self, epoch: int) -> float:
        """How far off a rebuild of the last brain is, in cm."""
        distance = self.course.distance_cm(self.course.grown_to(epoch))
        assert distance is not None, "a quiet Adam does not burn"
        return distance

    def built(self, epoch: int) -> Poses:
        """Where the last brain puts the parts."""
        return self.course.built(self.course.grown_to(epoch))

    def assembled(self) -> Assembled | None:
        """The last build, once it is seen."""
        return (self.course.chair, self.built(self.earned)) if self.act is Act.OPEN else None

    def reveal(self) -> Reveal | None:
        """The last build beside what was in the box, once that is open."""
        if self.act is not Act.OPEN:
            return None
        chair = self.course.chair
        return Reveal(chair, self.built(self.earned), ChairBox(chair).reveal(), ())

    # Moves

    def _answer(self, letter: str) -> None:
        if self.act is not Act.LOCKS or letter not in tuple(LETTERS):
            raise IllegalMoveError("no lock asks, or no such answer")
        lock = self.lock
        if LETTERS.index(letter) != right_answer(self.level.seed, self.number, self.instance):
            self.wrong += 1
            self.instance += 1
            self.news = closed_words(lock)
            return
        is_first = self.instance == 0
        self.firsts.append(is_first)
        self.number, self.instance = self.number + 1, 0
        self.news = open_words(lock, self.setup.rebuilds if is_first else 0)
        if self.number == len(self.setup.locks):
            self.act = Act.CHART

    def _guess(self, *words: str) -> None:
        guess = " ".join(words)
        if self.act is Act.OPEN or not 0 < len(guess) <= LONGEST_GUESS:
            raise IllegalMoveError("a few words, and before the lid is up")
        self.guess = guess
        self.news = News(N_("Written down: {guess}. Nobody looks before the lid is up."), {"guess": guess})

    def _listen(self) -> None:
        if self.act is not Act.CHART:
            raise IllegalMoveError("first the locks")
        self.act, self._shown = Act.BUILD, 0
        self.pace.runs = True

    def _open(self) -> None:
        if self.act is not Act.BUILD:
            raise IllegalMoveError("nothing is built yet")
        self._shown = self.earned
        self.act, self._lid = Act.OPEN, 0.0
        self.pace.hold()

    VERBS: ClassVar[Verbs] = {"answer": _answer, "guess": _guess, "listen": _listen, "open": _open}

    def random_move(self, rng: np.random.Generator) -> str:
        """Answers anything, and opens."""
        match self.act:
            case Act.LOCKS:
                return f"answer {LETTERS[rng.integers(len(LETTERS))]}"
            case Act.CHART:
                return "listen"
            case _:
                return "open"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Which lock asks, what was wrong, what was earned; and what came of it, once that is seen."""
        is_locked = self.act is Act.LOCKS
        facts: dict[str, Fact] = {
            "lock": self.number + 1 if is_locked else 0,
            "opened": len(self.firsts),
            "wrong": self.wrong,
            "again": is_locked and self.instance > 0,
            "rebuilds": self.earned,
            "bolted": is_locked,
            "chart": self.act is Act.CHART,
            "building": self.act is Act.BUILD,
            "open": self.act is Act.OPEN,
        }
        if self.guess:
            facts["guess"] = self.guess
        if self.act is Act.OPEN:
            facts |= {"thing": CAPTION, "start_cm": self.cm_at(0), "best_cm": self.cm_at(self.earned)}
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Rebuilds and what they came to, and what all seven locks would have earned."""
        most = self.setup.rebuilds * len(self.setup.locks)
        if self.act is not Act.OPEN:
            return ()
        return (
            Score(N_("you"), "{n} rebuild", "{n} rebuilds", self.earned, self.cm_at(self.earned)),
            Score(N_("all at first try"), "{n} rebuild", "{n} rebuilds", most, self.cm_at(most)),
        )

    # Time

    @property
    def is_moving(self) -> bool:
        """Whether a lock is being forged, rebuilds are seen, or the lid is on its way."""
        match self.act:
            case Act.LOCKS:
                return any(not forging.is_done for forging in self._ahead())
            case Act.BUILD:
                return self.pace.runs and not self.has_built
            case Act.OPEN:
                return self.lid < 1
            case _:
                return False

    def skip(self) -> None:
        """What is shown is shown; a lock that is not there yet comes as it comes."""
        self._lid = LID_SECONDS
        if self.act is Act.BUILD:
            self.pace.hold()

    def toggle(self) -> None:
        """Rebuild, or hold; no move, since nothing is decided by it."""
        if self.act is Act.BUILD and not self.has_built:
            self.pace.toggle()

    def to_end(self) -> None:
        """All rebuilds at once."""
        if self.act is Act.BUILD:
            self._shown = self.earned
            self.pace.hold()

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Locks are forged ahead of whoever answers; rebuilds are seen one by one; the lid goes up."""
        if not self.is_moving:
            return False
        if self.act is Act.LOCKS:
            self._forge(may_learn)
        elif self.act is Act.OPEN:
            self._lid += seconds
        else:
            rate = REBUILDS_A_SECOND * self.pace.speed
            while not self.has_built and self.pace.passed(seconds, rate):
                self._shown, seconds = self._shown + 1, 0.0
        return True

    def _forge(self, may_learn: Callable[[], bool]) -> None:
        for forging in self._ahead():
            while not forging.is_done:
                forging.go_on()
                if not may_learn():
                    return

    def _ahead(self) -> Iterator[Forging[Lock]]:
        """What may be needed, the soonest first: this lock, all that come after it, another instance of this one."""
        for number in range(self.number, len(self.setup.locks)):
            yield self._forging(number, self.instance if number == self.number else 0)
        yield self._forging(self.number, self.instance + 1)

    def _forging(self, number: int, instance: int) -> Forging[Lock]:
        return forging_of(self.setup.locks[number].kind, self.level.seed, number, instance)


@lru_cache(FORGINGS)
def forging_of(kind: str, seed: int, number: int, instance: int) -> Forging[Lock]:
    """A lock that is known by its numbers, as far as anybody has let it come."""
    return Forging(smith_of(kind)(stream(seed, number, instance), right_answer(seed, number, instance)))
