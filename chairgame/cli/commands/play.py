"""`chairgame play LEVEL`: a level of the story, also one that is still locked; the first three in lines of text too."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "play"
ENCORE = "fold"  # on no map: level 9 tells its name
GROUP = Group.PLAY
PURPOSE = N_("play a level of the story, even one that is still locked")


def add(options: Options, _: Catalogue) -> None:
    """Which level."""
    missing = N_("play: expected a level's name or number, found nothing")
    options.take_words("level", _("LEVEL"), _("a level's name or number"), missing=missing)
    options.flag("--plain", _("levels 1 to 3 in lines of text: for screen readers, teletypes and pipes"))


def run(context: Context) -> int:
    """Raises PlayerError for no such level, or no terminal."""
    if context.arguments.plain:
        with loading():
            from chairgame.cli.plain.levels.opening import open_plain_level
        return open_plain_level(context, context.arguments.level[0])
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
        from chairgame.game.story.level import level_named
    name = context.arguments.level[0]
    return open_place(context, places.Fold() if name == ENCORE else places.Level(level_named(name)))
