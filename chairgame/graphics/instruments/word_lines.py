"""Lines of words: a text around the place that is looked at, words with their numbers, what a window holds, bars.

Labels are cut by cells, in whole signs. Knows no brain and no reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

LONGEST_WORD = 24  # cells
_PARTS, _ASCII_PARTS = " ▏▎▍▌▋▊▉█", " #"


@dataclass(frozen=True)
class WordBar:
    """A word and its probability; `came` if it is the one that the text has, `is_chosen` if it is looked at."""

    word: str
    share: float
    came: bool = False
    is_chosen: bool = False


def text_line(width: int, words: Sequence[str], place: int, theme: Theme, glyphs: GlyphSet) -> Cells:
    """As many words around a place as fit, that one in brackets: `… ma kota a [kot] ma Alę`."""
    cells = Cells.blank(1, width, theme.text, theme.panel)
    labels = {place: f"[{cut(words[place], LONGEST_WORD, glyphs)}]"}
    first = last = place
    room = width - width_of(labels[place]) - 2 * 2  # an ellipsis at each end
    while True:
        grown = False
        for index in (first - 1, last + 1):
            if not 0 <= index < len(words) or index in labels:
                continue
            label = cut(words[index], LONGEST_WORD, glyphs)
            if width_of(label) + 1 > room:
                continue
            labels[index], room, grown = label, room - width_of(label) - 1, True
            first, last = min(first, index), max(last, index)
        if not grown:
            break
    more = "~" if glyphs is GlyphSet.ASCII else "…"
    column = cells.put(0, 0, f"{more} " if first else "", theme.dim, attributes=quiet(theme))
    for index in range(first, last + 1):
        is_here = index == place
        column = cells.put(0, column, labels[index], theme.focus if is_here else theme.text, attributes=BOLD * is_here)
        column += 1
    if last < len(words) - 1:
        cells.put(0, column, more, theme.dim, attributes=quiet(theme))
    return cells


def numbered_line(width: int, words: Sequence[str], theme: Theme, glyphs: GlyphSet) -> Cells:
    """Words with their numbers, as many as fit: `1 Ala  2 ma  3 kota`."""
    cells = Cells.blank(1, width, theme.dim, theme.panel)
    column = 0
    for number, word in enumerate(words, start=1):
        label = cut(word, LONGEST_WORD, glyphs)
        if column + len(str(number)) + 1 + width_of(label) > width - 2:
            cells.put(0, column, "~" if glyphs is GlyphSet.ASCII else "…", theme.dim, attributes=quiet(theme))
            break
        column = cells.put(0, column, f"{number} ", theme.dim, attributes=quiet(theme))
        column = cells.put(0, column, label, theme.text) + 2
    return cells


def window_line(width: int, window: int, words: Sequence[str], theme: Theme, glyphs: GlyphSet) -> Cells:
    """What a window of so many words holds, the nothing before a text as a dot: `[ · ][ kota ][ a ] → ?`."""
    cells = Cells.blank(1, width, theme.text, theme.panel)
    nothing, arrow = (".", "->") if glyphs is GlyphSet.ASCII else ("·", "→")
    each = max(1, (width - 6) // window - 4)
    column = 0
    for word in [nothing] * (window - len(words)) + list(words):
        column = cells.put(0, column, "[ ", theme.focus)
        column = cells.put(0, column, cut(word, min(each, LONGEST_WORD), glyphs), theme.bright, attributes=BOLD)
        column = cells.put(0, column, " ]", theme.focus)
    cells.put(0, column + 1, f"{arrow} ?", theme.focus, attributes=BOLD)
    return cells


def word_bars(
    height: int, width: int, bars: Sequence[WordBar], percents: Sequence[str], came: str, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """A row a word: `▸ ma   ████████████  94 %  ◂ it was ma`; `came` is what is written beside the right one."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    labels = [cut(bar.word, LONGEST_WORD, glyphs) for bar in bars]
    label_width = max([width_of(label) for label in labels], default=0)
    percent_width = max(map(len, percents), default=0)
    room = width - 2 - label_width - 2 - percent_width - 2
    beside = width_of(came) + 2 if room - width_of(came) - 2 >= 10 else 0
    length = max(0, room - beside)
    for row, (bar, label, percent) in enumerate(zip(bars, labels, percents, strict=True)):
        back, strong = (theme.selection, chosen(theme) | BOLD) if bar.is_chosen else (theme.panel, 0)
        cells.put(row, 0, " " * width, theme.text, back, strong)
        if bar.is_chosen:
            cells.put(row, 0, ">" if glyphs is GlyphSet.ASCII else "▸", theme.focus, back, strong)
        cells.put(row, 2, label, theme.bright if bar.came else theme.text, back, strong | (BOLD if bar.came else 0))
        column = 2 + label_width + 1
        cells.put(row, column, _bar(bar.share, length, glyphs), theme.measure, back, strong & ~REVERSE)
        column = cells.put(row, column + length + 1, f"{percent:>{percent_width}}", theme.text, back, strong)
        if bar.came and beside:
            cells.put(row, column + 2, came, theme.positive, back, strong | BOLD)
    return cells


def _bar(share: float, length: int, glyphs: GlyphSet) -> str:
    """So much of a length as blocks; what is there at all is seen."""
    parts = _ASCII_PARTS if glyphs is GlyphSet.ASCII else _PARTS
    steps = len(parts) - 1
    filled = round(min(1.0, max(0.0, share)) * length * steps) if isfinite(share) else 0
    filled = max(filled, 1 if share > 0.005 else 0)
    whole, part = divmod(filled, steps)
    return (parts[-1] * whole + (parts[part] if part else ""))[:length]
