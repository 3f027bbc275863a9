"""Three brains that learn who has what side by side, from the same texts: one that looks where it fits, one that looks
evenly, one that only hears the last words. Which step is shown, and what each is worth there. Knows no time.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.session.volume import louder, quieter
from chairgame.game.session.workshop import Branch
from chairgame.game.words.shelf import Shelf
from chairgame.game.words.yardstick import Yardstick, brain_of
from chairgame.neural.attention import AttentionBrain, Looks
from chairgame.training.history import History
from chairgame.training.runs import Run, new_history_of, relived
from chairgame.training.settings import ATTENTIVE
from chairgame.training.state import TrainState
from chairgame.training.tasks import facts_task
from chairgame.words.facts import Facts

OTHERS = (Looks.EVENLY, Looks.NOWHERE)


class Trio:
    """The first brain has branches and a past to go back to; the others have learned as many steps as it."""

    def __init__(self, facts: Facts, seed: int, limits: Limits = USUAL) -> None:
        self._facts, self._limits = facts, limits
        self._yardstick = Yardstick(seed)
        self._steps: Iterator[int] | None = None
        self._shelf = Shelf(self._new_history(seed))
        self._begin_others(seed)

    # What there is to see

    @property
    def history(self) -> History:
        """The first brain's run in use."""
        return self._shelf.bench.history

    @property
    def epoch(self) -> int:
        """The step shown."""
        return self._shelf.bench.epoch

    @property
    def state(self) -> TrainState:
        """The first brain at the step shown."""
        return self._shelf.state

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The first brain's runs."""
        return self._shelf.bench.branches

    @property
    def branch(self) -> Branch:
        """The run in use, with its name."""
        return self._shelf.bench.branch

    @property
    def volume(self) -> float:
        """How loud it learns at the step shown."""
        return self.history.settings_at(self.epoch).learning_rate

    def share(self, brain: AttentionBrain, epoch: int) -> float:
        """The share of 400 unseen texts that the first brain answers right at a step, with its head or without."""
        return self._yardstick.share_right(self.history, epoch, brain)

    def share_of(self, looks: Looks, epoch: int) -> float:
        """The same of another of the three."""
        history = self._others[looks]
        return self._yardstick.share_right(history, min(epoch, history.newest), brain_of(history))

    # Learning

    def show(self, epoch: int) -> None:
        """Another step of the run, as it was."""
        self._shelf.show(min(max(0, epoch), self.history.newest))

    def learn(self) -> bool:
        """One step of all three. False, and nothing happens, at a run's end."""
        history = self.history
        if history.burned_out or history.rests:
            return False
        history.advance()
        self._follow(history)
        return True

    @property
    def is_reviving(self) -> bool:
        """Whether a saved run is being lived through again."""
        return self._steps is not None

    def revive(self, run: Run) -> None:
        """Begin to live through a saved run again."""
        history = new_history_of(run)
        self._shelf, self._steps = Shelf(history), relived(run, history)

    def go_on_reviving(self, may_learn: Callable[[], bool]) -> None:
        """As far as a frame has time."""
        for _ in self._steps or ():
            self._follow(self.history)
            if not may_learn():
                return
        self._steps = None

    # Changes

    def change_volume(self, steps: int) -> bool:
        """Louder or quieter; in the past it makes a branch of its own. False where it goes no further."""
        new = louder(self.volume) if steps > 0 else quieter(self.volume)
        if new == self.volume:
            return False
        settings = replace(self.history.settings_at(self.epoch), learning_rate=new)
        self.history.measure_newest()  # a change goes on from figures
        self._shelf.change(lambda history: history.change_settings(settings))
        return True

    def begin(self, seed: int) -> None:
        """Three new brains."""
        self._shelf.begin(self._new_history(seed))
        self._begin_others(seed)
        self._yardstick.forget()

    def fork(self) -> None:
        """On from the step shown on a branch of its own."""
        self.history.measure_newest()
        self._shelf.fork()

    def switch(self) -> None:
        """The next branch, at its end."""
        self._shelf.switch()

    def undo(self) -> bool:
        """Before the last change. False where there was none."""
        return self._shelf.undo()

    def _follow(self, history: History) -> None:
        """Show the newest step; the others have as many."""
        self._shelf.show(history.newest)
        for other in self._others.values():
            if other.newest < history.newest:
                other.advance()

    def _new_history(self, seed: int, looks: Looks = Looks.WHERE_IT_FITS) -> History:
        settings = replace(ATTENTIVE, seed=seed)
        return History(facts_task(self._facts, settings, looks), settings, maximum_epochs=self._limits.longest_run)

    def _begin_others(self, seed: int) -> None:
        self._others = {looks: self._new_history(seed, looks) for looks in OTHERS}
