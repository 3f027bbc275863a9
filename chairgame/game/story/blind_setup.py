"""What a level file says to the play of the blind scanners, and what that tells of itself. Knows no rules."""

from dataclasses import dataclass

from chairgame.chair.catalogue import chair_names
from chairgame.text.tables import ABOVE_ZERO, Table
from chairgame.training.settings import MAXIMUM_SEED

SPOTS = ("nothing", "legs", "back", "heights", "sideways", "turns")
MOST_CASES = 5


@dataclass(frozen=True)
class CaseSetup:
    """What a scanner does not see, and the seed of the brain that learns from it."""

    spot: str
    brain: int

    @classmethod
    def read(cls, table: Table) -> "CaseSetup":
        """From an entry of `cases`."""
        table.only("spot", "brain")
        return cls(table["spot"].one_of(SPOTS), table["brain"].whole(0, MAXIMUM_SEED))


@dataclass(frozen=True)
class VariantSetup:
    """Scanners one after the other. Its seed is also that of the brain that learns in the noise."""

    seed: int
    cases: tuple[CaseSetup, ...]

    @classmethod
    def read(cls, table: Table) -> "VariantSetup":
        """From a table `[[setup.variant]]`."""
        table.only("seed", "cases")
        cases = tuple(CaseSetup.read(case) for case in table["cases"].tables(1, MOST_CASES))
        return cls(table["seed"].whole(0, MAXIMUM_SEED), cases)


@dataclass(frozen=True)
class BlindSetup:
    """The chair and for how many rebuilds it is learned; then the noise: how loud it is, how long one learns in it, the
    knob's rates, where it begins, and what is near enough."""

    chair: str
    rebuilds: int
    hiss: float
    noisy_rebuilds: int
    rates: tuple[float, ...]
    start: float
    enough_cm: float
    variants: tuple[VariantSetup, ...]

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "BlindSetup":
        """See `registry.Setup`."""
        objective.only("chair")
        setup.only("rebuilds", "hiss", "noisy_rebuilds", "rates", "start", "enough_cm", "variant")
        rates = tuple(entry.number(ABOVE_ZERO, 100.0) for entry in setup["rates"].entries(2, 30))
        return cls(
            objective["chair"].one_of(chair_names()),
            setup["rebuilds"].whole(1, 1000),
            setup["hiss"].number(ABOVE_ZERO, 10.0),
            setup["noisy_rebuilds"].whole(1, 1000),
            rates,
            rates[setup["start"].whole(1, len(rates)) - 1],
            setup["enough_cm"].number(ABOVE_ZERO, 100.0),
            tuple(VariantSetup.read(table) for table in setup["variant"].tables(1, 99)),
        )

    def variant(self, seed: int) -> VariantSetup:
        """The one of a seed; the first one where it has none of its own."""
        return next((variant for variant in self.variants if variant.seed == seed), self.variants[0])


VERBS = ("epoch", "sit", "probe", "name", "next", "volume", "anew")
FACTS = {
    "case": int,
    "cases": int,
    "learned": bool,
    "sat": bool,
    "reads_cm": float,
    "true_cm": float,
    "probes": int,
    "probes_here": int,
    "told_nothing": bool,
    "left": int,
    "named": int,
    "wrong": int,
    "closed": bool,
    "static": bool,
    "runs": int,
    "too_loud": bool,
    "too_quiet": bool,
    "best_cm": float,
    "done": int,
}
GROWING = ("probes", "wrong")
