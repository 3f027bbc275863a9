"""Where one can be in the game, as values: where a command leads, and where a screen asks to go.

Knows no screen; what a place looks like is the business of whoever shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chairgame.chair.parts import Chair
    from chairgame.game.lesson import lesson
    from chairgame.game.story import level
    from chairgame.game.words.desk import Desk
    from chairgame.training.runs import Run


@dataclass(frozen=True)
class Door:
    """Where the bare command leads: the first minute for whoever has not seen it, else the title."""


@dataclass(frozen=True)
class Title:
    """The menu. `begins`: the first minute has just been seen, or been skipped."""

    begins: bool = False


@dataclass(frozen=True)
class Map:
    """All levels, at one of them; without one where the story goes on."""

    level: level.Level | None = None


@dataclass(frozen=True)
class Story:
    """The level at which the story goes on. `begins`: the first minute has just been seen."""

    begins: bool = False


@dataclass(frozen=True)
class Level:
    """A level, in the middle where it was left there. `again`: its pages have been read; `reads`: they come first."""

    level: level.Level
    again: bool = False
    reads: bool = False


@dataclass(frozen=True)
class After:
    """What follows a level's debrief: the next level, the bridge, or the map where neither is open."""

    level: level.Level


@dataclass(frozen=True)
class Bridge:
    """The pages between the halves of the story."""


@dataclass(frozen=True)
class Beyond:
    """What follows the bridge: part two's first level; the map for whoever `skips` the bridge."""

    skips: bool = False


@dataclass(frozen=True)
class Ending:
    """What comes behind the last level."""


@dataclass(frozen=True)
class Lab:
    """The lab, as it was left. `has_way_back`: it was entered from the title."""

    has_way_back: bool = False


@dataclass(frozen=True)
class Replay:
    """The lab with a saved run, and the name or the file by which the player called it."""

    run: Run
    saved_as: str = ""


@dataclass(frozen=True)
class Lesson:
    """A lesson for a room; it may go on by itself. `has_way_back`: it was begun from the title."""

    lesson: lesson.Lesson
    goes_on: bool = False
    has_way_back: bool = False


@dataclass(frozen=True)
class Table:
    """The empty table at which a thing is arranged and hidden. `has_way_back`: it was entered from the title."""

    has_way_back: bool = False


@dataclass(frozen=True)
class Hidden:
    """The box in which a thing is hidden, and the seed of the brain that learns it."""

    chair: Chair
    seed: int
    has_way_back: bool = False


@dataclass(frozen=True)
class Words:
    """Words mode at a bench: with a desk that somebody has set, or as it was left. `has_way_back`: from the title."""

    desk: Desk | None = None
    bench: str = "brain"
    has_way_back: bool = False


@dataclass(frozen=True)
class Fold:
    """The encore of level 9: chains of beads that fold. On no map; whoever has heard its name can play it."""


@dataclass(frozen=True)
class Settings:
    """What holds for every start."""


@dataclass(frozen=True)
class About:
    """What this is about."""


Place = (
    Door
    | Title
    | Map
    | Story
    | Level
    | After
    | Bridge
    | Beyond
    | Ending
    | Lab
    | Replay
    | Lesson
    | Table
    | Hidden
    | Words
    | Fold
    | Settings
    | About
)
