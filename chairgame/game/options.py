"""What the command line asks of the screens, checked and complete. Knows neither the one nor the other."""

from dataclasses import dataclass
from pathlib import Path

from chairgame.chair.parts import Chair
from chairgame.game.lesson.lesson import Lesson
from chairgame.game.story.level import Level
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.training.runs import Run
from chairgame.training.settings import Settings


@dataclass(frozen=True)
class Surroundings:
    """What `auto` means here, as far as it is known without asking the terminal."""

    language: str
    depth: ColourDepth
    glyphs: GlyphSet


@dataclass(frozen=True)
class PlayOptions:
    """With what to open the game. With a `run`, which is a replay, the chair and the settings are the run's."""

    chair: Chair
    settings: Settings
    language: str
    depth: ColourDepth
    glyphs: GlyphSet
    reduced_motion: bool
    home: Path
    """The player's data folder; it need not exist yet."""
    big: bool = False
    """Large digits for the epoch and the distance."""
    opening: bool = False
    """Open with the first minute's scene, as the bare command does."""
    run: Run | None = None
    saved_as: str = ""
    """The name or the file by which the player called the run."""
    fps: float | None = None
    """Frames a second that were asked for."""
    remote: bool = False
    """The terminal is at the other end of a network."""
    economy: bool = False
    """Cheap pictures from the start, for a slow link."""
    theme: str = "default"
    """The name of the interface's colours."""
    level: Level | None = None
    """Open at this level of the story."""
    lesson: Lesson | None = None
    """Give this lesson."""
    attract: bool = False
    """The lesson goes on by itself."""
    hiding: bool = False
    """Open with the table at which a thing is arranged and hidden."""
    unanswered: str | None = None
    """Of a terminal that was asked and still owes answers, what of one has come already; None where it owes nothing."""
    surroundings: Surroundings | None = None
    """What the settings' `auto` brings back; None where that is what is in use."""

    @property
    def automatic(self) -> Surroundings:
        """What `auto` means."""
        return self.surroundings or Surroundings(self.language, self.depth, self.glyphs)
