"""The encore: a network reads letters on chains and folds them. Choose how many it reads, and how they are let out.

No level: nothing is won here, and nothing is kept. Knows no screen.
"""

from collections.abc import Callable
from functools import lru_cache

from chairgame.blackbox.chains import BEADS
from chairgame.training.folding import EPOCHS, FRAME, FoldRun, Frame, let_out

COUNTS = (1, 3, 10, 30, 100)
FILM_SECONDS = 3.0
SHOWN = 3  # chains at a time
FIRST_SEED = 1
UNSEEN = 48
"""Chains never seen that one may look through: whole handfuls of those that are measured."""


class Fold:
    """What is looked at, and the films. Runs are shared and known by what was asked of them."""

    def __init__(self, seed: int = FIRST_SEED) -> None:
        self.seed = seed
        """Of the hidden rule, the chains and the brain."""
        self.row = 2
        """Which count of chains is looked at."""
        self.bead_by_bead = True
        self.first = 0
        """The first of the chains never seen that are shown."""
        self.is_held = False
        self._film: float | None = None
        self._seen: set[tuple[int, bool]] = set()

    @property
    def count(self) -> int:
        """How many chains are read."""
        return COUNTS[self.row]

    @property
    def run(self) -> FoldRun:
        """The run that is looked at, as far as it has come."""
        return run_of(self.count, self.seed, self.bead_by_bead)

    def known(self, count: int, bead_by_bead: bool) -> Frame | None:
        """What came of a run, once its film has been seen."""
        return run_of(count, self.seed, bead_by_bead).frames[-1] if (count, bead_by_bead) in self._seen else None

    @property
    def frame(self) -> Frame:
        """The moment that is seen."""
        frames = self.run.frames
        return frames[min(self._wanted, len(frames) - 1)]

    @property
    def is_learning(self) -> bool:
        """Whether a film runs, or is held."""
        return self._film is not None

    @property
    def let_out(self) -> int:
        """How many beads count at the moment that is seen."""
        return let_out(self.frame.epoch) if self.bead_by_bead and self.is_learning else BEADS

    def choose(self, rows: int) -> None:
        """Another count; what was only begun is broken off."""
        self.row, self._film = min(max(0, self.row + rows), len(COUNTS) - 1), None

    def turn(self) -> None:
        """All beads at once, or bead by bead."""
        self.bead_by_bead, self._film = not self.bead_by_bead, None

    def next_rule(self) -> None:
        """Another hidden rule, other chains, another brain."""
        self.seed, self._film = self.seed + 1, None
        self._seen.clear()

    def next_chains(self) -> None:
        """Others that were never seen."""
        self.first = (self.first + SHOWN) % UNSEEN

    def learn(self) -> None:
        """Begin; hold; go on. What is known is seen once more."""
        if self.is_learning:
            self.is_held = not self.is_held
        else:
            self._film, self.is_held = 0.0, False
            self._seen.discard((self.count, self.bead_by_bead))

    def hurry(self) -> None:
        """To the end as soon as it is there."""
        if self.is_learning:
            self._film, self.is_held = FILM_SECONDS, False

    def stop(self) -> None:
        """Break off."""
        self._film = None

    # Time

    @property
    def playing(self) -> bool:
        """Whether a film runs."""
        return self.is_learning and not self.is_held

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Learn as far as the film has come, for as long as a key need not wait."""
        if self._film is None or self.is_held:
            return False
        self._film = min(FILM_SECONDS, self._film + seconds)
        run = self.run
        while len(run.frames) <= self._wanted and not run.is_over:
            run.learn()
            if not may_learn():
                break
        if self._film >= FILM_SECONDS and run.is_over:
            self._film = None
            self._seen.add((self.count, self.bead_by_bead))
        return True

    @property
    def _wanted(self) -> int:
        last = EPOCHS // FRAME
        if self._film is None:
            return last
        return int(self._film / FILM_SECONDS * last)


@lru_cache(32)
def run_of(count: int, seed: int, bead_by_bead: bool) -> FoldRun:
    """The run on so many chains, as far as anybody has let it come."""
    return FoldRun(count, seed, bead_by_bead=bead_by_bead)
