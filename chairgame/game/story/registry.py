"""The registry of plays: what a level file may say to each, and what each tells of itself.

A play declares its `Setup` (read from the file's `objective` and `setup`), the verbs that its levels may allow, and the
facts that goals, stars, hints and `{fields}` of texts may name. It is light on purpose: the story's map reads all
levels, and nobody waits for plays that are not opened. Knows no level and no play's rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from chairgame.game.story import (
    blind_setup,
    family_setup,
    first_setups,
    key_setup,
    repair_setup,
    sheet_setup,
    zoom_setup,
)
from chairgame.game.story.cable_setup import CableSetup
from chairgame.text.tables import Table


class Setup(Protocol):
    """What a play is told by a level's file."""

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "Setup":
        """From two tables of the file. Raises PlayerError that names the file and the field."""


Facts = Mapping[str, type[str] | type[int] | type[float] | type[bool]]


@dataclass(frozen=True)
class Kind:
    """A kind of play: the class that plays it, what its level files may say, and the facts that they may name."""

    module: str
    """Imported when a level of the kind is opened."""
    name: str
    setup: type[Setup]
    verbs: tuple[str, ...]
    facts: Facts
    growing: tuple[str, ...] = ()
    """The facts that never become less within a play but by undo: what is spent, and what went wrong."""


def _kind(module: str, name: str, setup: type[Setup], told: ModuleType) -> Kind:
    """A kind whose verbs and facts stand beside its set-up."""
    return Kind(f"chairgame.game.story.{module}", name, setup, told.VERBS, told.FACTS, growing=told.GROWING)


KINDS: Mapping[str, Kind] = {
    "recipe": Kind(
        "chairgame.game.story.recipe",
        "RecipePlay",
        first_setups.RecipeSetup,
        ("place", "build", "recall"),
        {
            "thing": str,
            "builds": int,
            "builds_left": int,
            "points": int,
            "best_points": int,
            "random_12_points": int,
            "random_1000_points": int,
            "space": int,
            "searched": int,
            "average": int,
            "filled": int,
            "all_filled": bool,
            "last_tiles": int,
        },
        growing=("builds",),
    ),
    "scanner": Kind(
        "chairgame.game.story.scanner",
        "ScannerPlay",
        first_setups.ScannerSetup,
        ("turn", "scan", "keep", "return"),
        {
            "builds": int,
            "left": int,
            "measured": int,
            "turned": int,
            "leaps": int,
            "saved_cm": float,
            "promised_cm": float,
            "beyond_cm": float,
            "best_cm": float,
        },
        growing=("builds",),
    ),
    "headphones": Kind(
        "chairgame.game.story.headphones",
        "HeadphonesPlay",
        first_setups.HeadphonesSetup,
        ("turn", "step", "listen", "volume"),
        {
            "steps": int,
            "left": int,
            "hand_steps": int,
            "hand_dials": int,
            "turned": int,
            "listening": bool,
            "loudness": float,
            "rose": bool,
            "burned": bool,
            "crawls": int,
            "best_cm": float,
            "distance_cm": float,
            "builds_needed": int,
        },
        growing=("steps",),
    ),
    "cable": Kind(
        "chairgame.game.story.cable",
        "CablePlay",
        CableSetup,
        ("answer", "accuse", "next", "middle", "foretell", "nudge", "listen"),
        {
            "case": int,
            "cases": int,
            "found": int,
            "accusations": int,
            "blanks": int,
            "answered": int,
            "foretold": int,
            "misread": int,
            "adding": bool,
            "multiplying": bool,
            "silent": bool,
            "minus": bool,
            "accusing": bool,
            "wrong": bool,
            "accused": str,
            "guilty": str,
            "closed": bool,
            "middle": bool,
            "without_middle": bool,
            "everybody": bool,
            "bet": bool,
            "bet_right": bool,
            "bet_wrong": bool,
            "start_cm": float,
            "one_cm": float,
            "ten_cm": float,
            "all_cm": float,
            "finale": bool,
            "nudging": bool,
            "listened": bool,
            "builds_needed": int,
            "digits": int,
        },
        growing=("misread", "bet_wrong"),
    ),
    "volume": Kind(
        "chairgame.game.story.volume_run",
        "VolumePlay",
        first_setups.VolumeSetup,
        ("volume", "epoch", "read", "back", "anew", "brain"),
        {
            "runs": int,
            "epoch": int,
            "row": int,
            "kinds": int,
            "missed": int,
            "asking": bool,
            "over": bool,
            "burned": bool,
            "hopeful": bool,
            "gap": int,
            "spent": bool,
            "best_cm": float,
        },
        growing=("runs", "missed"),
    ),
    "epochs": Kind(
        "chairgame.game.story.epochs",
        "EpochsPlay",
        first_setups.EpochsSetup,
        ("epoch", "back", "grab", "carry", "right", "let", "bet", "sit", "wipe", "pairs", "give", "next"),
        {
            "epoch": int,
            "farthest": int,
            "fixed": int,
            "holding": bool,
            "sat": int,
            "falls": int,
            "granny": bool,
            "wiped": bool,
            "has_bet": bool,
            "needs_bet": bool,
            "distance_cm": float,
            "bet": int,
            "truth": int,
            "bet_off": int,
            "in_pairs": bool,
            "pairs": int,
            "pairs_right": int,
            "pairs_wrong": int,
            "pair_small_cm": float,
            "pair_large_cm": float,
        },
        growing=("falls", "bet_off"),
    ),
    "repair": _kind("repair", "RepairPlay", repair_setup.RepairSetup, repair_setup),
    "zoom": _kind("zoom", "ZoomPlay", zoom_setup.ZoomSetup, zoom_setup),
    "family": Kind(
        "chairgame.game.story.family",
        "FamilyPlay",
        family_setup.FamilySetup,
        ("train", "bet"),
        family_setup.FACTS,
        growing=("missed", "border_off"),
    ),
    "sheet": _kind("sheet_play", "SheetPlay", sheet_setup.SheetSetup, sheet_setup),
    "blind": _kind("blind", "BlindPlay", blind_setup.BlindSetup, blind_setup),
    "key": _kind("key", "KeyPlay", key_setup.KeySetup, key_setup),
}
