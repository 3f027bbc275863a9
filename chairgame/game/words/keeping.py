"""Keeps the text that a player's brain was learning in one file of the home, so that the next start can go on with it.

The file is an ordinary run, replaced in one step. Knows no screen.
"""

from pathlib import Path

from chairgame.game.words.brain import BrainBench
from chairgame.game.words.desk import BRAIN, Desk
from chairgame.text.errors import PlayerError
from chairgame.training.history import History
from chairgame.training.runs import Run, load_run, run_of, save_run
from chairgame.words.reading import Reading

FILE = "words.run"


class KeptWords:
    """The kept run of one game's words mode. Knows when there is nothing new to write."""

    def __init__(self, home: Path) -> None:
        self.file = home / FILE
        self._kept: tuple[History, int] | None = None

    def keep(self, desk: Desk | None) -> None:
        """Write down what the brain on a desk has learned, if it has learned anything and the disk takes it."""
        bench = desk.benches.get(BRAIN) if desk is not None else None
        if not isinstance(bench, BrainBench) or bench.history.newest == 0:
            return
        now = bench.history, bench.history.newest
        if self._kept != now:
            try:
                save_run(run_of(bench.history, "burned_out" if bench.history.burned_out else "epochs"), self.file)
            except PlayerError:  # nobody is there to be told, and nothing was asked for by key
                return
            self._kept = now

    def offer(self) -> Run | None:
        """The run that was kept last; None where there is none that can be gone on with."""
        if not self.file.exists():
            return None
        try:
            run = load_run(self.file)
        except PlayerError:
            return None
        return run if isinstance(run.about, Reading) else None
