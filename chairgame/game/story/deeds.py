"""What was done in the story by hand and by the machine, level by level, out of the player's own progress.

Pure. What the hand held in each level is told by a word of the catalogue's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from chairgame.game.progress.records import Record
from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import N_

HELD = (
    N_("a recipe"),
    N_("dials"),
    N_("headphones"),
    N_("wires"),
    N_("the volume"),
    N_("hands off"),
    N_("a text"),
    N_("a sheet"),
    N_("the data"),
    N_("the scanner"),
    N_("a guess"),
    N_("a key"),
)


@dataclass(frozen=True)
class Deed:
    """A level: its number and title, how many moves the player made and how many times a weight was changed (None where
    it was not played to its end), and what the player's hand held."""

    number: int
    title: str
    hand: int | None
    machine: int | None
    held: str


def deeds_of(records: Mapping[str, Record], now: Level, hand: int, machine: int) -> tuple[Deed, ...]:
    """Of every level the best play; of the one that is played now what it has come to so far."""
    return tuple(_deed(level, records, now, hand, machine) for level in levels())


def _deed(level: Level, records: Mapping[str, Record], now: Level, hand: int, machine: int) -> Deed:
    held = HELD[level.number - 1]
    if level.id == now.id:
        return Deed(level.number, level.title, hand, machine, held)
    record = records.get(level.id)
    best = None if record is None else record.best
    if best is None:
        return Deed(level.number, level.title, None, None, held)
    return Deed(level.number, level.title, best.hand_moves, best.weight_changes, held)
