"""Level 6's run: a brain that learns, a bet without which it waits, grandmother's seats, and the wiping. It knows time
and no moves: whoever lets it pass makes each rebuild a move.
"""

from collections.abc import Callable
from dataclasses import replace

from chairgame.chair.parts import FloatArray
from chairgame.game.session.model import GameSession
from chairgame.game.session.rebuild import Rebuild
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.story.course import Course, Watched
from chairgame.game.story.grip import Grip
from chairgame.game.story.seating import AFTERWARDS, Seating, rebuild_at

SPEEDS = (1, 4, 16)
WIPE_SECONDS = 2.4


class LongRun:
    """One brain's rebuilds, and after the wiping another one's."""

    def __init__(self, course: Course, bet_at: int, most: int) -> None:
        self.course = self.first = course
        """The brain that learns, and the one that it began with."""
        self.bet_at, self.most = bet_at, most
        self.epoch = self.farthest = 0
        """The rebuild shown, and the last one of the first brain that was learned."""
        self.bet: int | None = None
        self.seating = Seating(course, bet_at + 1)
        self.wiped: FloatArray | None = None
        """The weights that were wiped, shape (P,)."""
        self.running = self.hurries = False
        """Whether it learns, and whether it is in a hurry to the next event."""
        self.speed = 0
        """Which of the speeds."""
        self._forgot = 0.0
        self._watched = Watched()

    @property
    def is_wiped(self) -> bool:
        """Whether the brain is another one."""
        return self.wiped is not None

    @property
    def forgotten(self) -> float:
        """The share of the wiped weights that is blank by now."""
        return min(1.0, self._forgot / WIPE_SECONDS) if self.is_wiped else 0.0

    @property
    def is_forgetting(self) -> bool:
        """Whether weights go blank at the moment."""
        return self.is_wiped and self.forgotten < 1

    @property
    def truth(self) -> int | None:
        """The first rebuild on which grandmother can sit, as soon as it has been learned."""
        return self.seating.first.get(GRANDMOTHER)

    @property
    def needs_bet(self) -> bool:
        """Whether it has come to where nothing goes on without a bet."""
        return self.bet is None and not self.is_wiped and self.epoch >= self.bet_at

    @property
    def limit(self) -> int:
        """The rebuild at which it ends, or waits."""
        return self.most if self.bet is not None or self.is_wiped else self.bet_at

    @property
    def can_learn(self) -> bool:
        """Whether another rebuild is to be had."""
        return self.epoch < self.limit

    @property
    def leads_on(self) -> bool:
        """Whether anything comes after the rebuild shown."""
        return self.is_wiped or self.can_learn

    @property
    def rebuild(self) -> Rebuild:
        """The epoch shown."""
        return rebuild_at(self.course, self.epoch)

    def session(self, grip: Grip) -> GameSession:
        """What the lab's widgets show: the rebuild, and the part in hand."""
        session = self._watched.at(self.course, self.epoch, self.running)
        session.hand.hold(grip.hand(session.rebuild.poses), selected=grip.part)
        return session

    def known_up_to(self, epoch: int) -> int:
        """The rebuild, or the last one before it that this brain has made."""
        return min(epoch, self.epoch if self.is_wiped else self.farthest)

    # What moves do

    def learn_to(self, epoch: int) -> None:
        """Learn on, and look at every new rebuild whether it would hold grandmother."""
        self.course.row(epoch)
        self.epoch = epoch
        if not self.is_wiped:
            self.farthest = max(self.farthest, epoch)
            self.seating.find(GRANDMOTHER, self.farthest)

    def wipe(self) -> None:
        """Put a newborn brain in this one's place."""
        self.wiped, self._forgot = self.rebuild.before.params, 0.0
        settings = self.course.settings
        self.course, self.epoch = Course(self.course.chair_name, replace(settings, seed=settings.seed + 1)), 0
        self.running = False

    # Time

    @property
    def is_moving(self) -> bool:
        """Whether it learns, forgets, or there is something to be found out between two frames."""
        return self.running or self.is_forgetting or self.seating.has_more(self.farthest)

    def toggle(self, *, hurry: bool = False) -> None:
        """Learn on, or hold. In a hurry it is at the next event at once."""
        self.running = (hurry or not self.running) and self.can_learn
        self.hurries = hurry

    def change_speed(self, steps: int) -> None:
        """Faster or slower."""
        self.speed = min(max(0, self.speed + steps), len(SPEEDS) - 1)

    def end_forgetting(self) -> None:
        """Nobody waits for it."""
        self._forgot = WIPE_SECONDS

    def pass_time(self, seconds: float, may_learn: Callable[[], bool], rebuild_once: Callable[[], None]) -> bool:
        """Rebuild after rebuild, the first ones in full, later ones as cuts. True if anything moved."""
        if self.is_forgetting:
            self._forgot += seconds
            return True
        has_looked = self.seating.has_more(self.farthest)
        if has_looked:
            self.seating.look()
        if not self.running:
            return has_looked
        self._play(seconds * SPEEDS[self.speed], may_learn, rebuild_once)
        return True

    def _play(self, seconds: float, may_learn: Callable[[], bool], rebuild_once: Callable[[], None]) -> None:
        player = self._shown.player
        player.pass_time(seconds)
        while self.running and (self.hurries or player.is_at_end) and may_learn():
            rest = max(0.0, player.elapsed - player.beat.seconds)
            rebuild_once()
            self.running = not self._is_event()
            player = self._shown.player
            player.take_up(self.epoch)  # what the lab calls an event, the level does not dwell on
            player.show_start()
            player.pass_time(rest)
        if self.hurries or not self.running:
            player.show_end()

    @property
    def _shown(self) -> GameSession:
        return self._watched.at(self.course, self.epoch, self.running)

    def _is_event(self) -> bool:
        """Whether there is something new to look at before anything goes on."""
        if self.epoch >= self.limit:
            return True
        if self.is_wiped or self.truth is None or self.epoch < self.farthest:
            return False
        return self.epoch in (self.truth, self.truth + AFTERWARDS)
