"""`chairgame train`: learns a chair or a text without a screen, tells it line by line or as JSON, and saves it."""

from pathlib import Path
from shlex import quote

from chairgame.chair.catalogue import load_chair
from chairgame.cli.brain import DEFAULT_CHAIR, settings_of, text_settings_of
from chairgame.cli.context import Context
from chairgame.cli.learning import Learning
from chairgame.cli.output import finish_output, print_line, print_lines, tell
from chairgame.cli.records import end_line, epoch_line, start_line
from chairgame.cli.story import story
from chairgame.cli.text_records import text_end_line, text_epoch_line, text_start_line
from chairgame.cli.text_story import text_story
from chairgame.cli.words import source_of
from chairgame.game.home import run_to_save
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.first_reading import first_reading, first_settings
from chairgame.training.history import History
from chairgame.training.runs import run_of, save_run
from chairgame.training.settings import Settings
from chairgame.training.tasks import Task, chair_task, reading_task
from chairgame.words.reading import Reading

INTERRUPTED = 130


def train(context: Context) -> int:
    """Returns 0 however the learning ended, 130 if by Ctrl-C. Raises PlayerError before it begins for a mistake."""
    arguments = context.arguments
    task, settings = _task(context)
    path = run_to_save(arguments.save, context.home, force=arguments.force) if arguments.save else None
    history = History(task, settings, maximum_epochs=arguments.epochs)
    learning = Learning(history, arguments.epochs, arguments.until)
    with learning.ended_by_interrupt():
        try:
            _print(learning, context)
        finally:  # a reader that goes away, `head` say, costs nobody the run
            if path:
                _save(learning, path, context)
    return INTERRUPTED if learning.reason == "interrupted" else 0


def _task(context: Context) -> tuple[Task, Settings]:
    """What is to be learned, a text if one is named, and how. Raises PlayerError for both a chair and a text."""
    arguments = context.arguments
    source = source_of("--text", arguments.text, arguments.words)
    if source is None:
        if arguments.window is not None:
            raise PlayerError(N_("--window: expected a text to look at, by --text or --words"))
        settings = settings_of(arguments)
        return chair_task(load_chair(arguments.chair), settings), settings
    if arguments.chair != DEFAULT_CHAIR:
        raise PlayerError(N_("--chair: expected a chair or a text, found both"))
    if source.left_out is not None:
        tell(source.left_out.sentence(context.catalogue))
    reading = first_reading(source.content, arguments.window)
    settings = text_settings_of(arguments, first_settings(reading))
    return reading_task(reading, settings), settings


def _print(learning: Learning, context: Context) -> None:
    is_text = isinstance(learning.history.task.about, Reading)
    if context.arguments.json:
        _print_text_records(learning) if is_text else _print_records(learning)
    elif is_text:
        print_lines(text_story(learning, context.catalogue), context.glyphs)
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


def _print_text_records(learning: Learning) -> None:
    history = learning.history
    print_line(text_start_line(history.task, learning.epochs, learning.until))
    for row in learning.rows():
        print_line(text_epoch_line(row, history.task.beside))
    print_line(text_end_line(history, row, learning.reason))


def _save(learning: Learning, path: Path, context: Context) -> None:
    """Save the whole run, learning what is left of it where nobody was there to read it."""
    for _row in learning.rows():
        pass
    run = run_of(learning.history, learning.reason, learning.epochs, learning.until)
    save_run(run, path, force=context.arguments.force)
    _ = context.catalogue
    tell(_("saved; watch it with: chairgame replay {run}", run=quote(context.arguments.save)))
