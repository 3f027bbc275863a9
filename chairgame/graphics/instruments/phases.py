"""The four phases of a training step as a strip of one row, and the glyph and colour that each has everywhere."""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

PHASE_GLYPHS = ("■", "◎", "♪", "±")  # build, measure, listen, adjust: one cell wide in every font
ASCII_PHASE_GLYPHS = ("#", "@", "~", "+")


def phase_glyphs(glyphs: GlyphSet) -> tuple[str, str, str, str]:
    """The glyphs of build, measure, listen and adjust."""
    return ASCII_PHASE_GLYPHS if glyphs is GlyphSet.ASCII else PHASE_GLYPHS


def phase_colours(theme: Theme) -> tuple[int, int, int, int]:
    """The colours of build, measure, listen and adjust."""
    return theme.build, theme.measure, theme.listen, theme.adjust


def phase_strip(width: int, names: Sequence[str], active: int | None, theme: Theme, glyphs: GlyphSet) -> Cells:
    """One row ` ■ build ▸ ◎ measure ▸ ♪ listen ▸ ± adjust `; `names` are the four phases' names, translated.

    The active phase is lit. In a narrow strip only it keeps its name, then none does. The places do not move
    from phase to phase as long as all four names fit.
    """
    cells = Cells.blank(1, width, theme.text, theme.panel)
    texts, separator = _texts(width, [legible(name, glyphs) for name in names], active, glyphs)
    column = 0
    for phase, text in enumerate(texts):
        if phase:
            column = cells.put(0, column, separator, theme.dim, attributes=quiet(theme))
        column = _put_phase(cells, column, phase, text, active, theme)
    return cells


def _texts(width: int, names: Sequence[str], active: int | None, glyphs: GlyphSet) -> tuple[list[str], str]:
    signs = phase_glyphs(glyphs)
    arrow = ">" if glyphs is GlyphSet.ASCII else "▸"
    full = [f" {sign} {name} " for sign, name in zip(signs, names, strict=True)]
    short = [full[i] if i == active else f" {sign} " for i, sign in enumerate(signs)]
    tight = [f"{sign} {names[i]}" if i == active else sign for i, sign in enumerate(signs)]
    for texts, separator in ((full, arrow), (short, arrow), (tight, " "), (list(signs), " "), (list(signs), "")):
        if sum(map(len, texts)) + 3 * len(separator) <= width:
            return texts, separator
    return ([""] * active + [signs[active]] if active is not None else list(signs)), ""


def _put_phase(cells: Cells, column: int, phase: int, text: str, active: int | None, theme: Theme) -> int:
    colour = phase_colours(theme)[phase]
    if phase == active:
        swapped = 0 if colour != theme.panel else REVERSE  # without colours the attribute lights it
        return cells.put(0, column, text, theme.panel, colour, BOLD | swapped)
    end = cells.put(0, column, text, theme.dim, attributes=quiet(theme))
    sign = len(text) - len(text.lstrip())
    cells.put(0, column + sign, text[sign : sign + 1], colour, attributes=quiet(theme))
    return end
