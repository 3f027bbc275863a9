"""The whole of what a run is at one moment. Immutable, arrays read-only: to rewind is to go back to an earlier one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class TrainState:
    """Parameters, optimizer state, updates made and epochs finished.

    The random state is the pair (seed, epoch): every epoch's shuffle is drawn from a stream of its own (`shuffle_rng`),
    so that going back needs no generator to be wound back.
    """

    params: FloatArray
    optimizer_state: tuple[FloatArray, ...]
    step: int
    epoch: int

    def __post_init__(self) -> None:
        self.params.setflags(write=False)
        for array in self.optimizer_state:
            array.setflags(write=False)

    @property
    def nbytes(self) -> int:
        """Memory of the arrays in bytes."""
        return self.params.nbytes + sum(array.nbytes for array in self.optimizer_state)


def brain_rng(seed: int) -> np.random.Generator:
    """The stream that wires a new brain."""
    return np.random.default_rng([seed, 0])


def facts_rng(seed: int, epoch: int) -> np.random.Generator:
    """The stream that draws the texts of one epoch, for a brain that is asked new ones each time."""
    return np.random.default_rng([seed, 2, epoch])


def shuffle_rng(seed: int, epoch: int) -> np.random.Generator:
    """The stream that shuffles the parts of one epoch."""
    return np.random.default_rng([seed, 1, epoch])


def hiss_rng(seed: int, epoch: int) -> np.random.Generator:
    """The stream of an epoch's noise on the cable."""
    return np.random.default_rng([seed, 3, epoch])
