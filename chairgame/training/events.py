"""What happens in an epoch, in its four phases: build, measure, listen, adjust. Small frozen things for whoever looks.

The same events feed the slow motion on screen, the goals of levels and the text of a command.
"""

from dataclasses import dataclass

from chairgame.blackbox.losses import Indices
from chairgame.blackbox.measurement import Measurement
from chairgame.training.state import FloatArray, TrainState


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """The forward pass has answered every question: has placed every part."""

    state: TrainState
    outputs: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The scanner has read all of it."""

    state: TrainState
    measurement: Measurement


@dataclass(frozen=True, slots=True, eq=False)
class Listened:
    """The signals have gone back through the wiring.

    `gradient` is a flat vector like the parameters. `rows` are the indices of the inputs that were listened to; None is
    all of them. With minibatches the first event is about all and changes nothing; one for each batch follows.
    """

    gradient: FloatArray
    gradient_norm: float
    rows: Indices | None


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
