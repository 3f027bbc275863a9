"""What a level file says to the play of the instruction sheet, and what that tells of itself. Knows no rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from chairgame.text.tables import ABOVE_ZERO, Table

Sizes = tuple[float, ...]
"""In cm: how wide and deep the seat is, how long and thick a leg is, how high the back is, how thick seat and back."""
SIZES = 7


@dataclass(frozen=True)
class SheetSetup:
    """How many numbers the player and the machine sort, and in how many swaps of neighbours that is possible; the two
    chairs' sizes; from where on a sheet's build and a network's count as done, in cm; the highest bet."""

    row: int
    swaps: int
    machine: int
    first: Sizes
    second: Sizes
    built_cm: float
    learned_cm: float
    highest_bet: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "SheetSetup":
        """See `registry.Setup`."""
        objective.only("first", "second")
        setup.only("row", "swaps", "machine", "built_cm", "learned_cm", "highest_bet")
        row = setup["row"].whole(3, 9)
        return cls(
            row,
            setup["swaps"].whole(1, row * (row - 1) // 2),
            setup["machine"].whole(2, 20_000),
            _sizes(objective, "first"),
            _sizes(objective, "second"),
            setup["built_cm"].number(ABOVE_ZERO, 100.0),
            setup["learned_cm"].number(ABOVE_ZERO, 100.0),
            setup["highest_bet"].whole(2, 999),
        )


def _sizes(objective: Table, name: str) -> Sizes:
    return tuple(entry.number(ABOVE_ZERO, 200.0) for entry in objective[name].entries(SIZES, SIZES))


VERBS = ("swap", "next", "part", "how", "run", "watch", "bet")
FACTS: Mapping[str, type[str] | type[int] | type[float] | type[bool]] = {
    "swaps": int,
    "wasted": int,
    "sorted": bool,
    "writing": bool,
    "unwritten": int,
    "numbers": int,
    "hanging": bool,
    "runs": int,
    "sheet_cm": float,
    "built": bool,
    "watched": int,
    "survived": bool,
    "failed": bool,
    "needs_bet": bool,
    "bet": int,
    "bet_off": int,
    "first": int,
    "second": int,
    "third": int,
}
GROWING = ("swaps", "failed", "bet_off")
