"""The first bench of words mode: a brain that learns a text through a window, live. Commands in, news out.

It learns by the one loop, on the one history. Knows no screen and no clock: seconds come in by `tick`.
"""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Final

import numpy as np

from chairgame.game.news import Count, News, Rate, Value
from chairgame.game.session.learner import InlineLearner, Learner, T, Work, seconds_of, seconds_to_wire
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.session.volume import louder, quieter
from chairgame.game.session.workshop import Branch
from chairgame.game.words.events import Kind, ending, event_at, window_told
from chairgame.game.words.gaze import Gaze
from chairgame.game.words.saying import answers, reading_of
from chairgame.game.words.shelf import Shelf, new_run, relived_while
from chairgame.game.words.speaker import Speaker
from chairgame.game.words.weights import Weights, weights_of
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.practice import Figures, Outcome
from chairgame.training.rows import Row
from chairgame.training.runs import Run
from chairgame.training.settings import MAXIMUM_SEED, Settings
from chairgame.training.state import TrainState
from chairgame.words.reading import Reading
from chairgame.words.windows import WIDEST

SPEEDS = (2.0, 8.0, 30.0, 120.0)  # epochs a second
USUAL_SPEED = 1


class BrainBench:
    """One text, the runs of brains that learn it, and the place in the text that is looked at."""

    def __init__(self, history: History, learner: Learner | None = None, limits: Limits = USUAL) -> None:
        """A run whose newest epoch has been measured. Without a learner everything is worked out at once."""
        self._limits: Final = limits
        self._learner: Final = learner or InlineLearner()
        self._shelf: Final = Shelf(history)
        self.gaze: Final = Gaze(self._shelf)
        self.speaker: Final = Speaker(history.first_settings.seed)
        self._playing = False
        self._speed_index = USUAL_SPEED
        self._due = 0.0
        self._news: News | None = None
        self._told: frozenset[Kind] = frozenset()
        self.speaker.begin(self.reading)

    # What there is to see

    @property
    def history(self) -> History:
        """The run in use."""
        return self._shelf.bench.history

    @property
    def reading(self) -> Reading:
        """The text as the brain reads it."""
        return reading_of(self.history.task)

    @property
    def epoch(self) -> int:
        """The epoch shown."""
        return self._shelf.bench.epoch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The runs on the bench."""
        return self._shelf.bench.branches

    @property
    def branch(self) -> Branch:
        """The run in use, with its name."""
        return self._shelf.bench.branch

    @property
    def settings(self) -> Settings:
        """How it is learned at the epoch shown."""
        return self.history.settings_at(self.epoch)

    @property
    def state(self) -> TrainState:
        """The brain at the epoch shown."""
        return self._shelf.state

    @property
    def weights(self) -> Weights:
        """Its weights, and what the last epoch changed of them."""
        return weights_of(self.history.task, self._shelf.state, self._shelf.before)

    @property
    def row(self) -> Row:
        """The figures of the epoch shown."""
        return self.history.rows[self.epoch]

    @property
    def certain(self) -> tuple[int, int]:
        """How many of the questions that are read have one answer only, and how many there are."""
        certain = self.reading.certain
        return int(np.count_nonzero(certain)), len(certain)

    @property
    def best_unread(self) -> int | None:
        """The epoch up to the one shown that doubted least what it never read; None where everything is read."""
        if not self.history.task.beside:
            return None
        doubts = self.history.rows.beside(1)[: self.epoch + 1]
        return int(np.nanargmin(doubts)) if np.isfinite(doubts).any() else None

    @property
    def news(self) -> News | None:
        """What was said last."""
        return self._news

    @property
    def playing(self) -> bool:
        """Whether it learns on."""
        return self._playing

    @property
    def runs(self) -> bool:
        """Whether passing time changes anything."""
        return self._playing or self.speaker.goes_on or self._learner.is_busy

    # Time

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        moved = self._learner.poll()
        if self.speaker.is_due(seconds):
            self.say_word()
            moved = True
        if self._playing:
            speed = SPEEDS[self._speed_index]
            self._due = min(self._due + seconds * speed, max(1.0, speed / 4))
        while self._playing and self._due >= 1 and not self._learner.is_busy:
            self._due -= 1
            self._go_on()
            moved = True
            if not may_learn():
                break
        return moved

    def toggle_play(self) -> None:
        """Learn on, or hold."""
        self._playing, self._due = not self._playing, 1.0
        if self._playing and self._is_at_an_end:
            self._playing, self._news = False, ending(self.history)

    def hold(self) -> None:
        """Nothing is learned and nothing said for now."""
        self._playing = False
        self.speaker.be_silent()

    def next_epoch(self) -> None:
        """One epoch more."""
        self._playing = False
        if not self._learner.is_busy:
            self._go_on()

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self._playing = False
        self._travel(min(max(0, epoch), self.history.newest))

    def change_speed(self, steps: int) -> None:
        """Slower or faster."""
        self._speed_index = min(max(0, self._speed_index + steps), len(SPEEDS) - 1)
        self.say(N_("At most {n} epochs a second."), n=Count(round(SPEEDS[self._speed_index])))

    def say_word(self) -> None:
        """One word more, aloud."""
        self.speaker.say(self.reading, lambda last: answers(self.history, self.state, last))

    # Changes

    def change_volume(self, steps: int) -> None:
        """Louder or quieter; in the past it makes a branch of its own."""
        rate = self.settings.learning_rate
        new = louder(rate) if steps > 0 else quieter(rate)
        if new != rate:
            settings = replace(self.settings, learning_rate=new)
            self._learner.drop()
            self._shelf.change(lambda history: history.change_settings(settings))
            self.say(N_("volume {rate}"), rate=Rate(new))

    def widen(self, words: int) -> None:
        """A window of another width, which takes a new brain."""
        window = self.reading.window + words
        if 1 <= window <= WIDEST:
            reading = replace(self.reading, window=window)
            self._begin(reading, self.history.first_settings, lambda: window_told(window, self.certain))

    def new_brain(self) -> None:
        """The next seed."""
        seed = (self.history.first_settings.seed + 1) % (MAXIMUM_SEED + 1)
        news = News(N_("A new brain, number {seed}: it has read nothing."), {"seed": Count(seed)})
        self._begin(self.reading, replace(self.settings, seed=seed), lambda: news)

    def fork(self) -> None:
        """Go on from here on a branch of its own."""
        self._learner.drop()
        self._shelf.fork()
        self.say(N_("Branch {name}: on from epoch {epoch}."), name=self.branch.name, epoch=Count(self.epoch))

    def switch_branch(self) -> None:
        """The next branch, at its end."""
        if len(self.branches) < 2:
            self.say(N_("There is one branch only; f makes another."))
            return
        self._learner.drop()
        self._shelf.switch()
        self.say(N_("Branch {name}."), name=self.branch.name)

    def undo(self) -> None:
        """Before the last change."""
        self._learner.drop()
        self._playing = False
        if self._shelf.undo():
            self._look_from_the_start()
            self.say(N_("Undone."))
        else:
            self.say(N_("There is nothing to undo."))

    def revive(self, run: Run, *, plays: bool = False) -> None:
        """Live through a saved run again, beside the screen where that takes long; then go on from its end, or play it
        from its beginning."""

        def take_up(history: History) -> None:
            self._shelf.begin(history)
            self._told = frozenset(Kind)
            self._look_from_the_start()
            self._news = None
            self.seek(0 if plays else history.newest)
            if plays and history.newest:
                self.toggle_play()

        self._playing = False
        self.say(N_("Learning it all again: {n} epochs …"), n=Count(len(run.rows) - 1))
        seconds = seconds_of(self.history.task, run.settings, len(run.rows))
        self._learner.do(lambda may_go_on: relived_while(run, may_go_on), take_up, seconds)

    def beside(self, work: Work[T], then: Callable[[T], object]) -> None:
        """Do something else where it keeps no key waiting."""
        self._learner.do(work, then, inf)

    def say(self, message: str, **fields: Value) -> None:
        """What is told, until something else is."""
        self._news = News(message, fields)

    def tell(self, news: News | None) -> None:
        """The same, from elsewhere; None: what was told is no news any more."""
        self._news = news

    # The way on

    @property
    def _is_at_an_end(self) -> bool:
        return self.epoch == self.history.newest and (self.history.burned_out or self.history.rests)

    def _go_on(self) -> None:
        """To the next epoch, which is learned if it has not been."""
        if self.epoch < self.history.newest:
            self._travel(self.epoch + 1)
        elif self._is_at_an_end:
            self._playing, self._news = False, ending(self.history)
        else:
            state, settings = self.history.moment
            practice = self._shelf.practice

            def work(may_go_on: Callable[[], bool]) -> tuple[Outcome, Figures | None] | None:
                outcome = practice.epoch(state, settings, may_go_on)
                if outcome is None:
                    return None
                return outcome, None if outcome.after is None else practice.figures(outcome.after, settings)

            self._learner.do(work, self._learned, seconds_of(self.history.task, settings))

    def _travel(self, epoch: int) -> None:
        """Show an epoch that has been learned, as soon as it has been lived through again."""
        seconds = self._shelf.seconds_to(epoch)
        if self._learner.is_long(seconds):
            self._learner.do(self._shelf.way_to(epoch), self._shelf.arrive, seconds)
        else:
            self._learner.drop()
            self._shelf.show(epoch)

    def _learned(self, found: tuple[Outcome, Figures | None]) -> None:
        """An epoch has been lived through, perhaps beside the screen; the run may have changed meanwhile."""
        outcome, figures = found
        was_at_end = self.epoch == self.history.newest
        if not self.history.append(outcome):
            return
        if outcome.after is not None and figures is not None:
            self.history.append_figures(outcome.after, figures)
            self.history.remember(outcome.before)
        if was_at_end:
            self._shelf.show(self.history.newest)
            self._look_for_events()

    def _look_for_events(self) -> None:
        """Say what is worth it, once a run; a brain that burned out learns no more."""
        if self.history.burned_out:
            self._playing, self._news = False, ending(self.history)
        elif (event := event_at(self.row, self.certain, self.best_unread, self._told)) is not None:
            self._told, self._news = self._told | {event.kind}, event.news

    def _begin(self, reading: Reading, settings: Settings, told: Callable[[], News]) -> None:
        """A new brain before the text, as soon as it is wired; the old runs stay with undo."""

        def take_up(history: History) -> None:
            self._shelf.begin(history)
            self._told = frozenset()
            self._look_from_the_start()
            self._news = told()

        self._playing = False
        seconds = 4 * seconds_to_wire(self.history.task, settings)  # and to find out what is certain
        self._learner.do(lambda _: new_run(reading, settings, self._limits), take_up, seconds)

    def _look_from_the_start(self) -> None:
        self.gaze.move(0)
        self.speaker.begin(self.reading)
