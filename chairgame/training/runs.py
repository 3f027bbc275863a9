"""Runs on disk: what was learned from, how, what was changed on the way, and every epoch's figures.

A file holds two lines of JSON: a header with the version and the digest of the second line, and the run. Learning is
deterministic, so the file needs no weights: a run is replayed by living through it again. Writes are atomic.
"""

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from math import isfinite
from pathlib import Path
from typing import Any

from chairgame.chair.files import FORMAT, chair_from
from chairgame.chair.parts import Chair
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.history import DEFAULT_BUDGET, Change, History, NewParameter, NewSettings, Row
from chairgame.training.settings import Settings
from chairgame.training.trainer import Trainer

VERSION = 1
BLOCK = 1000  # rows, some milliseconds
MAXIMUM_BYTES = 256 * 1024 * 1024
_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
REASONS = ("epochs", "until", "burned_out", "interrupted")


@dataclass(frozen=True)
class Run:
    """A finished or interrupted run as it is saved, `reason` (one of `REASONS`) saying why it ended."""

    chair: Chair
    settings: Settings
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    reason: str
    epochs: int | None = None
    """How many epochs were asked for; None where nobody asked for a number."""
    until: float | None = None
    """Below how many cm it was to stop, if that was asked for."""
    shown: int | None = None
    """Which epoch the player was looking at, if anybody was."""


def run_of(history: History, reason: str, epochs: int | None = None, until: float | None = None) -> Run:
    """What there is to save of a history, and what had been asked of it."""
    history.measure_newest()
    changes, rows = tuple(history.changes), tuple(history.rows)
    return Run(history.chair, history.first_settings, changes, rows, reason, epochs, until)


def history_of(run: Run, budget: int = DEFAULT_BUDGET) -> History:
    """Live through a saved run again, to its last epoch."""
    history = History(run.chair, run.settings, budget)
    for _ in relived(run, history):
        pass
    return history


def relived(run: Run, history: History) -> Iterator[int]:
    """Live through a saved run again in a new history of its chair and settings; the newest epoch after each one."""
    for change in run.changes:
        yield from _until(history, change.epoch)
        if history.newest < change.epoch:  # another machine's arithmetic: it burned out here before it was changed
            return
        if isinstance(change, NewSettings):
            history.change_settings(change.settings)
        else:
            history.change_parameter(change.index, change.value)
    yield from _until(history, len(run.rows) - 1)
    history.measure_newest()


def _until(history: History, epoch: int) -> Iterator[int]:
    while history.newest < epoch and not history.burned_out:
        history.advance()
        yield history.newest


def save_run(run: Run, path: Path) -> None:
    """Write a run, or leave what was there: the file is complete on the disk before it takes its name.

    A symbolic link stays one: what it points to is written. Raises PlayerError when the folder cannot be written.
    """
    body = _encoded(run)
    data = _header(body) + body
    try:
        target = os.path.realpath(path)
        folder = os.path.dirname(target)
        os.makedirs(folder, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".chairgame-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
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
        return _from_json(json.loads(body), path)
    except _NOT_OURS as error:  # a whole file that some other program wrote
        raise PlayerError(
            N_("{file}: is damaged or is no saved run; expected a file that --save wrote"), file=path
        ) from error


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device could block or never end
            raise PlayerError(N_("{file}: is no ordinary file; expected a file that --save wrote"), file=path)
        if status.st_size > MAXIMUM_BYTES:
            raise PlayerError(N_("{file}: is larger than any saved run; expected a file that --save wrote"), file=path)
        return path.read_bytes()
    except OSError as error:
        raise PlayerError(
            N_("{file}: cannot be read ({why}); expected a file that --save wrote"), file=path, why=error.strerror
        ) from error


def _encoded(run: Run) -> bytes:
    """The second line. The rows go block by block: other threads, a player's keys among them, wait for one at most."""
    data = _to_json(run)
    rows = data["rows"]
    blocks = (_as_text(rows[start : start + BLOCK])[1:-1] for start in range(0, len(rows), BLOCK))
    texts = {name: _as_text(value) for name, value in (data | {"rows": []}).items()}
    texts["rows"] = f"[{','.join(blocks)}]"
    return ("{" + ",".join(f'"{name}":{text}' for name, text in texts.items()) + "}").encode()


def _as_text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _header(body: bytes) -> bytes:
    return b'{"chairgame-run":%d,"sha256":"%s"}\n' % (VERSION, hashlib.sha256(body).hexdigest().encode())


def _to_json(run: Run) -> dict[str, Any]:
    return {
        "chair": {
            "format": FORMAT,
            "name": run.chair.name,
            "title": dict(run.chair.title),
            "part": [asdict(part) for part in run.chair.parts],
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
        **({} if run.shown is None else {"shown": run.shown}),
    }


def _from_json(data: Mapping[str, Any], path: Path) -> Run:
    """The run in a file's second line. Raises PlayerError or one of `_NOT_OURS` for what no chairgame writes."""
    chair, settings = chair_from(dict(data["chair"]), str(path)), _settings(data["settings"])
    rows = tuple(Row(epoch, *map(_figure, row)) for epoch, row in enumerate(data["rows"]))
    _require(len(rows) > 0 and data["reason"] in REASONS)
    changes = tuple(_change(change) for change in data["changes"])
    _require(_can_replay(chair, settings, changes, last_epoch=len(rows) - 1))
    epochs, until = data["epochs"], data["until"]
    _require(epochs is None or (type(epochs) is int and epochs >= 0))
    _require(until is None or _number(until) > 0)
    shown = data.get("shown")
    _require(shown is None or (type(shown) is int and 0 <= shown < len(rows)))
    return Run(chair, settings, changes, rows, data["reason"], epochs, until, shown)


def _can_replay(chair: Chair, settings: Settings, changes: tuple[Change, ...], last_epoch: int) -> bool:
    """Whether the changes come in order, within the run, and are such as its brain can go through."""
    epochs = [0, *(change.epoch for change in changes), last_epoch]
    parameters = Trainer(chair, settings).architecture.parameter_count if changes else 0
    return epochs == sorted(epochs) and all(
        settings.same_brain(change.settings) if isinstance(change, NewSettings) else 0 <= change.index < parameters
        for change in changes
    )


def _change(data: Mapping[str, Any]) -> Change:
    _require(type(data["epoch"]) is int)
    if "settings" in data:
        return NewSettings(data["epoch"], _settings(data["settings"]))
    _require(type(data["index"]) is int)
    return NewParameter(data["epoch"], data["index"], _number(data["value"]))


def _settings(data: Mapping[str, Any]) -> Settings:
    _require(data.keys() == {field.name for field in fields(Settings)})
    wholes = [data["seed"], *data["hidden"], 1 if data["batch"] is None else data["batch"]]
    _require(all(type(number) is int for number in wholes))
    rates = {name: _number(data[name]) for name in ("learning_rate", "momentum")}
    settings = Settings(**{**data, **rates, "hidden": tuple(data["hidden"])})
    _require(settings.is_sound())
    return settings


def _figure(value: object) -> float | None:
    return None if value is None else _number(value)


def _number(value: object) -> float:
    """The value, if it is a finite number. JSON knows no NaN, but Python's reader does."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("no finite number")
    return float(value)


def _require(sound: bool) -> None:
    if not sound:
        raise ValueError("nothing that a chairgame saves")
