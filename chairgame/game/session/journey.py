"""Goes through the epochs of the run in use: learns on, goes back, and says what is worth a word on the way.

It knows neither screen nor clock: `tick` is told how much time has passed, and how long it may learn. What takes long
is the learner's; until it is done the epoch shown stays, and whatever else is asked for comes first.
"""

from collections.abc import Callable
from functools import partial

from chairgame.game.news import Count, News
from chairgame.game.session.beats import Phase
from chairgame.game.session.commentary import Commentary
from chairgame.game.session.hand import Hand
from chairgame.game.session.journal import Journal
from chairgame.game.session.learner import Learner, Work, seconds_back, seconds_of
from chairgame.game.session.player import Player
from chairgame.game.session.rebuild import Ahead, Rebuild, look_ahead, look_at
from chairgame.game.session.voice import Voice
from chairgame.game.session.workshop import Workshop
from chairgame.text.catalogue import N_
from chairgame.training.history import History

Then = Callable[[], None]


class Journey:
    """Moves a workshop through time, and its player with it."""

    def __init__(
        self,
        workshop: Workshop,
        player: Player,
        hand: Hand,
        voice: Voice,
        journal: Journal,
        learner: Learner,
    ) -> None:
        self._workshop, self._player, self._hand = workshop, player, hand
        self._voice, self._journal, self._learner = voice, journal, learner
        self._waits = False
        self._wish: Then | None = None
        self.begin()

    @property
    def is_waiting(self) -> bool:
        """Whether another epoch has been asked for and is not there yet."""
        return self._waits

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out."""
        return self._learner.is_busy

    @property
    def is_at_an_end(self) -> bool:
        """Whether nothing comes after the epoch shown."""
        history = self._workshop.history
        return self._is_burned_out or (self._epoch == history.newest and history.rests)

    @property
    def seconds_of_stillness(self) -> float:
        """For how long ticks will move nothing; what is being worked out may be done at any moment."""
        if self._learner.is_busy:
            return 0.0
        return max(0.0, min(self._player.seconds_of_stillness, self._voice.fades_in))

    def begin(self) -> None:
        """Another run is on the bench: nothing of it has been told."""
        self._commentary = Commentary()
        self.arrive()
        if (epoch := self._workshop.owed) is not None:
            self._travel(epoch, self._player.rest)

    def arrive(self) -> None:
        """The epoch or the run shown is another than before."""
        self._player.take_up(self._epoch)
        self._commentary.begin(self._distance_cm)
        self.attend()

    def attend(self) -> None:
        """Have what comes of the rebuild shown worked out while it is looked at; nothing else is waited for."""
        self._learner.drop()
        self._waits, self._wish = False, None
        history, rebuild = self._workshop.history, self._workshop.rebuild
        if rebuild.ahead is None:
            work: Work[Ahead] = partial(look_ahead, history.trainer, rebuild)
            self._learner.do(work, self._complete, seconds_of(history.task, rebuild.settings))

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. Learns on while `may_learn` says so when many epochs pass at once. True if anything moved."""
        player, voice = self._player, self._voice
        has_moved = self._learner.poll()
        if not player.playing:
            return has_moved
        news = voice.news
        voice.grow_old(seconds)
        if self._waits:
            return has_moved or voice.news is not news
        player.pass_time(seconds)
        if not player.is_at_end:
            return has_moved or not player.beat.is_cut or voice.news is not news  # between two cuts nothing moves
        if self.is_at_an_end:
            player.stand_still()
            self._say_why_it_ends()
        else:
            self._pass_epochs(player.speed.epochs_per_cut or None, may_learn)
        return True

    def toggle_play(self) -> None:
        """Play, or hold on at this very moment."""
        if self._player.playing:
            self._player.pause()
        elif self.is_at_an_end:
            self._say_why_it_ends()
        else:
            self._player.play()

    def next_epoch(self) -> None:
        """One more rebuild, shown from its beginning when playing and at its end when not."""
        self._leave_hand()
        if self.is_at_an_end:
            self._say_why_it_ends()
        else:
            self._go_on_to(self._epoch + 1, self._player.rest)

    def next_phase(self) -> None:
        """Hold at the end of the next phase of the loop."""
        self._player.pause()
        phase = self._player.moment.phase
        if self._player.elapsed == 0 and phase is not None:
            self._player.hold_after(phase)
        elif phase is not None and phase is not Phase.ADJUST:
            self._player.hold_after(Phase(phase + 1))
        elif self.is_at_an_end:
            self._say_why_it_ends()
        else:
            self._leave_hand()
            self._go_on_to(self._epoch + 1, partial(self._player.hold_after, Phase.BUILD))

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self._leave_hand()
        self._travel(min(max(0, epoch), self._workshop.history.newest), self._stop_there)

    def say_burned_out(self) -> None:
        """Say what is left of it."""
        self._voice.say(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))

    # Where we are

    @property
    def _epoch(self) -> int:
        return self._workshop.bench.epoch

    @property
    def _distance_cm(self) -> float | None:
        return self._workshop.history.rows[self._epoch].distance_cm

    @property
    def _is_burned_out(self) -> bool:
        return self._workshop.rebuild.burned_out

    def _say_why_it_ends(self) -> None:
        if self._is_burned_out:
            self.say_burned_out()
        else:
            self._voice.say(
                N_("A run rests after {n} epochs. N: a new brain; or go back in time and turn the volume there."),
                n=Count(self._epoch),
            )

    # The way to another epoch

    def _pass_epochs(self, epochs: int | None, may_learn: Callable[[], bool]) -> None:
        """Go on by some epochs, or by as many as `may_learn` allows; at least one, and no more where each is long."""
        self._leave_hand()
        history, target = self._workshop.history, self._epoch + 1
        if not self._learner.is_long(seconds_of(history.task, self._workshop.rebuild.settings)):
            while self._learn_to(target) and (epochs is None or target - self._epoch < epochs) and may_learn():
                target += 1
            target = min(target, history.newest)
        self._go_on_to(target, self._player.show_start)

    def _learn_to(self, epoch: int) -> bool:
        """Make sure that an epoch exists; False when the brain burned out before it, or rests."""
        history, ahead = self._workshop.history, self._workshop.rebuild.ahead
        while history.newest < epoch:
            if history.rests:
                return False
            if ahead is None or not history.append(ahead.outcome):  # the first one is known already
                history.advance()
            if history.burned_out:
                return False
        return not (history.burned_out and epoch == history.newest)

    def _go_on_to(self, epoch: int, then: Then) -> None:
        """To an epoch that has been learned, or the one after; and tell what is worth it there."""
        before = self._distance_cm

        def tell() -> None:
            self._look_for_events(before)
            then()

        self._travel(epoch, tell)

    def _travel(self, epoch: int, then: Then) -> None:
        """Show an epoch of the run, or the one after its newest; now, or as soon as it has been worked out."""
        history, ahead = self._workshop.history, self._workshop.rebuild.ahead
        if epoch > history.newest:
            if ahead is None:  # the learner is at it
                self._waits, self._wish = True, partial(self._travel, epoch, then)
                return
            history.append(ahead.outcome)
        seconds = seconds_back(history, epoch)
        if self._learner.is_long(seconds):
            self._waits, self._wish = True, None
            self._learner.do(_way_back(history, epoch), partial(self._come_back, history, then), seconds)
        else:
            self._show(epoch, None, then)

    def _come_back(self, history: History, then: Then, rebuild: Rebuild) -> None:
        if history is self._workshop.history:
            self._show(rebuild.epoch, rebuild, then)

    def _show(self, epoch: int, known: Rebuild | None, then: Then) -> None:
        self._leave_hand()
        self._workshop.show(epoch, known)
        self.arrive()
        then()

    def _complete(self, ahead: Ahead) -> None:
        """What comes of the rebuild shown is there; perhaps somebody waits for it."""
        if ahead.outcome.before is self._workshop.rebuild.before:
            self._workshop.complete(ahead)
            wish, self._waits, self._wish = self._wish, False, None
            if wish is not None:
                wish()

    def _stop_there(self) -> None:
        self._player.rest()
        if self._is_burned_out:
            self.say_burned_out()

    def _leave_hand(self) -> None:
        """The next rebuild is the brain's work alone."""
        part = self._hand.let_go()
        if part is not None:
            self._voice.say(
                N_("You fixed the chair; nobody fixed the brain: {label} went where it is wired."),
                label=self._workshop.history.chair.labels[part],
            )

    def _look_for_events(self, before: float | None) -> None:
        """Say what is worth it; a burn-out, a halving and standing for the first time are worth a full cycle, too."""
        if self._is_burned_out:
            self._player.take_up(self._epoch, is_event=True)
            self.say_burned_out()
            self._journal.note(News(N_("the brain burned out")))
            return
        now, chair = self._distance_cm, self._workshop.history.chair
        halved = self._commentary.halved(now)
        landmark = self._commentary.landmark_passed(before, now)
        stands = self._commentary.stands(chair, self._workshop.rebuild.poses) if landmark is None else None
        self._player.take_up(self._epoch, is_event=halved is not None or stands is not None)
        for news in (halved, stands, landmark):
            if news is not None:
                self._voice.foretell(news)
                self._journal.note(news)


def _way_back(history: History, epoch: int) -> Work[Rebuild]:
    """The work of seeing an epoch of a run again, on a copy: the run itself may go on meanwhile."""
    run, trainer, settings = history.fork(history.newest), history.trainer, history.settings_at(epoch)

    def work(may_go_on: Callable[[], bool]) -> Rebuild | None:
        state = run.state_unless(epoch, may_go_on)
        return None if state is None else look_at(trainer, state, settings)

    return work
