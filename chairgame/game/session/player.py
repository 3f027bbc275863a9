"""A game in time: what plays, steps, rewinds and learns on, and what is said on the way.

It knows neither screen nor clock: `tick` is told how much time has passed, and how long it may learn.
"""

from collections.abc import Callable

from chairgame.game.news import News
from chairgame.game.session.beats import FULL, SPEEDS, Phase
from chairgame.game.session.view import SessionView
from chairgame.text.catalogue import N_
from chairgame.training.history import History

NEWS_SECONDS = 6.0  # of play: as long as a sentence needs to be read twice


class Playback(SessionView):
    """Everything that moves through time. What a player changes is in `session`."""

    def __init__(self, history: History) -> None:
        super().__init__(history)
        self._aging: News | None = None
        self._news_age = 0.0

    def toggle_play(self) -> None:
        """Play, or hold on at this very moment."""
        if not self.playing and self.rebuild.burned_out:
            self._say_burned_out()
            return
        self.playing = not self.playing

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. Learns on while `may_learn` says so when many epochs pass at once. True if anything moved."""
        if not self.playing:
            return False
        news = self.news
        self.elapsed += seconds
        self._forget_old_news(seconds)
        if self.elapsed >= self.beat.seconds:
            if self.rebuild.burned_out:
                self._hold(self.beat.seconds)
            else:
                self._pass_epochs(self.speed.epochs_per_cut or None, may_learn)
            return True
        return not self.beat.is_cut or self.news is not news  # between two cuts nothing moves

    def next_epoch(self) -> None:
        """One more rebuild, shown from its beginning when playing and at its end when not."""
        self._leave_hand()
        if self.rebuild.burned_out:
            self._say_burned_out()
            return
        self._go_to(self.epoch + 1, learn=True)
        self.rest()

    def next_phase(self) -> None:
        """Hold at the end of the next phase of the loop."""
        self.playing = False
        phase = self.moment.phase
        following = Phase.BUILD
        if self.elapsed == 0 and phase is not None:
            following = phase
        elif phase is not None and phase is not Phase.ADJUST:
            following = Phase(phase + 1)
        elif self.rebuild.burned_out:
            self._say_burned_out()
            return
        else:
            self._leave_hand()
            self._go_to(self.epoch + 1, learn=True)
        self._stepping = True
        self.elapsed = FULL.end_of(following)

    def step(self, epochs: int) -> None:
        """Step through time; at the newest epoch a step forward trains one more."""
        if epochs > 0 and self.epoch == self.newest:
            self.next_epoch()
        else:
            self.seek(self.epoch + epochs)

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self._leave_hand()
        self._go_to(min(max(0, epoch), self.newest), learn=False)
        self.rest()
        if self.rebuild.burned_out:
            self._say_burned_out()

    def change_speed(self, steps: int) -> None:
        """Faster or slower. What lies in the pile stays there, and what a hand holds stays built."""
        self.speed_index = min(max(0, self.speed_index + steps), len(SPEEDS) - 1)
        if self.hand is not None:
            self.elapsed = self.beat.seconds
        elif self.elapsed:
            self.rest()

    def rest(self) -> None:
        """After a jump: playing goes on from the beat's start, holding shows its end."""
        self.elapsed = 0.0 if self.playing else self.beat.seconds

    def say(self, message: str, **fields: str | float | int) -> None:
        """Put a sentence on the news line."""
        self.news = News(message, fields)

    # Inside

    def _forget_old_news(self, seconds: float) -> None:
        """While time runs on, what was said some seconds ago is no news any more."""
        self._news_age = self._news_age + seconds if self.news is self._aging else 0.0
        self._aging = self.news
        if self._news_age > NEWS_SECONDS:
            self.news = None

    def _pass_epochs(self, epochs: int | None, may_learn: Callable[[], bool]) -> None:
        """Go on by some epochs, or by as many as `may_learn` allows; at least one."""
        self._leave_hand()
        target = self.epoch + 1
        while self._learn_to(target) and (epochs is None or target - self.epoch < epochs) and may_learn():
            target += 1
        self._go_to(min(target, self.newest), learn=True)
        self.elapsed = 0.0

    def _learn_to(self, epoch: int) -> bool:
        """Make sure that an epoch exists; False when the brain burned out before it."""
        while self.newest < epoch:
            self.history.advance()
            if self.history.burned_out:
                return False
        return not (self.history.burned_out and epoch == self.newest)

    def _go_to(self, epoch: int, *, learn: bool) -> None:
        self._stepping = False
        before = self.row.distance_cm
        if learn:
            self._learn_to(epoch)
        self.workshop.show(min(epoch, self.newest))
        self._event = False
        self._refresh()
        if learn:
            self._look_for_events(before)

    def _hold(self, elapsed: float) -> None:
        self.playing = False
        self.elapsed = elapsed

    def _leave_hand(self) -> None:
        """The next rebuild is the brain's work alone."""
        if self.hand is None:
            return
        label, self.hand = self.chair.labels[self.hand.part], None
        self.say(N_("You fixed the chair; nobody fixed the brain: {label} went where it is wired."), label=label)

    def _look_for_events(self, before: float | None) -> None:
        """Say what is worth it; a burn-out, a halving and standing for the first time are worth a full cycle, too."""
        if self.rebuild.burned_out:
            self._event = True
            self._say_burned_out()
            self.note(News(N_("the brain burned out")))
            return
        halved = self._commentary.halved(self.row.distance_cm)
        landmark = self._commentary.landmark_passed(before, self.row.distance_cm)
        stands = self._commentary.stands(self.chair, self.rebuild.poses) if landmark is None else None
        self._event = halved is not None or stands is not None
        for news in (halved, stands, landmark):
            if news is not None:
                self.news = self._foretold = news
                self.note(news)

    def _say_burned_out(self) -> None:
        self.say(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))
