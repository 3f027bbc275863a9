"""How one app instance looks and speaks: its colours, glyphs and language. Immutable; a change makes another one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from chairgame.game.preferences import AUTO, Preferences
from chairgame.graphics.cells.theme import Theme, theme_for
from chairgame.terminal.depth import DEFAULT_THEME, HIGH_CONTRAST, ColourDepth, GlyphSet
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.options import Surroundings

_FINE = (GlyphSet.SEXTANT, GlyphSet.BLOCKS, GlyphSet.QUADRANT)
DEPTH_WORDS: Mapping[ColourDepth, str] = {
    ColourDepth.TRUECOLOR: N_("truecolor"),
    ColourDepth.INDEXED: "256",
    ColourDepth.SIXTEEN: "16",
    ColourDepth.NONE: N_("none"),
}
THEME_WORDS: Mapping[str, str] = {DEFAULT_THEME: N_("calm"), HIGH_CONTRAST: N_("high contrast")}


@dataclass(frozen=True)
class Look:
    """Everything a widget needs beside the session."""

    depth: ColourDepth
    glyphs: GlyphSet
    language: str
    reduced_motion: bool = False
    big: bool = False
    theme_name: str = DEFAULT_THEME
    depth_is_named: bool = False
    """The player has asked for these colours and no others."""
    glyphs_are_named: bool = False

    def rungs(self) -> tuple["Look", ...]:
        """This look and, for slow links, ever cheaper ones: fewer colours, then coarser cells as well. What the player
        has named stays."""
        looks = [self]
        if self.depth is ColourDepth.TRUECOLOR and not self.depth_is_named:
            looks.append(replace(self, depth=ColourDepth.INDEXED))
        if self.glyphs in _FINE and not self.glyphs_are_named:
            looks.append(replace(looks[-1], glyphs=GlyphSet.HALF))
        return tuple(looks)

    def recoloured(self, own_depth: ColourDepth) -> "Look":
        """The next step down from all colours to none, then high contrast in the terminal's own depth."""
        depths, theme = list(ColourDepth), self.theme_name
        if theme == HIGH_CONTRAST:
            depth, theme = depths[0], DEFAULT_THEME
        elif self.depth is not depths[-1]:
            depth = depths[depths.index(self.depth) + 1]
        else:
            depth, theme = ColourDepth.SIXTEEN if own_depth is ColourDepth.NONE else own_depth, HIGH_CONTRAST
        return replace(self, depth=depth, theme_name=theme, depth_is_named=True)

    def preferring(self, field: str, preferences: Preferences, automatic: Surroundings) -> "Look":
        """The same after one of the player's preferences has changed; the others may be this run's options."""
        match field:
            case "language":
                is_automatic = preferences.language == AUTO
                return replace(self, language=automatic.language if is_automatic else preferences.language)
            case "color":
                named = preferences.depth
                return replace(self, depth=named or automatic.depth, depth_is_named=named is not None)
            case "glyphs":
                chosen = preferences.glyph_set
                return replace(self, glyphs=chosen or automatic.glyphs, glyphs_are_named=chosen is not None)
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
