"""What a level file says to the play of the family, and which facts that play tells. Knows no rules of the play."""

from collections.abc import Mapping
from dataclasses import dataclass

from chairgame.text.tables import ABOVE_ZERO, Table

FACTS: Mapping[str, type[str] | type[int] | type[float] | type[bool]] = {
    "runs": int,
    "told": int,
    "missed": int,
    "chairs": int,
    "trained_cm": float,
    "unseen_cm": float,
    "table_cm": float,
    "best_cm": float,
    "hearts": int,
    "halves": int,
    "understood": int,
    "last_heart": bool,
    "last_half": bool,
    "has_bet": bool,
    "may_bet": bool,
    "bet": int,
    "border": int,
    "border_off": int,
}


@dataclass(frozen=True)
class FamilySetup:
    """How many chairs each heap has, for how many builds there is time, how many chairs are kept back; the rate that
    learning begins with; what counts as known by heart and as understood, in cm; and the heights that may be bet on."""

    heaps: tuple[int, ...]
    builds: int
    unseen: int
    rate: float
    heart_cm: float
    understood_cm: float
    lowest_bet: int
    highest_bet: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "FamilySetup":
        """See `registry.Setup`."""
        objective.only("heaps", "unseen")
        setup.only("builds", "rate", "heart_cm", "understood_cm", "lowest_bet", "highest_bet")
        builds = setup["builds"].whole(1, 10_000)
        lowest = setup["lowest_bet"].whole(1, 200)
        return cls(
            tuple(entry.whole(1, builds) for entry in objective["heaps"].entries(2, 8)),
            builds,
            objective["unseen"].whole(3, 20),
            setup["rate"].number(ABOVE_ZERO, 1.0),
            setup["heart_cm"].number(ABOVE_ZERO, 100.0),
            setup["understood_cm"].number(ABOVE_ZERO, 100.0),
            lowest,
            setup["highest_bet"].whole(lowest + 1, 200),
        )
