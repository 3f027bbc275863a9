"""The film strip of the run in use: the arrows go from frame to frame, or epoch by epoch."""

from collections.abc import Hashable
from functools import partial

from textual.timer import Timer

from chairgame.game.session.film import Frame, distances_of, film_epochs, filmed, neighbour
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.film_strip import film_strip, frame_picture
from chairgame.tui.learning import BackgroundLearner
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

MOST_FRAMES, MOST_PICTURES = 40, 80  # that are remembered
WATCH_SECONDS = 0.1  # between two looks whether a frame of a large brain is there


class FilmStrip(CellsWidget):
    """Five frames and a preview. It looks at the past without going there."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="film")
        self.session, self.look = session, look
        self.epoch = session.epoch
        self._learner = BackgroundLearner()
        self._watch: Timer | None = None
        self._frames: dict[Hashable, Frame] = {}
        self._seen = 0
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
        return self.look, self._run(), len(self.session.history.rows), self.epoch, self._seen

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look = self.look
        rows, words = self.session.history.rows, look.words
        frames = [frame for epoch in self.epochs if (frame := self._frame(epoch)) is not None]
        shown = self._frame(min(self.epoch, len(rows) - 1)) or next(iter(frames), None)
        inner = (max(1, height - 2), max(1, width - 2))
        if shown is None:
            strip = Cells.blank(*inner, look.theme.text, look.theme.panel)
            strip.put(0, 1, fitted(words("Learning …"), inner[1] - 2, look.glyphs), look.theme.dim)
        else:
            strip = film_strip(*inner, frames, shown, self._picture, look.theme, look.glyphs, words)
        return framed(strip, words("film strip"), look.theme, look.glyphs, True)

    def _run(self) -> Hashable:
        return self.session.history, len(self.session.history.changes)

    def _frame(self, epoch: int) -> Frame | None:
        """An epoch as it was; None while it is being worked out, one after the other."""
        history, key = self.session.history, (self._run(), epoch)
        if key not in self._frames and not self._learner.is_busy:
            keep = partial(self._keep, key)
            work, seconds = filmed(history, epoch, is_last=epoch == self.epochs[-1])
            self._learner.do(work, keep, seconds)
            if self._learner.is_busy and self._watch is None:
                self._watch = self.set_interval(WATCH_SECONDS, self._look_whether_it_is_there)
        return self._frames.get(key)

    def _keep(self, key: Hashable, frame: Frame) -> None:
        self._frames = dict([*self._frames.items(), (key, frame)][-MOST_FRAMES:])
        self._seen += 1

    def _look_whether_it_is_there(self) -> None:
        if self._learner.poll():
            self.show()
        if self._watch is not None and not self._learner.is_busy:
            self._watch.stop()
            self._watch = None

    def _picture(self, frame: Frame, height: int, width: int) -> Cells:
        look = self.look
        is_last = frame.epoch == self.epochs[-1]
        key = (frame, height, width, look.depth, look.glyphs, is_last)
        if key not in self._pictures:
            drawn = frame_picture(frame, height, width, look.depth, look.glyphs, is_last=is_last)
            self._pictures = dict([*self._pictures.items(), (key, drawn)][-MOST_PICTURES:])
        return self._pictures[key]
