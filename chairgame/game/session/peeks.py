"""Looks into the box. A look that the run has not earned is written down."""

from dataclasses import dataclass

from chairgame.chair.poses import Poses
from chairgame.game.session.scanner import Scanner
from chairgame.game.session.workshop import Workshop
from chairgame.training.history import History


@dataclass(frozen=True)
class Peek:
    """The player looked into the box: in which epoch, and at what distance."""

    epoch: int
    distance_cm: float | None


class Peeks:
    """Whether the player looks, and every look that was not earned."""

    def __init__(self, workshop: Workshop, scanner: Scanner) -> None:
        self._workshop, self._scanner = workshop, scanner
        self._is_looking = False
        self._written: list[Peek] = []
        self._looked_into: History | None = None

    @property
    def written(self) -> tuple[Peek, ...]:
        """The looks that were written down."""
        return tuple(self._written)

    @property
    def is_looking(self) -> bool:
        """Whether the lid is held up; another run may have to earn the look anew."""
        return self._is_looking

    @property
    def ideal(self) -> Poses | None:
        """The ideal chair while the player looks at it, else nothing."""
        return self._workshop.history.task.chair_box.reveal() if self._is_looking and self._may_look else None

    @property
    def _may_look(self) -> bool:
        """A look is earned, or written down for this very run; another run has to earn its own."""
        return self._scanner.box_is_open or self._looked_into is self._workshop.history

    def look(self) -> bool:
        """Look at the ideal chair. Whether that had to be written down."""
        self._is_looking = True
        return self.write_down()

    def look_away(self) -> None:
        """Let the lid fall."""
        self._is_looking = False

    def write_down(self) -> bool:
        """Somebody knows what is in the box. Whether that was not earned, and is written down therefore."""
        if self._scanner.box_is_open:
            return False
        self._looked_into = self._workshop.history
        self._written.append(Peek(self._workshop.bench.epoch, self._scanner.row.distance_cm))
        return True
