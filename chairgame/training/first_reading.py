"""How a text is read by whoever asks for nothing in particular: the brain's size and pace by the text's length.

Measured on texts of these sizes: short ones are known by heart within a hundred epochs, long ones in seconds.
"""

from dataclasses import dataclass, replace

from chairgame.training.settings import Settings
from chairgame.words.reading import Reading
from chairgame.words.splitting import split
from chairgame.words.windows import USUAL, narrowest_certain


@dataclass(frozen=True)
class Pace:
    """What suits texts of up to so many words."""

    words: int
    embedding: int
    hidden: int
    learning_rate: float
    batch: int
    merges: int = 0
    """In tokens after so many merges; 0 in whole words."""
    window: int = USUAL


PACES = (
    Pace(20, 6, 12, 0.05, 32),
    Pace(200, 12, 32, 0.02, 32),
    Pace(2000, 16, 64, 0.005, 32),
    Pace(20_000, 16, 64, 0.003, 64, merges=300, window=4),
)
MOST_IN_TOKENS = 200_000  # characters, ten a word: of a few endless words each merge would take seconds
OWN_SENTENCE = 20  # words: in so short a text the window grows until every question has one answer


def first_reading(
    content: str, window: int | None = None, merges: int | None = None, pace: Pace | None = None
) -> Reading:
    """A text, normalised and cut to its bounds, as it is usually read, or at another pace."""
    pace = pace or pace_of(len(split(content).words))
    if merges is None:
        merges = pace.merges if len(content) <= MOST_IN_TOKENS else 0
    reading = Reading(content, window or pace.window, pace.embedding, merges)
    if window is None and len(reading.words) <= OWN_SENTENCE:
        reading = replace(reading, window=narrowest_certain(reading.numbers))
    return reading


def first_settings(
    reading: Reading,
    seed: int = 0,
    hidden: tuple[int, ...] | None = None,
    learning_rate: float | None = None,
    pace: Pace | None = None,
) -> Settings:
    """How it is usually learned, or at another pace."""
    pace = pace or pace_of(len(reading.words))
    return Settings(
        seed=seed,
        hidden=hidden or (pace.hidden,),
        learning_rate=learning_rate or pace.learning_rate,
        batch=pace.batch,
    )


def pace_of(words: int) -> Pace:
    """What suits a text of so many words."""
    return next((pace for pace in PACES if words <= pace.words), PACES[-1])
