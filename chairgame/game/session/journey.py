"""Goes through the epochs of the run in use: learns on, goes back, and says what is worth a word on the way.

It knows neither screen nor clock: `tick` is told how much time has passed, and how long it may learn. What takes long
is the learner's; until it is done the epoch shown stays. What a key asked for holds the turns of the keys after it;
what time asked for makes way for them.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from chairgame.game.news import Count, News
from chairgame.game.session.beats import Phase
from chairgame.game.session.commentary import BURNED_OUT, Commentary, rebuilt, rests, stands
from chairgame.game.session.foresight import Foresight, foresight
from chairgame.game.session.hand import Hand
from chairgame.game.session.journal import Journal
from chairgame.game.session.learner import Learner, Work, seconds_of, seconds_to_see, seconds_to_sit
from chairgame.game.session.player import Player
from chairgame.game.session.rebuild import Rebuild, rebuild_of, sight
from chairgame.game.session.turns import Turns
from chairgame.game.session.voice import Voice
from chairgame.game.session.workshop import Plan, Workshop
from chairgame.text.catalogue import N_
from chairgame.training.history import History

T = TypeVar("T")
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
        turns: Turns,
    ) -> None:
        self._workshop, self._player, self._hand = workshop, player, hand
        self._voice, self._journal, self._learner, self._turns = voice, journal, learner, turns
        self._waits = False
        self._wish: Then | None = None
        self._sought: tuple[History, int] | None = None
        self._arrival: Callable[[Rebuild], None] | None = None
        self._foreseen: Foresight | None = None
        self._tries: Rebuild | None = None  # which the learner lets a grandmother sit on
        self._is_due = False  # to say whether she could
        self._commentary = Commentary()
        self._commentary.begin(self._distance_cm)
        self._attend()

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

    def go(self, plan: Plan, then: Then, *, begins: bool = False, keeps_time: bool = False) -> None:
        """Do what is planned, now or as soon as the epoch to be shown has been worked out; `then` is what comes after.

        `begins`: nothing of that run has been told. `keeps_time`: the moment of the rebuild shown stays.
        """
        arrive = partial(self._arrive, plan, then, begins, keeps_time)
        known = self._workshop.known(plan.bench)
        if known is not None:
            arrive(known)
        else:
            self._arrival = arrive
            self._turns.hold()
            self._look_for(plan.bench.history, plan.bench.epoch)

    def begin(self, make: Callable[[], History], seconds: float, then: Then) -> None:
        """Take up a new run, which takes about so many seconds to make."""

        def work(_: Callable[[], bool]) -> tuple[History, Rebuild]:
            history = make()
            return history, rebuild_of(history, 0)

        def arrive(made: tuple[History, Rebuild]) -> None:
            history, rebuild = made
            self._arrive(self._workshop.begun(history), then, True, False, rebuild)

        self._wait_for(work, arrive, seconds)

    def poll(self) -> bool:
        """Take up what has been worked out, and let what waited for it have its turn. True if there was something."""
        is_done = self._learner.poll()
        self._turns.go_on()
        return is_done

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. Learns on while `may_learn` says so when many epochs pass at once. True if anything moved."""
        player, voice = self._player, self._voice
        has_moved = self.poll()
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

    def break_off(self) -> None:
        """Do not wait for what was asked for last, nor do what waits behind it."""
        self._turns.forget()
        if self._leave_wish() is None:  # the learner is elsewhere
            self._attend()
        self._voice.say(N_("Broken off: here the run stands at epoch {n}."), n=Count(self._epoch))

    def say_burned_out(self) -> None:
        """Say what is left of it."""
        self._voice.tell(BURNED_OUT)

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
        self._voice.tell(BURNED_OUT if self._is_burned_out else rests(self._epoch))

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
        self._turns.let_go()  # time can ask again

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
        if epoch <= history.newest:
            self.go(self._workshop.at(epoch), then)
        elif ahead is None:  # the learner is at it
            self._turns.hold()
            self._waits, self._wish = True, partial(self._travel, epoch, then)
        else:
            history.append(ahead.outcome)
            self.go(self._workshop.at(epoch), then)

    def _look_for(self, history: History, epoch: int) -> None:
        """Have an epoch seen, unless somebody is at it: a held key asks again and again, and would never get there."""
        if self._sought != (history, epoch):
            seconds = seconds_to_see(history, epoch)
            self._wait_for(sight(history, epoch), self._arrive_there, seconds, sought=(history, epoch))

    def _arrive_there(self, rebuild: Rebuild) -> None:
        """The epoch that was looked for has been seen: as whoever asked last would have it."""
        assert self._arrival is not None
        self._arrival(rebuild)

    def _wait_for(
        self,
        work: Work[T],
        arrive: Callable[[T], None],
        seconds: float,
        sought: tuple[History, int] | None = None,
    ) -> None:
        self._turns.hold()
        self._waits, self._wish, self._sought = True, None, sought
        self._learner.do(work, arrive, seconds)

    def _arrive(self, plan: Plan, then: Then, begins: bool, keeps_time: bool, rebuild: Rebuild) -> None:
        if not keeps_time:
            self._leave_hand()
        self._workshop.take_up(plan, rebuild)
        if begins:
            self._commentary = Commentary()
        if not keeps_time:
            self._player.take_up(self._epoch)
            self._commentary.begin(self._distance_cm)
        self._attend()
        then()

    def _attend(self) -> None:
        """Have what comes of the rebuild shown worked out while it is looked at; nothing else is waited for."""
        self._learner.drop()
        self._turns.let_go()
        self._waits, self._wish, self._sought, self._arrival = False, None, None, None
        self._tries, self._is_due = None, False
        history, rebuild = self._workshop.history, self._workshop.rebuild
        if rebuild.ahead is None and self._learner.foresees:
            seconds, to_sit = seconds_of(history.task, rebuild.settings), seconds_to_sit(len(history.chair.parts))
            sits = not self._commentary.has_stood and self._learner.is_long(seconds + to_sit)
            self._tries = rebuild if sits and self._known_to_stand is None else None
            work = foresight(history, rebuild, tests=self._tries is not None, tests_next=sits)
            self._learner.do(work, self._complete, seconds + 2 * to_sit if sits else seconds)

    def _complete(self, foreseen: Foresight) -> None:
        """What comes of the rebuild shown is there; perhaps somebody waits for it."""
        self._workshop.complete(foreseen.ahead)
        self._foreseen = foreseen
        if self._is_due and foreseen.stands and not self._commentary.has_stood:
            self._tell(self._commentary.stood())
        wish = self._leave_wish()
        if wish is not None:
            wish()

    def _leave_wish(self) -> Then | None:
        wish, self._waits, self._wish = self._wish, False, None
        self._turns.let_go()
        return wish

    def _stop_there(self) -> None:
        self._player.rest()
        if self._is_burned_out:
            self.say_burned_out()

    def _leave_hand(self) -> None:
        """The next rebuild is the brain's work alone."""
        part = self._hand.let_go()
        if part is not None:
            self._voice.tell(rebuilt(self._workshop.history.chair.labels[part]))

    def _look_for_events(self, before: float | None) -> None:
        """Say what is worth it; a burn-out, a halving and standing for the first time are worth a full cycle, too."""
        if self._is_burned_out:
            self._player.take_up(self._epoch, is_event=True)
            self.say_burned_out()
            self._journal.note(News(N_("the brain burned out")))
            return
        now = self._distance_cm
        halved = self._commentary.halved(now)
        landmark = self._commentary.landmark_passed(before, now)
        stood = self._commentary.stood() if landmark is None and self._stands_first() else None
        self._player.take_up(self._epoch, is_event=halved is not None or stood is not None)
        for news in (halved, stood, landmark):
            if news is not None:
                self._tell(news)

    def _tell(self, news: News) -> None:
        self._voice.foretell(news)
        self._journal.note(news)

    def _stands_first(self) -> bool:
        """Whether a grandmother could sit on it, and never could before; where that takes long it is told later."""
        if self._commentary.has_stood:
            return False
        rebuild, known = self._workshop.rebuild, self._known_to_stand
        self._is_due = known is None and self._tries is rebuild
        if known is None and not self._is_due:
            known = stands(self._workshop.history.chair, rebuild.poses)
        return bool(known)

    @property
    def _known_to_stand(self) -> bool | None:
        return self._foreseen.stands_in(self._workshop.rebuild) if self._foreseen else None
