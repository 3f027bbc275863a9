"""A run as lines of JSON for programs: what it started with, a line per epoch, how it ended. No times, no pictures.

What is printed while training and what is printed from a saved run comes from here, so the two are equal byte for byte.
"""

import json
from collections.abc import Iterator

from chairgame.chair.parts import Chair
from chairgame.cli.facts_records import lines_of_facts_run
from chairgame.cli.text_records import lines_of_text_run
from chairgame.training.rows import Row
from chairgame.training.runs import Run
from chairgame.training.settings import Settings
from chairgame.words.facts import Facts

_encode = json.JSONEncoder(allow_nan=False).encode


def start_line(chair: Chair, settings: Settings, weights: int, epochs: int, until: float | None) -> str:
    """What is learned from, by which brain, and how."""
    record = {
        "event": "start",
        "chair": chair.name,
        "seed": settings.seed,
        "parts": len(chair.parts),
        "weights": weights,
        "hidden": settings.hidden,
        "activation": settings.activation,
        "optimizer": settings.optimizer,
        "learning_rate": settings.learning_rate,
        "batch": settings.batch or "all",
        "loss": settings.loss,
        "epochs": epochs,
        "until": until,
    }
    return _encode(record)


def epoch_line(row: Row) -> str:
    """One epoch's figures; null is a number without meaning. Written by hand, as there may be a million of them."""
    loss, distance, norm = _json(row.loss), _json(row.distance_cm), _json(row.gradient_norm)
    figures = f'"loss": {loss}, "distance_cm": {distance}, "gradient_norm": {norm}'
    return f'{{"event": "epoch", "epoch": {row.epoch}, {figures}}}'


def _json(figure: float | None) -> str:
    return "null" if figure is None else repr(figure)


def end_line(last: Row, reason: str) -> str:
    """Where it ended, and why."""
    return _encode({"event": "end", "epochs": last.epoch, "distance_cm": last.distance_cm, "reason": reason})


def lines_of(run: Run) -> Iterator[str]:
    """A saved run's lines, whatever it learned."""
    match run.about:
        case Chair():
            return lines_of_run(run)
        case Facts():
            return lines_of_facts_run(run, run.about)
        case _:
            return lines_of_text_run(run)


def lines_of_run(run: Run) -> Iterator[str]:
    """A saved run's lines."""
    weights = run.task.network.parameter_count
    last = run.rows[-1]
    yield start_line(run.chair, run.settings, weights, last.epoch if run.epochs is None else run.epochs, run.until)
    yield from map(epoch_line, run.rows)
    yield end_line(last, run.reason)
