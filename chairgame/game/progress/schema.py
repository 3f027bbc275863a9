"""The tables of the progress file, what their rows hold, and how the rows of the first version become today's.

The first version's tables stay in a file that has become one of today's, untouched: an older game that has it open
goes on undisturbed, and what it still writes there is taken over by the next start. Knows no SQL and no file.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from chairgame.game.progress.records import Feat, KeptAttempt, Record, Result, first_stars, merged

VERSION = 2

TABLES: Mapping[str, tuple[str, ...]] = {
    "record": ("level TEXT PRIMARY KEY", "stars TEXT", "played INTEGER", "best TEXT"),
    "unfinished": ("level TEXT PRIMARY KEY", "seed INTEGER", "edition INTEGER", "moves TEXT"),
    "setting": ("name TEXT PRIMARY KEY", "value TEXT"),
    "feat": ("name TEXT PRIMARY KEY", "value REAL", "unit TEXT", "at REAL", "moves TEXT"),
}
FIRST_TABLES: Mapping[str, tuple[str, ...]] = {
    "level": (
        "id TEXT PRIMARY KEY",
        "stars INTEGER",
        "count INTEGER",
        "seed INTEGER",
        "finished_at REAL",
        "played INTEGER",
    ),
    "attempt": ("level TEXT PRIMARY KEY", "seed INTEGER", "moves TEXT"),
    "setting": TABLES["setting"],
}
FIRST_EDITION = 1
"""Of every level that the first version knew."""

_FIELDS = {field.name for field in fields(Result)} - {"unknown"}

Value = str | int | float
Row = tuple[Value, ...]
Rows = Mapping[str, tuple[Row, ...]]


def migrated(rows: Rows) -> dict[str, tuple[Row, ...]]:
    """The rows of the first version as today's. Raises ValueError or TypeError for rows that no game has written."""
    return {
        "record": tuple(_migrated_level(row) for row in rows["level"]),
        "unfinished": tuple((level, seed, FIRST_EDITION, moves) for level, seed, moves in rows["attempt"]),
        "setting": rows["setting"],
        "feat": (),
    }


def with_first(before: Row | None, first: Row) -> Row:
    """A row of today's table `record` with what an older game has kept of the same level, as `migrated` gives it."""
    return first if before is None else record_row(str(first[0]), merged(record_of(before), record_of(first)))


def _migrated_level(row: Row) -> Row:
    level, stars, count, seed, finished_at, played = row
    return record_row(str(level), counted_record(int(stars), int(count), int(seed), float(finished_at), int(played)))


def counted_record(stars: int, count: int, seed: int, finished_at: float, played: int) -> Record:
    """A record of the first version, which counted the stars of the best play and kept no other."""
    earned = first_stars(stars)
    return Record(earned, Result(earned, count, seed, FIRST_EDITION, finished_at), played)


def record_row(level: str, record: Record) -> Row:
    """A row of the table `record`."""
    best = None if record.best is None else known_fields(record.best) | dict(record.best.unknown)
    return level, json.dumps(sorted(record.stars)), record.played, json.dumps(best)


def record_of(row: Row) -> Record:
    """What a row of the table `record` holds. Raises ValueError or TypeError for what no game has written."""
    _level, stars, played, best = row
    return Record(_stars(json.loads(str(stars))), result_of(json.loads(str(best))), int(played))


def known_fields(result: Result) -> dict[str, Any]:
    """A play as JSON has it, without what only a newer game knows."""
    table = asdict(result) | {"stars": sorted(result.stars)}
    del table["unknown"]
    return table


def result_of(table: Any) -> Result | None:
    """A play from JSON, with what a newer game has added. Raises ValueError or TypeError for what no game has written,
    KeyError for what lacks something."""
    if table is None:
        return None
    known = {name: table[name] for name in _FIELDS if name in table}
    unknown = tuple((name, value) for name, value in table.items() if name not in known)
    return Result(**known | {"stars": _stars(table["stars"])}, unknown=unknown)


def _stars(numbers: list[Any]) -> frozenset[int]:
    return frozenset(int(number) for number in numbers)


def attempt_row(level: str, attempt: KeptAttempt) -> Row:
    """A row of the table `unfinished`."""
    return level, attempt.seed, attempt.edition, json.dumps(attempt.moves)


def attempt_of(row: Row) -> KeptAttempt:
    """What a row of the table `unfinished` holds. Raises ValueError or TypeError for what no game has written."""
    _level, seed, edition, moves = row
    return KeptAttempt(int(seed), int(edition), _texts(moves))


def feat_row(name: str, feat: Feat) -> Row:
    """A row of the table `feat`."""
    return name, float(feat.value), feat.unit, float(feat.at), json.dumps(feat.moves)


def feat_of(row: Row) -> Feat:
    """What a row of the table `feat` holds. Raises ValueError or TypeError for what no game has written."""
    _name, value, unit, at, moves = row
    return Feat(float(value), str(unit), float(at), _texts(moves))


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(text) for text in json.loads(str(value)))
