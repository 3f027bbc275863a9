"""What the game has to say about what just happened: messages of the catalogue with their fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from chairgame.game.naming.kinds import kind_in
from chairgame.text.catalogue import Catalogue

AS_IT_IS = ("rate", "before", "value")  # numbers that are not distances


@dataclass(frozen=True)
class News:
    """One sentence. Its numbers are written in the reader's language: distances with one decimal, a volume as it is.
    A `kind` of part is said in that language, too, and a field may be a sentence of its own."""

    message: str
    fields: Mapping[str, Union[str, float, int, "News"]] = field(default_factory=dict)

    def sentence(self, catalogue: Catalogue) -> str:
        """The sentence in a language."""
        return catalogue(
            self.message, **{name: _written(name, value, catalogue) for name, value in self.fields.items()}
        )


@dataclass(frozen=True)
class Note:
    """A line of the notebook: what was done or seen, in which epoch and at what distance."""

    epoch: int
    distance_cm: float | None
    news: News


def _written(name: str, value: str | float | int | News, catalogue: Catalogue) -> str | int:
    if isinstance(value, News):
        return value.sentence(catalogue)
    if isinstance(value, str):
        return kind_in(value, catalogue) if name == "kind" else value
    if isinstance(value, float):
        return catalogue.decimal(f"{value:g}") if name in AS_IT_IS else catalogue.number(value, 1)
    return value
