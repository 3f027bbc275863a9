"""What a player did wrong, as one sentence in the player's language.

Whatever a file, an argument or the system brought into the sentence is fit for a terminal in it, and short.
"""

from chairgame.text.catalogue import Catalogue
from chairgame.text.clean import clean

LONGEST_SHOWN = 200
"""Characters of a value or a path within a sentence."""
LONGEST_FIELD = 2 * LONGEST_SHOWN
"""The same of a list of what would be right, which knows what it says."""


class PlayerError(Exception):
    """A mistake in an argument or a file. The message is an id of the catalogue (marked with N_); fields fill it, and
    one of them may be the mistake in a file that this one names."""

    def __init__(self, message: str, **fields: object) -> None:
        self.message = message
        self.fields = {name: _fit(value) for name, value in fields.items()}
        super().__init__(message.format(**self.fields))

    def sentence(self, catalogue: Catalogue) -> str:
        """The whole sentence in the catalogue's language, on one line."""
        words = {
            name: value.sentence(catalogue) if isinstance(value, PlayerError) else value
            for name, value in self.fields.items()
        }
        return " ".join(catalogue(self.message, **words).split())


class OutputError(PlayerError):
    """What was to be written could not be, on a full disk say: no mistake in an argument or a file (exit code 1)."""


def shortened(text: str, most: int = LONGEST_SHOWN) -> str:
    """The text fit for a terminal, and not endless: a long one keeps its end, which tells more of a path."""
    return clean(text if len(text) <= most else f"…{text[-most:]}")


def _fit(value: object) -> object:
    return value if isinstance(value, int | float | PlayerError) else shortened(str(value), LONGEST_FIELD)
