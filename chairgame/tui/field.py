"""A line that is typed: a name, a text, a sentence. Knows no keys: whoever opens it says what ends it."""

from collections.abc import Callable


class Field:
    """At most `longest` characters, of those that are `accepted`. Nothing is typed as long as it is closed."""

    def __init__(self, longest: int, accepted: Callable[[str], bool] = str.isprintable) -> None:
        self._longest, self._accepted = longest, accepted
        self.text: str | None = None
        """What stands in it; None while it is closed."""

    @property
    def is_open(self) -> bool:
        """Whether somebody types."""
        return self.text is not None

    def begin(self, text: str = "") -> None:
        """Open it, empty or with something to be changed."""
        self.text = text

    def close(self) -> str:
        """Nobody types any more; what stood in it."""
        text, self.text = self.text or "", None
        return text

    def write(self, text: str) -> None:
        """On with it, as far as there is room."""
        if self.text is not None:
            self.text = (self.text + "".join(filter(self._accepted, text)))[: self._longest]

    def paste(self, text: str) -> None:
        """On with a text from elsewhere; its lines become one."""
        self.write(" ".join(text.split()))

    def erase(self) -> None:
        """A letter less."""
        if self.text is not None:
            self.text = self.text[:-1]
