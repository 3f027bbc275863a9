"""`chairgame train`: learns without a screen, tells the story line by line or as JSON, and saves the run."""

from pathlib import Path
from shlex import quote

from chairgame.chair.catalogue import load_chair
from chairgame.cli.brain import settings_of
from chairgame.cli.context import Context
from chairgame.cli.learning import Learning
from chairgame.cli.output import finish_output, print_line, print_lines, tell
from chairgame.cli.records import end_line, epoch_line, start_line
from chairgame.cli.story import story
from chairgame.game.home import run_to_save
from chairgame.training.history import History
from chairgame.training.runs import run_of, save_run
from chairgame.training.tasks import chair_task

INTERRUPTED = 130


def train(context: Context) -> int:
    """Returns 0 however the learning ended, 130 if by Ctrl-C. Raises PlayerError before it begins for a mistake."""
    arguments = context.arguments
    settings = settings_of(arguments)
    chair = load_chair(arguments.chair)
    path = run_to_save(arguments.save, context.home, force=arguments.force) if arguments.save else None
    history = History(chair_task(chair, settings), settings, maximum_epochs=arguments.epochs)
    learning = Learning(history, arguments.epochs, arguments.until)
    with learning.ended_by_interrupt():
        try:
            _print(learning, context)
        finally:  # a reader that goes away, `head` say, costs nobody the run
            if path:
                _save(learning, path, context)
    return INTERRUPTED if learning.reason == "interrupted" else 0


def _print(learning: Learning, context: Context) -> None:
    if context.arguments.json:
        _print_records(learning)
    else:
        print_lines(story(learning, context.catalogue, context.glyphs), context.glyphs)
    finish_output()


def _print_records(learning: Learning) -> None:
    history = learning.history
    weights = history.trainer.architecture.parameter_count
    print_line(start_line(history.chair, history.first_settings, weights, learning.epochs, learning.until))
    for row in learning.rows():
        print_line(epoch_line(row))
    print_line(end_line(row, learning.reason))


def _save(learning: Learning, path: Path, context: Context) -> None:
    """Save the whole run, learning what is left of it where nobody was there to read it."""
    for _row in learning.rows():
        pass
    run = run_of(learning.history, learning.reason, learning.epochs, learning.until)
    save_run(run, path, force=context.arguments.force)
    _ = context.catalogue
    tell(_("saved; watch it with: chairgame replay {run}", run=quote(context.arguments.save)))
