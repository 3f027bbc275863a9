"""A level's sit test: who sat down last, and how it went."""

from collections.abc import Callable

from chairgame.game.story.epochs import EpochsPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.tui.look import Look
from chairgame.tui.widgets.sit_stills import Caption, Seen, SitStills


class SitVerdict(SitStills):
    """A framed picture, as long as nothing else has been done."""

    def __init__(
        self, play: Callable[[], EpochsPlay], look: Look, clock: Callable[[], float], caption: Caption
    ) -> None:
        super().__init__("verdict", look, clock, caption)
        self.play = play

    def seen(self) -> Seen | None:
        """The last test, on the rebuild shown."""
        play = self.play()
        test, run = play.last_test, play.run
        return None if test is None else (run.course.chair, run.rebuild.poses, test)

    def paint(self, height: int, width: int) -> Cells:
        """The sitter on the thing, and the verdict."""
        look, sitting = self.look, self.sitting
        inner = (max(1, height - 2), max(1, width - 2))
        if sitting is None:
            cells = Cells.blank(*inner, look.theme.text, look.theme.panel)
        else:
            cells = self.picture_of(*inner, sitting)
        return framed(cells, look.words("sit test"), look.theme, look.glyphs, True)
