"""The bare `chairgame`: opens the game at its door; a first start leads straight into the first minute."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = ""
GROUP = Group.PLAY
PURPOSE = N_("open the game")


def add(options: Options, _: Catalogue) -> None:
    """Nothing but what every command can be asked."""


def run(context: Context) -> int:
    """Raises PlayerError for no terminal."""
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
    return open_place(context, places.Door())
