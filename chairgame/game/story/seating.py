"""On which rebuilds of a run somebody can sit, as far as anybody has looked. Looking costs a sit test each, so it is
done by moves and between two frames, never by whoever shows it.
"""

from functools import lru_cache

from chairgame.game.session.rebuild import Rebuild, rebuild_of
from chairgame.game.sitting.outcome import GRANDMOTHER, Sitter
from chairgame.game.sitting.sit_test import can_sit
from chairgame.game.story.course import Course

AFTERWARDS = 10
"""Rebuilds after grandmother's first one that are looked at as well: it does not go on as it began."""


class Seating:
    """Who can sit, and since when. Nobody looks before rebuild `since`."""

    def __init__(self, course: Course, since: int) -> None:
        self._course, self._since = course, since
        self.first: dict[Sitter, int] = {}
        """The first rebuild that holds somebody, of those for whom it is known."""
        self._seen: dict[Sitter, list[bool]] = {}

    def find(self, sitter: Sitter, farthest: int) -> bool:
        """Whether a rebuild up to one that has been learned holds somebody; looks until one does."""
        while sitter not in self.first and self._next(sitter) <= farthest:
            self._look(sitter)
        return sitter in self.first

    def has_more(self, farthest: int) -> bool:
        """Whether there are rebuilds of the row that have been learned and nobody has looked at."""
        return self._next(GRANDMOTHER) <= min(farthest, self._last)

    def look(self) -> None:
        """Look at the next rebuild of the row."""
        self._look(GRANDMOTHER)

    @property
    def row(self) -> tuple[bool, ...]:
        """Whether grandmother could sit on her first rebuild, on the one after it, and so on."""
        first = self.first.get(GRANDMOTHER)
        return () if first is None else tuple(self._seen[GRANDMOTHER][first - self._since :])

    @property
    def _last(self) -> int:
        return self.first.get(GRANDMOTHER, -1) + AFTERWARDS

    def _next(self, sitter: Sitter) -> int:
        return self._since + len(self._seen.get(sitter, ()))

    def _look(self, sitter: Sitter) -> None:
        epoch = self._next(sitter)
        does_hold = holds(self._course, epoch, sitter)
        self._seen.setdefault(sitter, []).append(does_hold)
        if does_hold:
            self.first.setdefault(sitter, epoch)


@lru_cache(4096)
def rebuild_at(course: Course, epoch: int) -> Rebuild:
    """What a course's brain builds after so many epochs."""
    return rebuild_of(course.history(epoch), epoch)


@lru_cache(4096)
def holds(course: Course, epoch: int, sitter: Sitter) -> bool:
    """Whether somebody can sit on a rebuild."""
    return can_sit(course.chair, rebuild_at(course, epoch).poses, sitter)
