"""A command line, read: which command, with which options and words. Does nothing that was asked."""

import argparse
from collections.abc import Sequence
from itertools import groupby

from chairgame.cli import values
from chairgame.cli.command import GAME, NAMES, Command, all_commands, command_named
from chairgame.cli.everywhere import EVERYWHERE, WITH_VALUE, add_everywhere
from chairgame.cli.options import Options, Parser, asks_for_page
from chairgame.cli.refusals import meant, unknown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError


def read_line(argv: Sequence[str], _: Catalogue) -> tuple[Command, argparse.Namespace] | str:
    """The command and its options, each checked; or the page, where somebody asks for one.

    Raises PlayerError for the first mistake.
    """
    before, name, after = _split(argv)
    if name is not None and name not in NAMES:
        message = N_("command {found}: expected one of {commands}")
        raise PlayerError(message, found=values.shown(name), commands=", ".join(NAMES))
    line = [*before, *after]
    if name is None and asks_for_page(line):
        return _front_page(_)
    command = command_named(name or GAME)
    options = declared(command, Parser(description=_(command.PURPOSE)), _)
    return options.page(_usage(command, options, _)) if asks_for_page(line) else (command, options.read(line))


def declared(command: Command, parser: argparse.ArgumentParser, _: Catalogue) -> Options:
    """All that a command can be asked, in a parser of its own."""
    options = Options(parser, _)
    command.add(options, _)
    add_everywhere(options, _)
    return options


def _usage(command: Command, options: Options, _: Catalogue) -> str:
    words = options.words
    shown_words = "" if words is None else f" {words.metavar}" if words.missing else f" [{words.metavar}]"
    return f"{_('usage: ')}chairgame {command.NAME}{shown_words} [{_('options')}]"


def _front_page(_: Catalogue) -> str:
    """All commands, in groups, and what holds for every one of them."""
    description = _("Live through how a neural network learns: a box of chair parts, a black box and headphones.")
    facts = (
        _("Without a command the game opens."),
        _("It runs on Linux and macOS; on Windows it has not been tested."),
        _("No telemetry: nothing about you or your game is ever sent anywhere."),
    )
    parser = Parser(description=description)
    for group, commands in groupby(all_commands(), lambda command: command.GROUP):
        listed = parser.add_argument_group(group.title(_))
        for command in commands:
            listed.add_argument(command.NAME, help=_(command.PURPOSE))
    add_everywhere(options := Options(parser, _), _)
    page = options.page(f"{_('usage: ')}chairgame [{_('COMMAND')}] [{_('options')}]")
    return "\n".join([page, "", *facts])


def _split(argv: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """What stands before the command, the command, None for none, and what stands behind it.

    An option of a command before its command would have its value taken for the command, so it is refused.
    """
    place = 0
    while place < len(argv) and argv[place].startswith("-") and argv[place] != "--":
        option, has_value, _value = argv[place].partition("=")
        if option not in EVERYWHERE:
            raise _misplaced(argv[place], option)
        place += 2 if option in WITH_VALUE and not has_value else 1
    behind = argv[place + 1 :] if argv[place : place + 1] == ["--"] else argv[place:]
    return list(argv[:place]), behind[0] if behind else None, list(behind[1:])


def _misplaced(word: str, option: str) -> PlayerError:
    if meant(option, EVERYWHERE):
        return unknown(word, EVERYWHERE)
    message = N_("option {found}: unknown before a command; expected one that --help lists")
    return PlayerError(message, found=values.shown(option))
