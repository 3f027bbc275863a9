"""The third bench of words mode: one head of attention learns who has what, live. Commands in, news out.

It learns by the one loop, on the one history; beside it learn two brains that may not look where it fits, from the same
texts. Knows no screen and no clock: seconds come in by `tick`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from chairgame.game.news import Count, News, Rate, Value
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.session.volume import louder, quieter
from chairgame.game.session.workshop import Branch
from chairgame.game.words.pointing import TEXTS, Pointing
from chairgame.game.words.shelf import Shelf
from chairgame.game.words.yardstick import Yardstick, brain_of, looked
from chairgame.neural.attention import AttentionBrain, Looks
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.runs import Run, new_history_of, relived
from chairgame.training.settings import ATTENTIVE
from chairgame.training.state import TrainState
from chairgame.training.tasks import facts_task
from chairgame.words.facts import FEWEST, HOW_MANY, MOST, Facts, Questions, asked, drawn

FloatArray = NDArray[np.float64]

SPEEDS = (6.0, 30.0, 60.0)  # steps a second: the last is two a frame
USUAL_SPEED = 1
USUAL_FACTS = 3
LEARNED = 0.97  # of the unseen texts right
MEASURED_EVERY = 5  # steps, while it learns
TEXT_STREAM, GAME_STREAM = 13, 15
OTHERS = (Looks.EVENLY, Looks.NOWHERE)


@dataclass(frozen=True, eq=False)
class View:
    """A text as a brain sees it: words as numbers, how much of its look each place gets, every word's probability."""

    text: tuple[int, ...]
    weights: FloatArray
    answers: FloatArray
    answer_at: int
    """The place where the right answer stands."""

    @property
    def looked_at(self) -> int:
        """The place that it looks at most."""
        return int(self.weights.argmax())

    @property
    def right(self) -> int:
        """The number of the right answer."""
        return self.text[self.answer_at]


