"""What the game has to say about what just happened: messages of the catalogue, and values that know their kind.

Worded only when they are shown: the language can change under what was said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from chairgame.game.naming.kinds import kind_in
from chairgame.text.catalogue import Catalogue
from chairgame.text.errors import PlayerError


@dataclass(frozen=True)
class Cm:
    """A length, told with one decimal."""

    value: float

    def in_words(self, catalogue: Catalogue) -> str:
        """The number; the unit is the sentence's."""
        return catalogue.number(self.value, 1).replace("-", "−")


@dataclass(frozen=True)
class SignedCm:
    """A difference of lengths, told with its sign even where it is positive."""

    value: float

    def in_words(self, catalogue: Catalogue) -> str:
        """The number; the unit is the sentence's."""
        return catalogue.decimal(f"{self.value:+.1f}").replace("-", "−")


@dataclass(frozen=True)
class Degrees:
    """An angle, told with one decimal."""

    value: float

    def in_words(self, catalogue: Catalogue) -> str:
        """The number; the unit is the sentence's."""
        return catalogue.number(self.value, 1)


@dataclass(frozen=True)
class Rate:
    """A setting or a weight, told as it was set: 0.001, 0.5, 100."""

    value: float

    def in_words(self, catalogue: Catalogue) -> str:
        """As many digits as it has."""
        return catalogue.exact(self.value)


@dataclass(frozen=True)
class Count:
    """A whole number: how many, or the which-th."""

    value: int

    def in_words(self, _: Catalogue) -> str:
        """Its digits."""
        return str(self.value)


@dataclass(frozen=True)
class Kind:
    """The kind of a part: leg, seat."""

    name: str

    def in_words(self, catalogue: Catalogue) -> str:
        """What it is called in the reader's language; a kind of one's own stays as it is."""
        return kind_in(self.name, catalogue)


Value = Union[Cm, SignedCm, Degrees, Rate, Count, Kind, str, "News"]
"""What a sentence may have in it. A string is a name that reads the same in every language."""


@dataclass(frozen=True)
class News:
    """One sentence, with its values."""

    message: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None
    """The message for many; the field `n`, a count, decides between them."""

    @classmethod
    def counted(cls, one: str, many: str, n: int, **fields: Value) -> "News":
        """A sentence in which a number decides the words: {n}, in both forms."""
        return cls(one, {"n": Count(n), **fields}, many)

    @classmethod
    def of_error(cls, error: PlayerError) -> "News":
        """What a player did wrong, or what could not be written."""
        fields: dict[str, Value] = {
            name: cls.of_error(value) if isinstance(value, PlayerError) else str(value)
            for name, value in error.fields.items()
        }
        return cls(error.message, fields)

    def sentence(self, catalogue: Catalogue) -> str:
        """The sentence in a language."""
        words = {name: _in_words(value, catalogue) for name, value in self.fields.items()}
        n = self.fields.get("n")
        if self.plural is not None and isinstance(n, Count):
            del words["n"]
            return catalogue.plural(self.message, self.plural, n.value, **words)
        return catalogue(self.message, **words)


@dataclass(frozen=True)
class Note:
    """A line of the notebook: what was done or seen, in which epoch and at what distance."""

    epoch: int
    distance_cm: float | None
    news: News


def _in_words(value: Value, catalogue: Catalogue) -> str:
    if isinstance(value, str):
        return value
    return value.sentence(catalogue) if isinstance(value, News) else value.in_words(catalogue)
