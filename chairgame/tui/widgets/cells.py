"""The base of every widget: paints cells when what it shows has changed, and sends only the rows that differ."""

from collections.abc import Hashable

import numpy as np
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.tui.look import Look
from chairgame.tui.terminal.emission import EmittingApp
from chairgame.tui.terminal.strips import CellStrip

SMALLEST = Size(60, 18)  # columns, rows: below, a window has only room for the request to enlarge it


def is_too_small(size: Size) -> bool:
    """Whether a window has no room for the game."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class CellsWidget(Widget):
    """A rectangle of cells. Subclasses say what they show (`key`) and draw it (`paint`)."""

    look: Look
    fits_anywhere = False
    """Whether it can be painted in a window of any size. In one that is too small the others stay blank."""
    _cells: Cells | None = None
    _key: Hashable = None
    _strips: tuple[Region, list[Strip]] | None = None
    _corner = Offset()

    def key(self) -> Hashable:
        """Everything that the picture depends on, beside the size."""
        raise NotImplementedError

    def paint(self, height: int, width: int) -> Cells:
        """The picture, of exactly this size."""
        raise NotImplementedError

    def show(self) -> None:
        """Paint anew if anything has changed, and send the rows that are different."""
        size = self.outer_size
        if not (size.width and size.height and self.is_attached):
            return
        key, before = (size, self._is_blank(), self.key()), self._cells
        if before is not None and key == self._key:
            return
        after = self._painted(key)
        if before is None or before.glyph.shape != after.glyph.shape:
            self.refresh()
        elif bands := _different_bands(before, after):
            self.refresh(*(Region(0, top, after.width, bottom - top) for top, bottom in bands))

    def on_show(self) -> None:
        """Displayed again: there may be something else to show."""
        self.show()

    def on_hide(self) -> None:
        """Not displayed any more: what it showed is forgotten, lest it is seen once more before it is painted anew."""
        self._cells = None

    def emit(self, row: int, start: int, end: int, cells: Cells) -> str:
        """Columns of a row of the picture as text, against what the terminal shows at this widget's place."""
        app = self.app
        if not isinstance(app, EmittingApp):
            return ansi_row(cells.columns(start, end), row)
        return app.emission.row(cells, row, start, end, (self._corner.y + row, self._corner.x + start))

    def _painted(self, key: Hashable) -> Cells:
        paint = Cells.blank if self._is_blank() else self.paint
        self._cells, self._key, self._strips = paint(*reversed(self.outer_size)), key, None
        return self._cells

    def _is_blank(self) -> bool:
        """Textual lays widgets out anew before a screen has heard of the new size."""
        return not self.fits_anywhere and is_too_small(self.app.size)

    @property
    def picture(self) -> Cells:
        """What was last shown. Painted anew only for another size, which textual always writes whole.

        Textual asks for more rows than it writes: what were painted anew for it might never reach the terminal.
        """
        cells, size = self._cells, self.outer_size
        if cells is None or cells.glyph.shape != (size.height, size.width):
            cells = self._painted((size, self._is_blank(), self.key()))
        return cells

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows that textual asks for. No border or padding may be set on such a widget by CSS.

        Textual asks with every update, also for a picture that has not changed: its strips are made once.
        """
        cells, self._corner = self.picture, self.region.offset
        if self._strips is None or self._strips[0] != crop:
            right = min(crop.right, cells.width)
            strips = [
                CellStrip(cells, row, crop.x, right, self)
                if row < cells.height
                else Strip.blank(crop.width, self.rich_style)
                for row in crop.line_range
            ]
            self._strips = crop, strips
        return self._strips[1]


def _different_bands(before: Cells, after: Cells) -> list[tuple[int, int]]:
    """The rows that differ, as the first and the one behind the last of each run of them."""
    different = (
        (before.glyph != after.glyph)
        | (before.foreground != after.foreground)
        | (before.background != after.background)
        | (before.attributes != after.attributes)
    )
    edges = np.flatnonzero(np.diff(different.any(axis=1).astype(np.int8), prepend=0, append=0)).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
