"""Progress as a JSON text, to carry from one machine to another, and back with every field checked."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

from chairgame.game.progress.records import MOST_STARS, KeptAttempt, Record
from chairgame.game.progress.whole import Progress
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

FORMAT = "chairgame-progress"
VERSION = 1
LARGEST_BYTES = 1 << 20
LARGEST_NUMBER = 2**63 - 1  # what SQLite's integers hold
MOST_ENTRIES, MOST_MOVES, LONGEST_TEXT = 1000, 100_000, 1000

_NAME = re.compile("[a-z0-9_-]{1,60}")
_COUNTS = {"stars": MOST_STARS, "count": LARGEST_NUMBER, "seed": LARGEST_NUMBER, "played": LARGEST_NUMBER}

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


def export_to(path: Path, progress: Progress) -> None:
    """Write everything to a file. Raises PlayerError when it cannot be written, or is something else's."""
    try:
        if path.exists() and not _is_export(path):
            raise PlayerError(
                N_("{file}: exists and is no exported progress; expected a new file or one to replace"), file=path
            )
        path.write_text(exported(progress), encoding="utf-8")
    except OSError as error:
        raise PlayerError(N_("{file}: cannot be written ({why})"), file=path, why=error.strerror) from error


def read_export(path: Path) -> Account:
    """The levels, attempts and settings in a file. Raises PlayerError that names the file and the field."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise PlayerError(
            N_("{file}: cannot be read ({why}); expected exported progress"), file=path, why=why
        ) from error
    if len(data) > LARGEST_BYTES:
        raise PlayerError(N_("{file}: expected exported progress of at most 1 MiB"), file=path)
    try:
        table = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PlayerError(N_("{file}: expected exported progress, found no JSON"), file=path) from error
    return account_of(table, path)


def account_of(table: object, path: Path) -> Account:
    """The same for what a JSON text held. Raises PlayerError."""
    if not isinstance(table, dict) or table.get(FORMAT) != VERSION or isinstance(table[FORMAT], bool):
        raise _mistake(path, FORMAT, str(VERSION))
    parts = {name: _entries(table.get(name), name, path) for name in ("levels", "attempts", "settings")}
    return (
        {level: _record(entry, f"levels, {level}", path) for level, entry in parts["levels"].items()},
        {level: _attempt(entry, f"attempts, {level}", path) for level, entry in parts["attempts"].items()},
        {name: _text(entry, f"settings, {name}", path) for name, entry in parts["settings"].items()},
    )


def _is_export(path: Path) -> bool:
    with path.open("rb") as stream:
        return f'"{FORMAT}"'.encode() in stream.read(64)


def _entries(value: object, field: str, path: Path) -> Mapping[str, Any]:
    if isinstance(value, dict) and len(value) <= MOST_ENTRIES and all(map(_NAME.fullmatch, value)):
        return value
    raise _mistake(path, field, N_("a table of names"))


def _record(entry: object, field: str, path: Path) -> Record:
    if not isinstance(entry, dict) or set(entry) != {*_COUNTS, "finished_at"}:
        raise _mistake(path, field, ", ".join((*_COUNTS, "finished_at")))
    for name, most in _COUNTS.items():
        if not _is_whole(entry[name], most):
            raise _mistake(path, f"{field}, {name}", f"0 … {most}")
    at = entry["finished_at"]
    if isinstance(at, bool) or not isinstance(at, int | float) or not 0 <= at < 1e12 or not isfinite(at):
        raise _mistake(path, f"{field}, finished_at", N_("seconds since 1970"))
    return Record(**{**entry, "finished_at": float(at)})


def _attempt(entry: object, field: str, path: Path) -> KeptAttempt:
    if not isinstance(entry, dict) or set(entry) != {"seed", "moves"} or not _is_whole(entry["seed"], LARGEST_NUMBER):
        raise _mistake(path, field, "seed, moves")
    moves = entry["moves"]
    if not isinstance(moves, list) or not 0 < len(moves) <= MOST_MOVES:
        raise _mistake(path, f"{field}, moves", N_("a list of texts"))
    return KeptAttempt(entry["seed"], tuple(_text(move, f"{field}, moves", path) for move in moves))


def _text(value: object, field: str, path: Path) -> str:
    if isinstance(value, str) and len(value) <= LONGEST_TEXT and value.isprintable():
        return value
    raise _mistake(path, field, N_("a text"))


def _is_whole(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _mistake(path: Path, field: str, expected: str) -> PlayerError:
    return PlayerError(N_("{file}: {field}: expected {expected}"), file=path, field=field, expected=expected)
