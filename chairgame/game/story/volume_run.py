"""The play of the volume: a newborn brain learns for some epochs, and only the headphones' loudness is the player's.

Moves: `predict crawl|learn|burn` marks what the run will come to, `volume N` turns by N steps (before a run, while it
runs, or after it for the next one), `epoch` is one rebuild, which time makes; `back` goes to just before a burn-out,
`anew` begins the run once more. What counts as foretold was predicted at a volume that nobody had tried yet.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chairgame.game.news import Cm, Rate
from chairgame.game.session.beats import CUT_SECONDS
from chairgame.game.session.burnout import last_sound_epoch
from chairgame.game.session.model import GameSession
from chairgame.game.story.course import Course, Watched
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.registry import VolumeSetup
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings

OUTCOMES = CRAWL, LEARN, BURN = "crawl", "learn", "burn"
SLOW_EPOCHS = 3  # of the first run

RIGHT = {
    CRAWL: N_("Foretold! At {rate} it crawls: still {distance} cm after 40 rebuilds. + turns it up."),
    LEARN: N_("Foretold! At {rate} it learns: {distance} cm. Could a louder one do better?"),
    BURN: N_("Foretold! At {rate} it burned out. Each step leapt over the goal, further every time. u: just before."),
}
WRONG = {
    CRAWL: N_("Not quite: at {rate} it crawls, still {distance} cm after 40 rebuilds. + turns it up."),
    LEARN: N_("Not quite: at {rate} it learns, {distance} cm after 40 rebuilds."),
    BURN: N_("Smoke! At {rate} it leaps over the goal, further every time. u: back to just before."),
}
STEERED = {
    CRAWL: N_("A steered run: {distance} cm after 40 rebuilds, ending at {rate}."),
    LEARN: N_("A steered run: {distance} cm after 40 rebuilds, ending at {rate}. It learned."),
    BURN: N_("Smoke, at {rate}. u: back to just before, then turn it down."),
}


@dataclass(frozen=True)
class Result:
    """What a run came to: at which volume, None where it was turned on the way; how far off at its end, None for smoke;
    and what had been predicted, None where nothing was."""

    rate: float | None
    outcome: str
    distance_cm: float | None
    predicted: str | None
    is_new: bool
    """Whether nobody had tried this volume before."""

    @property
    def is_foretold(self) -> bool:
        """Whether the prediction was right."""
        return self.predicted == self.outcome


class VolumePlay(LevelPlay):
    """One knob, many runs."""

    # `back` belongs to the smoke before it: undoing goes back beyond both, or it would only bring the smoke again.
    passes = ("epoch", "back")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = level.setup_as(VolumeSetup)
        self.rates, self.epochs, self.learned_cm = setup.rates, setup.epochs, setup.learned_cm
        self.course = course_of(level)
        self.epoch = self.learned = 0
        """Where the run is, and how many epochs there were in all runs."""
        self.prediction: str | None = None
        self.is_steered = self.is_over_now = False
        self.results: list[Result] = []
        self.running = False
        self.constant: dict[float, float | None] = {}
        """How far off each volume of the knob is at the end when nobody turns it, in cm, None for smoke: as far as it
        has been reckoned, the quietest first."""
        self._watched, self._waited = Watched(), 0.0

    @property
    def rate(self) -> float:
        """The volume now."""
        return self.course.rate

    @property
    def is_burned(self) -> bool:
        """Whether smoke is what is left."""
        return self.course.is_burned_at(self.epoch)

    @property
    def can_run(self) -> bool:
        """Whether Space may start: not without a prediction, and not beyond the end."""
        return not self.is_over_now and (self.prediction is not None or self.is_steered)

    @property
    def best(self) -> Result | None:
        """The run that came nearest."""
        sound = [result for result in self.results if result.distance_cm is not None]
        return min(sound, key=lambda result: result.distance_cm or 0.0) if sound else None

    @property
    def foretold(self) -> frozenset[str]:
        """What was rightly predicted at a volume never tried before."""
        return frozenset(result.outcome for result in self.results if result.is_foretold and result.is_new)

    @property
    def missed(self) -> int:
        """How many predictions were wrong."""
        return sum(result.predicted is not None and not result.is_foretold for result in self.results)

    @property
    def count(self) -> int:
        """Par counts runs."""
        return len(self.results)

    @property
    def weight_changes(self) -> int:
        """Every weight, at every part of every rebuild of every run."""
        return self.learned * self.course.updates_an_epoch * self.course.weights

    def figure(self) -> tuple[float, float, str] | None:
        """From the first rebuild to the best run's last."""
        best, first = self.best, self.course.distance_cm(0)
        if best is None or best.distance_cm is None or first is None:
            return None
        return first, best.distance_cm, "cm"

    # Moves

    def _predict(self, outcome: str) -> None:
        if outcome not in OUTCOMES or not (self.epoch == 0 or self.is_over_now):
            raise IllegalMoveError("a prediction comes before the run")
        if self.is_over_now:
            self._begin(self.rate)
        self.prediction, self.is_steered = outcome, False

    def _volume(self, steps: int) -> None:
        index = self.rates.index(self.rate) + steps
        if not 0 <= index < len(self.rates) or steps == 0:
            raise IllegalMoveError("the knob ends here")
        rate = self.rates[index]
        if self.is_over_now:
            self._begin(rate)
        elif self.epoch == 0:
            self.course = self.course.turned(0, rate)
        else:
            self.course = self.course.turned(self.epoch, rate)
            if self.prediction is not None:
                self.say(N_("You steer it now: your prediction is off, the centimetres still count."))
            self.prediction, self.is_steered = None, True

    def _epoch(self, count: int = 1) -> None:
        if not self.can_run or not 1 <= count <= self.epochs:
            raise IllegalMoveError("nothing runs")
        for _ in range(count):
            self.epoch += 1
            self.learned += 1
            if self.is_burned or self.epoch >= self.epochs:
                self._finish()
                return

    def _back(self) -> None:
        if not (self.is_over_now and self.is_burned):
            raise IllegalMoveError("nothing has burned")
        self.epoch = last_sound_epoch(self.course.distance_cm, self.epoch) or 0
        self.is_over_now, self.is_steered, self.prediction = False, True, None
        self.say(N_("Just before it burned. Turn it down with -, then Space goes on."))

    def _anew(self) -> None:
        if self.epoch == 0:
            raise IllegalMoveError("it has not begun")
        self._begin(self.course.settings.learning_rate if not self.is_over_now else self.rate)

    VERBS: ClassVar[Verbs] = {
        "predict": _predict,
        "volume": _volume,
        "epoch": _epoch,
        "back": _back,
        "anew": _anew,
    }

    def _begin(self, rate: float) -> None:
        """Set a run up: the same newborn brain, its first rebuild in the scanner."""
        self.course = course_of(self.level).turned(0, rate)
        self.epoch, self.prediction, self.is_steered, self.is_over_now = 0, None, False, False

    def _finish(self) -> None:
        """The run is over: what it came to, and whether it was foretold."""
        distance = self.course.distance_cm(self.epoch)
        is_learned = distance is not None and distance < self.learned_cm
        outcome = BURN if distance is None else LEARN if is_learned else CRAWL
        rate = None if self.is_steered else self.rate
        is_new = rate is not None and all(result.rate != rate for result in self.results)
        result = Result(rate, outcome, distance, self.prediction, is_new)
        self.results.append(result)
        self.is_over_now, self.running = True, False
        texts = STEERED if result.predicted is None else RIGHT if result.is_foretold else WRONG
        self.say(texts[outcome], rate=Rate(self.rate), distance=Cm(distance or 0.0))

    def random_move(self, rng: np.random.Generator) -> str:
        """Turns the knob, predicts anything, lets it run, mostly to the end."""
        if self.is_over_now and self.is_burned and rng.random() < 0.2:
            return "back"
        if self.can_run and rng.random() < 0.6:
            return f"epoch {rng.choice([20, 40])}"
        if not self.can_run and rng.random() < 0.5:
            return f"predict {rng.choice(OUTCOMES)}"
        steps = [step for step in range(-5, 6) if step and 0 <= self.rates.index(self.rate) + step < len(self.rates)]
        return f"volume {rng.choice(steps)}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Runs, the best distance, what was foretold and missed."""
        best = self.best
        facts: dict[str, Fact] = {
            "runs": len(self.results),
            "epoch": self.epoch,
            "foretold": len(self.foretold),
            "missed": self.missed,
            "over": self.is_over_now,
            "burned": self.is_over_now and self.is_burned,
            "crawled": self.is_over_now and self.results[-1].outcome == CRAWL,
            "predicted": self.prediction is not None,
        }
        if best is not None and best.distance_cm is not None:
            facts["best_cm"] = best.distance_cm
        return facts

    def scores(self) -> tuple[Score, ...]:
        """Runs and what they came to; the same for par, for the best of all volumes, and for the quietest."""
        best, sound = self.best, [distance for distance in self.constant.values() if distance is not None]
        nearest, every = (min(sound), len(self.rates)) if len(self.constant) == len(self.rates) else (None, None)
        quietest = (1, self.constant[self.rates[0]]) if self.constant else (None, None)
        return (
            Score(N_("you"), "{n} run", "{n} runs", len(self.results), None if best is None else best.distance_cm),
            Score(N_("par"), "{n} run", "{n} runs", self.level.par, nearest),
            Score(N_("every volume once"), "{n} run", "{n} runs", every, nearest),
            Score(N_("the quietest one"), "{n} run", "{n} runs", *quietest),
        )

    def reckon(self) -> Iterator[None]:
        """Run every volume of the knob, quietest first, as nobody turns it."""
        for rate in self.rates:
            course, epoch = course_of(self.level).turned(0, rate), 0
            while epoch < self.epochs and not course.is_burned_at(epoch):
                epoch += 1
                yield
            self.constant[rate] = course.distance_cm(epoch)

    # Time

    @property
    def session(self) -> GameSession:
        """What the widgets show."""
        return self._watched.at(self.course, self.epoch, self.running)

    def assembled(self) -> Assembled | None:
        """The rebuild shown, as the brain built it."""
        return self.session.chair, self.session.rebuild.poses

    @property
    def is_moving(self) -> bool:
        """Whether the run runs."""
        return self.running

    def toggle(self) -> None:
        """Run, or hold on; no move, since nothing has been learned by it."""
        if self.can_run:
            self.running, self._waited = not self.running, 0.0
            if self.running and self.session.player.is_at_end:
                self._waited = CUT_SECONDS

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Rebuild after rebuild: the first run begins with the whole loop, all else is stop-motion."""
        if not self.running:
            return False
        session = self.session
        session.player.pass_time(seconds)
        self._waited += seconds
        if self._waited < CUT_SECONDS or (self._is_slow and not session.player.is_at_end):
            return self._is_slow
        self._waited = 0.0
        self.do("epoch")
        session = self.session
        if self._is_slow and self.running:
            session.player.show_start()
        else:
            session.player.show_end()
        return True

    @property
    def _is_slow(self) -> bool:
        """Whether the loop is shown whole: the first time, for as long as there is something new in it."""
        return not self.results and not self.is_steered and self.epoch < SLOW_EPOCHS


def course_of(level: Level) -> Course:
    """The run of a level's set-up, at its first volume: plain gradient descent."""
    setup = level.setup_as(VolumeSetup)
    settings = Settings(seed=level.seed, optimizer="sgd", learning_rate=setup.start, batch=setup.batch)
    return Course(setup.chair, settings)
