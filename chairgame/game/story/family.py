"""The play of the family: time for so many builds; few chairs over and over, or many chairs a few times?

Moves: `train K said` lets a newborn brain practise on the heap of K chairs, each heap once, after it was said what will
come of it (`heart`, `understood`, `half`); `bet H` says at which seat height the newest brain that understands will
lose the thread. Which heap is looked at, what is about to be said of it, and the films belong to no move.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chairgame.game.news import Cm, Count, News
from chairgame.game.story.family_bend import Bend
from chairgame.game.story.family_runs import FRAMES, FamilyRun, run_of
from chairgame.game.story.family_setup import FamilySetup
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.text.catalogue import N_

OUTCOMES = HEART, UNDERSTOOD, HALF = "heart", "understood", "half"
FILM_SECONDS = 3.0

FORETOLD: Mapping[str, str] = {
    HEART: N_("Foretold! By heart: {trained} cm on its own chairs, {unseen} cm on those it never met."),
    UNDERSTOOD: N_("Foretold! It understands: {unseen} cm on chairs it never met. b: how far does that reach?"),
    HALF: N_("Foretold! Half-baked: {trained} cm even on its own chairs. It built each of them too seldom."),
}
SURPRISE: Mapping[str, str] = {
    HEART: N_("Not quite: by heart. {trained} cm on its own chairs, but {unseen} cm on those it never met."),
    UNDERSTOOD: N_("Not quite: it understands. {unseen} cm on chairs it never met. b: how far does that reach?"),
    HALF: N_("Not quite: half-baked. {trained} cm even on its own chairs. It built each of them too seldom."),
}


@dataclass(frozen=True, eq=False)
class Round:
    """A heap that was practised, what was said before, and what came of it."""

    chairs: int
    said: str
    run: FamilyRun

    @property
    def outcome(self) -> str:
        """Understood: what it never met as well. By heart: its own chairs and no others. Else half-baked."""
        setup = self.run.setup
        if self.run.unseen_cm < setup.understood_cm:
            return UNDERSTOOD
        return HEART if self.run.trained_cm < setup.heart_cm else HALF

    @property
    def is_foretold(self) -> bool:
        """Whether it came as it was said."""
        return self.said == self.outcome


@dataclass(frozen=True, eq=False)
class BorderBet:
    """At which seat height, in cm, a brain was said to lose the thread."""

    height: int
    run: FamilyRun

    @property
    def off(self) -> int:
        """By how many cm that was wrong."""
        return abs(self.height - self.run.border)


class FamilyPlay(LevelPlay):
    """Eight heaps, a newborn brain for each, one bet."""

    final = ("train", "bet")
    learns = True

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        self.setup = level.setup_as(FamilySetup)
        self.heaps = self.setup.heaps
        self.rounds: list[Round] = []
        self.bet: BorderBet | None = None
        self.bend: Bend | None = None
        """The chair that is bent, while it is looked at."""
        self.row = 0
        """Which heap is looked at."""
        self.said: str | None = None
        """What is about to be said of it."""
        self.is_held = False
        """Whether the film stands."""
        self._film: float | None = None
        self._every: list[tuple[float, int]] = []

    # What is so

    @property
    def chairs(self) -> int:
        """How many lie in the heap that is looked at."""
        return self.heaps[self.row]

    @property
    def run(self) -> FamilyRun:
        """The run on that heap, as far as it has come."""
        return run_of(self.setup, self.level.seed, self.chairs)

    def round_of(self, chairs: int) -> Round | None:
        """What came of a heap, once it is known."""
        return next((done for done in self.rounds if done.chairs == chairs), None)

    @property
    def newest(self) -> Round | None:
        """The last brain that understands: the one that a bet is about."""
        return next((done for done in reversed(self.rounds) if done.outcome == UNDERSTOOD), None)

    @property
    def best(self) -> Round | None:
        """The brain that does best on what it never met."""
        return min(self.rounds, key=lambda done: done.run.unseen_cm, default=None)

    @property
    def told(self) -> frozenset[str]:
        """The outcomes that were foretold."""
        return frozenset(done.outcome for done in self.rounds if done.is_foretold)

    @property
    def may_bet(self) -> bool:
        """Whether there is a brain that understands, and nobody has bet yet."""
        return self.bet is None and self.newest is not None

    @property
    def count(self) -> int:
        """Par counts runs."""
        return len(self.rounds)

    @property
    def is_spent(self) -> bool:
        """Whoever has seen what comes of a heap gets other chairs."""
        return bool(self.rounds)

    @property
    def weight_changes(self) -> int:
        """Every weight in every rebuild of every run."""
        return sum(done.run.rebuilds * done.run.weights for done in self.rounds)

    def figure(self) -> tuple[float, float, str] | None:
        """From the first brain's number on what it never met to the best one's."""
        best = self.best
        return None if best is None else (self.rounds[0].run.unseen_cm, best.run.unseen_cm, "cm")

    def assembled(self) -> Assembled | None:
        """The first chair that was kept back, as the best brain builds it."""
        best = self.best
        return None if best is None else (best.run.unseen[0], best.run.built(best.run.unseen[0]))

    # Moves

    def _train(self, chairs: int, said: str) -> None:
        if chairs not in self.heaps or said not in OUTCOMES or self.round_of(chairs) is not None:
            raise IllegalMoveError("no such heap, or it was practised already")
        run = run_of(self.setup, self.level.seed, chairs)
        done = Round(chairs, said, run)
        words = (FORETOLD if done.is_foretold else SURPRISE)[done.outcome]
        self.rounds.append(done)
        self.row, self.said, self._film, self.bend = self.heaps.index(chairs), None, None, None
        self.say(words, trained=Cm(run.trained_cm), unseen=Cm(run.unseen_cm))

    def _bet(self, height: int) -> None:
        newest = self.newest
        if newest is None or not self.may_bet or not self.setup.lowest_bet <= height <= self.setup.highest_bet:
            raise IllegalMoveError("no bet now, or not that one")
        self.bet = BorderBet(height, newest.run)
        self.bend = Bend(newest.run, height)
        self.bend.tell()
        self.news = News(
            N_(
                "At {border} cm it loses the thread; you said {bet}. Its examples end at 60: a little farther, no more."
            ),
            {"border": Count(newest.run.border), "bet": Count(height)},
        )

    VERBS: ClassVar[Verbs] = {"train": _train, "bet": _bet}

    def work_for(self, move: str) -> Iterator[None]:
        """The rebuilds of a run."""
        verb, *words = move.split()
        if verb == "train" and words and words[0] in map(str, self.heaps):
            run = run_of(self.setup, self.level.seed, int(words[0]))
            while not run.is_over:
                run.learn()
                yield

    def random_move(self, rng: np.random.Generator) -> str:
        """Any heap that was not tried, and any word about it; sometimes a bet, if one may be made."""
        left = [chairs for chairs in self.heaps if self.round_of(chairs) is None]
        if self.may_bet and (not left or rng.random() < 1 / 3):
            return f"bet {rng.integers(self.setup.lowest_bet, self.setup.highest_bet + 1)}"
        return f"train {rng.choice(left or self.heaps)} {rng.choice(OUTCOMES)}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Runs and what was foretold, the last run's figures, the best of them, the bet."""
        outcomes = [done.outcome for done in self.rounds]
        facts: dict[str, Fact] = {
            "runs": len(self.rounds),
            "told": len(self.told),
            "missed": sum(not done.is_foretold for done in self.rounds),
            "hearts": outcomes.count(HEART),
            "halves": outcomes.count(HALF),
            "understood": outcomes.count(UNDERSTOOD),
            "last_heart": outcomes[-1:] == [HEART],
            "last_half": outcomes[-1:] == [HALF],
            "has_bet": self.bet is not None,
            "may_bet": self.may_bet,
        }
        if self.best is not None:
            best, last = self.best, self.rounds[-1].run
            facts |= {"chairs": best.chairs, "best_cm": best.run.unseen_cm, "table_cm": best.run.table_cm}
            facts |= {"trained_cm": last.trained_cm, "unseen_cm": last.unseen_cm}
        if self.bet is not None:
            facts |= {"bet": self.bet.height, "border": self.bet.run.border, "border_off": self.bet.off}
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Runs, and the best number on what was never met: the player's, par's, all heaps', a table's."""
        best, (least, chairs) = self.best, (None, None)
        if len(self._every) == len(self.heaps):
            least, chairs = min(self._every)
        table = None if chairs is None else run_of(self.setup, self.level.seed, chairs).table_cm
        return (
            Score(N_("you"), "{n} run", "{n} runs", self.count, None if best is None else best.run.unseen_cm),
            Score(N_("par"), "{n} run", "{n} runs", self.level.par, least),
            Score(N_("every heap once"), "{n} run", "{n} runs", None if least is None else len(self.heaps), least),
            Score(N_("a table of the same"), "{n} chair", "{n} chairs", chairs, table),
        )

    def reckon(self) -> Iterator[None]:
        """Practise on every heap."""
        self._every.clear()
        for chairs in self.heaps:
            yield from self.work_for(f"train {chairs}")
            run = run_of(self.setup, self.level.seed, chairs)
            unseen = run.unseen_cm
            yield
            _ = run.table_cm
            self._every.append((unseen, chairs))
            yield

    # Time

    @property
    def is_practising(self) -> bool:
        """Whether the heap that is looked at is being practised."""
        return self._film is not None

    @property
    def frame(self) -> int:
        """The moment of the run that may be seen."""
        return min(self._wanted, len(self.run.frames) - 1)

    @property
    def _wanted(self) -> int:
        """The frame that the film has come to."""
        return FRAMES if self._film is None else int(self._film / FILM_SECONDS * FRAMES)

    @property
    def is_moving(self) -> bool:
        """Whether a film runs."""
        is_bending = self.bend is not None and self.bend.is_moving
        return is_bending or (self.is_practising and not self.is_held)

    @property
    def is_told(self) -> bool:
        """Not before the border has been seen."""
        return self.bend is None or not self.bend.is_moving

    def skip(self) -> None:
        """The border at once."""
        if self.bend is not None:
            self.bend.skip()

    def practise(self) -> None:
        """Begin with the heap that is looked at."""
        self.news, self._film, self.is_held, self.bend = None, 0.0, False, None

    def hurry(self) -> None:
        """To the film's end as soon as everything is there."""
        self.skip()
        if self.is_practising:
            self._film, self.is_held = FILM_SECONDS, False

    def look_at(self, row: int) -> None:
        """Another heap, or the same one afresh: what was only begun is broken off, and may be said once more."""
        self.row = min(max(0, row), len(self.heaps) - 1)
        self.news = self.said = self._film = self.bend = None

    def begin_to_bend(self) -> None:
        """Look at the chair that is bent: before the bet the newest brain's, afterwards the one that was bet on."""
        if self.bet is not None:
            self.bend = Bend(self.bet.run, self.bet.run.border)
            self.bend.is_told = True
        elif self.newest is not None:
            self.bend = Bend(self.newest.run, self.setup.lowest_bet)
        self.news = None

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Practise for as long as a key would not have to wait; a film lasts a while even where all is known."""
        if self.bend is not None and self.bend.is_moving:
            self.bend.tick(seconds)
            return True
        if self._film is None or self.is_held:
            return False
        self._film = min(FILM_SECONDS, self._film + seconds)
        while len(self.run.frames) <= self._wanted and may_learn():
            self.run.learn()
        if self._film >= FILM_SECONDS and self.run.is_over and self.said is not None:
            self.do(f"train {self.chairs} {self.said}")
        return True
