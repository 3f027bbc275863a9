"""Runs on disk: what was learned from, how, what was changed on the way, and every epoch's figures.

A file holds two lines of JSON: a header with the version and the digest of the second line, and the run. Learning is
deterministic, so the file needs no weights: a run is replayed by living through it again. Writes are atomic.
A run of a chair is written as version 1 has it; one of a text needs version 2: as a bag of words it has nothing but its
content, through a window the window's width and how many numbers a word is.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from math import isfinite, isnan, nan
from pathlib import Path
from typing import Any

import numpy as np

from chairgame.chair.files import FORMAT, chair_from
from chairgame.chair.parts import Chair
from chairgame.text.catalogue import N_
from chairgame.text.disk import Mark, read_whole, write
from chairgame.text.errors import PlayerError
from chairgame.training.history import MAXIMUM_EPOCHS, Change, History, NewParameter, NewSettings
from chairgame.training.rows import Rows
from chairgame.training.settings import Settings
from chairgame.training.tasks import Subject, Task, task_of
from chairgame.words.facts import Facts
from chairgame.words.reading import Reading
from chairgame.words.text import Text

VERSION = 2  # the newest; what it does not need is written as an older one
MARK = b'{"chairgame-run":'
BLOCK = 1000  # rows, some milliseconds
MAXIMUM_BYTES = 96 * 1024 * 1024  # a million epochs, the most that can be asked for, at 80 bytes a row
MOST_VALUES = 8_000_000  # as many rows have 4 million, and a change at every epoch of the lab is 2 more
_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
REASONS = ("epochs", "until", "burned_out", "interrupted")


@dataclass(frozen=True)
class Run:
    """A finished or interrupted run as it is saved, `reason` (one of `REASONS`) saying why it ended."""

    about: Subject
    settings: Settings
    changes: tuple[Change, ...]
    rows: Rows
    reason: str
    epochs: int | None = None
    """How many epochs were asked for; None where nobody asked for a number."""
    until: float | None = None
    """Below how many cm, or below which loss of a text, it was to stop, if that was asked for."""
    shown: int | None = None
    """Which epoch the player was looking at, if anybody was."""

    @property
    def task(self) -> Task:
        """What was learned."""
        return task_of(self.about, self.settings)

    @property
    def chair(self) -> Chair:
        """The chair that was learned. Raises TypeError for a run about something else."""
        if not isinstance(self.about, Chair):
            raise TypeError("this run is not about a chair")
        return self.about

    @property
    def version(self) -> int:
        """The oldest version of the file that can hold it."""
        return 1 if isinstance(self.about, Chair) else 2


def run_of(history: History, reason: str, epochs: int | None = None, until: float | None = None) -> Run:
    """What there is to save of a history, and what had been asked of it."""
    history.measure_newest()
    changes, rows = tuple(history.changes), history.rows.snapshot()
    return Run(history.task.subject, history.first_settings, changes, rows, reason, epochs, until)


def new_history_of(run: Run, budget: int | None = None) -> History:
    """A history in which a saved run can be lived through again: at its beginning, and with room for all of it."""
    return History(run.task, run.settings, budget, max(MAXIMUM_EPOCHS, len(run.rows) - 1))


def history_of(run: Run, budget: int | None = None) -> History:
    """Live through a saved run again, to its last epoch."""
    history = new_history_of(run, budget)
    for _ in relived(run, history):
        pass
    return history


def relived(run: Run, history: History) -> Iterator[int]:
    """Live through a saved run again in a new history for it; the newest epoch after each one."""
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


def save_run(run: Run, path: Path, *, force: bool = False) -> None:
    """Write a run, or leave what was there; a symbolic link stays one, and what it points to is written.

    Raises PlayerError where it cannot be written or, unless `force`, would take the place of what is no run, and
    OutputError where the disk is full.
    """
    write(path, run_bytes(run), Mark.RUN, force=force)


def run_bytes(run: Run) -> bytes:
    """The whole file of a run: the same run has the same bytes."""
    body = _encoded(run)
    return _header(body, run.version) + body


def load_run(path: Path) -> Run:
    """Read a run back.

    Raises PlayerError when the file is missing, is no run, was written by another version, or was damaged.
    """
    header, newline, body = read_whole(path, MAXIMUM_BYTES).partition(b"\n")
    versions = range(1, VERSION + 1)
    version = next((known for known in versions if header + newline == _header(body, known)), None)
    if version is None:
        if header.startswith(MARK) and not header.startswith(tuple(b"%s%d," % (MARK, known) for known in versions)):
            raise PlayerError(
                N_("{file}: was saved by another version of chairgame; expected a run of format {version}"),
                file=path,
                version=VERSION,
            )
        raise PlayerError(N_("{file}: is damaged or is no saved run; expected a file that --save wrote"), file=path)
    try:
        _require(sum(map(body.count, (b",", b"[", b"{"))) <= MOST_VALUES)  # each takes far more memory than its text
        return _from_json(json.loads(body), version, path)
    except _NOT_OURS as error:  # a whole file that some other program wrote
        raise PlayerError(
            N_("{file}: is damaged or is no saved run; expected a file that --save wrote"), file=path
        ) from error


def load_chair_run(path: Path) -> Run:
    """Read a run of a chair back. Raises PlayerError as `load_run` does, and for a run about something else."""
    run = load_run(path)
    if not isinstance(run.about, Chair):
        raise PlayerError(N_("{file}: is a run of a text; expected a run of a chair"), file=path)
    return run


def load_learned_run(path: Path) -> Run:
    """Read a run back that can be shown: of a chair, or of a text through a window.

    Raises PlayerError as `load_run` does, and for a run of a text as a bag of words.
    """
    run = load_run(path)
    if isinstance(run.about, Text):
        raise PlayerError(N_("{file}: is a run of a text without a window, which no screen shows"), file=path)
    return run


def _encoded(run: Run) -> bytes:
    """The second line. The rows go block by block: other threads, a player's keys among them, wait for one at most."""
    data = _to_json(run)
    blocks = (_block_as_text(run.rows, start) for start in range(0, len(run.rows), BLOCK))
    texts = {name: _as_text(value) for name, value in data.items()}
    texts["rows"] = f"[{','.join(blocks)}]"
    return ("{" + ",".join(f'"{name}":{text}' for name, text in texts.items()) + "}").encode()


