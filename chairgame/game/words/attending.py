"""The third bench of words mode: one head of attention learns who has what, live. Commands in, news out.

It learns by the one loop, on the one history; beside it learn two brains that may not look where it fits, from the same
texts. Knows no screen and no clock: seconds come in by `tick`.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from chairgame.game.news import Count, News, Rate, Value
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.words.fact_texts import FactTexts
from chairgame.game.words.pointing import TEXTS, Pointing
from chairgame.game.words.trio import Trio
from chairgame.game.words.yardstick import View, brain_of, looked
from chairgame.neural.attention import AttentionBrain, Looks
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.runs import Run
from chairgame.words.facts import Facts, Questions

SPEEDS = (6.0, 30.0, 60.0)  # steps a second: the last is two a frame
USUAL_SPEED = 1
LEARNED = 0.97  # of the unseen texts right
LONGEST_HURRY = 1000  # steps
MEASURED_EVERY = 5  # steps, while it learns
GAME_STREAM = 15


class AttentionBench:
    """Three brains, the text that the first one is shown, and the game of pointing before it looks."""

    def __init__(self, facts: Facts, seed: int = 0, limits: Limits = USUAL) -> None:
        self.facts = facts
        self.texts = FactTexts(seed)
        self.game: Pointing | None = None
        self.playing = self.is_head_off = self.is_renamed = self.told_learned = False
        self.speed_index = USUAL_SPEED
        self.news: News | None = None
        self.brains = Trio(facts, seed, limits)
        self._due, self._until, self._games = 0.0, 0, 0

    @classmethod
    def of_run(cls, run: Run, facts: Facts) -> "AttentionBench":
        """A saved run, which is lived through again as time passes."""
        bench = cls(facts, run.settings.seed)
        bench.brains.revive(run)
        bench.is_renamed = True
        bench.say(N_("Learning it all again: {n} steps …"), n=Count(len(run.rows) - 1))
        return bench

    # What there is to see

    @property
    def history(self) -> History:
        """The run in use."""
        return self.brains.history

    @property
    def epoch(self) -> int:
        """The step shown."""
        return self.brains.epoch

    @property
    def text(self) -> Questions:
        """The text that is seen: one row."""
        return self.game.text if self.game else self.texts.text

    @property
    def view(self) -> View:
        """The text as the brain at the step shown sees it."""
        text = self.text
        weights, answers = looked(self._brain, self.brains.state, text)
        numbers = tuple(int(number) for number in text.texts[0])
        return View(numbers, weights[0], answers[0], int(text.places[0]))

    @property
    def share(self) -> float:
        """The share of 400 unseen texts that it answers right, with its head on or off."""
        return self.brains.share(self._brain, self._measured)

    def share_of(self, looks: Looks) -> float:
        """The same of a brain beside it, after as many steps as it has learned."""
        return self.brains.share_of(looks, self._measured)

    @property
    def has_learned(self) -> bool:
        """Whether it knows who has what."""
        return self.brains.share(brain_of(self.history), self.epoch) >= LEARNED

    @property
    def runs(self) -> bool:
        """Whether time moves anything."""
        return self.playing or self.is_reviving or self.history.newest < self._until

    @property
    def is_reviving(self) -> bool:
        """Whether a saved run is being lived through again: until its end nothing else can be done with it."""
        return self.brains.is_reviving

    # Time

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass: with the learning, not with the showing, it ends between two steps. True if it learned."""
        if self.is_reviving:
            return self._go_on_reviving(may_learn)
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
            self.brains.show(self.history.newest)

    def hold(self) -> None:
        """Nothing is learned for now."""
        self.playing, self._until = False, 0

    def next_step(self) -> None:
        """One step more; in the past the next one."""
        self.hold()
        self._leave_game()
        if self.epoch < self.history.newest:
            self.brains.show(self.epoch + 1)
        else:
            self._learn()

    def step(self, steps: int) -> None:
        """So many steps back or on, within what has been learned."""
        self.seek(self.epoch + steps)

    def seek(self, epoch: int) -> None:
        """Show any step of the run, as it was."""
        self.hold()
        self.brains.show(epoch)

    def hurry(self) -> None:
        """To the newest step; from there on until it has learned, as fast as it goes."""
        if self.epoch < self.history.newest:
            self.seek(self.history.newest)
        elif not self.told_learned:
            self.playing, self._until = False, self.history.newest + LONGEST_HURRY

    def change_speed(self, steps: int) -> None:
        """Slower or faster."""
        self.speed_index = min(max(0, self.speed_index + steps), len(SPEEDS) - 1)
        self.say(N_("{n} steps a second"), n=Count(round(SPEEDS[self.speed_index])))

    # The text and the head

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
        self._games += 1
        rng = np.random.default_rng([self.history.first_settings.seed, GAME_STREAM, self._games])
        self.is_head_off = False
        self.game = Pointing.drawn(rng, self.texts.facts)
        self.say(N_("Where will it look most? ↑ ↓ point, Enter: it looks."))

    def point(self, places: int) -> None:
        """Point somewhere else."""
        if self.game:
            self.game.move(places)

    def enter(self) -> None:
        """In the game: it looks, or the next text; else a fresh text."""
        game = self.game
        if game is None:
            self.texts.fresh()
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
        if self.brains.change_volume(steps):
            self.say(N_("volume {rate}"), rate=Rate(self.brains.volume))

    def new_brain(self) -> None:
        """The next seed, for all three."""
        self.hold()
        self._leave_game()
        seed = self.history.first_settings.seed + 1
        self.brains.begin(seed)
        self.told_learned = False
        self.say(N_("A new brain, number {seed}: it has read nothing."), seed=Count(seed))

    def fork(self) -> None:
        """Go on from here on a branch of its own."""
        self.hold()
        self.brains.fork()
        self.say(N_("Branch {name}: on from epoch {epoch}."), name=self.brains.branch.name, epoch=Count(self.epoch))

    def switch_branch(self) -> None:
        """The next branch, at its end."""
        if len(self.brains.branches) < 2:
            self.say(N_("There is one branch only; f makes another."))
            return
        self.brains.switch()
        self.say(N_("Branch {name}."), name=self.brains.branch.name)

    def undo(self) -> None:
        """Before the last change."""
        self.hold()
        self._leave_game()
        self.say(N_("Undone.") if self.brains.undo() else N_("There is nothing to undo."))

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

    @property
    def _measured(self) -> int:
        """The step at which it is measured: while it learns, every fifth only."""
        return self.epoch - self.epoch % MEASURED_EVERY if self.runs else self.epoch

    def _learn(self) -> bool:
        """One step of all three. False at a run's end."""
        if self.brains.learn():
            self._tell_if_learned()
            return True
        self.hold()
        self._say_why_it_ends()
        return False

    def _go_on_reviving(self, may_learn: Callable[[], bool]) -> bool:
        self.brains.go_on_reviving(may_learn)
        if not self.is_reviving:
            self.told_learned = self.has_learned
            self.hush()
        return True

    def _tell_if_learned(self) -> None:
        if self.told_learned or self.epoch % MEASURED_EVERY or not self.has_learned:
            return
        self.told_learned = True
        self.hold()
        self.say(N_("Step {step}: it knows who has what, in texts that it never read."), step=Count(self.epoch))

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
