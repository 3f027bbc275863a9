"""What the command line asks of the screens: language, look, and what is known of the terminal and the way to it."""

from dataclasses import dataclass

from chairgame.terminal.depth import ColourDepth, GlyphSet


@dataclass(frozen=True)
class Surroundings:
    """What `auto` means here, as far as it is known without asking the terminal."""

    language: str
    depth: ColourDepth
    glyphs: GlyphSet


@dataclass(frozen=True)
class ScreenOptions:
    """Checked and complete."""

    language: str
    depth: ColourDepth
    glyphs: GlyphSet
    depth_is_named: bool = False
    """The player has asked for these colours, and not left them to the terminal."""
    glyphs_are_named: bool = False
    reduced_motion: bool = False
    big: bool = False
    """Large digits for the epoch and the distance."""
    theme: str = "default"
    """The name of the interface's colours."""
    fps: float | None = None
    """Frames a second that were asked for."""
    remote: bool = False
    """The terminal is at the other end of a network."""
    economy: bool = False
    """Cheap pictures from the start, for a slow link."""
    unanswered: str | None = None
    """Of a terminal that was asked and still owes answers, what of one has come already; None where it owes nothing."""
    surroundings: Surroundings | None = None
    """What the settings' `auto` brings back; None where that is what is in use."""

    @property
    def automatic(self) -> Surroundings:
        """What `auto` means."""
        return self.surroundings or Surroundings(self.language, self.depth, self.glyphs)
