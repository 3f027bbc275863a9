"""`chairgame completions SHELL`: a script by which a shell completes commands, options and their words.

Written by shtab, from the same declarations that lines are read by. What is not meant to be listed is not in them.
"""

import argparse

from chairgame.cli.command import Group, all_commands
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.cli.values import shown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

NAME = "completions"
GROUP = Group.SERVE
PURPOSE = N_("print what lets a shell complete commands and options")
SHELLS = ("bash", "zsh", "fish")
FILES = ("file", "--notes", "--export", "--import", "--gif", "--cast", "--svg", "--postcard")
RUNS = ("run", "--save")


def add(options: Options, _: Catalogue) -> None:
    """For which shell."""
    missing = N_("completions: expected one of bash, zsh, fish, found nothing")
    options.take_words("shell", "|".join(SHELLS), _("the shell that you use"), missing=missing)


def run(context: Context) -> int:
    """Raises PlayerError for another shell."""
    shell = context.arguments.shell[0]
    if shell not in SHELLS:
        message = N_("completions {found}: expected one of {shells}")
        raise PlayerError(message, found=shown(shell), shells=", ".join(SHELLS))
    with loading():
        import shtab

        from chairgame.cli.output import print_script
    print_script(shtab.complete(_whole_parser(context.catalogue), shell))
    return 0


def _whole_parser(_: Catalogue) -> argparse.ArgumentParser:
    """All commands in one parser, as shtab reads it."""
    import shtab

    from chairgame.chair.catalogue import chair_names
    from chairgame.cli.everywhere import add_everywhere
    from chairgame.cli.reading import declared
    from chairgame.cli.run_names import run_names
    from chairgame.game.home import home_folder
    from chairgame.game.story.level import levels

    runs = run_names(home_folder({}))
    stories = [level.id for level in levels()]
    suggested = {"--chair": chair_names(), "level": stories, "shell": SHELLS, "files": ("check",)}
    parser = argparse.ArgumentParser(prog="chairgame", add_help=False)
    add_everywhere(Options(parser, _), _)
    commands = parser.add_subparsers()
    for command in all_commands():
        options = declared(command, commands.add_parser(command.NAME, add_help=False, help=_(command.PURPOSE)), _)
        for name, action in options.completed():
            action.choices = suggested.get(name, action.choices)
            if name in FILES or name in RUNS:
                action.complete = runs if name in RUNS else shtab.FILE  # type: ignore[attr-defined]
    return parser
