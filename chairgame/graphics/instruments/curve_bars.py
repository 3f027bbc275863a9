"""A short curve as bars: how far off each rebuild was, on the same logarithmic scale wherever it is drawn.

Knows no run. Without block characters a bar is as high, only coarser.
"""

from collections.abc import Sequence
from math import log

from chairgame.graphics.cells.cells import Cells
from chairgame.terminal.depth import GlyphSet

CURVE_CM, END_CM = (4.0, 80.0), (1.0, 20.0)
"""An empty bar and a full one, for a run's beginning and for its end."""
_EIGHTHS, _THIRDS = " ▁▂▃▄▅▆▇█", " _=#"


def put_bars(
    cells: Cells,
    left: int,
    rows: range,
    distances_cm: Sequence[float],
    colour: int,
    glyphs: GlyphSet,
    *,
    bar: int = 1,
    gap: int = 0,
    scale: tuple[float, float] = CURVE_CM,
) -> None:
    """A bar of `bar` columns for each distance, from column `left` on, all standing on the last of the rows."""
    for index, distance in enumerate(distances_cm):
        _put_bar(cells, left + index * (bar + gap), bar, rows, _share(distance, scale), colour, glyphs)


def picked(distances_cm: Sequence[float], whole: int, bars: int) -> list[float]:
    """What `bars` bars show of a beginning of `whole` rebuilds after the first: evenly spread, the last among them.

    The first rebuild is the same at every volume and left out; rebuilds that were not heard yet are missing.
    """
    epochs = {round(1 + (whole - 1) * bar / (bars - 1)) for bar in range(bars)} if bars > 1 else {whole}
    return [distances_cm[epoch] for epoch in sorted(epochs) if epoch < len(distances_cm)]


def _share(cm: float, scale: tuple[float, float]) -> float:
    lowest, highest = scale
    return log(min(max(cm, lowest), highest) / lowest) / log(highest / lowest)


def _put_bar(cells: Cells, left: int, width: int, rows: range, share: float, colour: int, glyphs: GlyphSet) -> None:
    ramp = _THIRDS if glyphs is GlyphSet.ASCII else _EIGHTHS
    steps = len(ramp) - 1
    filled = max(1, round(share * len(rows) * steps))  # the best of all is seen, too
    for above, row in enumerate(reversed(rows)):
        sign = ramp[min(steps, max(0, filled - above * steps))]
        if sign != " ":
            cells.put(row, left, sign * width, colour)
