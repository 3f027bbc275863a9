"""Begins a play: the class that the registry names for a level's kind, imported when it is needed."""

from collections.abc import Callable
from importlib import import_module

from chairgame.game.story.level import Level
from chairgame.game.story.play import LevelPlay
from chairgame.game.story.registry import KINDS


def new_play(level: Level) -> LevelPlay:
    """An attempt at a level from its beginning."""
    kind = KINDS[level.play]
    play: Callable[[Level], LevelPlay] = getattr(import_module(kind.module), kind.name)
    return play(level)
