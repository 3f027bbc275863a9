"""Chains of beads with letters, and the hidden rule that folds them: a letter and its neighbours decide how a joint
bends. A toy of a protein: real ones have twenty letters, lie in space, and far beads pull at each other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.blackbox.chain_box import beads_of
from chairgame.blackbox.losses import FloatArray

BEADS, LETTERS = 16, 3
RULES = LETTERS**3
SHARPEST = 1.3  # radians, to either side
HEARD = 3 * LETTERS  # inputs of a bead: its letter and its two neighbours', one-hot


@dataclass(frozen=True, eq=False)
class Chains:
    """K chains. `letters`, shape (K, BEADS + 2), are numbers from 0; the first and the last have neighbours, too, of
    which nothing is built."""

    letters: NDArray[np.int64]

    @classmethod
    def drawn(cls, count: int, rng: np.random.Generator) -> "Chains":
        """So many, by chance."""
        return cls(rng.integers(LETTERS, size=(count, BEADS + 2)))

    def __len__(self) -> int:
        return len(self.letters)

    def inputs(self) -> FloatArray:
        """What a network hears of each bead, shape (K BEADS, HEARD)."""
        one_hot = np.eye(LETTERS)[self.letters]
        return np.concatenate([one_hot[:, place : place + BEADS] for place in range(3)], axis=2).reshape(-1, HEARD)

    def folded(self, rule: FloatArray) -> FloatArray:
        """Where the beads lie by a rule, shape (RULES,) in radians: places (K, BEADS, 2)."""
        before, own, after = (self.letters[:, place : place + BEADS] for place in range(3))
        return beads_of(rule[(before * LETTERS + own) * LETTERS + after])


def rule_by_chance(rng: np.random.Generator) -> FloatArray:
    """A bend for each letter between each two, in radians, shape (RULES,)."""
    return rng.uniform(-SHARPEST, SHARPEST, RULES)
