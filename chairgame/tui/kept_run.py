"""The lab's dealings with the kept run: the offer on its news line, going on with it, and keeping the present one.

Going on means living through the whole run again, a slice between two frames, or beside the screen where a single
epoch takes long, so that keys are answered meanwhile.
"""

import math
from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from chairgame.game.news import Count, News
from chairgame.game.session.autosave import Autosave, Offer, Resumption
from chairgame.game.session.learner import seconds_of
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.learning import BackgroundLearner

KEEP_SECONDS = 2.0  # between two looks whether it is time to write
FIRST_SLICE, SLICE = 0.1, 0.02  # seconds: most runs are there at once, the others let every key through
SLICES_PER_SECOND = 30


class KeptRun:
    """Belongs to one lab. The clock is passed in."""

    def __init__(
        self,
        screen: Screen[None],
        autosave: Autosave,
        session: GameSession,
        clock: Callable[[], float],
        show: Callable[[], None],
    ) -> None:
        self.offer: Offer | None = None
        self._screen, self._autosave, self._session = screen, autosave, session
        self._clock, self._show = clock, show
        self._resumption: Resumption | None = None
        self._learner = BackgroundLearner()
        self._timer: Timer | None = None
        self._began_with = self._present
        self._has_told = False
        screen.set_interval(KEEP_SECONDS, self._keep)

    def look_for_offer(self) -> None:
        """See what there is to go on with. Reads a file, so it comes after the first paint."""
        self.offer, news = self._autosave.offer()
        if news is not None:
            self._session.voice.tell(news)
        if self.offer is not None or news is not None:
            self._show()

    def sentence(self, catalogue: Catalogue) -> str:
        """The offer in one line; nothing when there is none, or once the player has begun something else."""
        has_begun = self._session.playing or self._session.newest > 0 or self._session.player.elapsed > 0
        return "" if self.offer is None or has_begun else self.offer.sentence(catalogue)

    def go_on(self) -> None:
        """The key was pressed: live through the run again."""
        if self.offer is None:
            self._session.say(N_("There is no earlier run to go on with."))
        elif self._resumption is None:
            self._session.player.pause()
            self._resumption, self._began_with = Resumption(self.offer), self._present
            self._live_on(FIRST_SLICE)

    @property
    def _present(self) -> tuple[object, int, int]:
        return self._session.history, self._session.newest, self._session.epoch

    def _live_on(self, seconds: float = SLICE) -> None:
        resumption, offer = self._resumption, self.offer
        if resumption is None or offer is None:
            return
        if self._session.playing or self._present != self._began_with:  # the player has found something else to do
            self._stop()
            return
        self._learn_on(resumption, seconds)
        if self._resumption is not None:
            self._session.say(
                N_("Learning it all again: epoch {epoch} of {newest} …"),
                epoch=Count(resumption.history.newest),
                newest=Count(len(offer.run.rows) - 1),
            )
            self._timer = self._timer or self._screen.set_interval(1 / SLICES_PER_SECOND, self._live_on)
        self._show()

    def _learn_on(self, resumption: Resumption, seconds: float) -> None:
        """For so long, or, where an epoch is longer than that, for as long as it takes in the background."""
        run, began = resumption.offer.run, self._clock()
        if not self._learner.is_long(seconds_of(run.task, run.settings)):
            if resumption.go_on(lambda: self._clock() - began < seconds):
                self._take_up(resumption)
        elif not self._learner.is_busy:
            work = resumption.go_on
            self._learner.do(lambda may_go_on: resumption if work(may_go_on) else None, self._take_up, math.inf)
        else:
            self._learner.poll()

    def _take_up(self, resumption: Resumption) -> None:
        self._session.go_on_with(resumption.history, resumption.offer.epoch)
        self.offer = None
        self._stop()

    def _stop(self) -> None:
        self._learner.drop()
        self._resumption = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _keep(self) -> None:
        self._autosave.keep_meanwhile()
        failure = self._autosave.failure
        if failure is not None and not self._has_told:
            self._has_told = True
            self._session.voice.tell(News.of_error(failure))
            self._show()
