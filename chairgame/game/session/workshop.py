"""The branches of a player's runs, each with its history, and undo over all of them.

Changing a run in its past, or forking it, makes another branch; nothing that was learned is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from string import ascii_uppercase

from chairgame.chair.parts import Chair
from chairgame.game.session.limits import Limits
from chairgame.game.session.rebuild import Ahead, Rebuild, rebuild_of
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task

MAXIMUM_BRANCHES = 6
MAXIMUM_UNDO = 30
SHELVED_BUDGET = 1 << 20  # bytes of keyframes that a run in the undo list may keep
UNDO_BUDGET = 256 << 20  # bytes of newest states that the undo list may keep; its last bench stays whatever it weighs


@dataclass(frozen=True, eq=False)
class Branch:
    """A named run, and the epoch where it left another one."""

    name: str
    history: History
    forked_at: int | None = None


@dataclass(frozen=True, eq=False)
class Bench:
    """Everything that undo brings back: the branches, which one is in use, and the epoch that is shown."""

    branches: tuple[Branch, ...]
    current: int
    epoch: int

    @property
    def branch(self) -> Branch:
        """The branch in use."""
        return self.branches[self.current]

    @property
    def history(self) -> History:
        """The run in use."""
        return self.branch.history

    @property
    def other(self) -> Branch | None:
        """The branch to compare with: the newest of the others."""
        others = [branch for branch in self.branches if branch is not self.branch]
        return others[-1] if others else None


@dataclass(frozen=True)
class Plan:
    """A bench to use, and what undo and redo will bring back then. Nothing has happened yet."""

    bench: Bench
    undo: tuple[Bench, ...]
    redo: tuple[Bench, ...]


class Workshop:
    """The benches now, before and after, and the rebuild shown: the one place where runs are exchanged.

    What could be done is a plan; it happens once somebody has seen the epoch that the plan's bench shows.
    """

    def __init__(self, history: History, limits: Limits) -> None:
        self._limits = limits
        self._undo: tuple[Bench, ...] = ()
        self._redo: tuple[Bench, ...] = ()
        self._bench = Bench((Branch("A", history),), 0, 0)
        self._rebuild = rebuild_of(history, 0)
        history.append_figures(self._rebuild.before, self._rebuild.figures)

    @property
    def bench(self) -> Bench:
        """The branches and the epoch shown."""
        return self._bench

    @property
    def history(self) -> History:
        """The run in use."""
        return self._bench.history

    @property
    def rebuild(self) -> Rebuild:
        """The epoch shown, seen again."""
        return self._rebuild

    def known(self, bench: Bench) -> Rebuild | None:
        """The epoch that a bench shows, if what has been seen already tells it."""
        history, ahead = bench.history, self._rebuild.ahead
        if history.distance_to(bench.epoch):
            return None
        state, settings = history.state(bench.epoch), history.settings_at(bench.epoch)
        for seen in (self._rebuild, ahead.following if ahead else None):
            if seen is not None and seen.before.params is state.params and seen.settings.loss == settings.loss:
                is_same = seen.before is state and seen.settings == settings
                return seen if is_same else replace(seen, before=state, settings=settings, ahead=None)
        return None

    def take_up(self, plan: Plan, rebuild: Rebuild) -> None:
        """Use another bench, whose epoch has been seen; share the memory for keyframes among the runs on it."""
        for branch in self._bench.branches:
            if branch not in plan.bench.branches:
                branch.history.limit_memory(SHELVED_BUDGET)
        if plan.bench.branches != self._bench.branches:
            for branch in plan.bench.branches:
                allowance = min(branch.history.allowance, self._limits.keyframe_bytes)
                branch.history.limit_memory(allowance // (2 * len(plan.bench.branches)))
        self._bench, self._undo, self._redo, self._rebuild = plan.bench, plan.undo, plan.redo, rebuild
        if rebuild.epoch < self.history.newest:
            self.history.remember(rebuild.before)
        else:
            self.history.append_figures(rebuild.before, rebuild.figures)

    def complete(self, ahead: Ahead) -> None:
        """What comes of the rebuild shown has been worked out."""
        self._rebuild = replace(self._rebuild, ahead=ahead)

    # Plans

    def at(self, epoch: int) -> Plan:
        """Another epoch of the run in use; not a change, so nothing to undo."""
        return Plan(replace(self._bench, epoch=epoch), self._undo, self._redo)

    def changed(self, change: Callable[[History], None]) -> Plan:
        """The run changed at the epoch shown: in place at its end, on a branch of its own in its past.

        The run as it was stays with undo.
        """
        bench = self._bench
        history = bench.history.fork(bench.epoch)
        change(history)
        if bench.epoch < bench.history.newest:
            return self._new(self._with_branch(history))
        branches = list(bench.branches)
        branches[bench.current] = replace(bench.branch, history=history)
        return self._new(replace(bench, branches=tuple(branches)))

    def forked(self) -> Plan:
        """On from the epoch shown on a branch of its own."""
        return self._new(self._with_branch(self.history.fork(self._bench.epoch)))

    def switched(self) -> Plan:
        """The next branch, at its end."""
        current = (self._bench.current + 1) % len(self._bench.branches)
        newest = self._bench.branches[current].history.newest
        return Plan(replace(self._bench, current=current, epoch=newest), self._undo, self._redo)

    def begun(self, history: History, epoch: int = 0) -> Plan:
        """A new brain or another chair, shown at an epoch; the old runs stay with undo alone."""
        return self._new(Bench((Branch("A", history),), 0, epoch))

    def undone(self) -> Plan | None:
        """Back to before the last change; None when there is none."""
        if not self._undo:
            return None
        return Plan(self._undo[-1], self._undo[:-1], (*self._redo, self._bench))

    def redone(self) -> Plan | None:
        """The last undo taken back; None when there is none."""
        if not self._redo:
            return None
        return Plan(self._redo[-1], (*self._undo, self._bench), self._redo[:-1])

    def _new(self, bench: Bench) -> Plan:
        """Undo will come back to the bench of now, and what was undone before is no more."""
        return Plan(bench, _affordable((*self._undo[-MAXIMUM_UNDO + 1 :], self._bench)), ())

    def _with_branch(self, history: History) -> Bench:
        bench = self._bench
        name = next_letter(bench.branches)
        kept = bench.branches
        if len(kept) == MAXIMUM_BRANCHES:
            oldest = next(branch for branch in kept if branch is not bench.branch)
            kept = tuple(branch for branch in kept if branch is not oldest)
        branches = (*kept, Branch(name, history, bench.epoch))
        return Bench(branches, len(branches) - 1, bench.epoch)


def new_run(chair: Chair, settings: Settings, limits: Limits) -> History:
    """A brain that has learned nothing yet, before a chair."""
    return History(chair_task(chair, settings), settings, maximum_epochs=limits.longest_run)


def _affordable(benches: tuple[Bench, ...]) -> tuple[Bench, ...]:
    """As many of the last benches as fit the budget, at least one: runs of a large brain weigh a lot."""
    states: dict[int, int] = {}
    for kept, bench in enumerate(reversed(benches)):
        states |= {id(branch.history): branch.history.moment[0].nbytes for branch in bench.branches}
        if kept and sum(states.values()) > UNDO_BUDGET:
            return benches[-kept:]
    return benches


def next_letter(branches: tuple[Branch, ...]) -> str:
    """The letter after the newest branch's, unless an older one still has it."""
    taken = {branch.name for branch in branches}
    start = ascii_uppercase.index(branches[-1].name)
    letters = (ascii_uppercase[(start + 1 + along) % 26] for along in range(26))
    return next(letter for letter in letters if letter not in taken)
