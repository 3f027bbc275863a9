"""A run of who has what as lines of JSON for programs: how it started, a line per step, how it ended. No times."""

import json
from collections.abc import Iterator

from chairgame.training.runs import Run
from chairgame.words.facts import Facts

_encode = json.JSONEncoder(allow_nan=False).encode


def lines_of_facts_run(run: Run, facts: Facts) -> Iterator[str]:
    """A saved run's lines; `right` is the share of a step's 64 new texts that it answered right before it learned."""
    settings, last = run.settings, run.rows[-1]
    start = {
        "event": "start",
        "names": facts.names,
        "things": facts.things,
        "seed": settings.seed,
        "weights": run.task.network.parameter_count,
        "optimizer": settings.optimizer,
        "learning_rate": settings.learning_rate,
    }
    yield _encode(start)
    for row in run.rows:
        figures = {"loss": row.loss, "right": row.score, "gradient_norm": row.gradient_norm}
        yield _encode({"event": "epoch", "epoch": row.epoch, **figures})
    yield _encode({"event": "end", "epochs": last.epoch, "right": last.score, "reason": run.reason})