def _block_as_text(rows: Rows, start: int) -> str:
    """Some rows as JSON lists of loss, score and gradient norm, without the brackets around them all."""
    block = rows.figures(start, start + BLOCK).T
    figures: list[list[float | None]] = block.tolist()
    if np.isnan(block).any():
        figures = [[None if isnan(figure) else figure for figure in row if figure is not None] for row in figures]
    return _as_text(figures)[1:-1]


def _as_text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _header(body: bytes, version: int) -> bytes:
    return b'%s%d,"sha256":"%s"}\n' % (MARK, version, hashlib.sha256(body).hexdigest().encode())


def _to_json(run: Run) -> dict[str, Any]:
    """The run without its rows, in whose place there is nothing yet."""
    return {
        **_subject_as_json(run.about),
        "settings": asdict(run.settings),
        "changes": [
            {"epoch": change.epoch, "settings": asdict(change.settings)}
            if isinstance(change, NewSettings)
            else asdict(change)
            for change in run.changes
        ],
        "rows": [],
        "reason": run.reason,
        "epochs": run.epochs,
        "until": run.until,
        **({} if run.shown is None else {"shown": run.shown}),
    }


def _subject_as_json(about: Subject) -> dict[str, Any]:
    if isinstance(about, Facts):
        return {"facts": asdict(about)}
    if not isinstance(about, Chair):
        return {"text": asdict(about)}
    parts = [asdict(part) for part in about.parts]
    return {"chair": {"format": FORMAT, "name": about.name, "title": dict(about.title), "part": parts}}


def _from_json(data: Mapping[str, Any], version: int, path: Path) -> Run:
    """The run in a file's second line. Raises PlayerError or one of `_NOT_OURS` for what no chairgame writes."""
    about, settings = _subject(data, path), _settings(data["settings"])
    task = task_of(about, settings)
    figures = np.array([[_figure(figure) for figure in row] for row in data["rows"]])
    _require(figures.ndim == 2 and figures.shape[1] == 3 + len(task.beside) and data["reason"] in REASONS)
    rows = Rows.of(figures, task.box.unit)
    changes = tuple(_change(change) for change in data["changes"])
    _require(_can_replay(task, settings, changes, last_epoch=len(rows) - 1))
    epochs, until = data["epochs"], data["until"]
    _require(epochs is None or (type(epochs) is int and epochs >= 0))
    _require(until is None or _number(until) > 0)
    shown = data.get("shown")
    _require(shown is None or (type(shown) is int and 0 <= shown < len(rows)))
    run = Run(about, settings, changes, rows, data["reason"], epochs, until, shown)
    _require(run.version == version)
    return run


def _subject(data: Mapping[str, Any], path: Path) -> Subject:
    if "facts" in data:
        return _facts(data)
    if "text" not in data:
        return chair_from(dict(data["chair"]), str(path))
    _require("chair" not in data)
    given = data["text"]
    _require(all(type(value) is (str if name == "content" else int) for name, value in given.items()))
    text = Text(**given) if given.keys() == {"content"} else Reading(**given)
    _require(text.is_sound())
    return text


def _facts(data: Mapping[str, Any]) -> Facts:
    found = data["facts"]
    _require(not {"chair", "text"} & data.keys() and found.keys() == {field.name for field in fields(Facts)})
    lists = [found["names"], found["things"]]
    _require(all(type(words) is list for words in lists))
    _require(all(isinstance(word, str) for words in (*lists, [found["verb"], found["stop"]]) for word in words))
    facts = Facts(tuple(found["names"]), tuple(found["things"]), found["verb"], found["stop"])
    _require(facts.is_sound())
    return facts


def _can_replay(task: Task, settings: Settings, changes: tuple[Change, ...], last_epoch: int) -> bool:
    """Whether the changes come in order, within the run, and are such as its brain can go through."""
    epochs = [0, *(change.epoch for change in changes), last_epoch]
    parameters = task.network.parameter_count
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


def _figure(value: object) -> float:
    return nan if value is None else _number(value)


def _number(value: object) -> float:
    """The value, if it is a finite number. JSON knows no NaN, but Python's reader does."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("no finite number")
    return float(value)


def _require(sound: bool) -> None:
    if not sound:
        raise ValueError("nothing that a chairgame saves")
