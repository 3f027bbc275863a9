"""How a text is read by whoever asks for nothing in particular: the brain's size and pace by the text's length.

Measured on texts of these sizes: short ones are known by heart within a hundred epochs, long ones in seconds.
"""

from dataclasses import dataclass

from chairgame.training.settings import Settings
from chairgame.words.reading import Reading
from chairgame.words.vocabulary import Vocabulary
from chairgame.words.windows import USUAL, narrowest_certain


@dataclass(frozen=True)
class Pace:
    """What suits texts of up to so many words."""

    words: int
    embedding: int
    hidden: int
    learning_rate: float
    batch: int


PACES = (
    Pace(20, 6, 12, 0.05, 32),
    Pace(200, 12, 32, 0.02, 32),
    Pace(2000, 16, 64, 0.005, 32),
    Pace(20_000, 16, 64, 0.003, 64),
)
OWN_SENTENCE = 20  # words: in so short a text the window grows until every question has one answer


def first_reading(content: str, window: int | None = None) -> Reading:
    """A text, normalised and cut to its bounds, as it is usually read."""
    draft = Reading(content, window or USUAL, 1)
    if window is None and len(draft.words) <= OWN_SENTENCE:
        window = narrowest_certain(Vocabulary.of_words(draft.words).numbers(draft.words))
    return Reading(content, window or USUAL, _pace(draft).embedding)


def first_settings(
    reading: Reading, seed: int = 0, hidden: tuple[int, ...] | None = None, learning_rate: float | None = None
) -> Settings:
    """How it is usually learned."""
    pace = _pace(reading)
    return Settings(
        seed=seed,
        hidden=hidden or (pace.hidden,),
        learning_rate=learning_rate or pace.learning_rate,
        batch=pace.batch,
    )


def _pace(reading: Reading) -> Pace:
    return next((pace for pace in PACES if len(reading.words) <= pace.words), PACES[-1])
