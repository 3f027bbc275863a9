"""The stops of the zoom: brains by their number of weights, with source and year, and what the last number comes to.

Pure figures. Nothing is said here that was neither counted by this game nor printed in the source that is named.
"""

from dataclasses import dataclass

from chairgame.chair.catalogue import load_chair
from chairgame.text.catalogue import N_
from chairgame.training.settings import ATTENTIVE, MAXIMUM_UNITS, SMALL_TEXT, Settings
from chairgame.training.tasks import chair_task, facts_task, word_task
from chairgame.words.facts import NUMBERED
from chairgame.words.text import Text

SECONDS_A_YEAR = 31_557_600
WEIGHTS_A_SHEET, SHEET_KM = 5_000, 1e-7
BYTES_A_WEIGHT, CHIP_BYTES = 2, 80_000_000_000
GPT_3_TOKENS = 300_000_000_000
"""That it was trained on. Source: Brown et al. (2020), table 2.1."""
GPT_3_OPERATIONS = 3.14e23
"""Of its whole training. Source: Brown et al. (2020), appendix D."""
V100_OPERATIONS_A_SECOND = 125e12
"""A chip of the kind that it was trained on, at its peak. Source: NVIDIA, V100 data sheet (2017)."""


@dataclass(frozen=True)
class Stop:
    """A brain on the way: its name, an id of the catalogue, and where its number is from; nothing where it is ours."""

    name: str
    weights: int
    source: str = ""


def stops_of(chair: str) -> tuple[Stop, ...]:
    """All of them, the smallest first: four of this game, counted, and three that have been written about."""
    usual, widest = Settings(), Settings(hidden=(MAXIMUM_UNITS, MAXIMUM_UNITS))
    sentence = word_task(Text("Ala ma kota"), SMALL_TEXT).network.parameter_count
    head = facts_task(NUMBERED, ATTENTIVE).network.parameter_count
    ours, largest = (chair_task(load_chair(chair), wide).network.parameter_count for wide in (usual, widest))
    return (
        Stop(N_("Ala ma kota"), sentence),
        Stop(N_("your chair's brain"), ours),
        Stop(N_("one attention head"), head),
        Stop(N_("the largest in here"), largest),
        Stop("GPT", 117_000_000, "Radford et al., 2018"),
        Stop("GPT-2", 1_542_000_000, "Radford et al., 2019"),
        Stop("GPT-3", 175_000_000_000, "Brown et al., 2020"),
    )


def years_of_counting(weights: int) -> float:
    """How long it takes to count weights, one a second."""
    return weights / SECONDS_A_YEAR


def stack_km(weights: int) -> float:
    """How high the sheets lie on which they are printed, 5,000 on each, a tenth of a millimetre thick."""
    return weights / WEIGHTS_A_SHEET * SHEET_KM


def gigabytes(weights: int) -> float:
    """What they take in two bytes each."""
    return weights * BYTES_A_WEIGHT / 1e9


def chips_to_hold(weights: int) -> int:
    """How many chips of 80 GB it takes only to hold them."""
    return -(-weights * BYTES_A_WEIGHT // CHIP_BYTES)


def years_of_training(operations_a_second: float) -> float:
    """How long the training of GPT-3 takes at a speed."""
    return GPT_3_OPERATIONS / operations_a_second / SECONDS_A_YEAR
