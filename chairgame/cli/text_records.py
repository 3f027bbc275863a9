"""A text's run as lines of JSON for programs: what it started with, a line per epoch, how it ended. No times.

What is printed while training and what is printed from a saved run comes from here, so the two are equal byte for byte.
"""

import json
from collections.abc import Iterator

import numpy as np

from chairgame.game.words.saying import reading_of, recital
from chairgame.training.history import History
from chairgame.training.rows import Row
from chairgame.training.runs import Run, history_of
from chairgame.training.tasks import Task

LONGEST_TEXT = 200  # characters

_encode = json.JSONEncoder(allow_nan=False).encode


def text_start_line(task: Task, epochs: int, until: float | None) -> str:
    """What is read, by which brain, and how."""
    reading, settings = reading_of(task), task.made_for
    record = {
        "event": "start",
        "text": _beginning(reading.content),
        "seed": settings.seed,
        "words": len(reading.words),
        "vocabulary": len(reading.vocabulary.words),
        "weights": task.network.parameter_count,
        "window": reading.window,
        "embedding": reading.embedding,
        "merges": reading.merges,
        "hidden": settings.hidden,
        "activation": settings.activation,
        "optimizer": settings.optimizer,
        "learning_rate": settings.learning_rate,
        "batch": settings.batch or "all",
        "questions": len(reading.certain),
        "certain": int(np.count_nonzero(reading.certain)),
        "held_back": len(reading.windows) - len(reading.certain),
        "epochs": epochs,
        "until": until,
    }
    return _encode(record)


def text_epoch_line(row: Row, names: tuple[str, ...]) -> str:
    """One epoch's figures; null is a number without meaning. `names` are those of the figures beside."""
    figures = {"loss": row.loss, "known": row.score, "gradient_norm": row.gradient_norm}
    return _encode({"event": "epoch", "epoch": row.epoch, **figures, **dict(zip(names, row.beside, strict=True))})


def text_end_line(history: History, last: Row, reason: str) -> str:
    """Where it ended, why, and what it says by heart."""
    says = recital(history, history.state(last.epoch))
    return _encode(
        {"event": "end", "epochs": last.epoch, "loss": last.loss, "known": last.score, "reason": reason, "says": says}
    )


def lines_of_text_run(run: Run) -> Iterator[str]:
    """A saved run's lines; for what it says it is lived through again."""
    task, last = run.task, run.rows[-1]
    yield text_start_line(task, last.epoch if run.epochs is None else run.epochs, run.until)
    for row in run.rows:
        yield text_epoch_line(row, task.beside)
    history = history_of(run)
    yield text_end_line(history, history.rows[min(last.epoch, history.newest)], run.reason)


def _beginning(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
