"""What was heard of every volume, side by side: how its run begins, what it came to, whether that was read right.

Knows no play and no language.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.curve_bars import END_CM, picked, put_bars
from chairgame.terminal.depth import GlyphSet

NAMES, MARKS, ENDS = 1, 2, 3  # rows from the bottom; above them the curves


@dataclass(frozen=True)
class Heard:
    """A volume that was listened to: how it began, in cm, and whether its run was let go to its end."""

    beginning: tuple[float, ...]
    is_over: bool = False
    end_cm: float | None = None
    """How far off it was then; None for smoke."""
    is_right: bool | None = None
    """Whether that was read right; None where nobody was asked."""
    is_asking: bool = False


@dataclass(frozen=True)
class Wording:
    """How figures, volumes and smoke are written."""

    figure: Callable[[float], str]
    rate: Callable[[float], str]
    smoke: str


def loudness_chart(
    height: int,
    width: int,
    rates: Sequence[float],
    heard: Mapping[float, Heard],
    now: float,
    asked: int,
    wanted_cm: float,
    theme: Theme,
    glyphs: GlyphSet,
    words: Wording,
) -> Cells:
    """Height times width cells: a column for each volume, `?` where nothing was heard, the present one marked.

    A curve is its first `asked` rebuilds, or as many of them as there is room for.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    step = max(1, width // max(1, len(rates)))
    chart = _Chart(cells, (width - step * len(rates)) // 2, step, theme, glyphs, words)
    for index, rate in enumerate(rates):
        chart.put_heard(index, heard.get(rate, Heard(())), asked, wanted_cm)
    chart.put_rates(rates, heard, now)
    return cells


@dataclass(frozen=True, eq=False)
class _Chart:
    """Each volume `step` columns wide, the first of them at column `left`; one column of each stays free."""

    cells: Cells
    left: int
    step: int
    theme: Theme
    glyphs: GlyphSet
    words: Wording

    def middle(self, index: int) -> int:
        """The column of a volume's middle."""
        return max(0, self.left) + index * self.step + (self.step - 1) // 2

    def put_heard(self, index: int, heard: Heard, asked: int, wanted_cm: float) -> None:
        """One volume: its curve, its end, its mark."""
        height, bars = self.cells.height, max(1, self.step - 1)
        colour = self.theme.warning if heard.is_over and heard.end_cm is None else self.theme.measure
        curve = picked(heard.beginning, asked, bars)
        left = max(0, self.left) + index * self.step
        put_bars(self.cells, left, range(max(0, height - ENDS)), curve, colour, self.glyphs)
        if heard.is_over:
            self._put_end(index, left, heard.end_cm, wanted_cm)
        if heard.is_right is not None:
            sign = fitted("✓" if heard.is_right else "×", 1, self.glyphs)
            mark = self.theme.good if heard.is_right else self.theme.warning
            self.cells.put(height - MARKS, self.middle(index), sign, mark, attributes=BOLD)
        elif heard.is_asking:
            self.cells.put(height - MARKS, self.middle(index), "?", self.theme.focus, attributes=BOLD)
        elif not heard.is_over:
            self.cells.put(height - ENDS, self.middle(index), "?", self.theme.dim, attributes=quiet(self.theme))

    def _put_end(self, index: int, left: int, end_cm: float | None, wanted_cm: float) -> None:
        row, room = self.cells.height - ENDS, max(1, self.step - 1)
        colour = self.theme.warning if end_cm is None else self.theme.good if end_cm < wanted_cm else self.theme.text
        text = self.words.smoke if end_cm is None else self.words.figure(end_cm)
        if len(text) <= room:
            column = self.middle(index) - len(text) // 2
            self.cells.put(row, column, fitted(text, room, self.glyphs), colour, attributes=BOLD)
        elif end_cm is None:
            grain = "%" if self.glyphs is GlyphSet.ASCII else "▒"
            self.cells.put(row, left, grain * room, colour, attributes=BOLD)
        else:
            put_bars(
                self.cells, left, range(max(0, row), row + 1), [end_cm], colour, self.glyphs, bar=room, scale=END_CM
            )

    def put_rates(self, rates: Sequence[float], heard: Mapping[float, Heard], now: float) -> None:
        """The volumes below: the present one, those that were heard, and as many others as there is room for."""
        taken, ends = [False] * (self.cells.width + 1), (rates[0], rates[-1])
        for rate in sorted(rates, key=lambda rate: (rate != now, rate not in heard, rate not in ends, rate)):
            name = self.words.rate(rate)
            text = fitted(f"[{name}]" if rate == now else name, self.cells.width, self.glyphs)
            left = self.middle(rates.index(rate)) - len(text) // 2
            left = min(max(0, left), self.cells.width - len(text))
            if any(taken[max(0, left - 1) : left + len(text) + 1]):
                continue
            taken[left : left + len(text)] = [True] * len(text)
            colour, attributes = self._manner(rate == now, rate in heard)
            self.cells.put(self.cells.height - NAMES, left, text, colour, attributes=attributes)

    def _manner(self, is_now: bool, is_heard: bool) -> tuple[int, int]:
        if is_now:
            return self.theme.focus, BOLD | REVERSE
        return (self.theme.text, 0) if is_heard else (self.theme.dim, quiet(self.theme))
