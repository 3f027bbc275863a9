"""Text that fits cells: one printable glyph per cell, cut to a width, pure ASCII where the terminal has no more.

Knows no colours and no layout. A label may come from a player's file, so anything can be in it.
"""

import unicodedata

from chairgame.terminal.depth import GlyphSet
from chairgame.text.clean import clean

_PLAIN = str.maketrans("łŁ×−–—…·’‘“”„•★☆✓▸«»←→↑↓■□◆▼", 'lLx---~.\'\'"""**.v>""<>^v#.*v')
"""What NFKD leaves beyond ASCII."""


def legible(text: str, glyphs: GlyphSet) -> str:
    """The text with exactly one cell per character: accents joined or dropped, blanks for breaks, `?` for the rest.

    A cell holds one narrow glyph, so control characters and double-width letters cannot be shown.
    """
    if text.isascii() and text.isprintable():  # nearly all there is
        return text
    if glyphs is GlyphSet.ASCII:
        text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] != "M")
    return "".join(_one_cell(c, glyphs) for c in kept)


def _one_cell(character: str, glyphs: GlyphSet) -> str:
    if character.isspace():
        return " "
    if glyphs is GlyphSet.ASCII and not character.isascii():
        return "?" if len(base := unicodedata.normalize("NFD", character)) == 1 else _one_cell(base[0], glyphs)
    return "?" if unicodedata.east_asian_width(character) in "WF" else clean(character)


def fitted(text: str, width: int, glyphs: GlyphSet) -> str:
    """The legible text in at most `width` cells; what is cut off leaves an ellipsis."""
    text = legible(text, glyphs)
    if len(text) <= width:
        return text
    return text[: max(0, width - 1)] + ("~" if glyphs is GlyphSet.ASCII else "…") if width > 0 else ""
