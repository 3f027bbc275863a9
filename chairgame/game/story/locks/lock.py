"""What a lock is, and how it is forged: in slices, from a stream of random numbers, around a right answer that is drawn
before anything else. So whether an answer is right is known without forging, and a replay of answers costs nothing.
"""

from collections.abc import Callable, Generator
from typing import Generic, Protocol, TypeVar

import numpy as np

OPTIONS = 3


class Lock(Protocol):
    """One question with three answers."""

    @property
    def right(self) -> int:
        """The number of the right answer, from 0."""


LockT = TypeVar("LockT", bound=Lock)
Slices = Generator[None, None, LockT]
"""What is worked out slice by slice, and the lock at the end of it."""
Smith = Callable[[np.random.Generator, int], Slices[LockT]]
"""Forges a lock from a stream, around the number of the right answer."""


class Forging(Generic[LockT]):
    """A lock on its way."""

    def __init__(self, slices: Slices[LockT]) -> None:
        self._slices: Slices[LockT] | None = slices
        self.lock: LockT | None = None

    @property
    def is_done(self) -> bool:
        """Whether it is there."""
        return self.lock is not None

    def go_on(self) -> None:
        """A slice more."""
        if self._slices is None:
            return
        try:
            next(self._slices)
        except StopIteration as end:
            self.lock, self._slices = end.value, None

    def finished(self) -> LockT:
        """All of it at once."""
        while self.lock is None:
            self.go_on()
        return self.lock


def right_answer(seed: int, number: int, instance: int) -> int:
    """Which answer is right for an instance of a lock."""
    return int(np.random.default_rng([seed, number, instance, 0]).integers(OPTIONS))


def stream(seed: int, number: int, instance: int) -> np.random.Generator:
    """The random numbers from which it is forged."""
    return np.random.default_rng([seed, number, instance, 1])
