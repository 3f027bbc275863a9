"""Words and how likely each is, as bars with a written percent. Knows no brain."""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

LONGEST = 12  # columns of a word
PERCENT = len("100 %")
FULL, ASCII_FULL = "█", "#"
HERE, ASCII_HERE = "◂", "<"


@dataclass(frozen=True)
class WordBar:
    """A word and its probability, 0 to 1; what stands behind the bar, `wanted` say, marks it."""

    word: str
    share: float
    mark: str = ""


def word_bars(width: int, bars: Sequence[WordBar], theme: Theme, glyphs: GlyphSet, *, step: int = 1) -> Cells:
    """A row each, every `step` rows: `kota  ███████ 16 %  ◂ wanted`. The likeliest is bold."""
    cells = Cells.blank(max(0, step * (len(bars) - 1) + 1), width, theme.text, theme.panel)
    names = min(LONGEST, max((len(bar.word) for bar in bars), default=0), max(1, width // 3))
    marks = max((len(bar.mark) + 3 for bar in bars if bar.mark), default=0)
    room = max(0, width - names - PERCENT - marks - 4)
    most = max((bar.share for bar in bars), default=0.0)
    full, here = (ASCII_FULL, ASCII_HERE) if glyphs is GlyphSet.ASCII else (FULL, HERE)
    for index, bar in enumerate(bars):
        row, is_most = step * index, bar.share == most
        colour = theme.good if bar.mark else theme.text
        cells.put(row, 1, fitted(bar.word, names, glyphs), theme.bright, attributes=BOLD * is_most)
        length = round(room * bar.share)
        cells.put(row, names + 2, full * length, colour)
        percent = f"{100 * bar.share:.0f} %"
        end = cells.put(row, names + 2 + length + bool(length), percent, theme.bright, attributes=BOLD * is_most)
        if bar.mark:
            cells.put(row, end + 2, fitted(f"{here} {bar.mark}", width - end - 2, glyphs), theme.good, attributes=BOLD)
    return cells
