"""The branches of a player's runs, each with its history, and undo over all of them.

Changing a run in its past, or forking it, makes another branch; nothing that was learned is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from string import ascii_uppercase

from chairgame.game.session.learner import Learner, seconds_back
from chairgame.game.session.limits import Limits
from chairgame.game.session.rebuild import Ahead, Rebuild, look_at
from chairgame.training.history import History

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


class Workshop:
    """The benches now, before and after, and the rebuild shown: the one place where runs are exchanged."""

    def __init__(self, history: History, learner: Learner, limits: Limits) -> None:
        self._learner, self._limits = learner, limits
        self._undo: list[Bench] = []
        self._redo: list[Bench] = []
        self._owed: int | None = None
        self._rebuild: Rebuild | None = None
        self._put(Bench((Branch("A", history),), 0, 0))

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
        assert self._rebuild is not None
        return self._rebuild

    @property
    def owed(self) -> int | None:
        """The epoch that the bench ought to show, where the way there is long; it shows its newest one meanwhile."""
        return self._owed

    def show(self, epoch: int, known: Rebuild | None = None) -> None:
        """Look at another epoch of the run in use, which somebody may have seen already. There is nothing to undo."""
        if known is not None:
            self._rebuild = known
            self.history.remember(known.before)
        self._put(replace(self._bench, epoch=epoch))

    def complete(self, ahead: Ahead) -> None:
        """What comes of the rebuild shown has been worked out."""
        self._rebuild = replace(self.rebuild, ahead=ahead)

    def change(self, change: Callable[[History], None]) -> bool:
        """Change the run at the epoch shown: in place at its end, on a branch of its own in its past.

        Returns whether a branch was made. The run as it was stays with undo.
        """
        bench = self._bench
        history = bench.history.fork(bench.epoch)
        change(history)
        if bench.epoch < bench.history.newest:
            self._change(self._with_branch(history))
            return True
        branches = list(bench.branches)
        branches[bench.current] = replace(bench.branch, history=history)
        self._change(replace(bench, branches=tuple(branches)))
        return False

    def fork(self) -> None:
        """Go on from the epoch shown on a branch of its own."""
        self._change(self._with_branch(self.history.fork(self._bench.epoch)))

    def switch(self) -> None:
        """Use the next branch, at its end."""
        current = (self._bench.current + 1) % len(self._bench.branches)
        newest = self._bench.branches[current].history.newest
        self._put(replace(self._bench, current=current, epoch=newest))

    def start_over(self, history: History, epoch: int = 0) -> None:
        """A new brain or another chair, shown at an epoch; the old runs stay with undo alone."""
        self._change(Bench((Branch("A", history),), 0, epoch))

    def undo(self) -> bool:
        """Back to before the last change; False when there is none."""
        return self._exchange(self._undo, self._redo)

    def redo(self) -> bool:
        """Take the last undo back; False when there is none."""
        return self._exchange(self._redo, self._undo)

    def _with_branch(self, history: History) -> Bench:
        bench = self._bench
        name = _next_letter(bench.branches)
        kept = bench.branches
        if len(kept) == MAXIMUM_BRANCHES:
            oldest = next(branch for branch in kept if branch is not bench.branch)
            kept = tuple(branch for branch in kept if branch is not oldest)
        branches = (*kept, Branch(name, history, bench.epoch))
        return Bench(branches, len(branches) - 1, bench.epoch)

    def _change(self, bench: Bench) -> None:
        """Use another bench; undo comes back to this one, and what was undone before is no more."""
        self._undo = _affordable([*self._undo[-MAXIMUM_UNDO + 1 :], self._bench])
        self._redo = []
        self._take_up(bench)

    def _exchange(self, source: list[Bench], target: list[Bench]) -> bool:
        if not source:
            return False
        target.append(self._bench)
        self._take_up(source.pop())
        return True

    def _take_up(self, bench: Bench) -> None:
        """Use another bench, and share the memory for keyframes among the runs on it."""
        for branch in self._bench.branches:
            if branch not in bench.branches:
                branch.history.limit_memory(SHELVED_BUDGET)
        for branch in bench.branches:
            allowance = min(branch.history.allowance, self._limits.keyframe_bytes)
            branch.history.limit_memory(allowance // (2 * len(bench.branches)))
        self._put(bench)

    def _put(self, bench: Bench) -> None:
        """Show a bench. Its newest epoch is measured once it is seen."""
        history, self._owed = bench.history, None
        if self._learner.is_long(seconds_back(history, bench.epoch)):
            self._owed, bench = bench.epoch, replace(bench, epoch=history.newest)
        self._bench, self._rebuild = bench, self._seen(history, bench.epoch)
        if bench.epoch == history.newest:
            history.append_figures(self._rebuild.before, self._rebuild.figures)

    def _seen(self, history: History, epoch: int) -> Rebuild:
        """An epoch; what is known of it already is not worked out again."""
        state, settings = history.state(epoch), history.settings_at(epoch)
        shown = self._rebuild
        following = shown.ahead.following if shown is not None and shown.ahead is not None else None
        for known in (shown, following):
            if known is not None and known.before.params is state.params and known.settings.loss == settings.loss:
                is_same = known.before is state and known.settings == settings
                return known if is_same else replace(known, before=state, settings=settings, ahead=None)
        return look_at(history.trainer, state, settings)


def _affordable(benches: list[Bench]) -> list[Bench]:
    """As many of the last benches as fit the budget, at least one: runs of a large brain weigh a lot."""
    states: dict[int, int] = {}
    for kept, bench in enumerate(reversed(benches)):
        states |= {id(branch.history): branch.history.moment[0].nbytes for branch in bench.branches}
        if kept and sum(states.values()) > UNDO_BUDGET:
            return benches[-kept:]
    return benches


def _next_letter(branches: tuple[Branch, ...]) -> str:
    """The letter after the newest branch's, unless an older one still has it."""
    taken = {branch.name for branch in branches}
    start = ascii_uppercase.index(branches[-1].name)
    letters = (ascii_uppercase[(start + 1 + along) % 26] for along in range(26))
    return next(letter for letter in letters if letter not in taken)
