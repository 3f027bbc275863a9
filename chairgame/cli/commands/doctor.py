"""`chairgame doctor`: what the environment and the terminal say, what was made of it and why, and advice."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "doctor"
GROUP = Group.SERVE
PURPOSE = N_("show what the terminal can do and what is in use")


def add(options: Options, _: Catalogue) -> None:
    """For people, or for programs."""
    options.flag("--json", _("print JSON, for programs"))


def run(context: Context) -> int:
    """Whatever is found, it is no mistake."""
    with loading():
        from chairgame.cli.doctor import doctor
    return doctor(context)
