"""The bar of epochs at the bottom of the screen, and which epoch a click on it means. Knows no history."""

from collections.abc import Sequence
from dataclasses import dataclass

from chairgame.graphics.cells.cells import BOLD, REVERSE, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

_BUTTONS = 11  # " ◂◂ ▸  ▸▸  "


@dataclass(frozen=True)
class _Track:
    """Where the bar lies: its first column and its number of columns, caps included."""

    left: int
    length: int
    counter: int  # cells of the counter behind it, 0 when it is left out
    speed: int  # cells of the speed at the end of the row

    def column(self, epoch: int, capacity: int) -> int:
        share = min(max(epoch, 0), capacity) / max(1, capacity)
        return self.left + round(share * (self.length - 1))


def _track(width: int, capacity: int, speed_label: str) -> _Track:
    """The bar gives way last: first the speed goes, then the buttons, then the counter."""
    counter, speed = 2 * len(str(capacity)) + 6, len(speed_label) + 3 if speed_label else 0
    for left, behind, end in ((_BUTTONS, counter, speed), (_BUTTONS, counter, 0), (0, counter, 0)):
        length = width - left - behind - end
        if length >= 12:
            return _Track(left, length, behind, end)
    return _Track(0, width, 0, 0)


def epoch_at(width: int, capacity: int, speed_label: str, column: int) -> int | None:
    """The epoch, 0 to capacity, that a click on a column means; None beside the bar.

    The knob of that epoch stands in this column, unless the epochs are fewer than the columns.
    """
    track = _track(width, capacity, speed_label)
    along = column - track.left
    if not 0 <= along < track.length:
        return None
    return round(along / max(1, track.length - 1) * capacity)


def timeline(
    width: int,
    epoch: int,
    newest: int,
    capacity: int,
    theme: Theme,
    glyphs: GlyphSet,
    *,
    speed_label: str,
    playing: bool,
    marks: Sequence[tuple[int, str]] = (),
    focused: bool = False,
) -> Cells:
    """One row ` ◂◂ ▸  ▸▸  ├━━━━●━━╌╌╌╌┤  17 / 200   ×4`: solid as far as trained, the knob at the epoch shown.

    `capacity` is the epoch at the bar's end; `marks` are (epoch, glyph) of forks, edits and the like.
    """
    cells = Cells.blank(1, width, theme.text, theme.panel)
    speed_label = legible(speed_label, glyphs)
    track = _track(width, capacity, speed_label)
    if track.left:
        _put_buttons(cells, theme, glyphs, playing)
    _put_bar(cells, track, newest, capacity, theme, glyphs, focused)
    for marked, glyph in marks:
        cells.put(0, track.column(marked, capacity), fitted(glyph, 1, glyphs), theme.warning, attributes=BOLD)
    knob = "O" if glyphs is GlyphSet.ASCII else "●"
    lit = BOLD | (REVERSE if focused and theme.focus == theme.text else 0)
    cells.put(0, track.column(epoch, capacity), knob, theme.focus if focused else theme.bright, attributes=lit)
    if track.counter:
        _put_counter(cells, track, epoch, newest, theme)
    if track.speed:
        colour = theme.good if playing else theme.dim
        cells.put(0, width - len(speed_label) - 1, speed_label, colour, attributes=BOLD if playing else quiet(theme))
    return cells


def _put_buttons(cells: Cells, theme: Theme, glyphs: GlyphSet, playing: bool) -> None:
    back, play, pause, ahead = ("<<", "> ", "||", ">>") if glyphs is GlyphSet.ASCII else ("◂◂", "▸ ", "▎▎", "▸▸")
    cells.put(0, 1, back, theme.dim, attributes=quiet(theme))
    cells.put(0, 4, play if playing else pause, theme.good if playing else theme.text, attributes=BOLD)
    cells.put(0, 7, ahead, theme.dim, attributes=quiet(theme))


def _put_bar(
    cells: Cells, track: _Track, newest: int, capacity: int, theme: Theme, glyphs: GlyphSet, focused: bool
) -> None:
    ascii_only = glyphs is GlyphSet.ASCII
    trained, ahead = ("=", ".") if ascii_only else ("━", "╌")
    caps = ("[]" if focused else "||") if ascii_only else ("┣┫" if focused else "├┤")
    known = track.column(newest, capacity) - track.left + 1
    cells.put(0, track.left, ahead * track.length, theme.border, attributes=quiet(theme))
    cells.put(0, track.left, trained * known, theme.adjust)
    style = (theme.focus, BOLD) if focused else (theme.dim, quiet(theme))
    cells.put(0, track.left, caps[0], style[0], attributes=style[1])
    cells.put(0, track.left + track.length - 1, caps[1], style[0], attributes=style[1])


def _put_counter(cells: Cells, track: _Track, epoch: int, newest: int, theme: Theme) -> None:
    room = (track.counter - 6) // 2
    column = cells.put(0, track.left + track.length + 2, f"{epoch:>{room}}"[-room:], theme.bright, attributes=BOLD)
    cells.put(0, column, f" / {newest}"[: 3 + room], theme.dim, attributes=quiet(theme))
