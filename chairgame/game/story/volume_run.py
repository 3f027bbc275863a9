"""The play of the volume: a newborn brain learns for some epochs, and only the headphones' loudness is the player's.

The run stops by itself after its first few rebuilds and asks what will come of it. Moves: `volume N` turns by N steps,
`epoch N` is so many rebuilds, which time makes; `read crawl|learn|burn` answers the question; `back` goes to just
before a burn-out, `anew` begins the run once more, `brain` takes the next newborn brain. What is answered is settled:
a move that comes before the run's end lets it end first.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

import numpy as np

from chairgame.chair.poses import Poses
from chairgame.game.news import Cm, Count, Rate
from chairgame.game.session.burnout import last_sound_epoch
from chairgame.game.session.model import GameSession
from chairgame.game.story.course import Watched
from chairgame.game.story.first_setups import VolumeSetup
from chairgame.game.story.hearings import BURN, CRAWL, LEARN, OUTCOMES, Hearing, best_of, gap_of, is_spent, row_of
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.pace import CUTS, Pace
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.volumes import compared, course_of, every_volume
from chairgame.text.catalogue import N_

FLIGHT_SECONDS = 1.2
"""In which the parts of a burned-out brain's last build fly out of the picture."""


class VolumePlay(LevelPlay):
    """One knob, many runs."""

    # `back` belongs to the smoke before it: undoing goes back beyond both, or it would only bring the smoke again.
    passes = ("epoch", "back")
    final = ("read",)
    learns = True

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(VolumeSetup)
        self.rates, self.epochs, self.learned_cm = setup.rates, setup.epochs, setup.learned_cm
        self.brain = level.seed
        """The seed of the newborn brain."""
        self.course = course_of(setup, self.brain)
        self.epoch = self.learned = 0
        """Where the run is, and how many epochs there were in all runs."""
        self.reading: str | None = None
        self.is_steered = self.is_over_now = False
        self.hearings: list[Hearing] = []
        self.beginnings: dict[tuple[int, float], tuple[float, ...]] = {}
        """How far off each brain was in the first rebuilds at each volume, in cm, as far as that has been seen."""
        self.best_build: Poses | None = None
        """Where the parts of the best run's last build were."""
        self.last_sound: tuple[int, Poses] | None = None
        """What stood before the smoke: which rebuild that was, and where its parts were."""
        self.constant: dict[float, float | None] = {}
        """How far off each volume of the knob is at the end when nobody turns it, in cm, None for smoke: as far as it
        has been reckoned, the quietest first."""
        self.pace = Pace()
        self._watched, self._flight = Watched(), FLIGHT_SECONDS
        self._look_back()

    # What is so

    @property
    def rate(self) -> float:
        """The volume now."""
        return self.course.rate

    @property
    def is_burned(self) -> bool:
        """Whether smoke is what is left."""
        return self.course.is_burned_at(self.epoch)

    @property
    def heard(self) -> frozenset[float]:
        """The volumes at which this brain has been heard to the end."""
        rates = (hearing.rate for hearing in self.hearings if hearing.brain == self.brain)
        return frozenset(rate for rate in rates if rate is not None)

    @property
    def is_asking(self) -> bool:
        """Whether the run has stopped and asks what will come of it."""
        is_first = not self.is_steered and self.rate not in self.heard
        return is_first and self.epoch == self.setup.asked and self.reading is None and not self.is_over_now

    @property
    def is_settled(self) -> bool:
        """Whether an answer waits for the run's end."""
        return self.reading is not None and not self.is_over_now

    @property
    def can_run(self) -> bool:
        """Whether Space may start it, or begin it once more."""
        return not self.is_asking

    @property
    def running(self) -> bool:
        """Whether time makes rebuilds."""
        return self.pace.runs

    @property
    def best(self) -> Hearing | None:
        """The run that came nearest."""
        return best_of(self.hearings)

    @property
    def row(self) -> tuple[str, ...]:
        """What was read right, one after the other."""
        return row_of(self.hearings)

    @property
    def missed(self) -> int:
        """How many readings were wrong."""
        return sum(hearing.reading is not None and not hearing.is_right for hearing in self.hearings)

    @property
    def count(self) -> int:
        """Par counts runs."""
        return len(self.hearings)

    @property
    def weight_changes(self) -> int:
        """Every weight, at every part of every rebuild of every run."""
        return self.learned * self.course.updates_an_epoch * self.course.weights

    def figure(self) -> tuple[float, float, str] | None:
        """From the first rebuild to the best run's last."""
        best = self.best
        if best is None or best.distance_cm is None:
            return None
        return next(iter(self.beginnings.values()))[0], best.distance_cm, "cm"

    @property
    def first_build(self) -> Poses:
        """What the newborn brain builds."""
        return course_of(self.setup, self.brain).built(0)

    # Moves

    def _read(self, outcome: str) -> None:
        if outcome not in OUTCOMES or not self.is_asking:
            raise IllegalMoveError("nothing is asked")
        self.reading = outcome

    def _volume(self, steps: int) -> None:
        index = self.rates.index(self.rate) + steps
        if not 0 <= index < len(self.rates) or steps == 0:
            raise IllegalMoveError("the knob ends here")
        if self.is_steered and not self.is_over_now:
            self.course = self.course.turned(self.epoch, self.rates[index])
        else:
            self._run_out()
            self._begin(self.rates[index])

    def _epoch(self, count: int = 1) -> None:
        if not self.can_run or self.is_over_now or not 1 <= count <= self.epochs:
            raise IllegalMoveError("nothing runs")
        stop = self.epochs
        if not self.is_steered and self.rate not in self.heard and self.epoch < self.setup.asked:
            stop = self.setup.asked
        before, self.epoch = self.epoch, self.course.grown_to(min(stop, self.epoch + count))
        self.learned += self.epoch - before
        self._look_back()
        if self.is_burned or self.epoch >= self.epochs:
            self._finish()
        elif self.is_asking:
            self.pace.hold()

    def _back(self) -> None:
        if not (self.is_over_now and self.is_burned):
            raise IllegalMoveError("nothing has burned")
        sound = last_sound_epoch(self.course.distance_cm, self.epoch) or 0
        if sound == 0:
            self._begin(self.rate)
            self.say(N_("It burned at once: there is nothing before it but a newborn brain. Turn it down with -."))
            return
        self.epoch, self.is_over_now, self.is_steered, self.reading = sound, False, True, None
        self.say(N_("Just before it burned. Turn it down with -, then Space goes on."))

    def _anew(self) -> None:
        if self.epoch == 0:
            raise IllegalMoveError("it has not begun")
        rate = self.rate if self.is_over_now else self.course.settings.learning_rate
        self._run_out()
        self._begin(rate)

    def _brain(self) -> None:
        seeds = self.level.seeds
        if len(seeds) == 1:
            raise IllegalMoveError("there is no other")
        rate = self.rate
        self._run_out()
        self.brain = seeds[(seeds.index(self.brain) + 1) % len(seeds)]
        self._begin(rate)
        self.say(N_("Another newborn brain, wired otherwise: all volumes are unheard again. Your row goes on."))

    VERBS: ClassVar[Verbs] = {
        "volume": _volume,
        "epoch": _epoch,
        "read": _read,
        "back": _back,
        "anew": _anew,
        "brain": _brain,
    }

    def _begin(self, rate: float) -> None:
        """Set a run up: the same newborn brain, its first rebuild in the scanner."""
        self.course = course_of(self.setup, self.brain).turned(0, rate)
        self.epoch, self.reading, self.is_steered, self.is_over_now = 0, None, False, False
        self.pace.hold()
        self._look_back()

    def _run_out(self) -> None:
        """Let a run that was read come to its end: a move of its own, so that undoing the next one leaves it there."""
        if self.is_settled:
            self.do(f"epoch {self.epochs}")

    def _look_back(self) -> None:
        """Write down how the run has begun."""
        key, seen = (self.brain, self.rate), min(self.epoch, self.setup.asked)
        if self.is_steered or len(self.beginnings.get(key, ())) > seen:
            return
        distances = (self.course.distance_cm(epoch) for epoch in range(seen + 1))
        self.beginnings[key] = tuple(distance for distance in distances if distance is not None)

    def _finish(self) -> None:
        """The run is over: what it came to, and whether it was read right."""
        distance = self.course.distance_cm(self.epoch)
        outcome = BURN if distance is None else LEARN if distance < self.learned_cm else CRAWL
        rate, is_first = None if self.is_steered else self.rate, self.rate not in self.heard
        hearing = Hearing(self.brain, rate, outcome, distance, self.reading, is_first)
        self.say(hearing.words, rate=Rate(self.rate), distance=Cm(distance or 0.0), n=Count(self.epoch))
        self.hearings.append(hearing)
        if self.best is hearing:
            self.best_build = self.course.built(self.epoch)
        self.is_over_now = True
        self.pace.hold()
        self.pace.quicken()
        if outcome == BURN:
            sound = last_sound_epoch(self.course.distance_cm, self.epoch) or 0
            self.last_sound, self._flight = (sound, self.course.built(sound)), 0.0

    def random_move(self, rng: np.random.Generator) -> str:
        """Turns the knob, answers anything, lets it run, mostly to the end."""
        if self.is_asking:
            return f"read {rng.choice(OUTCOMES)}"
        if self.is_over_now and self.is_burned and rng.random() < 0.2:
            return "back"
        if not self.is_over_now and rng.random() < 0.8:
            return f"epoch {rng.choice([3, self.epochs])}"
        steps = [step for step in range(-11, 12) if step and 0 <= self.rates.index(self.rate) + step < len(self.rates)]
        return f"volume {rng.choice(steps)}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Runs, the best distance, the row of readings and what was missed; what the hints ask for."""
        best, row = self.best, self.row
        last = self.hearings[-1] if self.hearings else None
        facts: dict[str, Fact] = {
            "runs": len(self.hearings),
            "epoch": self.epoch,
            "row": len(row),
            "kinds": len(set(row)),
            "missed": self.missed,
            "asking": self.is_asking,
            "over": self.is_over_now,
            "burned": self.is_over_now and self.is_burned,
            "hopeful": self.missed >= 2 and last is not None and (last.outcome, last.reading) == (CRAWL, LEARN),
            "gap": gap_of(self.hearings, self.brain, self.rates),
            "spent": is_spent(self.hearings, self.brain),
        }
        if best is not None and best.distance_cm is not None:
            facts["best_cm"] = best.distance_cm
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Runs and what they came to; the same for all volumes, and for the quietest."""
        return compared(len(self.hearings), self.best, self.constant, self.rates)

    def reckon(self) -> Iterator[None]:
        """Run every volume of the knob, quietest first, as nobody turns it."""
        yield from every_volume(self.setup, self.brain, self.constant)

    # Time

    @property
    def session(self) -> GameSession:
        """What the widgets show."""
        return self._watched.at(self.course, self.epoch, self.running)

    def assembled(self) -> Assembled | None:
        """The rebuild shown, as the brain built it; of smoke what stood before it."""
        last_sound = self.last_sound if self.is_burned else None
        return self.session.chair, last_sound[1] if last_sound else self.session.rebuild.poses

    @property
    def flight(self) -> float:
        """How far the parts of the last build have flown, 0 to 1; only smoke makes them fly."""
        return min(1.0, self._flight / FLIGHT_SECONDS)

    @property
    def is_moving(self) -> bool:
        """Whether the run runs, or parts fly."""
        return self.running or self.flight < 1

    def skip(self) -> None:
        """What flew has flown."""
        self._flight = FLIGHT_SECONDS

    def toggle(self) -> None:
        """Run, or hold on; no move, since nothing has been learned by it."""
        if self.can_run and not self.is_over_now:
            self.pace.toggle()
            if self.running:
                self._show_moment()

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Rebuild after rebuild: the beginning of a run with the whole loop, the rest in cuts."""
        is_flying = self.flight < 1
        self._flight += seconds
        if not self.running:
            return is_flying
        while self.running and self.pace.passed(seconds, self._rate()):
            self.do("epoch")
            seconds = 0.0
            if not may_learn():
                break
        self._show_moment()
        return True

    def _rate(self) -> int:
        """Rebuilds a second now."""
        return self.pace.rate(is_beginning=self.epoch < self.setup.asked)

    def _show_moment(self) -> None:
        """The widgets' session at the moment of the loop that time has come to."""
        player, rate = self.session.player, self._rate()
        if self.running and rate < CUTS:
            player.show_moment(self.pace.share(rate) * player.beat.seconds)
        else:
            player.show_end()
