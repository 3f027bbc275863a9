"""`chairgame lab`: any chair, any brain, every control; as a dialogue in lines of text where that is asked for."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "lab"
GROUP = Group.PLAY
PURPOSE = N_("open the lab: any chair, any brain, every control")


def add(options: Options, _: Catalogue) -> None:
    """The chair, the brain, and the form of the lab."""
    from chairgame.cli.brain import add_learning

    add_learning(options, _)
    options.flag("--big", _("large digits for the epoch and the distance"))
    options.flag("--plain", _("a dialogue in lines of text: for screen readers, teletypes and pipes"))


def run(context: Context) -> int:
    """Raises PlayerError for a chair that makes no sense, or no terminal."""
    if context.arguments.plain:
        with loading():
            from chairgame.cli.plain.lines import open_plain_lab
        return open_plain_lab(context)
    with loading():
        from chairgame.chair.catalogue import load_chair
        from chairgame.cli.brain import settings_of
        from chairgame.cli.screen import open_place
        from chairgame.game import places
    settings = settings_of(context.arguments)
    return open_place(context, places.Lab(), load_chair(context.arguments.chair), settings)
