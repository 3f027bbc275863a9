"""A text as a brain with a window reads it: which words, how many of them it sees at once, how many numbers each is.

Knows no network and no file.
"""

from dataclasses import dataclass
from functools import cached_property

from chairgame.words.splitting import FEWEST_WORDS, is_utf8, normalised, split
from chairgame.words.vocabulary import Vocabulary
from chairgame.words.windows import WIDEST, Windows

WIDEST_EMBEDDING = 64
LARGEST_VOCABULARY = 2000
FEWEST_TO_HOLD_BACK = 200  # words; of a shorter text everything is read


@dataclass(frozen=True)
class Reading:
    """A normalised text. All that is worked out of it is worked out once."""

    content: str
    window: int
    """How many words are seen at once."""
    embedding: int
    """How many numbers stand for each word."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they come."""
        return split(self.content).words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The different words; of a long text the commonest."""
        return Vocabulary.of_words(self.words, LARGEST_VOCABULARY)

    @cached_property
    def windows(self) -> Windows:
        """Every question that the text asks."""
        return Windows.of(self.vocabulary.numbers(self.words), self.window, len(self.vocabulary.words))

    @property
    def read(self) -> slice:
        """The questions that are learned from: of a long text all but the last tenth."""
        count = len(self.windows)
        return slice(0, count - count // 10 if len(self.words) >= FEWEST_TO_HOLD_BACK else count)

    @property
    def unread(self) -> slice:
        """The questions that are never learned from."""
        return slice(self.read.stop, len(self.windows))

    def is_sound(self) -> bool:
        """Whether it asks for a next word, and nothing of it is past its bounds."""
        return (
            is_utf8(self.content)
            and self.content == normalised(self.content)
            and len(self.words) >= FEWEST_WORDS
            and not split(self.content).left_out
            and 1 <= self.window <= WIDEST
            and 1 <= self.embedding <= WIDEST_EMBEDDING
        )
