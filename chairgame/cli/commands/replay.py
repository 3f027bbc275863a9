"""`chairgame replay RUN`: plays a saved run on the screen, or prints it as `train --json` did."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.text.catalogue import N_, Catalogue

NAME = "replay"
GROUP = Group.LEARN
PURPOSE = N_("play a saved run")


def add(options: Options, _: Catalogue) -> None:
    """Which run."""
    missing = N_("replay: expected a saved run's name or file, found nothing")
    options.take_words("run", _("RUN"), _("a saved run's name or file"), missing=missing)
    options.flag("--json", _("print JSON, for programs"))


def run(context: Context) -> int:
    """Raises PlayerError when there is no such run, or no terminal to play it on."""
    with loading():
        from chairgame.game.home import run_to_load
        from chairgame.training.runs import load_learned_run
    name = context.arguments.run[0]
    saved = load_learned_run(run_to_load(name, context.home))
    if context.arguments.json:
        with loading():
            from chairgame.cli.output import print_line
            from chairgame.cli.records import lines_of
        for line in lines_of(saved):
            print_line(line)
        return 0
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
        from chairgame.game.words.desk import desk_of_run
        from chairgame.words.facts import Facts
        from chairgame.words.reading import Reading
    if isinstance(saved.about, Facts):
        return open_place(context, places.Words(desk_of_run(saved), "attention"))
    if isinstance(saved.about, Reading):
        return open_place(context, places.Words(desk_of_run(saved)))
    return open_place(context, places.Replay(saved, name), saved.chair, saved.settings)
