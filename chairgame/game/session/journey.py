"""Goes through the epochs of the run in use: learns on, goes back, and says what is worth a word on the way.

It knows neither screen nor clock: `tick` is told how much time has passed, and how long it may learn.
"""

from collections.abc import Callable

from chairgame.game.news import News
from chairgame.game.session.beats import Phase
from chairgame.game.session.commentary import Commentary
from chairgame.game.session.hand import Hand
from chairgame.game.session.journal import Journal
from chairgame.game.session.player import Player
from chairgame.game.session.voice import Voice
from chairgame.game.session.workshop import Workshop
from chairgame.text.catalogue import N_


class Journey:
    """Moves a workshop through time, and its player with it."""

    def __init__(self, workshop: Workshop, player: Player, hand: Hand, voice: Voice, journal: Journal) -> None:
        self._workshop, self._player, self._hand = workshop, player, hand
        self._voice, self._journal = voice, journal
        self.begin()

    def begin(self) -> None:
        """Another run is on the bench: nothing of it has been told."""
        self._commentary = Commentary()
        self.arrive()

    def arrive(self) -> None:
        """The epoch or the run shown is another than before."""
        self._player.take_up(self._epoch)
        self._commentary.begin(self._distance_cm)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. Learns on while `may_learn` says so when many epochs pass at once. True if anything moved."""
        player, voice = self._player, self._voice
        if not player.playing:
            return False
        news = voice.news
        player.pass_time(seconds)
        voice.grow_old(seconds)
        if player.is_at_end:
            if self._is_burned_out:
                player.stand_still()
            else:
                self._pass_epochs(player.speed.epochs_per_cut or None, may_learn)
            return True
        return not player.beat.is_cut or voice.news is not news  # between two cuts nothing moves

    def toggle_play(self) -> None:
        """Play, or hold on at this very moment."""
        if self._player.playing:
            self._player.pause()
        elif self._is_burned_out:
            self.say_burned_out()
        else:
            self._player.play()

    def next_epoch(self) -> None:
        """One more rebuild, shown from its beginning when playing and at its end when not."""
        self._leave_hand()
        if self._is_burned_out:
            self.say_burned_out()
            return
        self._go_to(self._epoch + 1, learn=True)
        self._player.rest()

    def next_phase(self) -> None:
        """Hold at the end of the next phase of the loop."""
        self._player.pause()
        phase = self._player.moment.phase
        following = Phase.BUILD
        if self._player.elapsed == 0 and phase is not None:
            following = phase
        elif phase is not None and phase is not Phase.ADJUST:
            following = Phase(phase + 1)
        elif self._is_burned_out:
            self.say_burned_out()
            return
        else:
            self._leave_hand()
            self._go_to(self._epoch + 1, learn=True)
        self._player.hold_after(following)

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self._leave_hand()
        self._go_to(min(max(0, epoch), self._workshop.history.newest), learn=False)
        self._player.rest()
        if self._is_burned_out:
            self.say_burned_out()

    def say_burned_out(self) -> None:
        """Say what is left of it."""
        self._voice.say(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))

    # Inside

    @property
    def _epoch(self) -> int:
        return self._workshop.bench.epoch

    @property
    def _distance_cm(self) -> float | None:
        return self._workshop.history.rows[self._epoch].distance_cm

    @property
    def _is_burned_out(self) -> bool:
        return self._workshop.rebuild.burned_out

    def _pass_epochs(self, epochs: int | None, may_learn: Callable[[], bool]) -> None:
        """Go on by some epochs, or by as many as `may_learn` allows; at least one."""
        self._leave_hand()
        target = self._epoch + 1
        while self._learn_to(target) and (epochs is None or target - self._epoch < epochs) and may_learn():
            target += 1
        self._go_to(min(target, self._workshop.history.newest), learn=True)
        self._player.show_start()

    def _learn_to(self, epoch: int) -> bool:
        """Make sure that an epoch exists; False when the brain burned out before it, or rests."""
        history = self._workshop.history
        while history.newest < epoch:
            if history.rests:
                return False
            history.advance()
            if history.burned_out:
                return False
        return not (history.burned_out and epoch == history.newest)

    def _go_to(self, epoch: int, *, learn: bool) -> None:
        before = self._distance_cm
        if learn:
            self._learn_to(epoch)
        self._workshop.show(min(epoch, self._workshop.history.newest))
        self.arrive()
        if learn:
            self._look_for_events(before)

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
