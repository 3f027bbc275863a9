"""`chairgame words [FILE]`: a brain that learns the player's own text."""

from chairgame.cli import values
from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "words"
GROUP = Group.PLAY
PURPOSE = N_("words: a brain learns your text, live")


def add(options: Options, _: Catalogue) -> None:
    """Which text, and the brain that reads it."""
    options.take_words("file", _("FILE"), _("a text in UTF-8, up to 1 MiB (without one a text at hand)"))
    options.value(values.text_value("--words", _("a text")), _("TEXT"), _("a text in the line, instead of a file"))
    options.value(values.seed("--seed", _), "N", _("the number that the brain is drawn from (0)"), default=0)
    options.value(values.window("--window", _), "N", _("how many words it sees at once (by the text's length)"))
    options.value(values.neurons("--hidden", _), "N", _("neurons in its hidden layer (by the text's length)"))
    options.flag("--plain", _("a dialogue in lines of text: for screen readers, teletypes and pipes"))


def run(context: Context) -> int:
    """Raises PlayerError for a text that cannot be learned, or no terminal."""
    with loading():
        from chairgame.cli.words import desk_for
    desk = desk_for(context)
    if context.arguments.plain:
        with loading():
            from chairgame.cli.plain.words import open_plain_words
        return open_plain_words(context, desk)
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
    return open_place(context, places.Words(desk))
