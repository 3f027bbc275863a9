"""A level's sit test: who sat down last, and how it went."""

from collections.abc import Callable, Hashable

from chairgame.game.story.epochs import EpochsPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.sit_picture import sit_picture
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class SitVerdict(CellsWidget):
    """A framed picture, as long as nothing else has been done."""

    def __init__(self, play: Callable[[], EpochsPlay], look: Look) -> None:
        super().__init__(id="verdict")
        self.play, self.look = play, look

    def key(self) -> Hashable:
        """The test; each is an object of its own."""
        return self.look, self.play().last_test

    def paint(self, height: int, width: int) -> Cells:
        """The sitter, the supports from above, the verdict."""
        look, play = self.look, self.play()
        theme, test = look.theme, play.last_test
        inner = (max(1, height - 2), max(1, width - 2))
        if test is None:
            cells = Cells.blank(*inner, theme.text, theme.panel)
        else:
            cells = sit_picture(*inner, test, play.course.chair, play.rebuild.poses, theme, look.glyphs, look.words)
        return framed(cells, look.words("sit test"), theme, look.glyphs, True)
