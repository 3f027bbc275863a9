"""`chairgame replay RUN`: plays a saved run on the screen, or prints it as `train --json` did."""

from chairgame.cli.context import Context
from chairgame.cli.output import print_line
from chairgame.cli.records import lines_of_run
from chairgame.cli.screen import open_run
from chairgame.game.home import run_to_load
from chairgame.training.runs import load_run


def replay(context: Context) -> int:
    """Raises PlayerError when there is no such run, or no terminal to play it on."""
    run = load_run(run_to_load(context.arguments.run[0], context.home))
    if not context.arguments.json:
        return open_run(run, context)
    for line in lines_of_run(run):
        print_line(line)
    return 0
