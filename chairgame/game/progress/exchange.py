"""Progress as a JSON text, to carry from one machine to another, and back with every field checked."""

import json
import re
from dataclasses import asdict
from pathlib import Path

from chairgame.game.progress.records import MOST_STARS, KeptAttempt, Record
from chairgame.game.progress.whole import Progress
from chairgame.text.catalogue import N_
from chairgame.text.disk import Mark, write
from chairgame.text.tables import Field, Table, read_json

FORMAT = "chairgame-progress"
VERSION = 1
LARGEST_NUMBER = 2**63 - 1  # what SQLite's integers hold
MOST_ENTRIES, MOST_MOVES, LONGEST_TEXT = 1000, 100_000, 1000

_NAME = re.compile("[a-z0-9_-]{1,60}")
_LARGEST = {"stars": MOST_STARS, "count": LARGEST_NUMBER, "seed": LARGEST_NUMBER, "played": LARGEST_NUMBER}
_LATEST = 1e12

Account = tuple[dict[str, Record], dict[str, KeptAttempt], dict[str, str]]


def exported(progress: Progress) -> str:
    """Everything that is kept, as JSON with a line end."""
    table = {
        FORMAT: VERSION,
        "levels": {level: asdict(record) for level, record in sorted(progress.records().items())},
        "attempts": {level: asdict(attempt) for level, attempt in sorted(progress.attempts().items())},
        "settings": dict(sorted(progress.settings().items())),
    }
    return json.dumps(table, indent=1, allow_nan=False) + "\n"


def export_to(path: Path, progress: Progress, *, force: bool = False) -> None:
    """Write everything to a file. Raises PlayerError when it cannot be written or, unless `force`, is something else's.

    Raises OutputError on a full disk.
    """
    write(path, exported(progress).encode(), Mark.PROGRESS, force=force, parents=False)


def read_export(path: Path) -> Account:
    """The levels, attempts and settings in a file. Raises PlayerError that names the file and the field."""
    return account_of(read_json(path))


def account_of(root: Table) -> Account:
    """The same for what a JSON text held. Raises PlayerError."""
    root.of_format(VERSION, FORMAT).only(FORMAT, "levels", "attempts", "settings")
    levels, attempts, settings = (_names(root[key]) for key in ("levels", "attempts", "settings"))
    return (
        {level: _record(levels[level].table()) for level in levels},
        {level: _attempt(attempts[level].table()) for level in attempts},
        {name: _line(settings[name]) for name in settings},
    )


def _names(field: Field) -> Table:
    """A table of names. Raises PlayerError for other keys, and for more than there could be."""
    table = field.table()
    if len(table.values) > MOST_ENTRIES or not all(map(_NAME.fullmatch, table)):
        message = N_("{file}: {field}: expected at most {most} names of a-z, 0-9, '-' and '_'")
        raise field.mistake(message, most=MOST_ENTRIES)
    return table


def _record(table: Table) -> Record:
    table.only(*_LARGEST, "finished_at")
    counts = {name: table[name].whole(0, most) for name, most in _LARGEST.items()}
    message = N_("{file}: {field}: expected seconds since 1970, found {found}")
    return Record(**counts, finished_at=table["finished_at"].number(0, _LATEST, message))


def _attempt(table: Table) -> KeptAttempt:
    table.only("seed", "moves")
    seed, moves = table["seed"].whole(0, LARGEST_NUMBER), table["moves"].entries(1, MOST_MOVES)
    return KeptAttempt(seed, tuple(map(_line, moves)))


def _line(field: Field) -> str:
    return field.prose(LONGEST_TEXT, lines=False)
