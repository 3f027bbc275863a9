"""What has come of the levels, and how two accounts of it become one: what is earned stays, whatever comes last.

Pure values; where they are kept is `file`'s business. Knows no level: which comes after which is asked of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

MOST_STARS = 3


@dataclass(frozen=True)
class Result:
    """What one play of a level came to."""

    stars: frozenset[int]
    """The numbers of the stars that it earned, counted from 1."""
    count: int
    """How many of what par counts it took; of as many stars the fewer are better."""
    seed: int
    """The level's, by which the result can be told from one of another box."""
    edition: int
    """The level's, by which the result can be told from one under other rules."""
    finished_at: float
    """In seconds since 1970."""
    hand_moves: int = 0
    """How many moves the player made by hand."""
    weight_changes: int = 0
    """How many changes of weights the network made by itself."""
    unknown: tuple[tuple[str, object], ...] = field(default=(), compare=False)
    """What a newer game has written beside it, by its names: it stays with the play."""


@dataclass(frozen=True)
class Record:
    """A level's stars, the best play, and how often it was played to its end."""

    stars: frozenset[int] = frozenset()
    """The numbers of all the stars that were ever earned, in whichever plays."""
    best: Result | None = None
    """The best play to the end, if there is one."""
    played: int = 0


@dataclass(frozen=True)
class KeptAttempt:
    """An attempt that was left in the middle."""

    seed: int
    edition: int
    moves: tuple[str, ...]

    def is_of(self, seeds: Collection[int], edition: int) -> bool:
        """Whether it was made in a level of these seeds and this edition: only then its moves mean the same."""
        return self.seed in seeds and self.edition == edition


@dataclass(frozen=True)
class Feat:
    """Something outside the levels that is worth keeping: a day's box, a ghost to race against, a record."""

    value: float
    unit: str
    """What the value counts: "points", "cm", "builds"."""
    at: float
    """In seconds since 1970."""
    moves: tuple[str, ...] = ()
    """How it was done, in the words of whoever keeps it."""


def merged(one: Record, other: Record) -> Record:
    """Both accounts as one: commutative, associative, and the same again when merged twice."""
    return Record(one.stars | other.stars, _better(one.best, other.best), max(one.played, other.played))


def best_count(record: Record, edition: int) -> int | None:
    """With how many of what par counts all stars were earned under these rules, in the best play."""
    best = record.best
    return best.count if best is not None and len(best.stars) == MOST_STARS and best.edition == edition else None


def seed_of_next(seeds: Sequence[int], record: Record | None, kept: KeptAttempt | None, edition: int) -> int:
    """The seed of a level's next play: that of the attempt which is gone on with, else another after each result."""
    if kept is not None and kept.is_of(seeds, edition):
        return kept.seed
    return seeds[(0 if record is None else record.played) % len(seeds)]


def with_stars(before: Record | None, stars: frozenset[int]) -> Record:
    """The record with stars that have just been earned, in the middle of a play."""
    record = before or Record()
    return replace(record, stars=record.stars | stars)


def played_once_more(before: Record | None, result: Result) -> Record:
    """The record after another play to the end, which never makes it worse."""
    record = before or Record()
    return Record(record.stars | result.stars, _better(record.best, result), record.played + 1)


def first_stars(count: int) -> frozenset[int]:
    """As many stars as were once only counted."""
    return frozenset(range(1, count + 1))


def is_open(ids: Sequence[str], level: str, records: Mapping[str, Record]) -> bool:
    """Whether a level of the story (its ids in order) may be chosen: the one before it has a star, or it has been."""
    index = ids.index(level)
    return index == 0 or level in records or _has_star(ids[index - 1], records)


def next_level(ids: Sequence[str], records: Mapping[str, Record]) -> str:
    """The first open level without a star, where the story goes on; when there is none, the last open one."""
    opened = [level for level in ids if is_open(ids, level, records)]
    return next((level for level in opened if not _has_star(level, records)), opened[-1])


def star_count(records: Mapping[str, Record], ids: Sequence[str]) -> int:
    """How many stars some levels have together."""
    return sum(len(records[level].stars) for level in ids if level in records)


def _has_star(level: str, records: Mapping[str, Record]) -> bool:
    return level in records and bool(records[level].stars)


def _better(one: Result | None, other: Result | None) -> Result | None:
    """More stars, then newer rules, then fewer moves, then the earlier; the rest only makes an order of what is equally
    good."""
    results = [result for result in (one, other) if result is not None]
    return min(results, key=_rank, default=None)


def _rank(result: Result) -> tuple[object, ...]:
    by_hand = (result.hand_moves, result.weight_changes)
    return -len(result.stars), -result.edition, result.count, result.finished_at, result.seed, by_hand, [*result.stars]
