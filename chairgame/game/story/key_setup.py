"""What a level file says to the play of the key, its verbs and facts. Knows no rules of the play."""

from collections.abc import Mapping
from dataclasses import dataclass

from chairgame.text.tables import Table

VERBS = ("answer", "guess", "listen", "open")
FACTS: Mapping[str, type[str] | type[int] | type[float] | type[bool]] = {
    "lock": int,
    "opened": int,
    "wrong": int,
    "again": bool,
    "rebuilds": int,
    "bolted": bool,
    "chart": bool,
    "building": bool,
    "open": bool,
    "guess": str,
    "thing": str,
    "start_cm": float,
    "best_cm": float,
}
GROWING = ("wrong",)
KINDS = ("scanner", "dials", "cable", "volume", "attention", "unseen", "blind")
MOST_LOCKS, MOST_REBUILDS, MOST_LEVELS, MOST_PAGES, LONGEST_TEXT = 9, 200, 12, 9, 500


@dataclass(frozen=True)
class LockSetup:
    """A lock: what it asks about, and what is to be read again about it: of a level the debrief's page, counted from 1,
    or a text of its own where no level has named it."""

    kind: str
    level: int = 0
    page: int = 0
    text: str = ""


@dataclass(frozen=True)
class KeySetup:
    """The locks in their order, and how many rebuilds a lock is worth that opens at the first try."""

    locks: tuple[LockSetup, ...]
    rebuilds: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "KeySetup":
        """See `registry.Setup`. What the box hides, no file of levels says."""
        objective.only()
        setup.only("rebuilds", "lock")
        locks = tuple(_lock(table) for table in setup["lock"].tables(1, MOST_LOCKS))
        return cls(locks, setup["rebuilds"].whole(1, MOST_REBUILDS))


def _lock(table: Table) -> LockSetup:
    kind = table["kind"].one_of(KINDS)
    if "text" in table:
        table.only("kind", "text")
        return LockSetup(kind, text=table["text"].prose(LONGEST_TEXT, 1))
    table.only("kind", "level", "page")
    return LockSetup(kind, table["level"].whole(1, MOST_LEVELS), table["page"].whole(1, MOST_PAGES))