class AttentionBench:
    """A brain with a head, the text that it is shown, and two brains without one beside it."""

    def __init__(self, facts: Facts, seed: int = 0, limits: Limits = USUAL) -> None:
        self.facts, self.facts_in_text = facts, USUAL_FACTS
        self._limits = limits
        self._shelf = Shelf(self._new_history(seed))
        self._begin_others(seed)
        self.playing = self.is_head_off = False
        self.speed_index = USUAL_SPEED
        self.news: News | None = None
        self.game: Pointing | None = None
        self._reviving: Iterator[int] | None = None
        self._due, self._until = 0.0, 0
        self._texts = 0
        self.told_learned = self.is_renamed = False
        self._yardstick = Yardstick(seed)
        self._text = self._first_text()

    @classmethod
    def of_run(cls, run: Run, facts: Facts) -> "AttentionBench":
        """A saved run, which is lived through again as time passes."""
        bench = cls(facts, run.settings.seed)
        history = new_history_of(run)
        bench._shelf, bench._reviving = Shelf(history), relived(run, history)
        bench.is_renamed = True
        bench.say(N_("Learning it all again: {n} steps …"), n=Count(len(run.rows) - 1))
        return bench

    # What there is to see

    @property
    def history(self) -> History:
        """The run in use."""
        return self._shelf.bench.history

    @property
    def epoch(self) -> int:
        """The step shown."""
        return self._shelf.bench.epoch

    @property
    def state(self) -> TrainState:
        """The brain at the step shown."""
        return self._shelf.state

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The runs on the bench."""
        return self._shelf.bench.branches

    @property
    def branch(self) -> Branch:
        """The run in use, with its name."""
        return self._shelf.bench.branch

    @property
    def volume(self) -> float:
        """How loud it learns at the step shown."""
        return self.history.settings_at(self.epoch).learning_rate

    @property
    def text(self) -> Questions:
        """The text that is seen: one row."""
        return self.game.text if self.game else self._text

    @property
    def view(self) -> View:
        """The text as the brain at the step shown sees it."""
        text = self.text
        weights, answers = looked(self._brain, self.state, text)
        numbers = tuple(int(number) for number in text.texts[0])
        return View(numbers, weights[0], answers[0], int(text.places[0]))

    @property
    def share(self) -> float:
        """The share of 400 unseen texts that it answers right, with its head on or off."""
        return self._yardstick.share_right(self.history, self._measured(self.epoch), self._brain)

    def share_of(self, looks: Looks) -> float:
        """The same of a brain beside it, after as many steps as it has learned."""
        history = self._others[looks]
        return self._yardstick.share_right(history, self._measured(min(self.epoch, history.newest)), brain_of(history))

    @property
    def has_learned(self) -> bool:
        """Whether it knows who has what."""
        history = self.history
        return self._yardstick.share_right(history, self.epoch, brain_of(history)) >= LEARNED

    @property
    def runs(self) -> bool:
        """Whether time moves anything."""
        return self.playing or self.is_reviving or self.history.newest < self._until

    @property
    def is_reviving(self) -> bool:
        """Whether a saved run is being lived through again: until its end nothing else can be done with it."""
        return self._reviving is not None

    # Time

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass: with the learning, not with the showing, it ends between two steps. True if it learned."""
        if self._reviving is not None:
            return self._revive(self._reviving, may_learn)
        if self.playing:
            speed = SPEEDS[self.speed_index]
            self._due = min(self._due + seconds * speed, speed)
        moved = False
        while self.runs and (self._due >= 1 or self.history.newest < self._until):
            self._due = max(0.0, self._due - 1)
            moved = self._learn() or moved
            if not may_learn():
                break
        return moved

    def toggle_play(self) -> None:
        """Learn on from the newest step, or hold."""
        self._until = 0
        self.playing, self._due = not self.playing, 1.0
        if self.playing:
            self._leave_game()
            self._shelf.show(self.history.newest)

    def hold(self) -> None:
        """Nothing is learned for now."""
        self.playing, self._until = False, 0

    def next_step(self) -> None:
        """One step more; in the past the next one."""
        self.hold()
        self._leave_game()
        if self.epoch < self.history.newest:
            self._shelf.show(self.epoch + 1)
        else:
            self._learn()

    def step(self, steps: int) -> None:
        """So many steps back or on, within what has been learned."""
        self.seek(self.epoch + steps)

    def seek(self, epoch: int) -> None:
        """Show any step of the run, as it was."""
        self.hold()
        self._shelf.show(min(max(0, epoch), self.history.newest))

    def hurry(self) -> None:
        """To the newest step; from there on until it has learned, as fast as it goes."""
        if self.epoch < self.history.newest:
            self.seek(self.history.newest)
        elif not self.told_learned:
            self.playing, self._until = False, self.history.newest + 1000

    def change_speed(self, steps: int) -> None:
        """Slower or faster."""
        self.speed_index = min(max(0, self.speed_index + steps), len(SPEEDS) - 1)
        self.say(N_("{n} steps a second"), n=Count(round(SPEEDS[self.speed_index])))

    # The text

    def ask_another(self, facts: int) -> None:
        """Ask for another of the names in the text."""
        if not self.game:
            which = (int(self._text.places[0]) // 4 + facts) % self.facts_in_text
            self._text = self._told(which)

    def change_facts(self, facts: int) -> None:
        """A text of more or fewer facts."""
        if not self.game and FEWEST <= self.facts_in_text + facts <= MOST:
            self.facts_in_text += facts
            self.fresh_text()

    def fresh_text(self) -> None:
        """Another text, which nobody has read."""
        self._texts += 1
        seed = self.history.first_settings.seed
        self._text = drawn(np.random.default_rng([seed, TEXT_STREAM, self._texts]), 1, self.facts_in_text)

    def switch_head(self) -> None:
        """The head off, or on again."""
        self.is_head_off = not self.is_head_off
        if self.is_head_off:
            self.say(N_("Head off: nothing that it looks at is heard. Now it guesses."))
        else:
            self.hush()

    def rename(self, facts: Facts) -> None:
        """Other words for the same numbers. The brain hears numbers: nothing changes for it."""
        self.facts, self.is_renamed = facts, True

    # The game

    def begin_game(self) -> None:
        """Five texts, if it knows where to look."""
        self.hold()
        if not self.has_learned:
            self.say(N_("It does not know yet where to look. Space lets it learn, then b."))
            return
        self._texts += 1
        rng = np.random.default_rng([self.history.first_settings.seed, GAME_STREAM, self._texts])
        self.is_head_off = False
        self.game = Pointing.drawn(rng, self.facts_in_text)
        self.say(N_("Where will it look most? ↑ ↓ point, Enter: it looks."))

    def point(self, places: int) -> None:
        """Point somewhere else."""
        if self.game:
            self.game.move(places)

    def enter(self) -> None:
        """In the game: it looks, or the next text; else a fresh text."""
        game = self.game
        if game is None:
            self.fresh_text()
        elif game.is_over:
            self._leave_game()
        elif game.has_looked:
            game.next_text()
            self.say(N_("Where will it look most? ↑ ↓ point, Enter: it looks."))
        else:
            self._look_in(game)

    def leave_game(self) -> bool:
        """Back to the text from before. False where no game is played."""
        was = self.game is not None
        self._leave_game()
        return was

    # Changes

    def change_volume(self, steps: int) -> None:
        """Louder or quieter; in the past it makes a branch of its own."""
        new = louder(self.volume) if steps > 0 else quieter(self.volume)
        if new != self.volume:
            settings = replace(self.history.settings_at(self.epoch), learning_rate=new)
            self.history.measure_newest()  # a change goes on from figures
            self._shelf.change(lambda history: history.change_settings(settings))
            self.say(N_("volume {rate}"), rate=Rate(new))

    def new_brain(self) -> None:
        """The next seed, for all three."""
        self.hold()
        self._leave_game()
        seed = self.history.first_settings.seed + 1
        self._shelf.begin(self._new_history(seed))
        self._begin_others(seed)
        self._yardstick.forget()
        self.told_learned = False
        self.say(N_("A new brain, number {seed}: it has read nothing."), seed=Count(seed))

    def fork(self) -> None:
        """Go on from here on a branch of its own."""
        self.hold()
        self.history.measure_newest()
        self._shelf.fork()
        self.say(N_("Branch {name}: on from epoch {epoch}."), name=self.branch.name, epoch=Count(self.epoch))

    def switch_branch(self) -> None:
        """The next branch, at its end."""
        if len(self.branches) < 2:
            self.say(N_("There is one branch only; f makes another."))
            return
        self._shelf.switch()
        self.say(N_("Branch {name}."), name=self.branch.name)

    def undo(self) -> None:
        """Before the last change."""
        self.hold()
        self._leave_game()
        if self._shelf.undo():
            self.say(N_("Undone."))
        else:
            self.say(N_("There is nothing to undo."))

    def say(self, message: str, **fields: Value) -> None:
        """What is told, until something else is."""
        self.news = News(message, fields)

    def hush(self) -> None:
        """What was told is no news any more."""
        self.news = None

    # Within

    @property
    def _brain(self) -> AttentionBrain:
        brain = brain_of(self.history)
        return replace(brain, looks=Looks.NOWHERE) if self.is_head_off else brain

    def _new_history(self, seed: int, looks: Looks = Looks.WHERE_IT_FITS) -> History:
        settings = replace(ATTENTIVE, seed=seed)
        return History(facts_task(self.facts, settings, looks), settings, maximum_epochs=self._limits.longest_run)

    def _begin_others(self, seed: int) -> None:
        self._others = {looks: self._new_history(seed, looks) for looks in OTHERS}

    def _learn(self) -> bool:
        """One step of all three. False at a run's end."""
        history = self.history
        if history.burned_out or history.rests:
            self.hold()
            self._say_why_it_ends()
            return False
        history.advance()
        self._follow(history)
        self._tell_if_learned()
        return True

    def _follow(self, history: History) -> None:
        """Show the newest step; the brains beside it have as many."""
        self._shelf.show(history.newest)
        for other in self._others.values():
            if other.newest < history.newest:
                other.advance()

    def _revive(self, steps: Iterator[int], may_learn: Callable[[], bool]) -> bool:
        """On with a saved run, as far as a frame has time."""
        for _ in steps:
            self._follow(self.history)
            if not may_learn():
                return True
        self._reviving = None
        self.told_learned = self.has_learned
        self.hush()
        return True

    def _tell_if_learned(self) -> None:
        if self.told_learned or self.epoch % MEASURED_EVERY or not self.has_learned:
            return
        self.told_learned = True
        self.hold()
        self.say(N_("Step {step}: it knows who has what, in texts that it never read."), step=Count(self.epoch))

    def _measured(self, epoch: int) -> int:
        """While it learns, it is measured at every fifth step only."""
        return epoch - epoch % MEASURED_EVERY if self.runs else epoch

    def _first_text(self) -> Questions:
        """Ala has a cat: the first names and things in their order, and the second is asked for."""
        numbers = np.arange(self.facts_in_text)[None]
        return asked(numbers, numbers + HOW_MANY, np.array([1]))

    def _told(self, which: int) -> Questions:
        text = self._text.texts
        return asked(text[:, :-2:4], text[:, 2:-2:4], np.array([which]))

    def _look_in(self, game: Pointing) -> None:
        guess = game.look(self.view.looked_at)
        if game.is_over:
            self.say(N_("{hits} of {n} right."), hits=Count(game.hits), n=Count(TEXTS))
        elif guess.hit:
            self.say(N_("Yes, there. Enter: the next text."))
        else:
            self.say(N_("No: it looks elsewhere. Enter: the next text."))

    def _leave_game(self) -> None:
        if self.game:
            self.game = None
            self.hush()

    def _say_why_it_ends(self) -> None:
        if self.history.burned_out:
            self.say(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))
        else:
            self.say(N_("A run rests after {n} epochs. R: a new brain."), n=Count(self.epoch))
