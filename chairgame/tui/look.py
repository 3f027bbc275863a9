"""How one app instance looks and speaks: its colours, glyphs and language. Immutable; a change makes another one."""

from dataclasses import dataclass
from functools import cached_property

from chairgame.graphics.theme import Theme, theme_for
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue


@dataclass(frozen=True)
class Look:
    """Everything a widget needs beside the session."""

    depth: ColourDepth
    glyphs: GlyphSet
    language: str
    reduced_motion: bool = False
    big: bool = False

    @cached_property
    def theme(self) -> Theme:
        """The interface's colours."""
        return theme_for(self.depth)

    @cached_property
    def words(self) -> Catalogue:
        """The catalogue of the language."""
        return Catalogue(self.language)
