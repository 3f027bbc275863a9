"""The runs of words mode: branches of one text's brains, the epoch shown of one of them, and undo over all of it.

A change in a run's past makes a branch of its own; nothing that was learned is lost. Knows no time and no screen.
"""

from collections.abc import Callable
from dataclasses import replace
from math import nan

from chairgame.game.session.learner import Work, seconds_of
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.session.workshop import MAXIMUM_BRANCHES, MAXIMUM_UNDO, Bench, Branch, next_letter
from chairgame.training.history import History
from chairgame.training.practice import Figures, Practice
from chairgame.training.rows import Row
from chairgame.training.runs import Run, new_history_of, relived
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import reading_task
from chairgame.words.reading import Reading


def new_run(reading: Reading, settings: Settings, limits: Limits = USUAL) -> History:
    """A brain that has read nothing yet, before a text; its first figures are known."""
    history = History(reading_task(reading, settings), settings, maximum_epochs=limits.longest_run)
    history.measure_newest()
    return history


def relived_while(run: Run, may_go_on: Callable[[], bool]) -> History | None:
    """A saved run, lived through again to its end; None where that was broken off."""
    history = new_history_of(run)
    for _ in relived(run, history):
        if not may_go_on():
            return None
    return history


WORTH_WAITING = 0.02  # seconds


class Shelf:
    """Which run, which epoch, and how it was before."""

    def __init__(self, history: History, epoch: int = 0) -> None:
        self._bench = Bench((Branch("A", history),), 0, epoch)
        self._undo: list[Bench] = []
        self._practice: tuple[History, Practice] | None = None
        self._seen: tuple[Bench, TrainState, TrainState | None] | None = None

    @property
    def bench(self) -> Bench:
        """The branches, which one is in use, and the epoch shown."""
        return self._bench

    @property
    def state(self) -> TrainState:
        """The brain at the epoch shown."""
        return self._look()[1]

    @property
    def before(self) -> TrainState | None:
        """The brain one epoch earlier, if there was one and it is at hand."""
        return self._look()[2]

    @property
    def practice(self) -> Practice:
        """What lives through epochs of the run in use; its memory is kept as long as that run is. For one thread."""
        history = self._bench.history
        if self._practice is None or self._practice[0] is not history:
            self._practice = history, Practice(history.task)
        return self._practice[1]

    def show(self, epoch: int) -> None:
        """Another epoch of the run in use; not a change, so nothing to undo."""
        self._bench = replace(self._bench, epoch=epoch)

    def seconds_to(self, epoch: int) -> float:
        """About how long it takes to have another epoch's brain again."""
        history = self._bench.history
        return seconds_of(history.task, history.settings_at(epoch), history.distance_to(epoch))

    def way_to(self, epoch: int) -> Work[TrainState]:
        """The work of having it again, which may be done anywhere: it is gone on a copy of the run."""
        run = self._bench.history.fork(self._bench.history.newest)
        return lambda may_go_on: run.state_unless(epoch, may_go_on)

    def arrive(self, state: TrainState) -> None:
        """What lay at the end of that way is shown."""
        self._bench.history.remember(state)
        self.show(state.epoch)

    def change(self, change: Callable[[History], None]) -> None:
        """Change how the run at the epoch shown goes on: in place at its end, on a branch of its own in its past.

        What it knows stays the same, so it need not be measured anew.
        """
        bench = self._bench
        history = bench.history.fork(bench.epoch)
        change(history)
        history.append_figures(history.moment[0], _figures(bench.history.rows[bench.epoch]))
        if bench.epoch < bench.history.newest:
            self._push(self._with_branch(history))
        else:
            branches = list(bench.branches)
            branches[bench.current] = replace(bench.branch, history=history)
            self._push(replace(bench, branches=tuple(branches)))

    def fork(self) -> None:
        """On from the epoch shown on a branch of its own."""
        history = self._bench.history.fork(self._bench.epoch)
        self._push(self._with_branch(history))

    def switch(self) -> None:
        """The next branch, at its end."""
        branches = self._bench.branches
        current = (self._bench.current + 1) % len(branches)
        self._bench = Bench(branches, current, branches[current].history.newest)

    def begin(self, history: History) -> None:
        """A new brain; the old runs stay with undo alone."""
        self._push(Bench((Branch("A", history),), 0, 0))

    def undo(self) -> bool:
        """Back to before the last change. False where there was none."""
        if not self._undo:
            return False
        self._bench = self._undo.pop()
        return True

    def _push(self, bench: Bench) -> None:
        self._undo = [*self._undo[-MAXIMUM_UNDO + 1 :], self._bench]
        self._bench = bench

    def _with_branch(self, history: History) -> Bench:
        bench = self._bench
        kept = bench.branches
        if len(kept) == MAXIMUM_BRANCHES:
            oldest = next(branch for branch in kept if branch is not bench.branch)
            kept = tuple(branch for branch in kept if branch is not oldest)
        branches = (*kept, Branch(next_letter(kept), history, bench.epoch))
        return Bench(branches, len(branches) - 1, bench.epoch)

    def _look(self) -> tuple[Bench, TrainState, TrainState | None]:
        """The states of the bench, looked up once."""
        bench = self._bench
        if self._seen is None or self._seen[0] is not bench:
            state = bench.history.state(bench.epoch)
            is_near = bench.epoch > 0 and self.seconds_to(bench.epoch - 1) < WORTH_WAITING
            self._seen = bench, state, bench.history.state(bench.epoch - 1) if is_near else None
        return self._seen


def _figures(row: Row) -> Figures:
    """What was read off a state, from its row."""
    loss, score, norm = (nan if figure is None else figure for figure in (row.loss, row.score, row.gradient_norm))
    return Figures(loss, score, norm, False, tuple(nan if figure is None else figure for figure in row.beside))
