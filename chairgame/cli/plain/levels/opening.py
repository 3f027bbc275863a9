"""Opens a level in lines of text over standard input and output. Needs no terminal and sends no escape codes."""

from chairgame.cli.context import Context
from chairgame.cli.plain.levels.dialogue import LevelDialogue
from chairgame.cli.plain.levels.shared import level_in_lines
from chairgame.cli.plain.lines import converse, ended_by_signals
from chairgame.game.progress.whole import Progress
from chairgame.game.story.level import level_named


def open_plain_level(context: Context, name: str) -> int:
    """Talk until the player leaves or the input ends. Raises PlayerError for a level that is none, or not told so."""
    level = level_in_lines(level_named(name))
    progress = Progress(context.home)
    with ended_by_signals():
        try:
            return converse(LevelDialogue(level, context.catalogue, progress), context)
        finally:
            progress.close()
