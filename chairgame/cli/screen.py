"""Opens the screen, once everything has been checked: first the arguments, then that there is a terminal to draw on."""

import os
import sys
from importlib import import_module
from typing import Any

from chairgame.chair.catalogue import load_chair
from chairgame.chair.parts import Chair
from chairgame.cli.arguments import DEFAULT_CHAIR, settings_of
from chairgame.cli.context import Context
from chairgame.cli.interrupts import interrupts_held
from chairgame.game import places
from chairgame.game.lesson.lesson import Lesson
from chairgame.game.options import PlayOptions
from chairgame.game.places import Place
from chairgame.game.progress.whole import Progress, kept_preferences
from chairgame.game.story.level import level_named
from chairgame.graphics.cells.theme import HIGH_CONTRAST
from chairgame.terminal.capabilities import Capabilities
from chairgame.text.catalogue import N_, language_of_locale
from chairgame.text.errors import PlayerError
from chairgame.training.runs import Run
from chairgame.training.settings import Settings


def open_game(context: Context) -> int:
    """The bare command: the first minute."""
    return _open(context, places.Door())


def open_lab(context: Context) -> int:
    """The lab, with any chair and any brain; as a dialogue in lines of text where that is asked for."""
    if context.arguments.plain:
        from chairgame.cli.plain.lines import open_plain_lab

        return open_plain_lab(context)
    settings = settings_of(context.arguments)
    return _open(context, places.Lab(), load_chair(context.arguments.chair), settings)


def open_level(context: Context) -> int:
    """A level of the story."""
    level = level_named(context.arguments.level[0])
    return _open(context, places.Level(level))


def open_lesson(lesson: Lesson, context: Context, *, attract: bool) -> int:
    """A lesson for a room: high contrast unless another theme is asked for."""
    theme = getattr(context.arguments, "theme", HIGH_CONTRAST)
    return _open(context, places.Lesson(lesson, goes_on=attract), theme=theme, big=context.arguments.big)


def open_table(context: Context) -> int:
    """Hide a thing of one's own."""
    return _open(context, places.Table(), settings=Settings(seed=context.arguments.seed))


def open_run(run: Run, context: Context) -> int:
    """The lab, with a saved run to look at."""
    return _open(context, places.Replay(run, context.arguments.run[0]), run.chair, run.settings)


def is_terminal(term: str | None) -> bool:
    """Whether both ends are a terminal that can be drawn on. Windows' own terminal sets no TERM."""
    drawable = os.name == "nt" or (term or "dumb") != "dumb"
    return drawable and sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _open(
    context: Context, place: Place, chair: Chair | None = None, settings: Settings | None = None, **asked: Any
) -> int:
    """Opens the screens; `asked` are fields of ScreenOptions that the command sets."""
    if not is_terminal(context.environ.get("TERM")):
        raise PlayerError(
            N_(
                "The game needs a terminal to draw on; without one, `chairgame lab --plain` plays it in lines of text, "
                "and `chairgame train` tells the story."
            )
        )
    own, home = context, context.home
    context = context.preferring(kept_preferences(home))
    found = context.asked(meanwhile=_load_the_screens)
    _load_the_screens()
    from chairgame.tui.app import run as run_screen
    from chairgame.tui.options import ScreenOptions, Surroundings

    depth = found.depth if context.promised == own.promised else own.promised.depth
    automatic = Surroundings(language_of_locale(context.environ), depth, own.promised.glyphs)
    return run_screen(
        PlayOptions(place, chair or load_chair(DEFAULT_CHAIR), settings or Settings(), home),
        ScreenOptions(
            language=context.catalogue.language,
            depth=found.depth,
            glyphs=found.glyphs,
            reduced_motion=context.arguments.reduced_motion,
            fps=context.arguments.fps,
            remote=found.over_ssh,
            economy=context.arguments.economy,
            surroundings=automatic,
            unanswered=_unanswered(found),
            **{"theme": context.theme, "big": context.arguments.big, **asked},
        ),
        lambda: Progress(home),
    )


def _unanswered(found: Capabilities) -> str | None:
    """What has begun to come of answers that are still to be expected; None where there are none."""
    if found.answers is None or found.answers.complete:
        return None
    return found.answers.begun.decode("latin-1")


def _load_the_screens() -> None:
    """Takes longer than most terminals need for an answer."""
    with interrupts_held():
        import_module("chairgame.tui.app")
