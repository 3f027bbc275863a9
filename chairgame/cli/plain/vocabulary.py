"""The words of a dialogue: what a command is, which one a word means, and what help says. Knows no command.

A command is one message: how it is written, its ways separated by commas, then a colon and what it does. A
translation brings its own words; the English ones go on working.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from chairgame.cli.values import shown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

LIKENESS = 0.6  # of a misspelt command to one that exists, before it is proposed
ANY = 1000
ENGLISH = Catalogue("en")


@dataclass(frozen=True)
class Request:
    """A command as the player's language calls it, and the words after it."""

    command: str
    words: Sequence[str]


TalkT_contra = TypeVar("TalkT_contra", contravariant=True)


@dataclass(frozen=True)
class Command(Generic[TalkT_contra]):
    """What the player types, and what answers. `most` words may come after it; `key` is the screen's key for it."""

    message: str
    answer: Callable[[TalkT_contra, Request], Iterator[str]]
    most: int = 0
    key: str = ""

    def usage(self, _: Catalogue) -> str:
        """How the command is written in a language."""
        return _(self.message).partition(":")[0]

    def words(self, _: Catalogue) -> list[str]:
        """The command's own words in a language, the first one first."""
        return [way.split()[0] for way in self.usage(_).split(", ")]

    def spellings(self, _: Catalogue) -> set[str]:
        """Everything that means this command: its words in the language and in English, its key."""
        return {folded(word) for word in (*self.words(_), *self.words(ENGLISH), self.key) if word}

    def request(self, words: Sequence[str], _: Catalogue) -> Request:
        """The words after it. Raises PlayerError for more than there may be."""
        name = self.words(_)[0]
        if not self.most and words:
            raise PlayerError(N_("{command}: expected nothing after it"), command=name)
        if len(words) > self.most:
            usage = self.usage(_)
            raise PlayerError(N_("{command}: that is too much, expected {usage}"), command=name, usage=usage)
        return Request(name, words)


Groups = Mapping[str, Sequence[Command[TalkT_contra]]]
"""Commands by the id of their heading."""


def find(word: str, commands: Sequence[Command[TalkT_contra]], _: Catalogue) -> Command[TalkT_contra]:
    """The command that a word means: spelled out, or the beginning of one alone. Raises PlayerError for anything else.

    Capitals and accents do not matter; a beginning is one of the language's own words first, then of English ones.
    """
    typed = folded(word)
    found = [command for command in commands if typed in command.spellings(_)]
    found = found or _begun(typed, commands, _) or _begun(typed, commands, ENGLISH)
    if len(found) == 1:
        return found[0]
    if found:
        words = ", ".join(command.words(_)[0] for command in found)
        raise PlayerError(N_("{found} could be any of {words}."), found=shown(word), words=words)
    own = {folded(word): word for command in commands for word in command.words(_)}
    close = get_close_matches(typed, own, 1, LIKENESS)
    if close:
        raise PlayerError(
            N_("{found} is no command; did you mean {command}?"), found=shown(word), command=own[close[0]]
        )
    raise PlayerError(N_("{found} is no command; help tells them all."), found=shown(word))


def help_told(groups: Groups[TalkT_contra], request: Request, enter: str, _: Catalogue) -> Iterator[str]:
    """All commands, a line for each group, or what one of them does. `enter` is what an empty line means."""
    if request.words:
        command = find(request.words[0], [command for group in groups.values() for command in group], _)
        yield _(command.message) + "."
        if command.key:
            yield _("In short: {key}", key=command.key)
        return
    for group, commands in groups.items():
        yield f"{_(group)}: {', '.join(command.words(_)[0] for command in commands)}."
    yield enter


def folded(word: str) -> str:
    """A word without capitals and accents, as an old terminal types it."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _begun(typed: str, commands: Sequence[Command[TalkT_contra]], _: Catalogue) -> list[Command[TalkT_contra]]:
    """The commands that a language has a word for with this beginning."""
    return [command for command in commands if any(folded(word).startswith(typed) for word in command.words(_))]
