"""One attempt at a level: moves go in, facts come out. The same level and the same moves give the same play.

A move is a verb and its words ("turn 3 -1"): what is undone, kept on disk, replayed as a solution. Pictures in between
(a part on its way from the pile) belong to no move: `tick` lets them run. Knows no screen.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import ClassVar

import numpy as np

from chairgame.game.news import News
from chairgame.game.story.level import Fact, Level


class IllegalMoveError(ValueError):
    """A move that this play cannot make now. Its text is for developers; what a player reads is `news`."""


@dataclass(frozen=True)
class Score:
    """A row of the debrief's comparison: who, and how many (scans, builds, epochs), both ids of the catalogue's."""

    who: str
    count: str
    """A sentence with {n}, say "{n} scans"; `plural` is its form for many."""
    plural: str
    n: int
    distance_cm: float | None = None


class LevelPlay(ABC):
    """What all plays share. A subclass names its verbs, makes its moves and tells its facts."""

    passes: ClassVar[tuple[str, ...]] = ()
    """Verbs that time makes by itself (an epoch): undo goes back beyond them, to the player's own last move."""

    final: ClassVar[tuple[str, ...]] = ()
    """Verbs that nothing takes back (a scan: what it has told is known); undo stops at them."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.moves: list[str] = []
        self.news: News | None = None

    @abstractmethod
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """What each verb does. It is given the move's other words, and raises ValueError if it cannot."""

    @abstractmethod
    def facts(self) -> Mapping[str, Fact]:
        """What goals, stars, hints and texts may ask for. A fact that is not known yet is left out."""

    @abstractmethod
    def random_move(self, rng: np.random.Generator) -> str:
        """A legal move that somebody might make who thinks nothing. Tests play levels with it."""

    @property
    def count(self) -> int:
        """What par counts: the player's own moves, unless a play counts something else."""
        return sum(move.split()[0] not in self.passes for move in self.moves)

    @property
    def is_over(self) -> bool:
        """Whether no move is left: the debrief comes by itself."""
        return False

    @property
    def is_moving(self) -> bool:
        """Whether `tick` has something to do: an animation, a run."""
        return False

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Let time pass; moves that time makes go through `do` like any other. True if anything moved."""
        return False

    def skip(self) -> None:  # noqa: B027  (most plays have no pictures in between)
        """End a running animation at once: a key is never made to wait for a picture."""

    def tick_debrief(self, seconds: float) -> bool:  # noqa: ARG002
        """What goes on behind the debrief (a random search that catches up). True if anything moved."""
        return False

    def scores(self) -> tuple[Score, ...]:
        """You, par, random search, the network: the debrief's comparison, as far as it is known."""
        return ()

    def do(self, move: str) -> None:
        """Make a move. Raises IllegalMoveError, and changes nothing then."""
        verb, *words = move.split() or [""]
        act = self.verbs().get(verb)
        if act is None or verb not in self.level.commands:
            raise IllegalMoveError(f"{move!r} is no move of {self.level.id}")
        self.news = None
        try:
            signature(act).bind(*words)
        except TypeError as error:
            raise IllegalMoveError(f"{move!r} has other words than {verb} needs") from error
        try:
            act(*words)
        except ValueError as error:
            raise IllegalMoveError(f"{move!r} cannot be made now: {error}") from error
        self.moves.append(move)

    def say(self, message: str, **fields: str | float | int) -> None:
        """Put a sentence on the news line."""
        self.news = News(message, fields)
