"""Runs on disk: what was learned from, how, what was changed on the way, and every epoch's figures.

A file holds two lines of JSON: a header with the version and the digest of the second line, and the run. Learning is
deterministic, so the file needs no weights: a run is replayed by living through it again. Writes are atomic.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from chairgame.chair.parts import Chair, Part
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.history import DEFAULT_BUDGET, Change, History, NewParameter, NewSettings, Row
from chairgame.training.settings import Settings

VERSION = 1
MAXIMUM_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class Run:
    """A finished or interrupted run as it is saved. `reason` is epochs, until, burned_out or interrupted."""

    chair: Chair
    settings: Settings
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    reason: str
    epochs: int | None = None
    """How many epochs were asked for; None where nobody asked for a number."""
    until: float | None = None
    """Below how many cm it was to stop, if that was asked for."""


def run_of(history: History, reason: str, epochs: int | None = None, until: float | None = None) -> Run:
    """What there is to save of a history, and what had been asked of it."""
    history.measure_newest()
    changes, rows = tuple(history.changes), tuple(history.rows)
    return Run(history.chair, history.first_settings, changes, rows, reason, epochs, until)


def history_of(run: Run, budget: int = DEFAULT_BUDGET) -> History:
    """Live through a saved run again, to its last epoch."""
    history = History(run.chair, run.settings, budget)
    for epoch in range(len(run.rows)):
        for change in run.changes:
            if change.epoch != epoch:
                continue
            if isinstance(change, NewSettings):
                history.change_settings(change.settings)
            else:
                history.change_parameter(change.index, change.value)
        if epoch == len(run.rows) - 1:
            history.measure_newest()
        else:
            history.advance()
        if history.burned_out:
            break
    return history


def save_run(run: Run, path: Path) -> None:
    """Write a run, or leave what was there: the file is complete on the disk before it takes its name.

    Raises PlayerError when the folder cannot be written.
    """
    body = json.dumps(_to_json(run), separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    data = _header(body) + body
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise PlayerError(
            N_("{file}: cannot be written ({why}); a run needs a folder that can be written to"),
            file=path,
            why=error.strerror,
        ) from error


def load_run(path: Path) -> Run:
    """Read a run back.

    Raises PlayerError when the file is missing, is no run, was written by another version, or was damaged.
    """
    data = _read(path)
    header, newline, body = data.partition(b"\n")
    if not newline or header + newline != _header(body):
        if header.startswith(b'{"chairgame-run":') and not header.startswith(b'{"chairgame-run":%d,' % VERSION):
            raise PlayerError(
                N_("{file}: was saved by another version of chairgame; expected a run of format {version}"),
                file=path,
                version=VERSION,
            )
        raise PlayerError(N_("{file}: is damaged or is no saved run; expected a file that --save wrote"), file=path)
    try:
        return _from_json(json.loads(body))
    except (ValueError, KeyError, TypeError) as error:  # a whole file that some other program wrote
        raise PlayerError(
            N_("{file}: is damaged or is no saved run; expected a file that --save wrote"), file=path
        ) from error


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise PlayerError(N_("{file}: is larger than any saved run; expected a file that --save wrote"), file=path)
        return path.read_bytes()
    except OSError as error:
        raise PlayerError(
            N_("{file}: cannot be read ({why}); expected a file that --save wrote"), file=path, why=error.strerror
        ) from error


def _header(body: bytes) -> bytes:
    return b'{"chairgame-run":%d,"sha256":"%s"}\n' % (VERSION, hashlib.sha256(body).hexdigest().encode())


def _to_json(run: Run) -> dict[str, Any]:
    return {
        "chair": {
            "name": run.chair.name,
            "title": dict(run.chair.title),
            "parts": [asdict(part) for part in run.chair.parts],
        },
        "settings": asdict(run.settings),
        "changes": [
            {"epoch": change.epoch, "settings": asdict(change.settings)}
            if isinstance(change, NewSettings)
            else asdict(change)
            for change in run.changes
        ],
        "rows": [[row.loss, row.distance_cm, row.gradient_norm] for row in run.rows],
        "reason": run.reason,
        "epochs": run.epochs,
        "until": run.until,
    }


def _from_json(data: Mapping[str, Any]) -> Run:
    chair = data["chair"]
    parts = tuple(
        Part(**{**part, **{key: tuple(part[key]) for key in ("size", "at", "turn")}}) for part in chair["parts"]
    )
    return Run(
        Chair(chair["name"], chair["title"], parts),
        _settings(data["settings"]),
        tuple(_change(change) for change in data["changes"]),
        tuple(Row(epoch, *figures) for epoch, figures in enumerate(data["rows"])),
        data["reason"],
        data["epochs"],
        data["until"],
    )


def _change(data: Mapping[str, Any]) -> Change:
    if "settings" in data:
        return NewSettings(data["epoch"], _settings(data["settings"]))
    return NewParameter(**data)


def _settings(data: Mapping[str, Any]) -> Settings:
    settings = Settings(**{**data, "hidden": tuple(data["hidden"])})
    if not settings.is_sound():
        raise ValueError("settings that no chairgame saves")
    return settings
