"""A level's best play, kept by its moves: lived through again, it shows what the player built. Knows no screen and no
disk: a keepsake is kept as a feat.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chairgame.chair.parts import Chair
from chairgame.chair.sculpture import sculpture
from chairgame.game.progress.records import Feat, Record
from chairgame.game.story.cable_setup import CableSetup
from chairgame.game.story.first_setups import DialsSetup, RecipeSetup
from chairgame.game.story.level import Level
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay
from chairgame.game.story.plays import new_play

UNIT = "moves"


@dataclass(frozen=True)
class Keepsake:
    """The moves of a play, and of which seed and edition of its level it was."""

    seed: int
    edition: int
    moves: tuple[str, ...]

    def feat(self, at: float) -> Feat:
        """As it is kept, at some seconds since 1970."""
        return Feat(len(self.moves), UNIT, at, (f"{self.seed} {self.edition}", *self.moves))


def name_of(level_id: str) -> str:
    """The name under which a level's best play is kept."""
    return f"best-{level_id}"


def keepsake_of(feat: Feat | None) -> Keepsake | None:
    """What is kept in a feat; nothing where that is none of ours."""
    if feat is None or feat.unit != UNIT or not feat.moves:
        return None
    seed, _blank, edition = feat.moves[0].partition(" ")
    if not (seed.isdecimal() and edition.isdecimal()):
        return None
    return Keepsake(int(seed), int(edition), feat.moves[1:])


def as_played(level: Level, records: Mapping[str, Record]) -> Level:
    """The level with the seed of its best play; as it is, where there is none."""
    record = records.get(level.id)
    return level if record is None or record.best is None else level.with_seed(record.best.seed)


def circuit_in(level: Level) -> tuple[float, ...]:
    """The weights, from A to I, of the brain of the cable's last case."""
    setup = level.setup_as(CableSetup)
    return tuple(map(float, setup.variant(level.seed).cases[-1].weights))


def thing_in(level: Level) -> Chair | None:
    """What the box of a level hides, where that is a thing that nobody has ever seen. For those who have opened it."""
    setup = level.setup
    return sculpture(level.seed, setup.parts) if isinstance(setup, RecipeSetup | DialsSetup) else None


class Recollection:
    """A kept play lived through again, a step of a move at a time, since a move may take a while."""

    def __init__(self, level: Level, kept: Keepsake) -> None:
        self.level = level.with_seed(kept.seed)
        self.play: LevelPlay = new_play(self.level)
        self.best: Assembled | None = None
        """What stood there when the number was best."""
        self.best_figure: tuple[float, str] | None = None
        """That number and its unit."""
        is_same = kept.seed in level.seeds and kept.edition == level.edition
        self._moves = list(reversed(kept.moves)) if is_same else []
        self._work: Iterator[None] | None = None

    @property
    def is_over(self) -> bool:
        """Whether all of it has been lived through."""
        return not self._moves

    def go_on(self) -> None:
        """The next move, or a step of what it has to work out; one that cannot be made any more ends it."""
        if self._work is None:
            self._work = self.play.work_for(self._moves[-1])
        if any(True for _step in self._work):
            return
        self._work = None
        try:
            self.play.do(self._moves.pop())
        except IllegalMoveError:
            self._moves.clear()
            return
        self.play.skip()
        figure = self.play.figure()
        if figure is not None and (self.best_figure is None or figure[1] != self.best_figure[0]):
            self.best_figure, self.best = (figure[1], figure[2]), self.play.assembled()

    def go_through(self) -> "Recollection":
        """All of it at once."""
        while not self.is_over:
            self.go_on()
        return self
