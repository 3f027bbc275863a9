"""The film strip of the run in use: the arrows go from frame to frame, or epoch by epoch."""

from collections.abc import Hashable

from chairgame.game.session.film import Frame, distances_of, film_epochs, frame_of, neighbour
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.film_strip import film_strip, frame_picture
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

MOST_FRAMES, MOST_PICTURES = 40, 80  # that are remembered


class FilmStrip(CellsWidget):
    """Five frames and a preview. It looks at the past without going there."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="film")
        self.session, self.look = session, look
        self.epoch = session.epoch
        self._frames: dict[Hashable, Frame] = {}
        self._pictures: dict[Hashable, Cells] = {}

    def begin(self) -> None:
        """Show the epoch of the session."""
        self.epoch = self.session.epoch

    @property
    def epochs(self) -> tuple[int, ...]:
        """The frames' epochs."""
        return film_epochs(distances_of(self.session.history)) or (0,)

    def scrub(self, rows: int, columns: int) -> None:
        """An arrow: sideways from frame to frame, up and down epoch by epoch."""
        epoch = neighbour(self.epochs, self.epoch, columns) if columns else self.epoch - rows
        self.epoch = min(max(0, epoch), len(self.session.history.rows) - 1)

    def key(self) -> Hashable:
        """The run, how far it is, and the epoch that is shown."""
        return self.look, self._run(), len(self.session.history.rows), self.epoch

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look = self.look
        frames = [self._frame(epoch) for epoch in self.epochs]
        shown = self._frame(min(self.epoch, len(self.session.history.rows) - 1))
        inner = (max(1, height - 2), max(1, width - 2))
        strip = film_strip(*inner, frames, shown, self._picture, look.theme, look.glyphs, look.words)
        return framed(strip, look.words("film strip"), look.theme, look.glyphs, True)

    def _run(self) -> Hashable:
        return self.session.history, len(self.session.history.changes)

    def _frame(self, epoch: int) -> Frame:
        key = (self._run(), epoch)
        if key not in self._frames:
            self._frames = dict([*self._frames.items(), (key, frame_of(self.session.history, epoch))][-MOST_FRAMES:])
        return self._frames[key]

    def _picture(self, frame: Frame, height: int, width: int) -> Cells:
        look = self.look
        is_last = frame.epoch == self.epochs[-1]
        key = (frame, height, width, look.depth, look.glyphs, is_last)
        if key not in self._pictures:
            drawn = frame_picture(frame, height, width, look.depth, look.glyphs, is_last=is_last)
            self._pictures = dict([*self._pictures.items(), (key, drawn)][-MOST_PICTURES:])
        return self._pictures[key]
