"""What the game has to say about what just happened: messages of the catalogue with their fields."""

from dataclasses import dataclass, field

from chairgame.text.catalogue import Catalogue


@dataclass(frozen=True)
class News:
    """One sentence. Numbers among the fields are written with one decimal in the reader's language."""

    message: str
    fields: dict[str, str | float | int] = field(default_factory=dict)

    def sentence(self, catalogue: Catalogue) -> str:
        """The sentence in a language."""
        fields = {
            name: catalogue.number(value, 1) if isinstance(value, float) else value
            for name, value in self.fields.items()
        }
        return catalogue(self.message, **fields)
