"""The messages that the code asks the catalogue for, read off its syntax trees. Knows no translation.

Babel's extractor would do, but it looks into f-strings or not depending on Python's version.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from chairgame.game.lesson.files import read_lesson
from chairgame.game.story.level import read_level

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "assets" / "locale"
LESSON = ROOT / "assets" / "lessons" / "how-it-learns" / "lesson.toml"

# By the name before the parenthesis, whoever's method it is: the contexts in which the message is asked for.
KEYWORDS: dict[str, tuple[str | None, ...]] = {
    "_": (None,),
    "N_": (None,),
    "words": (None,),
    "part_kind": ("part",),  # what a part is, apart from words that read the same
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
        for message in messages_of(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()):
            if messages.setdefault(message, message).plural is None and message.plural:
                messages[message] = message
    for path in sorted((ROOT / "assets" / "levels").glob("*.toml")):
        for message in messages_of_level(path):
            messages.setdefault(message, message)
    for message in messages_of_lesson(LESSON):
        messages.setdefault(message, message)
    return messages


def messages_of_level(path: Path) -> Iterator[Message]:
    """The texts of a level's file."""
    level, file = read_level(path), path.relative_to(ROOT).as_posix()
    checks = (*level.goals, *level.stars, *level.hints)
    words = (level.title, level.term, level.about, *level.pages, *level.debrief)
    texts = (*words, *(check.text for check in checks), *(star.now for star in level.stars))
    for text in filter(None, texts):
        yield Message(None, text, None, file)


def messages_of_lesson(path: Path) -> Iterator[Message]:
    """The texts of a lesson and its stops."""
    lesson = read_lesson(path)
    words = [lesson.title]
    for stop in lesson.stops:
        words += [stop.title, stop.text, stop.question, *stop.answers, stop.reveal, stop.say, stop.ask]
    for one in words:
        if text := one.texts.get(""):
            yield Message(None, text, None, path.relative_to(ROOT).as_posix())


def messages_of(source: str, file: str) -> Iterator[Message]:
    """The messages in a Python text, wherever a call may stand."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "Score":
            words = [argument.value for argument in node.args[1:3] if isinstance(argument, ast.Constant)]
            if len(words) == 2:
                yield Message(None, str(words[0]), str(words[1]), file)
            continue
        texts = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
        if not all(isinstance(text, str) for text in texts) or not texts:
            continue
        if name == "context" and len(texts) == 2:
            yield Message(texts[0], texts[1], None, file)
        elif name in ("plural", "counted") and len(texts) == 2:
            yield Message(None, texts[0], texts[1], file)
        elif name in KEYWORDS and isinstance(node.args[0], ast.Constant):
            for context in KEYWORDS[name]:
                yield Message(context, texts[0], None, file)
