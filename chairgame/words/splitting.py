"""A text cut into words: runs of letters and digits, and every other sign by itself. Knows no vocabulary and no file.

As `\\w+|[^\\w\\s]` has it, and three things besides that this would break: marks stay with the letter that they stand
on, a picture made of several stays one, and scripts that part no words by blanks are read character by character.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

FEWEST_WORDS = 2  # one word has no next word
MOST_WORDS = 20_000
MOST_BYTES = 1 << 20
MOST_MARKS = 30  # on one letter; UAX 15 calls a text of no more stream-safe: to sort n of them takes n² steps

_JOINERS = "\u200c\u200d"  # letters of one word, pictures of one picture
_UNPARTED = (  # Chinese characters, kana
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_SKINS = "\U0001f3fb-\U0001f3ff"  # a colour for the picture before
_TAGS = "\U000e0020-\U000e007f"  # a region's letters behind a black flag
_LETTERS_OF_FLAGS = "\U0001f1e6-\U0001f1ff"
_TIGHT_BEFORE = frozenset(".,;:!?…)]}%»”’、。，！？；：）】」』،؛؟")
_TIGHT_BEHIND = frozenset("([{«„“‘¿¡（【「『")


@dataclass(frozen=True)
class Split:
    """The words that are read of a text, the text up to the last of them, and how many more there are."""

    words: tuple[str, ...]
    content: str
    left_out: int


def is_utf8(text: str) -> bool:
    """Whether a text can be written down, in no more than `MOST_BYTES`."""
    try:
        return len(text.encode()) <= MOST_BYTES
    except UnicodeEncodeError:  # half of a character, from an argument that was no text
        return False


def normalised(text: str) -> str:
    """The text with accents joined to their letters, never endless ones, and nothing in it that is neither seen nor
    joins what is seen."""
    unseen = {c for c in set(text) if unicodedata.category(c) == "Cf" and c not in _JOINERS and not c >= "\U000e0020"}
    seen = text.translate(dict.fromkeys(map(ord, unseen))) if unseen else text
    return _with_few_marks(unicodedata.normalize("NFC", _with_few_marks(seen)))  # some marks become several


def split(text: str, most: int = MOST_WORDS) -> Split:
    """The first words of a text, which is normalised on the way."""
    text = normalised(text)
    words, end, left_out = list[str](), 0, 0
    for found in _words_of(text):
        if len(words) < most:
            words.append(found[0])
            end = found.end()
        else:
            left_out += 1
    return Split(tuple(words), text[:end], left_out)


def joined(words: tuple[str, ...] | list[str]) -> str:
    """Words as a line of text: a blank between two, but none before a full stop or behind a bracket that opens."""
    line = ""
    for word in words:
        is_tight = not line or word in _TIGHT_BEFORE or line[-1] in _TIGHT_BEHIND
        line += word if is_tight or _are_unparted(line[-1], word[0]) else f" {word}"
    return line


def _with_few_marks(text: str) -> str:
    """The text without the marks that nobody could see any more on their letter."""
    marks = _marks_in(text)
    return re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text) if marks else text


def _marks_in(text: str) -> str:
    """Its different marks, for a class of a pattern."""
    return "".join(re.escape(c) for c in set(text) if unicodedata.category(c)[0] == "M")


def _words_of(text: str) -> Iterator[re.Match[str]]:
    """Where the words are."""
    marks = _marks_in(text)
    plain = not marks and not re.search(f"[{_JOINERS}{_UNPARTED}{_SKINS}{_TAGS}{_LETTERS_OF_FLAGS}]", text)
    return re.finditer(r"\w+|[^\w\s]" if plain else _pattern(marks), text)


def _pattern(marks: str) -> str:
    """What a word is in a text with such marks."""
    mark = f"[{marks}]*" if marks else ""
    letter = rf"[^\W{_UNPARTED}]{mark}"
    sign = rf"[^\w\s](?:[{marks}{_SKINS}{_TAGS}])*"
    return "|".join(
        (
            f"[{_UNPARTED}]{mark}",
            rf"{letter}(?:[{_JOINERS}]?{letter})*[{_JOINERS}]?",
            f"[{_LETTERS_OF_FLAGS}]{{2}}",
            rf"{sign}(?:\u200d{sign})*",
        )
    )


def _are_unparted(one: str, other: str) -> bool:
    return re.match(f"[{_UNPARTED}]", one) is not None and re.match(f"[{_UNPARTED}]", other) is not None
