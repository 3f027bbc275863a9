"""The registry of plays: what a level file may say to each, and what each tells of itself.

A play declares its `Setup` (read from the file's `objective` and `setup`), the verbs that its levels may allow, and the
facts that goals, stars, hints and `{fields}` of texts may name. It is light on purpose: the story's map reads all
levels, and nobody waits for plays that are not opened. Knows no level and no play's rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from chairgame.chair.catalogue import chair_names
from chairgame.game.story import blind_setup, family_setup, repair_setup, sheet_setup, zoom_setup
from chairgame.game.story.cable_setup import CableSetup
from chairgame.text.catalogue import N_
from chairgame.text.figures import exact
from chairgame.text.tables import ABOVE_ZERO, Field, Table
from chairgame.training.settings import MAXIMUM_SEED

MOST_PARTS = 6
LOUDNESSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class Setup(Protocol):
    """What a play is told by a level's file."""

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "Setup":
        """From two tables of the file. Raises PlayerError that names the file and the field."""


@dataclass(frozen=True)
class RecipeSetup:
    """How many parts the hidden thing has, and how many builds there are, the given one counted."""

    parts: int
    builds: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "RecipeSetup":
        """See `Setup`."""
        objective.only("parts")
        setup.only("builds")
        return cls(objective["parts"].whole(1, MOST_PARTS), setup["builds"].whole(2, 99))


@dataclass(frozen=True)
class DialsSetup:
    """Which box it is, how many parts its thing has, and how many builds there are after the given one.

    The level's seed says in which order the dials are, and which of them are turned round.
    """

    box: int
    parts: int
    most: int


@dataclass(frozen=True)
class ScannerSetup(DialsSetup):
    """Dials that are nudged."""

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "ScannerSetup":
        """See `Setup`."""
        setup.only("builds")
        return cls(*_box_of(objective), setup["builds"].whole(1, 99))


@dataclass(frozen=True)
class HeadphonesSetup(DialsSetup):
    """Dials with headphones: how loud they are at the beginning, and from where on it is near enough to end."""

    loudness: float
    enough_cm: float

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "HeadphonesSetup":
        """See `Setup`."""
        setup.only("steps", "loudness", "enough_cm")
        loudness, enough = _one_of(setup["loudness"], LOUDNESSES), setup["enough_cm"].number(ABOVE_ZERO, 100.0)
        return cls(*_box_of(objective), setup["steps"].whole(1, 99), loudness, enough)


@dataclass(frozen=True)
class VolumeSetup:
    """The chair, the knob's rates and where it begins, how long a run is, after how many epochs it asks what will come
    of it, and from where on it has learned."""

    chair: str
    rates: tuple[float, ...]
    start: float
    epochs: int
    asked: int
    batch: int
    learned_cm: float

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "VolumeSetup":
        """See `Setup`."""
        objective.only("chair")
        setup.only("rates", "start", "epochs", "asked", "batch", "learned_cm")
        rates = tuple(entry.number(ABOVE_ZERO, 100.0) for entry in setup["rates"].entries(2, 30))
        return cls(
            objective["chair"].one_of(chair_names()),
            rates,
            _one_of(setup["start"], rates),
            epochs := setup["epochs"].whole(2, 1000),
            setup["asked"].whole(1, epochs - 1),
            setup["batch"].whole(0, 1000),
            setup["learned_cm"].number(ABOVE_ZERO, 100.0),
        )


@dataclass(frozen=True)
class EpochsSetup:
    """The chair, how many rebuilds there are, and the one that waits for a bet."""

    chair: str
    epochs: int
    bet_at: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "EpochsSetup":
        """See `Setup`."""
        objective.only("chair")
        setup.only("epochs", "bet_at")
        epochs = setup["epochs"].whole(2, 1000)
        return cls(objective["chair"].one_of(chair_names()), epochs, setup["bet_at"].whole(1, epochs - 1))


def _box_of(objective: Table) -> tuple[int, int]:
    objective.only("box", "parts")
    return objective["box"].whole(0, MAXIMUM_SEED), objective["parts"].whole(1, MOST_PARTS)


def _one_of(field: Field, numbers: tuple[float, ...]) -> float:
    number = field.number()
    if number in numbers:
        return number
    words = ", ".join(exact(number) for number in numbers)
    raise field.mistake(N_("{file}: {field}: expected one of {words}, found {found}"), words=words)


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


KINDS: Mapping[str, Kind] = {
    "recipe": Kind(
        "chairgame.game.story.recipe",
        "RecipePlay",
        RecipeSetup,
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
        ScannerSetup,
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
        HeadphonesSetup,
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
        VolumeSetup,
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
        EpochsSetup,
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
    "repair": Kind(
        "chairgame.game.story.repair",
        "RepairPlay",
        repair_setup.RepairSetup,
        repair_setup.VERBS,
        repair_setup.FACTS,
        growing=repair_setup.GROWING,
    ),
    "zoom": Kind(
        "chairgame.game.story.zoom",
        "ZoomPlay",
        zoom_setup.ZoomSetup,
        zoom_setup.VERBS,
        zoom_setup.FACTS,
        growing=("drops",),
    ),
    "family": Kind(
        "chairgame.game.story.family",
        "FamilyPlay",
        family_setup.FamilySetup,
        ("train", "bet"),
        family_setup.FACTS,
        growing=("missed", "border_off"),
    ),
    "sheet": Kind(
        "chairgame.game.story.sheet_play",
        "SheetPlay",
        sheet_setup.SheetSetup,
        sheet_setup.VERBS,
        sheet_setup.FACTS,
        growing=sheet_setup.GROWING,
    ),
    "blind": Kind(
        "chairgame.game.story.blind",
        "BlindPlay",
        blind_setup.BlindSetup,
        blind_setup.VERBS,
        blind_setup.FACTS,
        growing=blind_setup.GROWING,
    ),
}
