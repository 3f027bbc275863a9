"""The play of the blind scanners: each reads a triumph, and something is missing. Then a scanner that hisses.

Three newborn brains learn, each under another broken scanner (`epoch N`, which time makes). Each reads next to nothing;
`sit` lets grandmother try. `probe A1 left` moves a part, scans and puts it back: does the number move? `name legs` says
what the scanner cannot see, `next` goes on to the next one. At last the cable hisses: `volume N` turns the one knob, by
N steps, and `epoch N` learns; `anew` begins with a newborn brain.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

import numpy as np

from chairgame.blackbox.blind import BlindSpot
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.sitting.outcome import GRANDMOTHER, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.sit_words import verdict
from chairgame.game.story import blind_words
from chairgame.game.story.blind_case import BlindCase
from chairgame.game.story.blind_facts import case_facts, noise_facts
from chairgame.game.story.blind_setup import BlindSetup
from chairgame.game.story.course import Course
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.noisy_run import NoisyRun
from chairgame.game.story.pace import Pace
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.probes import ALL_WAYS, Asks, Probe, asked_until_sure, best_probe, left_by
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings

REBUILDS_A_SECOND, NOISY_REBUILDS_A_SECOND = 50, 130  # so that no run takes more than three seconds
GUESSERS = 101  # who probe at random, for the comparison


class BlindPlay(LevelPlay):
    """Scanners to be found out, then a hiss to be listened through."""

    passes = ("epoch",)
    final = ("probe", "name", "sit")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(BlindSetup)
        variant = setup.variant(level.seed)
        self.chair_name = setup.chair
        self.cases = [
            BlindCase(Course(setup.chair, Settings(seed=case.brain), spot=BlindSpot(case.spot)), setup.rebuilds)
            for case in variant.cases
        ]
        self.number = 0
        self.noise: NoisyRun | None = None
        """The run in the hiss, once all scanners are found out."""
        self.last_test: SitTest | None = None
        """How it went for grandmother, until something else is done."""
        self.pace = Pace()
        self.hurries = False
        """Whether the run goes to its end as fast as it can."""
        self._hiss_seed = variant.seed
        self._guesses: tuple[int, int] | None = None

    # What is so

    @property
    def case(self) -> BlindCase:
        """The scanner on the table, or the last one."""
        return self.cases[self.number]

    @property
    def course(self) -> Course:
        """What is learned now."""
        return self.case.course if self.noise is None else self.noise.course

    @property
    def chair(self) -> Chair:
        """The parts."""
        return self.course.chair

    @property
    def epoch(self) -> int:
        """Which rebuild stands there."""
        return self.case.epoch if self.noise is None else self.noise.epoch

    @property
    def rebuilds(self) -> int:
        """How many there are."""
        return self.setup.rebuilds if self.noise is None else self.setup.noisy_rebuilds

    @property
    def poses(self) -> Poses:
        """What stands there."""
        return self.course.built(self.epoch)

    @property
    def reads_cm(self) -> float:
        """What the scanner says of it."""
        distance = self.course.distance_cm(self.epoch)
        return 0.0 if distance is None else distance

    @property
    def can_probe(self) -> bool:
        """Whether the brain has learned, and the scanner is not found out."""
        return self.noise is None and self.case.has_learned and not self.case.is_closed

    @property
    def can_run(self) -> bool:
        """Whether there are rebuilds to come."""
        return self.epoch < self.rebuilds

    @property
    def can_go_on(self) -> bool:
        """Whether the next scanner, or the hiss, comes."""
        return self.noise is None and self.case.is_closed

    @property
    def probes(self) -> int:
        """How many, with all scanners."""
        return sum(len(case.scans) for case in self.cases)

    @property
    def wrong(self) -> int:
        """How many names were wrong."""
        return sum(len(case.wrong) for case in self.cases)

    @property
    def named(self) -> int:
        """How many scanners are found out."""
        return sum(case.is_closed for case in self.cases)

    @property
    def left(self) -> tuple[BlindSpot, ...]:
        """What the scanner on the table may not see, by all that it has said."""
        return tuple(spot for spot in left_by(self.chair_name, self.case.scans) if spot not in self.case.wrong)

    @property
    def is_spent(self) -> bool:
        """Whoever has asked or named anything gets other scanners."""
        return bool(self.probes or self.named or self.wrong)

    @property
    def count(self) -> int:
        """Par counts probes."""
        return self.probes

    @property
    def weight_changes(self) -> int:
        """Every weight, once in every rebuild of every brain."""
        rebuilds = sum(case.epoch for case in self.cases) + (0 if self.noise is None else self.noise.learned)
        return rebuilds * self.course.weights

    def figure(self) -> tuple[float, float, str] | None:
        """From the first run in the hiss to the best."""
        if self.noise is None or self.noise.best_cm is None:
            return None
        return self.noise.first_cm, self.noise.best_cm, "cm"

    def assembled(self) -> Assembled | None:
        """What stands there."""
        return self.chair, self.poses

    # Moves

    def _epoch(self, count: int = 1) -> None:
        if not self.can_run or not 1 <= count <= 1000:
            raise IllegalMoveError("nothing learns")
        self.last_test = None
        if self.noise is None:
            self.case.learn(count)
            if self.case.has_learned:
                self.pace.hold()
                self.news = blind_words.learned(self.reads_cm, self.epoch)
            return
        self.noise.learn(count)
        if self.noise.is_over:
            self.pace.hold()
            is_enough = self.reads_cm < self.setup.enough_cm
            self.news = blind_words.heard(self.reads_cm, self.noise.rate, is_enough=is_enough)

    def _sit(self) -> None:
        if self.noise is not None or not self.case.has_learned:
            raise IllegalMoveError("nothing to sit on yet")
        self.last_test = sit_down(self.chair, self.poses, GRANDMOTHER)
        self.case.has_sat = True
        self.news = verdict(self.last_test, self.chair)

    def _probe(self, label: str, way: str) -> None:
        if not self.can_probe or label not in self.chair.labels or way not in ALL_WAYS:
            raise IllegalMoveError("no scan now, or no such part")
        self.last_test = None
        scan = self.case.probe(Probe(self.chair.labels.index(label), way))
        self.news = blind_words.scanned(self.chair.parts[scan.probe.part], saw=scan.saw)

    def _name(self, word: str) -> None:
        case = self.case
        if not self.can_probe or word not in [spot.value for spot in BlindSpot]:
            raise IllegalMoveError("nothing to be named")
        spot = BlindSpot(word)
        if spot in case.wrong:
            raise IllegalMoveError("that is struck out")
        self.last_test = None
        is_possible = spot in self.left
        if not case.name(spot):
            self.news = blind_words.misnamed(spot, is_possible=is_possible)
        else:
            self.news = blind_words.named(spot, self.reads_cm, case.true_cm)

    def _next(self) -> None:
        if not self.can_go_on:
            raise IllegalMoveError("the scanner is to be found out first")
        self.last_test = None
        if self.number + 1 < len(self.cases):
            self.number += 1
            return
        settings = Settings(seed=self._hiss_seed, learning_rate=self.setup.start)
        course = Course(self.setup.chair, settings, hiss=self.setup.hiss)
        self.noise = NoisyRun(course, self.setup.rates, self.setup.noisy_rebuilds)

    def _volume(self, steps: int) -> None:
        noise = self._must_hiss()
        index = noise.rates.index(noise.rate) + steps
        if steps == 0 or not 0 <= index < len(noise.rates):
            raise IllegalMoveError("the knob ends here")
        noise.turn(noise.rates[index])

    def _anew(self) -> None:
        noise = self._must_hiss()
        if noise.epoch == 0:
            raise IllegalMoveError("it has not begun")
        noise.begin(noise.rate)

    def _must_hiss(self) -> NoisyRun:
        if self.noise is None:
            raise IllegalMoveError("no hiss yet")
        return self.noise

    VERBS: ClassVar[Verbs] = {
        "epoch": _epoch,
        "sit": _sit,
        "probe": _probe,
        "name": _name,
        "next": _next,
        "volume": _volume,
        "anew": _anew,
    }

    def random_move(self, rng: np.random.Generator) -> str:
        """Probes anything, names anything, turns the knob anywhere."""
        if self.noise is not None:
            return self._random_in_the_hiss(self.noise, rng)
        if self.can_go_on:
            return "next"
        if not self.case.has_learned:
            return f"epoch {self.rebuilds}"
        if rng.random() < 0.4:
            return f"name {rng.choice([spot.value for spot in BlindSpot if spot not in self.case.wrong])}"
        return f"probe {rng.choice(self.chair.labels)} {rng.choice(ALL_WAYS)}"

    def _random_in_the_hiss(self, noise: NoisyRun, rng: np.random.Generator) -> str:
        if self.can_run and rng.random() < 0.6:
            return f"epoch {self.rebuilds}"
        steps = rng.integers(len(noise.rates)) - noise.rates.index(noise.rate)
        return f"volume {steps}" if steps else "anew" if noise.epoch else f"epoch {self.rebuilds}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Scanners, probes, names; runs in the hiss."""
        return {**case_facts(self), **noise_facts(self)}

    def scores(self) -> tuple[Score, ...]:
        """Probes: the player's, par, the best ones, and at random."""
        best, guessed = self._guesses or (None, None)
        probe = ("{n} scan", "{n} scans")
        return (
            Score(N_("you"), *probe, self.probes),
            Score(N_("par"), *probe, self.level.par),
            Score(N_("always the best question"), *probe, best),
            Score(N_("at random"), *probe, guessed),
        )

    def reckon(self) -> Iterator[None]:
        """Ask the best question until one answer is left; and ask at random, as many do."""
        best, totals, rng = 0, [], np.random.default_rng(self.level.seed)
        for case in self.cases:
            best += asked_until_sure(self.chair_name, case.course.spot, lambda left: best_probe(self.chair_name, left))
            yield
        for _ in range(GUESSERS):
            spots = (case.course.spot for case in self.cases)
            totals.append(sum(asked_until_sure(self.chair_name, spot, self._guesser(rng)) for spot in spots))
            yield
        self._guesses = best, int(np.median(totals))

    def _guesser(self, rng: np.random.Generator) -> Asks:
        """Somebody who asks anything."""
        return lambda _left: Probe(int(rng.integers(len(self.chair.parts))), str(rng.choice(ALL_WAYS)))

    # Time

    @property
    def is_moving(self) -> bool:
        """Whether it learns."""
        return self.pace.runs

    def toggle(self) -> None:
        """Learn, or hold on."""
        self.hurries = False
        if self.can_run:
            self.pace.toggle()

    def hurry(self) -> None:
        """Learn to the end, as fast as a key can still be answered meanwhile."""
        self.hurries = self.can_run
        self.pace.runs = self.can_run

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Rebuild after rebuild."""
        if not self.pace.runs:
            return False
        while self.pace.runs and (self.hurries or self.pace.passed(seconds, self.rebuilds_a_second)):
            self.do_in_time("epoch")
            seconds = 0.0
            if not may_learn():
                break
        return True

    @property
    def rebuilds_a_second(self) -> int:
        """As many as there are in three seconds; faster where somebody says so."""
        return (REBUILDS_A_SECOND if self.noise is None else NOISY_REBUILDS_A_SECOND) * self.pace.speed
