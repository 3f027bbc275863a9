"""`chairgame progress`: the stars so far, for people and for programs; out to a file, in from one, and back to none."""

import argparse

from chairgame.cli import values
from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

NAME = "progress"
GROUP = Group.PLAY
PURPOSE = N_("show your stars; export, import or reset them")


def add(options: Options, _: Catalogue) -> None:
    """What to do with what is kept."""
    export, account = (values.text_value(option, _("a file")) for option in ("--export", "--import"))
    options.value(export, _("FILE"), _("write everything to a file"), name="export_file")
    options.force()
    options.value(account, _("FILE"), _("take in what is better in a file"), name="import_file")
    options.flag("--reset", _("forget all stars, after asking"))
    options.flag("--yes", _("reset without asking"))
    options.flag("--json", _("print JSON, for programs"))


def run(context: Context) -> int:
    """Raises PlayerError for options at odds, a file that makes no sense, or what cannot be kept."""
    _refuse_contradictions(context.arguments)
    with loading():
        from chairgame.cli.progress import show_progress
    return show_progress(context)


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    given = {
        "--export": arguments.export_file is not None,
        "--import": arguments.import_file is not None,
        "--reset": arguments.reset,
    }
    chosen = [option for option, is_given in given.items() if is_given]
    if len(chosen) > 1:
        raise PlayerError(N_("{option}: expected without {other}"), option=chosen[0], other=chosen[1])
    if arguments.yes and not arguments.reset:
        raise PlayerError(N_("{option}: expected only with {other}"), option="--yes", other="--reset")
