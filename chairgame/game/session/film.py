"""The film of a run: a few of its epochs at equal steps of the logarithm of the distance, for a strip of pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.game.naming.names import monster_name
from chairgame.game.session.learner import Work, seconds_to_see, seconds_to_sit
from chairgame.game.session.rebuild import Rebuild, rebuild_of, sight
from chairgame.game.sitting.outcome import SITTERS, SitTest
from chairgame.game.sitting.sit_test import best_sitter, sit_down
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History

FRAMES = 5


@dataclass(frozen=True, eq=False)
class Frame:
    """One epoch of the film."""

    chair: Chair
    rebuild: Rebuild

    @property
    def epoch(self) -> int:
        """The epoch's number."""
        return self.rebuild.epoch

    @cached_property
    def distance_cm(self) -> float | None:
        """What the scanner read; nothing for smoke."""
        distance = self.rebuild.measurement.distance_cm
        return distance if np.isfinite(distance) else None

    @cached_property
    def sitting(self) -> SitTest | None:
        """How whoever minds most of those whom it holds sits on it; nothing if it holds nobody. With many parts it
        takes as long as several epochs."""
        sitter = best_sitter(self.chair, self.rebuild.poses)
        return None if sitter is None else sit_down(self.chair, self.rebuild.poses, sitter)

    def name_in(self, catalogue: Catalogue) -> str:
        """What the monster is called."""
        return monster_name(self.chair, self.rebuild.poses, self.rebuild.measurement.part_distances_cm, catalogue)


def frame_of(history: History, epoch: int) -> Frame:
    """An epoch of a run up to the newest, seen again. It changes nothing in the history."""
    return Frame(history.chair, rebuild_of(history, epoch))


def filmed(history: History, epoch: int, *, is_last: bool) -> tuple[Work[Frame], float]:
    """The work of making a frame, and about how many seconds it takes; on a film's last frame somebody sits."""
    see = sight(history, epoch)

    def work(may_go_on: Callable[[], bool]) -> Frame | None:
        rebuild = see(may_go_on)
        frame = None if rebuild is None else Frame(history.chair, rebuild)
        if frame is not None and is_last:
            _ = frame.sitting
        return frame

    to_sit = seconds_to_sit(len(history.chair.parts))
    return work, seconds_to_see(history, epoch) + (len(SITTERS) * to_sit if is_last else 0.0)


def distances_of(history: History) -> FloatArray:
    """The distance per epoch in cm, NaN where there was none, shape (E,)."""
    return history.rows.scores


def film_epochs(distances_cm: FloatArray, count: int = FRAMES) -> tuple[int, ...]:
    """At most `count` epochs, ascending: the first, the best, and between them whenever the best distance so far first
    fell below the next of equal steps of its logarithm. Fewer where less has happened.
    """
    known = np.where(np.isfinite(distances_cm), distances_cm, np.inf)
    if not len(known) or not np.isfinite(known).any():
        return (0,) if len(known) else ()
    first, last = int(np.argmax(np.isfinite(known))), int(np.argmin(known))
    if known[last] >= known[first]:
        return (first,)
    best = np.minimum.accumulate(known)
    steps = np.geomspace(known[first], max(float(known[last]), 1e-3), count)
    reached = [int(np.argmax(best <= step * (1 + 1e-9))) for step in steps[1:-1]]
    return tuple(sorted({first, *reached, last}))


def neighbour(epochs: tuple[int, ...], epoch: int, steps: int) -> int:
    """The next frame's epoch after (1) or before (-1) an epoch; the last one stays the last, the first the first."""
    beyond = [other for other in epochs if (other > epoch if steps > 0 else other < epoch)]
    if not beyond:
        return epoch
    return beyond[0] if steps > 0 else beyond[-1]
