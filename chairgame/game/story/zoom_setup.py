"""What a level file says to the play of the zoom, its verbs and facts. Knows no rules of the play."""

from dataclasses import dataclass

from chairgame.chair.catalogue import chair_names
from chairgame.text.tables import Table

VERBS = ("tenfold", "grow", "next", "multiply", "fewest", "rank", "drop", "melt")
FACTS = {
    "betting": bool,
    "zooming": bool,
    "arrived": bool,
    "exact": bool,
    "bet": int,
    "tenfolds": int,
    "chips": bool,
    "foundry": bool,
    "choosing": bool,
    "fewest_bet": int,
    "fewest_right": bool,
    "fewest": int,
    "drops": int,
    "solved": bool,
    "failed": bool,
    "stuck": bool,
    "blocks_school": int,
    "blocks_found": int,
}
GROWING = ("drops",)
MOST_WEIGHTS = 10**15
MOST_MULTIPLICATIONS = 8


@dataclass(frozen=True)
class ZoomSetup:
    """The chair whose brain it begins with, how many weights it goes to, up to how many tenfold steps may be bet, and
    with how many multiplications an algorithm is looked for, the most first."""

    chair: str
    weights: int
    tenfolds: int
    multiplications: tuple[int, ...]

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "ZoomSetup":
        """See `registry.Setup`."""
        objective.only("chair")
        setup.only("weights", "tenfolds", "multiplications")
        return cls(
            objective["chair"].one_of(chair_names()),
            setup["weights"].whole(10**6, MOST_WEIGHTS),
            setup["tenfolds"].whole(2, 30),
            tuple(entry.whole(1, MOST_MULTIPLICATIONS) for entry in setup["multiplications"].entries(2, 8)),
        )
