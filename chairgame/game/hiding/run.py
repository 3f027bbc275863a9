"""The network learning a hidden thing while the room bets on the epoch at which it is found. Knows no screen."""

from collections.abc import Callable
from dataclasses import dataclass

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.chair.writing import chair_text
from chairgame.game.session.model import GameSession
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.sitting.sit_test import can_sit
from chairgame.training.settings import Settings

FOUND_CM = 5.0
MOST_BETS = 9
LATEST_BET = 9999


@dataclass(frozen=True)
class Bet:
    """Somebody's guess, by a letter."""

    letter: str
    epoch: int


class HiddenRun:
    """A locked thing, the network that learns it, the bets. The thing shows itself only once the box is opened."""

    def __init__(self, chair: Chair, seed: int) -> None:
        self.session = GameSession(chair, Settings(seed=seed))
        self.bets: list[Bet] = []
        self.is_open = False
        self._found: int | None = None
        self._seen = -1  # the last epoch that was looked at
        self._can_be_sat_on = can_sit(chair, self.session.history.task.chair_box.reveal(), GRANDMOTHER)

    @property
    def found_at(self) -> int | None:
        """The first epoch at which it was within 5 cm or, if the thing is a seat, held a grandmother; or none yet."""
        session = self.session
        read = session.newest if session.epoch < session.newest or session.player.is_measured else session.newest - 1
        while self._found is None and self._seen < read:
            self._seen += 1
            if self._is_found(self._seen):
                self._found = self._seen
        return self._found

    def _is_found(self, epoch: int) -> bool:
        distance = self.session.history.rows[epoch].distance_cm
        if distance is None:
            return False
        if distance < FOUND_CM or not self._can_be_sat_on:
            return distance < FOUND_CM
        return can_sit(self.session.chair, rebuild_of(self.session.history, epoch).poses, GRANDMOTHER)

    @property
    def playing(self) -> bool:
        """Whether it learns."""
        return self.session.playing

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass; it holds on when the thing is found, so that the room sees it. True if anything moved."""
        before = self.found_at
        moved = self.session.tick(seconds, may_learn)
        if before is None and self.found_at is not None:
            self.session.player.pause()
        return moved

    @property
    def is_locked(self) -> bool:
        """Whether there is a box to open."""
        return not self.is_open

    @property
    def may_bet(self) -> bool:
        """Bets are taken before the first signals have been heard."""
        return self.session.newest == 0 and len(self.bets) < MOST_BETS

    def bet(self, epoch: int) -> bool:
        """One more guess; False once it is too late, or for an epoch out of reach."""
        if not self.may_bet or not 1 <= epoch <= LATEST_BET:
            return False
        self.bets.append(Bet("ABCDEFGHI"[len(self.bets)], epoch))
        return True

    def take_back(self) -> None:
        """The last bet, as long as bets are taken."""
        if self.session.newest == 0 and self.bets:
            self.bets.pop()

    @property
    def winners(self) -> tuple[Bet, ...]:
        """The bets closest to the truth, once it is known."""
        found = self.found_at
        if found is None or not self.bets:
            return ()
        least = min(abs(bet.epoch - found) for bet in self.bets)
        return tuple(bet for bet in self.bets if abs(bet.epoch - found) == least)

    def open(self) -> None:
        """The lid comes off, for good."""
        self.is_open = True
        self.session.player.pause()

    @property
    def ideal(self) -> Poses | None:
        """Where the parts belong, once the box is open."""
        return self.session.history.task.chair_box.reveal() if self.is_open else None

    def file_text(self) -> str:
        """The thing as a chair file. Raises ValueError while the box is locked."""
        if not self.is_open:
            raise ValueError("the box is locked")
        return chair_text(self.session.chair)
