"""Levels 2 and 3: eight dials, each a bundle of wires of a real network. By scans alone, then with the headphones.

A dial is one of eight random orthonormal directions in the weight space of a trained network, which starts where the
distance is near 50 cm. Dials show clicks from that start, never an absolute zero. Knows no screen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

import numpy as np

from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.chair.sculpture import sculpture
from chairgame.game.news import Cm, Count, News, SignedCm
from chairgame.game.story.building import BuildingPlay
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import IllegalMoveError, Score, Verbs
from chairgame.game.story.registry import LOUDNESSES, DialsSetup
from chairgame.neural.mlp import forward
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.training.trainer import Trainer

DIALS = 8
CLICK = 0.12  # of the weight space, per click
FARTHEST = 12  # clicks
START_CM = 50.0
TRAINING_EPOCHS = 400
HIDDEN = (10,)
BURNED_CM = 1000.0
LEAST_TURNED = 2  # dials of a combined move, and of a step by hand
MOST_RANDOM = 5000

Clicks = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Brain:
    """A trained network and the dials on it."""

    trainer: Trainer
    params: FloatArray
    directions: FloatArray
    """Orthonormal rows; shape (8, parameters)."""
    start: FloatArray
    """Where the dials stand at the beginning, off the trained network; shape (8,)."""

    @property
    def chair(self) -> Chair:
        """What is built."""
        return self.trainer.task.chair

    def at(self, offsets: FloatArray) -> FloatArray:
        """The parameters with the dials at offsets from the beginning, shape (8,)."""
        return np.asarray(self.params + (self.start + offsets) @ self.directions)

    def distance_cm(self, offsets: FloatArray) -> float:
        """How far off what is built with the dials at some offsets is."""
        outputs = forward(self.trainer.architecture, self.at(offsets), self.trainer.task.inputs).outputs
        return self.trainer.task.chair_box.measure(outputs).distance_cm

    @np.errstate(all="ignore")  # too loud a step throws the parts anywhere, which is what it is to teach
    def heard(self, offsets: FloatArray) -> tuple[FloatArray, float, FloatArray]:
        """Outputs, the distance in cm, and the gradient of the loss along each dial, shape (8,)."""
        params, trainer = self.at(offsets), self.trainer
        trace = forward(trainer.architecture, params, trainer.task.inputs)
        measurement = trainer.task.chair_box.measure(trace.outputs)
        gradient = trace.backward(measurement.output_gradient)
        return trace.outputs, measurement.distance_cm, self.directions @ gradient


@cache
def brain_of(seed: int, parts: int) -> Brain:
    """The network of a level: trained until it knows the thing, then moved off along its dials."""
    chair = sculpture(seed, parts)
    settings = Settings(seed=seed, hidden=HIDDEN)
    history = History(chair_task(chair, settings), settings)
    for _ in range(TRAINING_EPOCHS):
        history.advance()
    params = history.state(history.newest).params
    rng = np.random.default_rng([seed, 21])
    directions = np.linalg.qr(rng.normal(size=(len(params), DIALS)))[0].T
    way = rng.choice([-1, 1], DIALS) * rng.uniform(0.4, 1.0, DIALS)
    brain, far = Brain(history.trainer, params, directions, np.zeros(DIALS)), 0.0
    while brain.distance_cm(way * far) < START_CM and far < 60:
        far += 0.05
    return Brain(history.trainer, params, directions, way * far)


@dataclass(frozen=True)
class Entry:
    """A line of the notebook: where the dials stood, and what the scanner read."""

    clicks: Clicks
    distance_cm: float


class DialsPlay(BuildingPlay):
    """Dials, the notebook, bets; in the third level signals and steps."""

    final = ("scan", "bet")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(DialsSetup)
        self.brain = brain_of(level.seed, setup.parts)
        self.most, self.has_headphones = setup.most, setup.headphones
        self.clicks: Clicks = (0,) * DIALS
        self.listened = np.zeros(DIALS)
        """What the headphones have turned the dials by, finer than clicks."""
        self.loudness = LOUDNESSES.index(setup.loudness)
        self.notebook: list[Entry] = []
        self.slopes: dict[int, float] = {}
        """cm per click of the dials that were nudged alone."""
        self.saved_cm = 0.0
        """What the last bet saved."""
        self._found_at_random: int | None = None
        self.bets_won = self.bets_lost = self.hand_steps = self.steps = 0
        self._at_build: Clicks = self.clicks
        self._hear()
        if self.has_headphones:
            self.notebook.append(Entry(self.clicks, self.distance_cm))

    @property
    def count(self) -> int:
        """What par counts: scans, or steps."""
        return self.steps if self.has_headphones else len(self.notebook)

    def figure(self) -> tuple[float, float, str] | None:
        """From the first scan to the best."""
        distances = [entry.distance_cm for entry in self.notebook]
        return (distances[0], min(distances), "cm") if distances else None

    @property
    def pile(self) -> Poses:
        """The heap from which everything is built."""
        return pile_poses(self.brain.chair, np.random.default_rng(self.level.seed))

    @property
    def poses(self) -> Poses:
        """Where the last build put the parts."""
        return decode_outputs(self.outputs)

    @property
    def may_listen(self) -> bool:
        """Whether two steps were set by hand."""
        return self.hand_steps >= 2

    @property
    def is_burned(self) -> bool:
        """Whether the last step threw the parts away."""
        return not self.distance_cm < BURNED_CM

    @property
    def is_over(self) -> bool:
        """When nothing is left to spend, or the third level is won."""
        if self.has_headphones:
            return self.steps >= self.most or (self.may_listen and self.distance_cm < 5 and not self.is_burned)
        return len(self.notebook) >= self.most or self.bets_won > 0

    def facts(self) -> Mapping[str, Fact]:
        """What was scanned, nudged, bet, stepped."""
        facts: dict[str, Fact] = {
            "scans": len(self.notebook),
            "left": self.most - self.count,
            "measured": len(self.slopes),
            "bets_won": self.bets_won,
            "bets_lost": self.bets_lost,
            "turned": len(self.turned),
            "hand_steps": self.hand_steps,
            "steps": self.steps,
            "loudness": LOUDNESSES[self.loudness],
            "burned": self.is_burned,
        }
        if self.notebook:
            facts["start_cm"] = self.notebook[0].distance_cm
            facts["worst_cm"] = max(entry.distance_cm for entry in self.notebook)
            facts["best_cm"] = min(entry.distance_cm for entry in self.notebook)
            facts["distance_cm"] = self.notebook[-1].distance_cm
            facts["saved_cm"] = self.saved_cm
        return facts

    @property
    def turned(self) -> tuple[int, ...]:
        """Dials that were turned since the last build."""
        return tuple(dial for dial in range(DIALS) if self.clicks[dial] != self._at_build[dial])

    def random_move(self, rng: np.random.Generator) -> str:
        """A turn, else anything that the level allows."""
        if rng.random() < 0.6:
            return f"turn {rng.integers(DIALS)} {int(rng.integers(-3, 4)) or 1}"
        verbs = [verb for verb in self.level.commands if verb != "turn"]
        verb = str(rng.choice(verbs))
        return f"volume {rng.choice([-1, 1])}" if verb == "volume" else verb

    def scores(self) -> tuple[Score, ...]:
        """The player, nudging everything, and turning at random until it is as near."""
        if not self.notebook:
            return ()
        best = min(entry.distance_cm for entry in self.notebook)
        at_random = Score(N_("random search"), "{n} build", "{n} builds", self._found_at_random)
        if not self.has_headphones:
            every = Score(N_("every dial once"), "{n} build", "{n} builds", DIALS + 1)
            return (Score(N_("you"), "{n} build", "{n} builds", len(self.notebook), best), every, at_random)
        nudging = Score(N_("the same by nudging"), "{n} build", "{n} builds", self.steps * (DIALS + 1))
        return (Score(N_("you, listening"), "{n} build", "{n} builds", self.steps, best), nudging, at_random)

    def reckon(self) -> Iterator[None]:
        """How many builds with dials turned at random it takes to come as near; at most 5,000."""
        if not self.notebook:
            return
        rng = np.random.default_rng([self.level.seed, 22])
        wanted, builds = min(entry.distance_cm for entry in self.notebook), 0
        while builds < MOST_RANDOM:
            builds += 1
            offsets = np.asarray(CLICK * rng.integers(-FARTHEST, FARTHEST + 1, DIALS), float)
            if self.brain.distance_cm(offsets) <= wanted:
                break
            yield
        self._found_at_random = builds

    # Moves

    def _turn(self, dial: int, clicks: int) -> None:
        if not 0 <= dial < DIALS or clicks == 0 or self.is_over:
            raise IllegalMoveError("no such dial or no turn")
        value = self.clicks[dial] + clicks
        if abs(value) > FARTHEST:
            raise IllegalMoveError("the dial is at its end")
        self.clicks = (*self.clicks[:dial], value, *self.clicks[dial + 1 :])

    def _scan(self) -> None:
        if self.is_over:
            raise IllegalMoveError("no scan is left")
        turned, before = self.turned, self.notebook[-1] if self.notebook else None
        self._build()
        now = self.distance_cm
        if before is None:
            self.say(N_("{now} cm. Now nudge one dial, only one, and scan again."), now=Cm(now))
        elif len(turned) == 1:
            dial = turned[0]
            self.slopes[dial] = (now - before.distance_cm) / (self.clicks[dial] - before.clicks[dial])
            self.say(
                N_("Dial {dial}: {slope} cm per click. Noted."), dial=Count(dial + 1), slope=SignedCm(self.slopes[dial])
            )
        elif not turned:
            self.say(N_("The same dials, the same number: {now} cm."), now=Cm(now))
        else:
            self.news = News.counted(
                "{now} cm, but {n} dial was turned: which one was it?",
                "{now} cm, but {n} dials were turned: which one was it?",
                len(turned),
                now=Cm(now),
            )

    def _bet(self) -> None:
        if self.is_over or not self.notebook or len(self.turned) < LEAST_TURNED:
            raise IllegalMoveError("nothing to bet on")
        before = self.notebook[-1].distance_cm
        self._build()
        self.saved_cm = saved = before - self.distance_cm
        if saved >= self.setup.bet_cm:
            self.bets_won += 1
            self.say(N_("Won! {saved} cm saved in one build. You followed the slope."), saved=Cm(saved))
        else:
            self.bets_lost += 1
            self.say(
                N_("Lost: only {saved} cm saved. The notebook knows the slopes; turn against them."), saved=Cm(saved)
            )

    def _step(self) -> None:
        """A step set by hand: it counts when every turned dial went with its arrow and the number fell."""
        turned = self.turned
        if not self.has_headphones or self.is_over or not turned:
            raise IllegalMoveError("no dial was turned")
        ways = [np.sign(self.clicks[dial] - self._at_build[dial]) for dial in turned]
        follows = all(way == -np.sign(self.gradient[dial]) for way, dial in zip(ways, turned, strict=True))
        before = self.distance_cm
        self._build()
        self.steps += 1
        if not follows:
            self.say(N_("{now} cm. A dial went against its arrow: that step does not count."), now=Cm(self.distance_cm))
        elif self.distance_cm >= before:
            self.say(N_("{now} cm: the right way, but too far. Fewer clicks."), now=Cm(self.distance_cm))
        elif len(turned) < LEAST_TURNED:
            self.say(N_("{now} cm. Good, but turn at least two dials in one step."), now=Cm(self.distance_cm))
        else:
            self.hand_steps += 1
            self.say(
                N_("{now} cm: downhill, by hand. Steps that count: {n}."),
                now=Cm(self.distance_cm),
                n=Count(self.hand_steps),
            )

    def _listen(self) -> None:
        """A step of gradient descent: every dial against its slope, by the slope times the loudness."""
        if not self.may_listen or self.is_over or self.is_burned:
            raise IllegalMoveError("not yet, or not any more")
        self.clicks = self._at_build
        self.listened = self.listened - LOUDNESSES[self.loudness] * self.gradient
        before = self.distance_cm
        self._build()
        self.steps += 1
        if self.is_burned:
            self.say(N_("Smoke! That was too loud: the step leapt over the valley. u takes it back; «-» is quieter."))
        elif self.distance_cm > before:
            self.say(N_("{now} cm: farther than before. Too loud?"), now=Cm(self.distance_cm))
        else:
            self.say(N_("{now} cm: all eight dials at once, downhill."), now=Cm(self.distance_cm))

    def _volume(self, steps: int) -> None:
        if not self.has_headphones or not 0 <= self.loudness + steps < len(LOUDNESSES):
            raise IllegalMoveError("no louder, no quieter")
        self.loudness += steps

    VERBS: ClassVar[Verbs] = {
        "turn": _turn,
        "scan": _scan,
        "bet": _bet,
        "step": _step,
        "listen": _listen,
        "volume": _volume,
    }

    def _build(self) -> None:
        self._at_build = self.clicks
        self._hear()
        self.notebook.append(Entry(self.clicks, self.distance_cm))
        self.build()

    def _hear(self) -> None:
        offsets = CLICK * np.array(self.clicks) + self.listened
        self.outputs, distance, self.gradient = self.brain.heard(offsets)
        self.distance_cm = float(distance) if np.isfinite(distance) else 1e9
