"""What a level file says to the play of the cable: cases in whole numbers, which are asked, and who turns wires.

Knows no rules of the play.
"""

from dataclasses import dataclass

from chairgame.chair.catalogue import chair_names
from chairgame.text.tables import ABOVE_ZERO, Table
from chairgame.training.settings import MAXIMUM_SEED

LESSONS = ("out", "silent", "path", "sign")
WIRES, INPUTS, BLANKS_A_CASE, CREWS = 9, 2, 3, 3
LARGEST_INPUT, LARGEST_WEIGHT, HIGHEST = 3, 3, 12
BLANKS = (
    *("neuron 1", "neuron 2", "neuron 3", "output", "error", "signal", "signal 1", "signal 2", "signal 3"),
    *(f"wire {name}" for name in "ABCDEFGHI"),
)


@dataclass(frozen=True)
class CaseSetup:
    """A case of the cable: the brain that made the error, what it teaches, and which numbers are asked."""

    lesson: str
    inputs: tuple[int, ...]
    weights: tuple[int, ...]
    wanted: int
    blanks: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> "CaseSetup":
        """From an entry of `cases`."""
        table.only("lesson", "inputs", "weights", "wanted", "blanks")
        return cls(
            table["lesson"].one_of(LESSONS),
            tuple(entry.whole(1, LARGEST_INPUT) for entry in table["inputs"].entries(INPUTS, INPUTS)),
            tuple(entry.whole(-LARGEST_WEIGHT, LARGEST_WEIGHT) for entry in table["weights"].entries(WIRES, WIRES)),
            table["wanted"].whole(1, HIGHEST),
            tuple(entry.one_of(BLANKS) for entry in table["blanks"].entries(BLANKS_A_CASE, BLANKS_A_CASE)),
        )


@dataclass(frozen=True)
class VariantSetup:
    """The same cases with other numbers. Its seed is also that of the brains that learn in the end."""

    seed: int
    cases: tuple[CaseSetup, ...]

    @classmethod
    def read(cls, table: Table) -> "VariantSetup":
        """From a table `[[setup.variant]]`."""
        table.only("seed", "cases")
        cases = tuple(CaseSetup.read(case) for case in table["cases"].tables(1, 9))
        return cls(table["seed"].whole(0, MAXIMUM_SEED), cases)


@dataclass(frozen=True)
class CrewSetup:
    """How many wires turn at a rebuild, 0 for all of them, and how loud it is for them."""

    wires: int
    rate: float

    @classmethod
    def read(cls, table: Table) -> "CrewSetup":
        """From a table `[[setup.crew]]`."""
        table.only("wires", "rate")
        return cls(table["wires"].whole(0, 1000), table["rate"].number(ABOVE_ZERO, 10.0))


@dataclass(frozen=True)
class CableSetup:
    """The chair of the end, how far a wire is nudged, who turns wires there and how often, and the cases."""

    chair: str
    nudge: float
    rebuilds: int
    crews: tuple[CrewSetup, ...]
    variants: tuple[VariantSetup, ...]

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "CableSetup":
        """See `registry.Setup`."""
        objective.only()
        setup.only("chair", "nudge", "rebuilds", "crew", "variant")
        return cls(
            setup["chair"].one_of(chair_names()),
            setup["nudge"].number(ABOVE_ZERO, 1.0),
            setup["rebuilds"].whole(1, 1000),
            tuple(CrewSetup.read(table) for table in setup["crew"].tables(CREWS, CREWS)),
            tuple(VariantSetup.read(table) for table in setup["variant"].tables(1, 99)),
        )

    def variant(self, seed: int) -> VariantSetup:
        """The cases' numbers that belong to a seed; the first ones where it has none of its own."""
        return next((variant for variant in self.variants if variant.seed == seed), self.variants[0])
