"""Which class plays a level: the verbs that Python knows. A level of a known play needs no line here."""

from collections.abc import Callable, Mapping
from importlib import import_module

from chairgame.game.story.level import Level
from chairgame.game.story.play import LevelPlay

# Imported when a level of the kind is opened: nobody waits for what they do not play.
PLAYS: Mapping[str, tuple[str, str]] = {
    "recipe": ("chairgame.game.story.recipe", "RecipePlay"),
    "dials": ("chairgame.game.story.dials", "DialsPlay"),
    "cable": ("chairgame.game.story.cable", "CablePlay"),
    "volume": ("chairgame.game.story.volume_run", "VolumePlay"),
    "epochs": ("chairgame.game.story.epochs", "EpochsPlay"),
}


def new_play(level: Level) -> LevelPlay:
    """An attempt at a level from its beginning."""
    module, name = PLAYS[level.play]
    play: Callable[[Level], LevelPlay] = getattr(import_module(module), name)
    return play(level)
