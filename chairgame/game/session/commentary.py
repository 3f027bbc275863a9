"""Notices what is worth a sentence while a network learns: the distance halved, a landmark passed, and
that the thing stands for the first time.
"""

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.news import Cm, Count, News
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.sitting.sit_test import can_sit
from chairgame.text.catalogue import N_

OPEN_CM = 2.0  # below this the box opens by itself
SMALLEST_HALVING_CM = 1.0  # halving what nobody can see is no news
LANDMARKS = (
    (OPEN_CM, N_("Under 2 cm: the box opens. x shows what was inside.")),
    (5.0, N_("Under 5 cm: you could almost sit on it.")),
    (12.0, N_("Under 12 cm, and nobody ever showed it a chair.")),
)
BURNED_OUT = News(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))


def rests(epochs: int) -> News:
    """Why a run that is as long as a run may be does not go on."""
    message = N_("A run rests after {n} epochs. Go back, turn the volume; or R: a new brain.")
    return News(message, {"n": Count(epochs)})


def rebuilt(label: str) -> News:
    """Where a part went that a hand held when it was built again."""
    message = N_("You fixed the chair; nobody fixed the brain: {label} went where it is wired.")
    return News(message, {"label": label})


class Commentary:
    """Remembers the distance that was last worth a word."""

    def __init__(self) -> None:
        self._halved_from: float | None = None
        self._told = float("inf")  # the lowest landmark so far
        self._has_stood = False

    def begin(self, distance_cm: float | None) -> None:
        """The first distance to compare with, unless there is one already."""
        if self._halved_from is None:
            self._halved_from = distance_cm

    def halved(self, now: float | None) -> News | None:
        """The news that the distance has halved since the last time it did."""
        if now is None or self._halved_from is None or not SMALLEST_HALVING_CM <= now <= self._halved_from / 2:
            return None
        self._halved_from = now
        return News(N_("The distance has halved: {distance} cm."), {"distance": Cm(now)})

    def landmark_passed(self, before: float | None, now: float | None) -> News | None:
        """The news of the smallest landmark between two distances in cm, the first time that it is passed."""
        if before is None or now is None:
            return None
        for landmark, message in LANDMARKS:
            if now < landmark <= min(before, self._told) and landmark < self._told:
                self._told = landmark
                return News(message)
        return None

    @property
    def has_stood(self) -> bool:
        """Whether the thing has stood already."""
        return self._has_stood

    def stood(self) -> News:
        """The news that a grandmother could sit on it, the first time that she could."""
        self._has_stood = True
        return News(N_("It stands! A grandmother could sit on it. t: let somebody sit down."))


def stands(chair: Chair, poses: Poses) -> bool:
    """Whether it can be called a chair: whether a grandmother could sit on it.

    A cat sits on many a monster, and a hippopotamus waits until nothing is left to wonder at.
    """
    return can_sit(chair, poses, GRANDMOTHER)
