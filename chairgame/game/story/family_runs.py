"""A brain that practises on some chairs of the family for as many builds as there is time, then meets others.

A run is known by what was asked of it, and shared by all plays: learning is deterministic. Knows no play.
"""

from dataclasses import replace
from functools import cached_property, lru_cache

import numpy as np

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import UNIT_CM, decode_outputs
from chairgame.chair.family import PARTS, USUAL, Measures, encode_family, family_chair, most_alike
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.story.family_setup import FamilySetup
from chairgame.neural.mlp import forward
from chairgame.training.practice import Practice
from chairgame.training.schedule import along_cosine
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import family_task
from chairgame.training.trainer import Trainer

HIDDEN = (48, 48)
FRAMES = 45
"""Moments of a run that are kept for its film."""
PRACTISED, KEPT_BACK = 2, 3  # streams of random numbers beside the brain's own
RUNS = 32  # that are remembered

Chairs = tuple[Chair, ...]


class FamilyRun:
    """One brain's practice, as far as somebody has let it come."""

    def __init__(self, setup: FamilySetup, seed: int, chairs: Chairs) -> None:
        self.setup, self.chairs = setup, chairs
        self.unseen = drawn(seed, KEPT_BACK, setup.unseen)
        self.rebuilds = setup.builds // len(chairs)
        """How often all of the chairs can be built."""
        self._settings = Settings(seed=seed, hidden=HIDDEN, learning_rate=setup.rate)
        self._state: TrainState | None = None

    @cached_property
    def _trainer(self) -> Trainer:
        """Made when somebody learns: a box of 1,200 parts takes a while, and whoever only looks needs none."""
        return Trainer(family_task(self.chairs, self._settings), self._settings)

    @cached_property
    def _practice(self) -> Practice:
        return Practice(self._trainer.task)

    @cached_property
    def frames(self) -> list[FloatArray]:
        """The weights at some moments, from birth on, as far as it has come."""
        self._state = self._trainer.first_state(self._settings)
        return [self._state.params]

    @property
    def rebuild(self) -> int:
        """How many rebuilds it has practised."""
        return 0 if self._state is None else self._state.epoch

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.rebuild >= self.rebuilds

    @property
    def weights(self) -> int:
        """How many the brain has."""
        return self._trainer.architecture.parameter_count

    def rebuild_at(self, frame: int) -> int:
        """The rebuild that a frame shows: many of the first ones, where most happens, and few of the last."""
        return -(-frame * frame * self.rebuilds // FRAMES**2)

    def learn(self) -> None:
        """One rebuild of every chair. Adam is far from burning out at this volume: there is always a next state."""
        frames, state = self.frames, self._state
        assert state is not None
        outcome = self._practice.epoch(state, along_cosine(self._settings, self.rebuild, self.rebuilds))
        assert outcome is not None
        assert outcome.after is not None
        self._state = outcome.after
        while self.rebuild >= self.rebuild_at(len(frames)) and len(frames) <= FRAMES:
            frames.append(self._state.params)

    def finish(self) -> None:
        """All that is left of it."""
        while not self.is_over:
            self.learn()

    # What it can do

    def built(self, chair: Chair, frame: int = -1) -> Poses:
        """Where the brain of a frame, the last one if none is named, puts the parts of a chair of the family."""
        network = self._trainer.architecture
        return decode_outputs(forward(network, self.frames[frame], encode_family([chair])).outputs)

    def off_cm(self, chairs: Chairs, frame: int = -1) -> FloatArray:
        """How far off each of K chairs is built, in cm, shape (K,)."""
        task = self._trainer.task if chairs is self.chairs else family_task(chairs, self._settings)
        outputs = forward(self._trainer.architecture, self.frames[frame], task.inputs).outputs
        parts = task.chair_box.measure(outputs).part_distances_cm
        return np.asarray(np.sqrt(np.mean(parts.reshape(-1, PARTS) ** 2, axis=1)))

    @cached_property
    def trained_cm(self) -> float:
        """How far off the chairs are in the end on which it has practised."""
        self.finish()
        return float(self.off_cm(self.chairs).mean())

    @cached_property
    def unseen_cm(self) -> float:
        """How far off those are in the end that it has never met."""
        self.finish()
        return float(self.off_cm(self.unseen).mean())

    @cached_property
    def table_cm(self) -> float:
        """How far off a table is on the same ones: of the chairs that were practised it builds the most alike."""
        return float(np.mean([copied_cm(chair, self.chairs) for chair in self.unseen]))

    @cached_property
    def border(self) -> int:
        """The first seat height in cm, from the usual one up, at which the usual chair is not understood any more."""
        self.finish()
        heights = range(round(USUAL.height), self.setup.highest_bet + 1)
        beyond = np.flatnonzero(self.off_cm(tuple(map(bent, heights))) > self.setup.understood_cm)
        return heights[int(beyond[0])] if len(beyond) else heights[-1] + 1


@lru_cache(RUNS)
def run_of(setup: FamilySetup, seed: int, count: int) -> FamilyRun:
    """The run on the first `count` chairs of a seed's stream, as far as anybody has let it come."""
    return FamilyRun(setup, seed, drawn(seed, PRACTISED, count))


@lru_cache(RUNS)
def drawn(seed: int, stream: int, count: int) -> Chairs:
    """Chairs of the family from a stream of random numbers, the same ones first however many there are."""
    rng = np.random.default_rng([seed, stream])
    return tuple(family_chair(Measures.drawn(rng)) for _ in range(count))


@lru_cache(256)
def bent(height: int) -> Chair:
    """The usual chair with its seat at another height, in cm."""
    return family_chair(replace(USUAL, height=float(height)))


def real(chair: Chair) -> Poses:
    """Where the parts of a chair belong: in this level every box is opened after the build."""
    return ChairBox(chair).reveal()


def copied_cm(chair: Chair, known: Chairs) -> float:
    """How far off a chair is when the most alike of the known ones is built in its place, as that stood."""
    copy = real(most_alike(chair, known))
    return ChairBox(chair).measure(np.hstack([copy.centres / UNIT_CM, copy.quaternions])).distance_cm
