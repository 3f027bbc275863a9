"""Folding: a network hears letters and bends joints; the box sees only where the beads lie.

All beads at once it gets stuck: a wrong bend at the beginning swings everything behind it. Let out bead by bead it
learns: the first few count, then one more every so many epochs. A task like any other, and the same loop.
"""

from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np

from chairgame.blackbox.chain_box import ChainBox, beads_of
from chairgame.blackbox.chains import BEADS, HEARD, Chains, rule_by_chance
from chairgame.neural.mlp import Architecture, forward
from chairgame.neural.network import Inputs
from chairgame.training.practice import Practice
from chairgame.training.schedule import at_rest_at_last
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray
from chairgame.training.tasks import Task
from chairgame.training.trainer import Trainer

EPOCHS, QUIETER_FROM = 1000, 700
FIRST_OUT, EACH = 3, 40  # beads that count at first; epochs after which one more does
HIDDEN, RATE = 24, 0.02
SPREAD = 0.6  # of the first layer's weights at birth
UNSEEN = 50
FRAME = 20  # epochs between two frames
RULE, PRACTISED, KEPT_BACK = 2, 3, 4  # streams of random numbers beside the brain's own


def let_out(epoch: int) -> int:
    """How many beads count in an epoch."""
    return min(BEADS, FIRST_OUT + epoch // EACH)


def fold_task(chains: Chains, rule: FloatArray, settings: Settings, *, bead_by_bead: bool = True) -> Task:
    """How does each joint bend? Inputs of K chains, shape (K BEADS, HEARD), outputs (K BEADS, 1) in radians."""
    network = Architecture((HEARD, *settings.hidden, 1), settings.activation)
    inputs, beads = chains.inputs(), chains.folded(rule)
    inputs.setflags(write=False)

    def wire(rng: np.random.Generator) -> FloatArray:
        params = np.zeros(network.parameter_count)
        (first, _), (last, _) = network.layers(params)
        first[:] = rng.normal(0, SPREAD, first.shape)
        last[:] = rng.normal(0, 0.5 / sqrt(len(last)), last.shape)
        return params

    def fresh(epoch: int) -> tuple[Inputs, ChainBox]:
        return inputs, ChainBox(beads, let_out(epoch))

    return Task(
        chains,
        network,
        wire,
        inputs,
        ChainBox(beads),
        _is_lost,
        fresh=fresh if bead_by_bead else None,
        made_for=settings,
    )


def _is_lost(loss: float, _outputs: FloatArray) -> bool:
    return not isfinite(loss)


@dataclass(frozen=True, eq=False)
class Frame:
    """A moment: after so many epochs, the weights, and how far off its own chains and those never seen are."""

    epoch: int
    weights: FloatArray
    own: float
    unseen: float


class FoldRun:
    """One brain that reads so many chains; as far as somebody has let it come."""

    def __init__(self, count: int, seed: int, *, bead_by_bead: bool = True) -> None:
        self.count, self.bead_by_bead = count, bead_by_bead
        self.rule = rule_by_chance(np.random.default_rng([seed, RULE]))
        self.chains = Chains.drawn(count, np.random.default_rng([seed, PRACTISED]))
        self.unseen = Chains.drawn(UNSEEN, np.random.default_rng([seed, KEPT_BACK]))
        self._settings = Settings(seed=seed, hidden=(HIDDEN,), learning_rate=RATE)
        task = fold_task(self.chains, self.rule, self._settings, bead_by_bead=bead_by_bead)
        trainer = Trainer(task, self._settings)
        self._network, self._practice = trainer.architecture, Practice(task)
        self._state = trainer.first_state(self._settings)
        self.frames = [self._frame()]

    @property
    def is_over(self) -> bool:
        """Whether it has read as often as it may."""
        return self._state.epoch >= EPOCHS

    def learn(self) -> None:
        """One epoch; now and then a frame is kept. It is far from burning out: there is always a next state."""
        settings = at_rest_at_last(self._settings, self._state.epoch, EPOCHS, QUIETER_FROM)
        outcome = self._practice.epoch(self._state, settings)
        assert outcome is not None
        assert outcome.after is not None
        self._state = outcome.after
        if self._state.epoch % FRAME == 0:
            self.frames.append(self._frame())

    def folded(self, chains: Chains, frame: Frame) -> FloatArray:
        """Where the brain of a frame puts the beads of some chains, shape (K, BEADS, 2)."""
        bends = forward(self._network, frame.weights, chains.inputs()).outputs
        return beads_of(bends.reshape(len(chains), BEADS))

    def _frame(self) -> Frame:
        frame = Frame(self._state.epoch, self._state.params, 0.0, 0.0)
        both = (self.chains, self.unseen)
        own, unseen = (off(self.folded(chains, frame), chains.folded(self.rule)) for chains in both)
        return Frame(frame.epoch, frame.weights, own, unseen)


def off(beads: FloatArray, wanted: FloatArray) -> float:
    """How far beads are off, the root of the mean square over all, in bead lengths."""
    return float(np.sqrt(((beads - wanted) ** 2).sum(axis=2).mean()))
