"""The halves of the story, and the bridge between them, which the map lists beside the levels. Knows no screen."""

from dataclasses import dataclass

from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import N_

FIRST_HALF = 6
"""The number of its last level."""
STORY_LEVELS = 12


@dataclass(frozen=True)
class Bridge:
    """The pages between the halves."""

    id: str = "bridge"
    title: str = N_("The bridge")
    about: str = N_("Three things that every network needs, its program in numbers, and the same loop with words.")


BRIDGE = Bridge()


def second_half() -> tuple[Level, ...]:
    """The levels behind the bridge."""
    return tuple(level for level in levels() if level.number > FIRST_HALF)
