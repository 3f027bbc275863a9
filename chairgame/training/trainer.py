"""One epoch of learning as a stream of events in the four phases: build, measure, listen, adjust.

The same events feed the slow motion on screen, the goals of levels and the fast path without a screen. The trainer
joins a network and a box; neither knows the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite, sqrt

import numpy as np

from chairgame.blackbox.chairbox import ChairBox, Indices, Measurement
from chairgame.chair.encoding import OUTPUTS, encode_parts
from chairgame.chair.parts import Chair
from chairgame.neural.mlp import Architecture, backward, forward, initialise
from chairgame.neural.optimizers import optimizer_named
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray, TrainState, brain_rng, shuffle_rng

FAR_AWAY = 200.0  # in outputs' units of 50 cm: a part 100 m from the workshop is lost
BENCH_HEIGHT = 0.8  # a new brain puts things at about 40 cm, the middle of the workshop rather than of its floor


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """The forward pass has placed every part."""

    state: TrainState
    outputs: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The scanner has read the whole chair."""

    state: TrainState
    measurement: Measurement


@dataclass(frozen=True, slots=True, eq=False)
class Listened:
    """The signals have gone back through the wiring.

    `gradient` is a flat vector like the parameters. `parts` are the indices that were listened to; None is the whole
    chair. With minibatches the first event is about the whole chair and changes nothing; one for each batch follows.
    """

    gradient: FloatArray
    gradient_norm: float
    parts: Indices | None


@dataclass(frozen=True, slots=True, eq=False)
class Adjusted:
    """The weights have changed, and only they."""

    before: TrainState
    after: TrainState


@dataclass(frozen=True, slots=True, eq=False)
class BurnedOut:
    """Numbers without meaning, or parts beyond 100 m: no step was taken from this state."""

    state: TrainState


Event = Built | Measured | Listened | Adjusted | BurnedOut

_Lesson = tuple[FloatArray, Measurement, FloatArray, float]  # outputs, what they measure, the gradient and its norm


class Trainer:
    """What stays the same over a whole run: the inputs, the box, the network's architecture. Holds no run's state."""

    def __init__(self, chair: Chair, settings: Settings) -> None:
        self.chair = chair
        self.inputs = encode_parts(chair)
        self.inputs.setflags(write=False)
        self.box = ChairBox(chair)
        self.architecture = Architecture((self.inputs.shape[1], *settings.hidden, OUTPUTS), settings.activation)
        self._brain_seed = settings.seed

    def first_state(self, settings: Settings) -> TrainState:
        """A newly wired brain."""
        bias = np.zeros(OUTPUTS)
        bias[2] = BENCH_HEIGHT
        params = initialise(self.architecture, self.inputs, brain_rng(self._brain_seed), output_bias=bias)
        return TrainState(params, _optimizer_state(settings, params), 0, 0)

    def build(self, state: TrainState) -> FloatArray:
        """Outputs for all parts, shape (N, 7)."""
        return self.activations(state)[-1]

    def activations(self, state: TrainState) -> tuple[FloatArray, ...]:
        """What every layer says to all parts: inputs, shape (N, inputs), hidden layers, outputs, shape (N, 7)."""
        with np.errstate(all="ignore"):
            return forward(self.architecture, state.params, self.inputs).activations

    def epoch(self, state: TrainState, settings: Settings) -> Iterator[Event]:
        """Build the whole chair, measure it, listen and adjust: once, or once for each batch of parts."""
        outputs, measurement, gradient, norm = self._lesson(state.params, self.inputs, settings.loss)
        yield Built(state, outputs)
        yield Measured(state, measurement)
        yield Listened(gradient, norm, None)
        if is_burned_out(measurement, outputs) or not isfinite(norm):
            yield BurnedOut(state)
            return
        if settings.batch is None or settings.batch >= len(self.inputs):
            yield Adjusted(state, adjusted(state, gradient, settings, ends_epoch=True))
        else:
            yield from self._minibatches(state, settings, settings.batch)

    def measure(self, state: TrainState, loss: str) -> Measurement:
        """Build and measure the whole chair, without listening."""
        outputs = self.build(state)
        with np.errstate(all="ignore"):
            return self.box.measure(outputs, loss)

    def _minibatches(self, state: TrainState, settings: Settings, batch: int) -> Iterator[Event]:
        order = shuffle_rng(settings.seed, state.epoch).permutation(len(self.inputs))
        for start in range(0, len(order), batch):
            parts = order[start : start + batch]
            _, _, gradient, norm = self._lesson(state.params, self.inputs[parts], settings.loss, parts)
            yield Listened(gradient, norm, parts)
            after = adjusted(state, gradient, settings, ends_epoch=start + batch >= len(order))
            yield Adjusted(state, after)
            state = after

    # A brain that burns out divides and overflows; that is content of the game, not a warning.
    @np.errstate(all="ignore")
    def _lesson(self, params: FloatArray, inputs: FloatArray, loss: str, parts: Indices | None = None) -> _Lesson:
        trace = forward(self.architecture, params, inputs)
        measurement = self.box.measure(trace.outputs, loss, parts)
        gradient = backward(self.architecture, params, trace, measurement.output_gradient)
        for array in (trace.outputs, measurement.output_gradient, gradient):
            array.setflags(write=False)  # whoever listens to events may look at the epoch's arrays, not touch them
        return trace.outputs, measurement, gradient, sqrt(gradient.dot(gradient))


@np.errstate(all="ignore")
def adjusted(state: TrainState, gradient: FloatArray, settings: Settings, *, ends_epoch: bool) -> TrainState:
    """The state after one update of the parameters."""
    optimizer = optimizer_named(settings.optimizer, settings.momentum)
    step = state.step + 1
    move, memory = optimizer.update(gradient, state.optimizer_state, step, settings.learning_rate)
    return TrainState(state.params + move, memory, step, state.epoch + ends_epoch)


def with_settings(state: TrainState, before: Settings, after: Settings) -> TrainState:
    """The state as it goes on under other settings: another optimizer begins with an empty memory."""
    if before.optimizer == after.optimizer:
        return state
    return replace(state, optimizer_state=_optimizer_state(after, state.params), step=0)


def with_parameter(state: TrainState, index: int, value: float) -> TrainState:
    """The state with one parameter set by hand; the optimizer remembers what it remembered."""
    params = state.params.copy()
    params[index] = value
    return replace(state, params=params)


def is_burned_out(measurement: Measurement, outputs: FloatArray) -> bool:
    """Whether the build has no finite measure, or a part lies beyond 100 m."""
    return not (isfinite(measurement.loss) and np.abs(outputs[:, :3]).max() <= FAR_AWAY)


def _optimizer_state(settings: Settings, params: FloatArray) -> tuple[FloatArray, ...]:
    return optimizer_named(settings.optimizer, settings.momentum).init(len(params))
