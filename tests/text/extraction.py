"""The messages that the code asks the catalogue for, found by Babel's extractor. Knows no translation."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "assets" / "locale"

# Babel looks at the name before the parenthesis alone, so `self._(...)` and `_.plural(...)` are found as well.
KEYWORDS = {
    "_": None,
    "N_": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
    "noun": None,
    "adjective": None,
}
CONTEXTS = {
    "noun": ("monster", "gender"),  # a monster's noun: the word itself, and its grammatical gender
    "adjective": ("f", "m", "n"),  # a monster's adjective: a word for each gender
}


@dataclass(frozen=True)
class Message:
    """One id of the catalogue; two are the same when context and English singular are."""

    context: str | None
    english: str
    plural: str | None = field(default=None, compare=False)
    file: str = field(default="", compare=False)


def extracted_messages() -> dict[Message, Message]:
    """Every message of the package, each under itself."""
    messages: dict[Message, Message] = {}
    for path in sorted((ROOT / "chairgame").rglob("*.py")):
        for message in _messages_of(path):
            if messages.setdefault(message, message).plural is None and message.plural:
                messages[message] = message
    return messages


def _messages_of(path: Path) -> Iterator[Message]:
    file, source = path.relative_to(ROOT).as_posix(), path.read_bytes()
    for keyword, spec in KEYWORDS.items():  # one pass each, since Babel does not tell which keyword it met
        for _line, found, _comments, context in extract("python", io.BytesIO(source), {keyword: spec}):
            words = found if isinstance(found, tuple) else (found,)
            for where in CONTEXTS.get(keyword, (context,)):
                yield Message(where, words[0], words[1] if keyword == "plural" else None, file)
