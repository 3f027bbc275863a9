"""What a command is: a module of `cli/commands` with a name, a group, a purpose, options and a run. Knows none of them.

Such a module loads nothing heavy by itself: the page that lists all commands, and completions, read them all.
"""

from enum import Enum, auto
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from chairgame.text.catalogue import Catalogue

if TYPE_CHECKING:
    from chairgame.cli.context import Context
    from chairgame.cli.options import Options

GAME = "game"
"""The module behind the bare `chairgame`."""
NAMES = (
    *("play", "lab", "words", "hide", "progress"),
    *("train", "replay", "chairs"),
    *("present", "record"),
    *("doctor", "completions"),
)
"""The one table of commands, in the order in which they are listed."""


class Group(Enum):
    """What a command is for; the page lists commands in these groups."""

    PLAY = auto()
    LEARN = auto()
    SHARE = auto()
    SERVE = auto()

    def title(self, _: Catalogue) -> str:
        """As a heading."""
        titles = {
            Group.PLAY: _.context("commands", "play"),
            Group.LEARN: _.context("commands", "learn"),
            Group.SHARE: _.context("commands", "share"),
            Group.SERVE: _.context("commands", "serve"),
        }
        return titles[self]


class Command(Protocol):
    """One module of `cli/commands`."""

    NAME: str
    GROUP: Group
    PURPOSE: str
    """One line, marked for the catalogue."""

    def add(self, options: "Options", _: Catalogue, /) -> None:
        """Declare what the command can be asked."""
        ...

    def run(self, context: "Context", /) -> int:
        """Do it; the exit code. Raises PlayerError for a mistake, before the terminal is looked at."""
        ...


def command_named(name: str) -> Command:
    """The module of a command of the table, or of the bare command."""
    return cast(Command, import_module(f"chairgame.cli.commands.{name}"))


def all_commands() -> tuple[Command, ...]:
    """Those of the table."""
    return tuple(map(command_named, NAMES))
