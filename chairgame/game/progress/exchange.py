"""Progress as a JSON text, to carry from one machine to another, and back with every field checked.

Texts of the first form, which counted stars, are still read.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path

from chairgame.game.progress.records import MOST_STARS, Feat, KeptAttempt, Record, Result
from chairgame.game.progress.schema import FIRST_EDITION, counted_record, known_fields
from chairgame.game.progress.whole import Account, Progress
from chairgame.text.catalogue import N_
from chairgame.text.disk import Mark, write
from chairgame.text.errors import PlayerError
from chairgame.text.tables import Field, Table, read_json

FORMAT = "chairgame-progress"
FIRST_VERSION, VERSION = 1, 2
LARGEST_NUMBER = 2**63 - 1  # what SQLite's integers hold
LARGEST_VALUE = 1e15
LARGEST_EXPORT = 16 << 20  # bytes; a day's box and its ghost are some hundred, every day of a lifetime
MOST_ENTRIES, MOST_MOVES, LONGEST_TEXT = 100_000, LARGEST_EXPORT, 1000

_NAME = re.compile("[a-z0-9_-]{1,60}")
_COUNTS = ("count", "seed", "edition", "hand_moves", "weight_changes")
_LATEST = 1e12


def exported(progress: Progress) -> str:
    """Everything that is kept, as JSON with a line end: what `read_export` reads.

    Raises PlayerError where that is more than it would read.
    """
    table = {
        FORMAT: VERSION,
        "levels": {level: _record_table(record) for level, record in sorted(progress.records().items())},
        "attempts": {level: asdict(attempt) for level, attempt in sorted(progress.attempts().items())},
        "settings": dict(sorted(progress.settings().items())),
        "feats": {name: asdict(feat) for name, feat in sorted(progress.feats().items())},
    }
    text = json.dumps(table, indent=1, allow_nan=False) + "\n"
    if len(text) > LARGEST_EXPORT:  # all of it ASCII
        message = N_("what is kept takes {size} MB as JSON; expected at most {most}, as more would not be read again")
        raise PlayerError(message, size=len(text) >> 20, most=LARGEST_EXPORT >> 20)
    return text


def _record_table(record: Record) -> dict[str, object]:
    table: dict[str, object] = {"stars": sorted(record.stars), "played": record.played}
    if record.best is not None:
        table["best"] = known_fields(record.best)
    return table


def export_to(path: Path, progress: Progress, *, force: bool = False) -> None:
    """Write everything to a file. Raises PlayerError when it cannot be written or, unless `force`, is something else's.

    Raises OutputError on a full disk.
    """
    write(path, exported(progress).encode(), Mark.PROGRESS, force=force, parents=False)


def read_export(path: Path) -> Account:
    """The levels, attempts and settings in a file. Raises PlayerError that names the file and the field."""
    return account_of(read_json(path, LARGEST_EXPORT))


def account_of(root: Table) -> Account:
    """The same for what a JSON text held. Raises PlayerError."""
    version = root.needed(FORMAT, str(VERSION)).whole(FIRST_VERSION, VERSION)
    is_first = version == FIRST_VERSION
    root.only(FORMAT, "levels", "attempts", "settings", *([] if is_first else ["feats"]))
    levels, attempts, settings = (_names(root[key]) for key in ("levels", "attempts", "settings"))
    feats = _names(root.get("feats", {}))
    record_of = _counted if is_first else _record
    return Account(
        {level: record_of(levels[level].table()) for level in levels},
        {level: _attempt(attempts[level].table(), is_first=is_first) for level in attempts},
        {name: _line(settings[name]) for name in settings},
        {name: _feat(feats[name].table()) for name in feats},
    )


def _names(field: Field) -> Table:
    """A table of names. Raises PlayerError for other keys, and for more than there could be."""
    table = field.table()
    if len(table.values) > MOST_ENTRIES or not all(map(_NAME.fullmatch, table)):
        message = N_("{file}: {field}: expected at most {most} names of a-z, 0-9, '-' and '_'")
        raise field.mistake(message, most=MOST_ENTRIES)
    return table


def _counted(table: Table) -> Record:
    """A level in the first form."""
    table.only("stars", "count", "seed", "finished_at", "played")
    return counted_record(
        table["stars"].whole(0, MOST_STARS),
        _count(table["count"]),
        _count(table["seed"]),
        _moment(table["finished_at"]),
        _count(table["played"]),
    )


def _record(table: Table) -> Record:
    table.only("stars", "played", "best")
    best = _result(table["best"].table()) if "best" in table else None
    return Record(_stars(table["stars"]), best, _count(table["played"]))


def _result(table: Table) -> Result:
    table.only("stars", "finished_at", *_COUNTS)
    count, seed, edition, hand_moves, weight_changes = (_count(table[name]) for name in _COUNTS)
    finished_at = _moment(table["finished_at"])
    return Result(_stars(table["stars"]), count, seed, edition, finished_at, hand_moves, weight_changes)


def _stars(field: Field) -> frozenset[int]:
    return frozenset(entry.whole(1, MOST_STARS) for entry in field.entries(0, MOST_STARS))


def _attempt(table: Table, *, is_first: bool) -> KeptAttempt:
    table.only("seed", "moves", *([] if is_first else ["edition"]))
    edition = FIRST_EDITION if is_first else _count(table["edition"])
    return KeptAttempt(_count(table["seed"]), edition, _moves(table["moves"], least=1))


def _feat(table: Table) -> Feat:
    table.only("value", "unit", "at", "moves")
    value = table["value"].number(-LARGEST_VALUE, LARGEST_VALUE)
    return Feat(value, _line(table["unit"]), _moment(table["at"]), _moves(table["moves"], least=0))


def _moves(field: Field, least: int) -> tuple[str, ...]:
    return tuple(map(_line, field.entries(least, MOST_MOVES)))


def _count(field: Field) -> int:
    return field.whole(0, LARGEST_NUMBER)


def _moment(field: Field) -> float:
    return field.number(0, _LATEST, N_("{file}: {field}: expected seconds since 1970, found {found}"))


def _line(field: Field) -> str:
    return field.prose(LONGEST_TEXT, lines=False)
