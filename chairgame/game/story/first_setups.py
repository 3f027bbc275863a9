"""What level files say to the plays of the first half, but for the cable's. Knows no rules of any play."""

from dataclasses import dataclass

from chairgame.chair.catalogue import chair_names
from chairgame.text.catalogue import N_
from chairgame.text.figures import exact
from chairgame.text.tables import ABOVE_ZERO, Field, Table
from chairgame.training.settings import MAXIMUM_SEED

MOST_PARTS = 6
LOUDNESSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


@dataclass(frozen=True)
class RecipeSetup:
    """How many parts the hidden thing has, and how many builds there are, the given one counted."""

    parts: int
    builds: int

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "RecipeSetup":
        """See `registry.Setup`."""
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
        """See `registry.Setup`."""
        setup.only("builds")
        return cls(*_box_of(objective), setup["builds"].whole(1, 99))


@dataclass(frozen=True)
class HeadphonesSetup(DialsSetup):
    """Dials with headphones: how loud they are at the beginning, and from where on it is near enough to end."""

    loudness: float
    enough_cm: float

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "HeadphonesSetup":
        """See `registry.Setup`."""
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
        """See `registry.Setup`."""
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
        """See `registry.Setup`."""
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
