"""The base of every widget: paints cells when what it shows has changed, and sends only the rows that differ."""

from collections.abc import Hashable

import numpy as np
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.tui.look import Look
from chairgame.tui.terminal.emission import EmittingApp
from chairgame.tui.terminal.strips import CellStrip


class CellsWidget(Widget):
    """A rectangle of cells. Subclasses say what they show (`key`) and draw it (`paint`)."""

    look: Look
    _cells: Cells | None = None
    _key: Hashable = None

    def key(self) -> Hashable:
        """Everything that the picture depends on, beside the size."""
        raise NotImplementedError

    def paint(self, height: int, width: int) -> Cells:
        """The picture, of exactly this size."""
        raise NotImplementedError

    def show(self) -> None:
        """Paint anew if anything has changed, and send the rows that are different."""
        size = self.size
        if not (size.width and size.height and self.is_attached):
            return
        key, before = (size, self.key()), self._cells
        if before is not None and key == self._key:
            return
        after = self._painted(key)
        if before is None or before.glyph.shape != after.glyph.shape:
            self.refresh()
        elif rows := _different_rows(before, after):
            self.refresh(*(Region(0, row, after.width, 1) for row in rows))

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
        corner = self.region.offset
        return app.emission.row(cells, row, start, end, (corner.y + row, corner.x + start))

    def _painted(self, key: Hashable) -> Cells:
        self._cells, self._key = self.paint(self.size.height, self.size.width), key
        return self._cells

    @property
    def picture(self) -> Cells:
        """What was last shown. Painted anew only for another size, which textual always writes whole.

        Textual asks for more rows than it writes: what were painted anew for it might never reach the terminal.
        """
        cells = self._cells
        if cells is None or cells.glyph.shape != (self.size.height, self.size.width):
            cells = self._painted((self.size, self.key()))
        return cells

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows that textual asks for. No border or padding may be set on such a widget by CSS."""
        cells = self.picture
        right = min(crop.right, cells.width)
        return [
            CellStrip(cells, row, crop.x, right, self)
            if row < cells.height
            else Strip.blank(crop.width, self.rich_style)
            for row in crop.line_range
        ]


def _different_rows(before: Cells, after: Cells) -> list[int]:
    different = (
        (before.glyph != after.glyph)
        | (before.foreground != after.foreground)
        | (before.background != after.background)
        | (before.attributes != after.attributes)
    )
    return [int(row) for row in np.flatnonzero(different.any(axis=1))]
