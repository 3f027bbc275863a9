"""`chairgame hide`: a table to arrange a thing on, and a box to lock it in."""

from chairgame.cli import values
from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "hide"
GROUP = Group.PLAY
PURPOSE = N_("arrange a thing, lock it in the box, and let the network find it")


def add(options: Options, _: Catalogue) -> None:
    """Which brain will look for it."""
    seed = values.seed("--seed", _)
    options.value(seed, "N", _("the number that the brain is drawn from (0)"), default=0)


def run(context: Context) -> int:
    """Raises PlayerError for no terminal."""
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
        from chairgame.training.settings import Settings
    return open_place(context, places.Table(), settings=Settings(seed=context.arguments.seed))
