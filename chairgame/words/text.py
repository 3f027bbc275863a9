"""A text to learn from, and how long one may be. Knows no network and no file."""

from dataclasses import dataclass

FEWEST_WORDS = 2  # one word has no next word
MOST_WORDS = 1000
MOST_CHARACTERS = 16_000


@dataclass(frozen=True)
class Text:
    """Words in their order, parted by blanks."""

    content: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they come."""
        return tuple(self.content.split())

    def is_sound(self) -> bool:
        """Whether it is long enough to ask for a next word, short enough to learn, and nothing but letters to see."""
        return (
            len(self.content) <= MOST_CHARACTERS
            and FEWEST_WORDS <= len(self.words) <= MOST_WORDS
            and all(character.isprintable() or character in "\n\t" for character in self.content)
        )
