"""Which screen shows which kind of play."""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.tui.screens.levels.base import LevelScreen

SCREENS: Mapping[str, tuple[str, str]] = {
    "recipe": ("chairgame.tui.screens.levels.recipe", "RecipeScreen"),
    "scanner": ("chairgame.tui.screens.levels.scanner", "ScannerScreen"),
    "headphones": ("chairgame.tui.screens.levels.headphones", "HeadphonesScreen"),
    "cable": ("chairgame.tui.screens.levels.cable", "CableScreen"),
    "volume": ("chairgame.tui.screens.levels.volume", "VolumeScreen"),
    "epochs": ("chairgame.tui.screens.levels.epochs", "EpochsScreen"),
    "blind": ("chairgame.tui.screens.levels.blind", "BlindScreen"),
    "repair": ("chairgame.tui.screens.levels.repair", "RepairScreen"),
    "zoom": ("chairgame.tui.screens.levels.zoom", "ZoomScreen"),
    "sheet": ("chairgame.tui.screens.levels.sheet", "SheetScreen"),
    "family": ("chairgame.tui.screens.levels.family", "FamilyScreen"),
    "key": ("chairgame.tui.screens.levels.key", "KeyScreen"),
}


def level_screen(attempt: Attempt) -> LevelScreen:
    """The screen for an attempt at a level."""
    module, name = SCREENS[attempt.level.play]
    kind = cast(type[LevelScreen], getattr(import_module(module), name))
    return kind(attempt)
