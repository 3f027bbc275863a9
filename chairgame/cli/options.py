"""What a command can be asked, on top of argparse: options with strict readers, words, and a page. Knows no command.

Argparse reads options and lays out the page. Words, which it reads greedily, and everything that is said about a
mistake are ours, since argparse says it in English.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from chairgame.cli.refusals import unknown
from chairgame.cli.values import Value, shown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

HELP = ("-h", "--help")
ABSENT = argparse.SUPPRESS
"""The default of an option of which it matters whether it was given."""


@dataclass(frozen=True)
class Words:
    """What stands behind a command without dashes: how many words there may be, and what is missing without any."""

    name: str
    metavar: str
    purpose: str
    most: int | None
    missing: str | None


class Options:
    """The options of one command, and its words. A page and a line's reading come from the same declarations."""

    def __init__(self, parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
        _ = catalogue
        self._parser, self._catalogue = parser, catalogue
        self._words_group = parser.add_argument_group(_("arguments"))
        self._group = parser.add_argument_group(_("options"))
        self._readers: dict[str, Value | None] = {}
        self.words: Words | None = None
        self._actions: dict[str, argparse.Action] = {}

    def take_words(
        self, name: str, metavar: str, purpose: str, *, most: int | None = 1, missing: str | None = None
    ) -> None:
        """Words, a list called `name`; `missing` is the sentence where there is none and one is needed."""
        self.words = Words(name, metavar, purpose, most, missing)

    def value(self, read: Value, metavar: str, purpose: str, *, name: str | None = None, default: Any = None) -> None:
        """An option with a value; `name` is what the value is called where the option's own name will not do."""
        rest = {} if name is None else {"dest": name}
        choices = read.words or None
        self._add(read.option, read, type=read, metavar=metavar, choices=choices, default=default, help=purpose, **rest)

    def optional_value(self, option: str, metavar: str, purpose: str) -> None:
        """An option whose value may be left out; without it the value is an empty text."""
        self._add(option, None, nargs="?", const="", metavar=metavar, help=purpose)

    def flag(self, option: str, purpose: str, *, default: Any = False) -> None:
        """An option without a value."""
        self._add(option, None, action="store_true", default=default, help=purpose)

    def force(self) -> None:
        """The option that lets a command write over a file that is not ours."""
        _ = self._catalogue
        self.flag("--force", _("write over a file that chairgame did not make"))

    def help(self, purpose: str) -> None:
        """The option that asks for the page."""
        self._readers |= dict.fromkeys(HELP)
        self._group.add_argument(*HELP, action="store_true", default=ABSENT, help=purpose)

    def begin_group(self, title: str) -> None:
        """What is declared from now on stands under a heading of its own."""
        self._group = self._parser.add_argument_group(title)

    def _add(self, option: str, read: Value | None, **rest: Any) -> None:
        self._readers[option] = read
        self._actions[option] = self._group.add_argument(option, **rest)

    def read(self, line: Sequence[str]) -> argparse.Namespace:
        """The options and words of a line. Raises PlayerError for the first mistake."""
        end = _end_of_options(line)
        try:
            arguments, rest = self._parser.parse_known_args(line[:end])
        except argparse.ArgumentError as error:
            raise self._mistake(error) from error
        for word in rest:
            if word.startswith("-") and word != "-":
                raise unknown(word, list(self._readers))
        if "version" not in arguments:
            self._take([*rest, *line[end + 1 :]], arguments)
        return arguments

    def page(self, usage: str) -> str:
        """What --help prints. Afterwards nothing can be read any more."""
        if self.words is not None:
            self._words_group.add_argument(self.words.name, metavar=self.words.metavar, help=self.words.purpose)
        return f"{usage}\n\n{self._parser.format_help().rstrip()}"

    def completed(self) -> Iterator[tuple[str, argparse.Action]]:
        """All that a shell can complete, by its name; the words, too, are argparse's then. Ends all reading."""
        yield from self._actions.items()
        if (words := self.words) is not None:
            action = self._words_group.add_argument(words.name, nargs="*", metavar=words.metavar, help=words.purpose)
            yield words.name, action

    def _take(self, found: list[str], arguments: argparse.Namespace) -> None:
        words = self.words
        most = 0 if words is None else words.most
        if most is not None and len(found) > most:
            raise PlayerError(N_("argument {found}: expected nothing more"), found=shown(found[most]))
        if words is not None:
            if not found and words.missing is not None:
                raise PlayerError(words.missing)
            setattr(arguments, words.name, found)

    def _mistake(self, error: argparse.ArgumentError) -> PlayerError:
        option = error.argument_name or ""
        read = self._readers.get(option)
        return (
            PlayerError(N_("{option}: expected no value after it"), option=option) if read is None else read.missing()
        )


class Parser(argparse.ArgumentParser):
    """Argparse's, which complains by exceptions alone, prints nothing, and lays out a page without colours."""

    color = False

    def __init__(self, **rest: Any) -> None:
        super().__init__(usage=argparse.SUPPRESS, add_help=False, allow_abbrev=False, exit_on_error=False, **rest)

    def error(self, message: str) -> NoReturn:
        """A complaint that no rule of ours foresees, in argparse's own words."""
        raise PlayerError("{complaint}", complaint=message)


def asks_for_page(line: Sequence[str]) -> bool:
    """Whether somebody wants to read what there is; whatever else is wrong with the line does not matter then."""
    return any(word in HELP for word in line[: _end_of_options(line)])


def _end_of_options(line: Sequence[str]) -> int:
    return line.index("--") if "--" in line else len(line)
