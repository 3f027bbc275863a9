"""What was heard of the volumes: runs and what they came to, and the row of those that were read right.

Pure values. A run is heard for the first time when nobody has let that brain learn to the end at that volume before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chairgame.text.catalogue import N_

OUTCOMES = CRAWL, LEARN, BURN = "crawl", "learn", "burn"

RIGHT: Mapping[str, str] = {
    CRAWL: N_("Read right! At {rate} it crawls: still {distance} cm after 40 rebuilds. + turns it up."),
    LEARN: N_("Read right! At {rate} it learns: {distance} cm. Could a louder one do better?"),
    BURN: N_("Read right! At {rate} it burned out: each step leapt over the goal, further every time. u: just before."),
}
WRONG: Mapping[str, str] = {
    CRAWL: N_("It crawls: still {distance} cm after 40 rebuilds. The row begins anew; no star is lost."),
    LEARN: N_("It learns: {distance} cm after 40 rebuilds. The row begins anew; no star is lost."),
    BURN: N_("It burned out. The row begins anew; no star is lost. u: back to just before the smoke."),
}
TOO_EARLY = N_("Smoke at rebuild {n}: burned before anybody could guess. u: back to just before, then turn it down.")
AGAIN: Mapping[str, str] = {
    CRAWL: N_("At {rate} it crawls, as you have heard before: {distance} cm. That does not count in the row."),
    LEARN: N_("At {rate} it learns, as you have heard before: {distance} cm. That does not count in the row."),
    BURN: N_("At {rate} it burns, as you have heard before. u: back to just before the smoke."),
}
STEERED: Mapping[str, str] = {
    CRAWL: N_("A steered run: {distance} cm after 40 rebuilds, ending at {rate}."),
    LEARN: N_("A steered run: {distance} cm after 40 rebuilds, ending at {rate}. It learned."),
    BURN: N_("Smoke, at {rate}. u: back to just before, then turn it down."),
}


@dataclass(frozen=True)
class Hearing:
    """What a run came to."""

    brain: int
    """The seed of its brain."""
    rate: float | None
    """Its volume; None where that was turned on the way."""
    outcome: str
    distance_cm: float | None
    """How far off at its end; None for smoke."""
    reading: str | None = None
    """What its beginning was taken for; None where nobody was asked: it burned too early, or had been heard before."""
    is_first: bool = True
    """Whether that brain had not been heard at that volume before."""

    @property
    def is_right(self) -> bool:
        """Whether it was read right."""
        return self.reading == self.outcome

    @property
    def words(self) -> str:
        """What there is to say about it."""
        if self.rate is None:
            return STEERED[self.outcome]
        if self.reading is None:
            return TOO_EARLY if self.is_first else AGAIN[self.outcome]
        return RIGHT[self.outcome] if self.is_right else WRONG[self.outcome]


def row_of(hearings: Sequence[Hearing]) -> tuple[str, ...]:
    """What the last readings said that were right one after the other. Whoever was not asked has missed nothing."""
    row: list[str] = []
    for hearing in hearings:
        if hearing.reading is not None:
            row = [*row, hearing.outcome] if hearing.is_right else []
    return tuple(row)


def best_of(hearings: Sequence[Hearing]) -> Hearing | None:
    """The run that came nearest; of smoke none."""
    sound = [hearing for hearing in hearings if hearing.distance_cm is not None]
    return min(sound, key=lambda hearing: hearing.distance_cm or 0.0) if sound else None


def gap_of(hearings: Sequence[Hearing], brain: int, rates: Sequence[float]) -> int:
    """How many steps of the knob lie between what learned and what burned; 0 as long as one of them is not known."""
    ends = {hearing.rate: hearing.outcome for hearing in hearings if hearing.brain == brain}
    learned = [index for index, rate in enumerate(rates) if ends.get(rate) == LEARN]
    burned = [index for index, rate in enumerate(rates) if ends.get(rate) == BURN]
    return min(burned) - max(learned) if learned and burned else 0


def is_spent(hearings: Sequence[Hearing], brain: int) -> bool:
    """Whether a brain has asked already what burns slowly, and the row has no burn-out all the same."""
    asked = (hearing for hearing in hearings if hearing.brain == brain and hearing.reading is not None)
    return BURN not in row_of(hearings) and any(hearing.outcome == BURN for hearing in asked)
