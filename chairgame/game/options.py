"""With what a game is opened, checked and complete. Knows neither the command line nor a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from chairgame.chair.parts import Chair
    from chairgame.game.places import Place
    from chairgame.training.settings import Settings


@dataclass(frozen=True)
class PlayOptions:
    """What concerns the game itself. How it looks, and on what, is `tui.options`."""

    place: Place
    """Where it begins."""
    chair: Chair
    """What the lab and the title learn; for a replay the run's own."""
    settings: Settings
    home: Path
    """The player's data folder; it need not exist yet."""
    hosted: bool = False
    """It runs on a server, for a guest."""
