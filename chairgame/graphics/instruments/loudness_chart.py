"""What every volume came to, side by side: a bar for the distance that was left, smoke, and whether it was foretold.

Bars are logarithmic, as all distances are; each carries its figure where there is room. Knows no play.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

LOWEST_CM, HIGHEST_CM = 1.0, 20.0  # an empty bar, and a full one
AXIS = 5  # columns for the scale
FIGURES = 4  # columns a volume needs for its figure
_EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True)
class Tried:
    """A volume that was tried: the distance left in cm, None for smoke; whether that was foretold, None if nothing
    had been said."""

    distance_cm: float | None
    is_foretold: bool | None


def loudness_chart(
    height: int,
    width: int,
    rates: Sequence[float],
    tried: dict[float, Tried],
    now: float,
    is_marked: bool,
    wanted_cm: float,
    theme: Theme,
    glyphs: GlyphSet,
    figure: Callable[[float], str],
    rate_name: Callable[[float], str],
) -> Cells:
    """Height times width cells. Bars above, then ✓ or ×, then the volumes, the present one marked; `?` stands under it
    when a prediction waits (`is_marked`). A line shows how low a bar is `wanted_cm` to be.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    chart = _Chart(cells, max(1, height - 2), AXIS, max(1, (width - AXIS) // max(1, len(rates))), theme, glyphs)
    chart.put_line(wanted_cm, figure(wanted_cm))
    for index, rate in enumerate(rates):
        if rate in tried:
            chart.put_bar(index, tried[rate], wanted_cm, figure)
    if is_marked and now not in tried:
        cells.put(height - 2, chart.middle(rates.index(now)), "?", theme.focus, attributes=BOLD)
    chart.put_rates(rates, tried, now, rate_name)
    return cells


@dataclass(frozen=True, eq=False)
class _Chart:
    """`rows` for the bars, each volume `step` columns wide, the first of them at column `left`."""

    cells: Cells
    rows: int
    left: int
    step: int
    theme: Theme
    glyphs: GlyphSet

    def middle(self, index: int) -> int:
        """The column of a volume's middle."""
        return self.left + index * self.step + (self.step - 1) // 2

    def filled(self, distance_cm: float) -> float:
        """How many rows a bar fills; the row above it is its figure's."""
        share = log(max(distance_cm, LOWEST_CM) / LOWEST_CM) / log(HIGHEST_CM / LOWEST_CM)
        return min(1.0, share) * max(1, self.rows - 1)

    def put_line(self, wanted_cm: float, name: str) -> None:
        """How low a bar is to be."""
        row = self.rows - 1 - int(self.filled(wanted_cm))
        line = ("-" if self.glyphs is GlyphSet.ASCII else "┄") * (self.cells.width - self.left)
        self.cells.put(row, self.left, line, self.theme.border, attributes=quiet(self.theme))
        self.cells.put(row, 0, fitted(name, self.left - 1, self.glyphs), self.theme.dim, attributes=quiet(self.theme))

    def put_bar(self, index: int, tried: Tried, wanted_cm: float, figure: Callable[[float], str]) -> None:
        """One volume: its bar, its figure, its mark."""
        left, width = self.left + index * self.step, max(1, self.step - 1)
        if tried.distance_cm is None:
            smoke = ("%" if self.glyphs is GlyphSet.ASCII else "▒") * width
            for row in range(self.rows):
                self.cells.put(row, left, smoke, self.theme.warning)
        else:
            self._put_sound(left, width, tried.distance_cm, wanted_cm, figure)
        if tried.is_foretold is not None:
            sign = fitted("✓" if tried.is_foretold else "×", 1, self.glyphs)
            colour = self.theme.good if tried.is_foretold else self.theme.warning
            self.cells.put(self.rows, self.middle(index), sign, colour, attributes=BOLD)

    def _put_sound(
        self, left: int, width: int, distance_cm: float, wanted_cm: float, figure: Callable[[float], str]
    ) -> None:
        filled, ascii_only = self.filled(distance_cm), self.glyphs is GlyphSet.ASCII
        colour = self.theme.good if distance_cm < wanted_cm else self.theme.measure
        for row in range(self.rows):
            eighths = max(row == 0, round(8 * min(1.0, max(0.0, filled - row))))  # the best of all is seen, too
            sign = _EIGHTHS[eighths] if not ascii_only else "#" if eighths >= 4 else "_" if row == 0 else " "
            if sign != " ":
                self.cells.put(self.rows - 1 - row, left, sign * width, colour)
        if self.step >= FIGURES:
            top = max(0, self.rows - 1 - max(1, round(filled + 0.49)))
            text = fitted(figure(distance_cm), self.step, self.glyphs)
            self.cells.put(top, left, text, self.theme.bright, attributes=BOLD)

    def put_rates(
        self, rates: Sequence[float], tried: dict[float, Tried], now: float, rate_name: Callable[[float], str]
    ) -> None:
        """The volumes below: the present one, those that were tried, and as many others as there is room for."""
        row, taken = self.cells.height - 1, [False] * (self.cells.width + 1)
        ends = (rates[0], rates[-1])
        for rate in sorted(rates, key=lambda rate: (rate != now, rate not in tried, rate not in ends, rate)):
            text = fitted(rate_name(rate), self.cells.width, self.glyphs)
            middle = self.middle(rates.index(rate))
            left = min(max(0, middle - len(text) // 2), self.cells.width - len(text))
            if any(taken[max(0, left - 1) : left + len(text) + 1]):
                continue
            taken[left : left + len(text)] = [True] * len(text)
            if rate == now:
                self.cells.put(row, left, text, self.theme.focus, attributes=BOLD | REVERSE)
            elif rate in tried:
                self.cells.put(row, left, text, self.theme.text)
            else:
                self.cells.put(row, left, text, self.theme.dim, attributes=quiet(self.theme))
