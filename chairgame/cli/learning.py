"""Learning without a screen: epoch after epoch until there is a reason to stop. Prints nothing."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from chairgame.blackbox.measurement import Unit
from chairgame.training.events import Listened
from chairgame.training.history import History
from chairgame.training.rows import Row


class Learning:
    """A history that grows for as long as it may. An interruption ends it between two epochs, never within one."""

    def __init__(self, history: History, epochs: int, until: float | None) -> None:
        self.history = history
        self.epochs = epochs
        self.until = until
        self.interrupted = False

    def rows(self) -> Iterator[Row]:
        """A row per epoch, the last one measured but not learned from."""
        while self.history.newest < self.epochs and not self.interrupted:
            row = self.history.advance() if self.until is None else self._advance_unless_there()
            yield row
            if self.history.burned_out or self._is_there(row):
                return
        yield self.history.measure_newest()

    @property
    def reason(self) -> str:
        """Why it ended: burned_out, until, epochs or interrupted."""
        if self.history.burned_out:
            return "burned_out"
        if self._is_there(self.history.rows[-1]):
            return "until"
        return "epochs" if self.history.newest >= self.epochs else "interrupted"

    @contextmanager
    def ended_by_interrupt(self) -> Iterator[None]:
        """Inside, the first Ctrl-C asks the learning to end, and a second one ends the process as usual."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return

        def interrupt(_number: int, _frame: FrameType | None) -> None:
            self.interrupted = True
            signal.signal(signal.SIGINT, signal.default_int_handler)

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _advance_unless_there(self) -> Row:
        """Live through an epoch, but learn nothing more from it when what is learned is near enough."""
        for event in self.history.run_epoch():
            if isinstance(event, Listened) and event.rows is None and self._is_there(self.history.rows[-1]):
                break
        return self.history.rows[-1]

    def _is_there(self, row: Row) -> bool:
        figure = row.distance_cm if row.unit is Unit.CM else row.loss  # how far a thing is; how much a text is doubted
        return self.until is not None and figure is not None and figure < self.until
