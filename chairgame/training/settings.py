"""How one run learns: the brain's build and the rules of practice, and the limits of each."""

from dataclasses import dataclass
from math import isfinite

from chairgame.blackbox.losses import LOSSES
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS

DEFAULT_RATES = {"adam": 0.02, "momentum": 0.1, "sgd": 0.1}
BRAIN_FIELDS = ("seed", "hidden", "activation")  # what a new brain is needed for; the rest may change while it learns

MAXIMUM_SEED = 2**63 - 1
MAXIMUM_LAYERS = 8
MAXIMUM_UNITS = 512
MAXIMUM_BATCH = 200  # parts in the largest chair


@dataclass(frozen=True)
class Settings:
    """Every knob of a run. `batch` is the number of parts per signal; None means after the whole chair."""

    seed: int = 0
    hidden: tuple[int, ...] = (24, 24)
    activation: str = "tanh"
    loss: str = "squared"
    optimizer: str = "adam"
    learning_rate: float = DEFAULT_RATES["adam"]
    momentum: float = 0.9
    batch: int | None = None

    def same_brain(self, other: "Settings") -> bool:
        """Whether a run with these settings can go on with the other ones."""
        return all(getattr(self, name) == getattr(other, name) for name in BRAIN_FIELDS)

    def is_sound(self) -> bool:
        """Whether every field lies within its limits."""
        return (
            0 <= self.seed <= MAXIMUM_SEED
            and 1 <= len(self.hidden) <= MAXIMUM_LAYERS
            and all(1 <= units <= MAXIMUM_UNITS for units in self.hidden)
            and self.activation in ACTIVATIONS
            and self.loss in LOSSES
            and self.optimizer in OPTIMIZERS
            and isfinite(self.learning_rate)
            and self.learning_rate > 0
            and 0 <= self.momentum < 1
            and (self.batch is None or 1 <= self.batch <= MAXIMUM_BATCH)
        )


ATTENTIVE = Settings(hidden=(32,), learning_rate=0.02)
"""What a brain that looks is given: a head 32 numbers wide."""
SMALL_TEXT = Settings(hidden=(4,), optimizer="sgd", learning_rate=0.4)
"""What a text of one sentence is learned with: four neurons, and nothing but the slope."""
