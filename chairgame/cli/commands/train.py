"""`chairgame train`: learns without a screen, tells the story line by line or as JSON, and saves the run."""

from chairgame.cli import values
from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "train"
GROUP = Group.LEARN
PURPOSE = N_("train without a screen and tell the story line by line")
DEFAULT_EPOCHS = 200


def add(options: Options, _: Catalogue) -> None:
    """What to learn, for how long, and what to do with it."""
    from chairgame.cli.brain import add_learning

    add_learning(options, _)
    epochs = values.whole_number("--epochs", 0, values.MOST_EPOCHS, _)
    options.value(epochs, "N", _("how many times to rebuild (200)"), default=DEFAULT_EPOCHS)
    options.value(
        values.positive_number("--until", _), _("CM"), _("stop when the distance (or a text's loss) is below")
    )
    options.value(values.text_value("--text", _("a file")), _("FILE"), _("learn a file's text instead of a chair"))
    options.value(values.text_value("--words", _("a text")), _("TEXT"), _("learn this text instead of a chair"))
    options.value(values.window("--window", _), "N", _("of a text: how many words are seen at once"))
    run_name = values.text_value("--save", _("a name or a file"))
    options.value(run_name, _("RUN"), _("save the run: a name, or a file"))
    options.force()
    options.flag("--json", _("print JSON, for programs"))


def run(context: Context) -> int:
    """Returns 0 however the learning ended, 130 if by Ctrl-C. Raises PlayerError before it begins for a mistake."""
    with loading():
        from chairgame.cli.train import train
    return train(context)
