"""What the scanner has told of the run in use, up to the moment shown: it never runs ahead of what is seen."""

import numpy as np

from chairgame.chair.parts import FloatArray
from chairgame.game.session.commentary import OPEN_CM
from chairgame.game.session.player import Player
from chairgame.game.session.workshop import Workshop
from chairgame.training.rows import Row


class Scanner:
    """Reads the runs of a workshop as far as a player of time has come."""

    def __init__(self, workshop: Workshop, player: Player) -> None:
        self._workshop, self._player = workshop, player

    @property
    def row(self) -> Row:
        """The figures of the epoch shown."""
        return self._workshop.history.rows[self._workshop.bench.epoch]

    @property
    def is_measured(self) -> bool:
        """Whether the scanner has read the rebuild shown."""
        return self._player.is_measured

    @property
    def next_distance_cm(self) -> float | None:
        """What the scanner will read once the adjusted brain has built again."""
        ahead = self._workshop.rebuild.ahead
        if ahead is None or ahead.following is None:
            return None
        distance = ahead.following.figures.score
        return distance if np.isfinite(distance) else None

    @property
    def best_cm(self) -> float | None:
        """The smallest distance that the scanner has read so far, up to the epoch shown."""
        epoch = self._workshop.bench.epoch
        return self._workshop.history.best_until(epoch if self.is_measured else epoch - 1)

    @property
    def box_is_open(self) -> bool:
        """Whether the run has earned a look at the ideal."""
        newest = self._workshop.history.newest
        is_read = self._workshop.bench.epoch < newest or self.is_measured
        best = self._workshop.history.best_until(newest if is_read else newest - 1)
        return best is not None and best < OPEN_CM

    def distances_of(self, branch: int) -> FloatArray:
        """A branch's distance per epoch in cm, NaN where there was none."""
        return self._workshop.bench.branches[branch].history.rows.scores
