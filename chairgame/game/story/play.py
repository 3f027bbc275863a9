"""One attempt at a level: moves go in, facts come out. The same level and the same moves give the same play.

A move is a verb and its words ("turn 3 -1"): what is undone, kept on disk, replayed as a solution. Pictures in between
(a part on its way from the pile) belong to no move: `tick` lets them run. Knows no screen.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import Any, ClassVar

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.news import News, Value
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.reveal import Reveal

Verbs = Mapping[str, Callable[..., None]]
Assembled = tuple[Chair, Poses]

MOST_AT_ONCE = 50
"""Steps of time that are kept as one move: whoever lives a play through again does so move by move between keys."""


class IllegalMoveError(Exception):
    """A move that this play cannot make now. Its text is for developers; what a player reads is `news`.

    Verbs raise it on purpose. Whatever else a verb raises is a bug, and shows itself.
    """


@dataclass(frozen=True)
class Score:
    """A row of the debrief's comparison: who, and how many (scans, builds, epochs), both ids of the catalogue's."""

    who: str
    count: str
    """A sentence with {n}, say "{n} scans"; `plural` is its form for many."""
    plural: str
    n: int | None
    """None as long as it is still being counted."""
    distance_cm: float | None = None
    points: int | None = None


class LevelPlay(ABC):
    """What all plays share. A subclass names its verbs, makes its moves and tells its facts."""

    VERBS: ClassVar[Verbs]
    """What each verb does: a method, whose parameters are the move's other words, whole numbers or texts. It raises
    IllegalMoveError where it cannot, and has changed nothing then."""

    passes: ClassVar[tuple[str, ...]] = ()
    """Verbs that time makes by itself (an epoch): undo goes back beyond them, to the player's own last move."""

    final: ClassVar[tuple[str, ...]] = ()
    """Verbs that nothing takes back (a scan: what it has told is known); undo stops at them."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.moves: list[str] = []
        self.news: News | None = None
        self._reckoning: Iterator[None] | None = None

    @abstractmethod
    def facts(self) -> Mapping[str, Fact]:
        """What goals, stars, hints and texts may ask for. A fact that is not known yet is left out."""

    @abstractmethod
    def random_move(self, rng: np.random.Generator) -> str:
        """A legal move that somebody might make who thinks nothing. Tests play levels with it."""

    learns: ClassVar[bool] = False
    """Whether its moves let a brain learn: to make many of them again takes a while."""

    @property
    def hand_moves(self) -> int:
        """How many moves the player has made: all but those that time makes."""
        return sum(move.split()[0] not in self.passes for move in self.moves)

    @property
    def count(self) -> int:
        """What par counts: the player's own moves, unless a play counts something else."""
        return self.hand_moves

    @property
    def is_over(self) -> bool:
        """Whether no move is left: the debrief comes by itself."""
        return False

    @property
    def is_spent(self) -> bool:
        """Whether it has told what was to be found out: begun again, it is about something else."""
        return False

    @property
    def is_moving(self) -> bool:
        """Whether `tick` has something to do: an animation, a run."""
        return False

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Let time pass; moves that time makes go through `do` like any other. True if anything moved."""
        return False

    @property
    def is_told(self) -> bool:
        """Whether what the last move came to may be read; not as long as it is still built and scanned."""
        return True

    @property
    def weight_changes(self) -> int:
        """How many changes of weights the network has made by itself."""
        return 0

    def figure(self) -> tuple[float, float, str] | None:
        """The number that the result is about: as it was at first, at its best, and its unit, "cm" say."""
        return None

    def assembled(self) -> Assembled | None:
        """The parts on the floor and where the last build has put them; nothing where nothing is built."""
        return None

    def reveal(self) -> Reveal | None:
        """What the box hid beside what the player built, for levels in which something is built blind."""
        return None

    def begin(self) -> None:  # noqa: B027  (most plays begin still)
        """The play is seen for the first time: what is given is shown as it comes to be."""

    def skip(self) -> None:  # noqa: B027  (most plays have no pictures in between)
        """End a running animation at once: a key is never made to wait for a picture."""

    def tick_debrief(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """What goes on behind the debrief: what the scores compare with is reckoned. True as long as there is more."""
        if self._reckoning is None:
            self._reckoning = self.reckon()
        return any(not may_learn() for _step in self._reckoning)

    def reckon(self) -> Iterator[None]:
        """Work out what the scores need, in steps of at most a few milliseconds (an epoch, a build): never at once."""
        yield from ()

    def scores(self) -> tuple[Score, ...]:
        """You, par, random search, the network: the debrief's comparison, as far as it is known. Reckons nothing."""
        return ()

    def work_for(self, move: str) -> Iterator[None]:  # noqa: ARG002
        """What a move has to work out, in steps of at most a few milliseconds: for whoever lives a play through again
        and must not keep a key waiting. Made without them, a move does it all at once."""
        yield from ()

    def do(self, move: str) -> None:
        """Make a move. Raises IllegalMoveError, and changes nothing then."""
        verb, *words = move.split() or [""]
        act = self.VERBS.get(verb)
        if act is None or verb not in self.level.commands:
            raise IllegalMoveError(f"{move!r} is no move of {self.level.id}")
        arguments = _arguments(act, words)
        before, self.news = self.news, None
        try:
            act(self, *arguments)
        except IllegalMoveError:
            self.news = before
            raise
        self.moves.append(move)

    def do_in_time(self, verb: str) -> None:
        """One step that time makes: `epoch 1` after `epoch 7` is kept as `epoch 8`, for a run may have hundreds."""
        self.do(f"{verb} 1")
        last = [move.split() for move in self.moves[-2:]]
        if len(last) == 2 and last[0][0] == verb and int(last[0][1]) < MOST_AT_ONCE:
            self.moves[-2:] = [f"{verb} {int(last[0][1]) + 1}"]

    def say(self, message: str, **fields: Value) -> None:
        """Put a sentence on the news line."""
        self.news = News(message, fields)


def _arguments(act: Callable[..., None], words: Sequence[str]) -> list[Any]:
    """A move's words as the verb's parameters want them. Raises IllegalMoveError: too few, too many, no number."""
    _self, *parameters = signature(act).parameters.values()
    if parameters and parameters[-1].kind is Parameter.VAR_POSITIONAL:  # a sentence: as many as there are
        last = parameters.pop()
        parameters += [last.replace(kind=Parameter.POSITIONAL_ONLY)] * (len(words) - len(parameters))
    needed = sum(parameter.default is Parameter.empty for parameter in parameters)
    if not needed <= len(words) <= len(parameters):
        raise IllegalMoveError(f"{words} are not what {act.__name__} needs")
    try:
        return [parameter.annotation(word) for parameter, word in zip(parameters, words, strict=False)]
    except ValueError as error:
        raise IllegalMoveError(f"{words}: {error}") from error
