"""What a player did wrong, as one sentence in the player's language."""

from chairgame.text.catalogue import Catalogue


class PlayerError(Exception):
    """A mistake in an argument or a file. The message is an id of the catalogue (marked with N_); fields fill it."""

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message.format(**fields))
        self.message = message
        self.fields = fields

    def sentence(self, catalogue: Catalogue) -> str:
        """The whole sentence in the catalogue's language, on one line."""
        return " ".join(catalogue(self.message, **self.fields).split())
