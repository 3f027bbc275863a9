"""How one app instance looks and speaks: its colours, glyphs and language. Immutable; a change makes another one."""

from dataclasses import dataclass, replace
from functools import cached_property

from chairgame.game.preferences import AUTO, Preferences
from chairgame.graphics.cells.theme import Theme, theme_for
from chairgame.terminal.depth import DEFAULT_THEME, HIGH_CONTRAST, ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.tui.options import Surroundings


@dataclass(frozen=True)
class Look:
    """Everything a widget needs beside the session."""

    depth: ColourDepth
    glyphs: GlyphSet
    language: str
    reduced_motion: bool = False
    big: bool = False
    theme_name: str = DEFAULT_THEME

    def spared(self, thrift: int) -> "Look":
        """The same for a slow link: from 1 on with fewer colours, from 2 on with coarser cells as well."""
        depth, glyphs = self.depth, self.glyphs
        if thrift >= 1 and depth is ColourDepth.TRUECOLOR:
            depth = ColourDepth.INDEXED
        if thrift >= 2 and glyphs in (GlyphSet.BLOCKS, GlyphSet.QUADRANT):
            glyphs = GlyphSet.HALF
        return replace(self, depth=depth, glyphs=glyphs)

    def recoloured(self, own_depth: ColourDepth) -> "Look":
        """The next step down from all colours to none, then high contrast in the terminal's own depth."""
        depths = list(ColourDepth)
        if self.theme_name == HIGH_CONTRAST:
            return replace(self, depth=depths[0], theme_name=DEFAULT_THEME)
        if self.depth is not depths[-1]:
            return replace(self, depth=depths[depths.index(self.depth) + 1])
        contrasting = ColourDepth.SIXTEEN if own_depth is ColourDepth.NONE else own_depth
        return replace(self, depth=contrasting, theme_name=HIGH_CONTRAST)

    def preferring(self, field: str, preferences: Preferences, automatic: Surroundings) -> "Look":
        """The same after one of the player's preferences has changed; the others may be this run's options."""
        match field:
            case "language":
                is_automatic = preferences.language == AUTO
                return replace(self, language=automatic.language if is_automatic else preferences.language)
            case "color":
                return replace(self, depth=preferences.depth or automatic.depth)
            case "glyphs":
                return replace(self, glyphs=preferences.glyph_set or automatic.glyphs)
            case "theme":
                return replace(self, theme_name=preferences.theme)
            case "reduced_motion":
                return replace(self, reduced_motion=preferences.reduced_motion)
            case _:
                return replace(self, big=preferences.big)

    @cached_property
    def theme(self) -> Theme:
        """The interface's colours."""
        return theme_for(self.depth, self.theme_name)

    @cached_property
    def words(self) -> Catalogue:
        """The catalogue of the language."""
        return Catalogue(self.language)
