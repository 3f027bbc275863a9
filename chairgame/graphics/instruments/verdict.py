"""What turning the accused wire saves, beside what the guilty one saves: two bars. Knows no brain."""

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

NUMBER = 9  # columns of `+12.3 cm `


def verdict_bars(
    width: int, title: str, rows: tuple[tuple[str, float], ...], theme: Theme, glyphs: GlyphSet, mark: str = "."
) -> Cells:
    """A title and a row for each (name, saved cm): shape (1 + rows, width). A bar is as long as its number."""
    cells = Cells.blank(1 + len(rows), width, theme.text, theme.panel)
    cells.put(0, 1, fitted(title, width - 1, glyphs), theme.bright)
    names = min(width // 3, max(len(name) for name, _ in rows))
    room = max(1, width - names - NUMBER - 4)
    longest = max(abs(saved) for _, saved in rows) or 1.0
    bar = "=" if glyphs is GlyphSet.ASCII else "━"
    for row, (name, saved) in enumerate(rows, start=1):
        cells.put(row, 1, fitted(name, names, glyphs), theme.text)
        number = f"{round(saved, 1) + 0.0:+.1f}".replace(".", mark)
        number = number if glyphs is GlyphSet.ASCII else number.replace("-", "−")
        column = cells.put(row, 2 + names, f"{number} cm".rjust(NUMBER), signed(theme, saved), attributes=BOLD)
        cells.put(row, column + 1, bar * round(abs(saved) / longest * room), signed(theme, saved), attributes=BOLD)
    return cells
