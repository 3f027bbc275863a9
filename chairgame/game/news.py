"""What the game has to say about what just happened: messages of the catalogue with their fields."""

from dataclasses import dataclass, field

from chairgame.text.catalogue import Catalogue


@dataclass(frozen=True)
class News:
    """One sentence. Its numbers are written in the reader's language: distances with one decimal, a `rate` as it is."""

    message: str
    fields: dict[str, str | float | int] = field(default_factory=dict)

    def sentence(self, catalogue: Catalogue) -> str:
        """The sentence in a language."""
        fields = {
            name: _written(name, value, catalogue) if isinstance(value, float) else value
            for name, value in self.fields.items()
        }
        return catalogue(self.message, **fields)


def _written(name: str, value: float, catalogue: Catalogue) -> str:
    return catalogue.decimal(f"{value:g}") if name == "rate" else catalogue.number(value, 1)
