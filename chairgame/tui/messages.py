"""Messages that more than one kind of widget sends. What one alone says to its parent stays with it."""

from textual.message import Message


class Stirred(Message):
    """The mouse has changed what a widget shows: it wants to be painted, once for all that comes within a moment."""


class Picked(Message):
    """A part was clicked on, or the floor (None)."""

    def __init__(self, part: int | None) -> None:
        super().__init__()
        self.part = part
