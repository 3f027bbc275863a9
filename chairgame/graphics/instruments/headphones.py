"""The cable from the black box to the brain with the headphones on it: how loud each part's signal is, and the volume.

Knows loudnesses and a text; no network and no box.
"""

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

_LEVELS, _ASCII_LEVELS = " ▁▂▃▄▅▆▇█", " .:-=+*%#"


def headphones(
    height: int,
    width: int,
    signal: NDArray[np.floating],
    volume_text: str,
    phase_progress: float | None,
    theme: Theme,
    glyphs: GlyphSet,
    peak: float | None = None,
) -> Cells:
    """`╶──◖▁▃▅▂▁◗──╮  volume 0.030  adam`; from two rows on with a headband or the text below.

    `signal` holds a loudness per part (N,); the bars are relative to the loudest, or to a fixed `peak`. While
    listening, `phase_progress` runs from 0 to 1 and a pulse runs along the cable from the box at the right to the brain
    at the left; what it has passed is lit. None draws the cable at rest.
    """
    cells = Cells.blank(height, width, theme.text, theme.panel)
    text = fitted(volume_text, width, glyphs)
    beside = width - len(text) - 2 >= 14
    below = bool(text) and not beside and height > 1
    if below:
        cells.put(height - 1, max(0, (width - len(text)) // 2), text, theme.text)
    elif beside:
        cells.put(height - 1, width - len(text), text, theme.text)
    room = width - len(text) - 2 if beside and text else width
    rows = height - 1 if below else height
    cells.blit(_cable(rows, room, signal, peak, phase_progress, theme, glyphs), 0, 0)
    return cells


def _cable(
    height: int,
    width: int,
    signal: NDArray[np.floating],
    peak: float | None,
    progress: float | None,
    theme: Theme,
    glyphs: GlyphSet,
) -> Cells:
    cells = Cells.blank(height, width, theme.text, theme.panel)
    wire = min(4, max(0, (width - 5) // 4))
    bars = max(0, min(len(signal), width - 2 * wire - 2))
    lead = max(0, (width - bars - 2) // 2)
    band = 1 if height > 1 else 0
    levels = _levels(signal, bars, height - band, peak)
    _put_cups(cells, lead, bars, band, theme, glyphs)
    _put_wire(cells, lead, bars, theme, glyphs)
    for column in range(bars):
        _put_column(cells, lead + 1 + column, int(levels[column]), band, theme, glyphs)
    if progress is not None:
        _put_pulse(cells, lead, bars, band, progress, theme, glyphs)
    return cells


def _levels(signal: NDArray[np.floating], bars: int, rows: int, peak: float | None) -> NDArray[np.int64]:
    """Eighths of a cell per bar: 1 for silence up to 8 rows; several parts to a bar give their loudest."""
    if not bars:
        return np.zeros(0, np.int64)
    loud = np.nan_to_num(np.abs(signal.astype(float)), nan=0.0, posinf=np.finfo(float).max)
    loudest = np.maximum.reduceat(loud, np.arange(bars) * len(loud) // bars)
    most = float(loudest.max()) if peak is None else peak
    share = np.minimum(1.0, loudest / most) if most > 0 else loudest
    levels: NDArray[np.int64] = np.maximum(1, np.rint(share * 8 * rows)).astype(np.int64)
    return levels


def _put_cups(cells: Cells, lead: int, bars: int, band: int, theme: Theme, glyphs: GlyphSet) -> None:
    ascii_only = glyphs is GlyphSet.ASCII
    tall = cells.height - band > 1
    left, right = ("()" if not tall else "[]") if ascii_only else ("◖◗" if not tall else "▐▌")
    for row in range(band, cells.height):
        cells.put(row, lead, left, theme.listen, attributes=BOLD)
        cells.put(row, lead + bars + 1, right, theme.listen, attributes=BOLD)
    if band:
        corner, line, other = ".-." if ascii_only else "╭─╮"
        cells.put(0, lead, corner + line * bars + other, theme.dim, attributes=quiet(theme))


def _put_wire(cells: Cells, lead: int, bars: int, theme: Theme, glyphs: GlyphSet) -> None:
    line = "-" if glyphs is GlyphSet.ASCII else "─"
    row, behind = cells.height - 1, lead + bars + 2
    cells.put(row, 0, line * lead, theme.dim, attributes=quiet(theme))
    cells.put(row, behind, line * (cells.width - behind), theme.dim, attributes=quiet(theme))


def _put_column(cells: Cells, column: int, level: int, band: int, theme: Theme, glyphs: GlyphSet) -> None:
    ramp = _ASCII_LEVELS if glyphs is GlyphSet.ASCII else _LEVELS
    for above, row in enumerate(range(cells.height - 1, band - 1, -1)):
        cells.put(row, column, ramp[min(8, max(0, level - 8 * above))], theme.listen)


def _put_pulse(cells: Cells, lead: int, bars: int, band: int, progress: float, theme: Theme, glyphs: GlyphSet) -> None:
    """What lies right of the pulse is lit, what lies left of it still waits."""
    if not cells.width:
        return
    row, last = cells.height - 1, cells.width - 1
    pulse = last - round(min(1.0, max(0.0, progress)) * last)
    waiting = (slice(band, None), slice(lead + 1, max(lead + 1, min(pulse, lead + 1 + bars))))
    cells.foreground[waiting] = theme.dim
    cells.attributes[waiting] = quiet(theme)
    passed = (slice(row, None), slice(pulse, None))
    cells.attributes[passed] = BOLD
    cells.foreground[passed] = theme.listen
    if not lead <= pulse <= lead + bars + 1:
        cells.put(row, pulse, "*" if glyphs is GlyphSet.ASCII else "●", theme.bright, attributes=BOLD)
    else:
        cells.foreground[band:, pulse] = theme.bright
        cells.attributes[band:, pulse] = BOLD
