"""Opens the screen, once everything has been checked: first the arguments, then that there is a terminal to draw on."""

import gc
import os
import sys
from importlib import import_module
from typing import Any

from chairgame.chair.catalogue import load_chair
from chairgame.chair.parts import Chair
from chairgame.cli.brain import DEFAULT_CHAIR
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.game.options import PlayOptions
from chairgame.game.places import Place
from chairgame.game.progress.whole import Progress, kept_preferences
from chairgame.terminal.capabilities import Capabilities, Reason
from chairgame.text.catalogue import N_, language_of_locale
from chairgame.text.errors import PlayerError
from chairgame.training.settings import Settings


def is_terminal(term: str | None) -> bool:
    """Whether both ends are a terminal that can be drawn on. Windows' own terminal sets no TERM."""
    drawable = os.name == "nt" or (term or "dumb") != "dumb"
    return drawable and sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def open_place(
    context: Context, place: Place, chair: Chair | None = None, settings: Settings | None = None, **asked: Any
) -> int:
    """Opens the screens at a place; `asked` are fields of ScreenOptions that the command sets.

    Raises PlayerError for no terminal.
    """
    if not is_terminal(context.environ.get("TERM")):
        raise PlayerError(
            N_(
                "The game needs a terminal to draw on; without one, `chairgame play 1 --plain` and `chairgame lab "
                "--plain` play it in lines of text, and `chairgame train` tells the story."
            )
        )
    gc.disable()  # until the first picture, when the app wakes it
    own, home = context, context.home
    context = context.preferring(kept_preferences(home))
    found = context.asked(meanwhile=_load_the_screens)
    _load_the_screens()
    from chairgame.tui.app import run as run_screen
    from chairgame.tui.options import ScreenOptions, Surroundings

    known = found if context.promised == own.promised else own.promised
    automatic = Surroundings(language_of_locale(context.environ), known.depth, known.glyphs)
    return run_screen(
        PlayOptions(place, chair or load_chair(DEFAULT_CHAIR), settings or Settings(), home),
        ScreenOptions(
            language=context.catalogue.language,
            depth=found.depth,
            glyphs=found.glyphs,
            depth_is_named=found.depth_reason is Reason.OPTION,
            glyphs_are_named=found.glyphs_reason is Reason.OPTION,
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
    with loading():
        import_module("chairgame.tui.app")
