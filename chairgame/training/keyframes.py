"""The states of a run that are kept: every one, every second, every fourth …, as many as a budget of memory holds."""

import os

from chairgame.training.state import TrainState

MEBIBYTE = 1 << 20
SMALL_BUDGET = 64 * MEBIBYTE  # bytes
LARGE_STATE = 4 * MEBIBYTE  # bytes; beyond it the small budget holds so few states that going back takes seconds
LARGEST_BUDGET = 512 * MEBIBYTE
SHARE_OF_MEMORY = 8


def keyframe_budget(state_bytes: int, memory: int) -> int:
    """Bytes that the keyframes of a run may take, by the size of its states and of the machine's memory."""
    if state_bytes <= LARGE_STATE:
        return SMALL_BUDGET
    return min(LARGEST_BUDGET, memory // SHARE_OF_MEMORY)


def memory_of_this_machine() -> int:
    """Its memory in bytes; where it does not tell, as much as gives large brains the small budget."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return SMALL_BUDGET * SHARE_OF_MEMORY


class Keyframes:
    """States by their epochs, all of them multiples of a stride that grows as the budget fills."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._stride = 1
        self._states: dict[int, TrainState] = {}
        self.nbytes = 0
        """Memory of what is kept in bytes."""

    def add(self, state: TrainState) -> None:
        """Keep a new state, if its epoch's turn it is."""
        if state.epoch % self._stride == 0:
            self._put(state)

    def replace(self, state: TrainState) -> None:
        """An epoch has another state than before; it is kept if the former one was."""
        if state.epoch in self._states:
            self._put(state)

    def before(self, epoch: int) -> TrainState | None:
        """The last state kept up to an epoch; None if only the first one of all would do."""
        return self._states.get(epoch - epoch % self._stride)

    def until(self, epoch: int) -> "Keyframes":
        """The same states up to an epoch."""
        keyframes = Keyframes(self._budget)
        keyframes._stride = self._stride
        if epoch >= next(reversed(self._states), 0):  # all of them, which may be thousands
            keyframes._states, keyframes.nbytes = self._states.copy(), self.nbytes
        else:
            keyframes._states = {kept: state for kept, state in self._states.items() if kept <= epoch}
            keyframes._count()
        return keyframes

    def limit(self, budget: int) -> None:
        """Keep states of at most so many bytes."""
        self._budget = budget
        self._thin()

    def _put(self, state: TrainState) -> None:
        before = self._states.get(state.epoch)
        self._states[state.epoch] = state
        self.nbytes += state.nbytes - (before.nbytes if before else 0)  # one optimizer remembers more than another
        self._thin()

    def _thin(self) -> None:
        """Keep every second state for as long as they are too large; the first state is rebuilt from its seed."""
        while self.nbytes > self._budget and self._states:
            self._stride *= 2
            self._states = {e: state for e, state in self._states.items() if e and e % self._stride == 0}
            self._count()

    def _count(self) -> None:
        self.nbytes = sum(state.nbytes for state in self._states.values())
