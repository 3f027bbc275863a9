"""What has come of the levels, and how two accounts of it become one: the better result stays, whatever comes last.

Pure values; where they are kept is `progress_file`'s business. Knows no level: which comes after which is asked of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

MOST_STARS = 3


@dataclass(frozen=True)
class Record:
    """A level's best result, and how often it was played to its end."""

    stars: int
    count: int
    """How many moves of the player's own the best result took; of equal stars the fewer are better."""
    seed: int
    """The level's, by which the result can be told from one of another version's level."""
    finished_at: float
    """Of the best result, in seconds since 1970."""
    played: int


@dataclass(frozen=True)
class KeptAttempt:
    """An attempt that was left in the middle."""

    seed: int
    moves: tuple[str, ...]


def merged(one: Record, other: Record) -> Record:
    """Both accounts as one: commutative, associative, and the same again when merged twice."""
    best = min(one, other, key=lambda record: (-record.stars, record.count, record.finished_at, record.seed))
    return replace(best, played=max(one.played, other.played))


def played_once_more(before: Record | None, result: Record) -> Record:
    """The record after another result, which never makes it worse."""
    if before is None:
        return result
    return replace(merged(before, result), played=before.played + result.played)


def is_open(ids: Sequence[str], level: str, records: Mapping[str, Record]) -> bool:
    """Whether a level of the story (its ids in order) may be chosen: the one before it has a star, or it has been."""
    index = ids.index(level)
    return index == 0 or level in records or _stars(ids[index - 1], records) > 0


def next_level(ids: Sequence[str], records: Mapping[str, Record]) -> str:
    """The first open level without a star, where the story goes on; when there is none, the last open one."""
    opened = [level for level in ids if is_open(ids, level, records)]
    return next((level for level in opened if not _stars(level, records)), opened[-1])


def _stars(level: str, records: Mapping[str, Record]) -> int:
    record = records.get(level)
    return 0 if record is None else record.stars
