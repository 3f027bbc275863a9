"""What the player has chosen for every start: language, colours, glyphs, theme, motion, large digits.

As text under names, because that is how it is kept; what this version does not know is left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES

AUTO = "auto"
_YES, _NO = "yes", "no"
_WORDS: Mapping[str, tuple[str, ...]] = {
    "language": (AUTO, *LANGUAGES),
    "color": (AUTO, *(depth.value for depth in ColourDepth)),
    "glyphs": (AUTO, *(glyphs.value for glyphs in GlyphSet)),
    "reduced_motion": (_NO, _YES),
    "big": (_NO, _YES),
}


@dataclass(frozen=True)
class Preferences:
    """Chosen once, used from then on. `auto` leaves it to the locale and the terminal."""

    language: str = AUTO
    color: str = AUTO
    glyphs: str = AUTO
    theme: str = "default"
    reduced_motion: bool = False
    big: bool = False

    @property
    def depth(self) -> ColourDepth | None:
        """The colours, unless they are left to the terminal."""
        return None if self.color == AUTO else ColourDepth(self.color)

    @property
    def glyph_set(self) -> GlyphSet | None:
        """The characters, unless they are left to the terminal."""
        return None if self.glyphs == AUTO else GlyphSet(self.glyphs)


def preferences_of(table: Mapping[str, str]) -> Preferences:
    """The preferences in a table of texts; a word that none of them knows counts as not chosen."""
    known = {name: word for name, word in table.items() if name not in _WORDS or word in _WORDS[name]}
    own = Preferences()
    return Preferences(
        language=known.get("language", own.language),
        color=known.get("color", own.color),
        glyphs=known.get("glyphs", own.glyphs),
        theme=known.get("theme", own.theme),
        reduced_motion=known.get("reduced_motion") == _YES,
        big=known.get("big") == _YES,
    )


def table_of(preferences: Preferences) -> dict[str, str]:
    """The preferences as texts."""
    values = {field.name: getattr(preferences, field.name) for field in fields(preferences)}
    return {name: (_YES if value else _NO) if isinstance(value, bool) else value for name, value in values.items()}


def changed(preferences: Preferences, name: str, value: str | bool) -> Preferences:
    """The same with another value under a name."""
    text = (_YES if value else _NO) if isinstance(value, bool) else value
    return preferences_of({**table_of(preferences), name: text})
