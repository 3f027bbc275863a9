"""The timeline: every epoch of the run, and the one that is shown."""

from collections.abc import Hashable

from textual import events
from textual.message import Message

from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.timeline import epoch_at, timeline
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

SPEED_WORDS = {"slow": N_("slow"), "max": N_("max")}


def horizon_of(newest: int) -> int:
    """The epoch at the bar's end: round, and never nearer than 50."""
    horizon = 50
    while horizon < newest:
        horizon *= 2
    return horizon


class Timeline(CellsWidget):
    """One row."""

    focused = True

    class Sought(Message):
        """The player clicked on an epoch."""

        def __init__(self, epoch: int) -> None:
            super().__init__()
            self.epoch = epoch

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="timeline")
        self.session, self.look = session, look

    def key(self) -> Hashable:
        """The epochs, the speed, whether it plays."""
        session = self.session
        return (
            self.look,
            self.focused,
            session.epoch,
            session.newest,
            session.playing,
            session.player.speed_index,
            session.history,
            len(session.history.changes),
        )

    def paint(self, height: int, width: int) -> Cells:  # noqa: ARG002
        """Marks stand where the run was changed and where it forked."""
        session, look = self.session, self.look
        return timeline(
            width,
            session.epoch,
            session.newest,
            self.horizon(),
            look.theme,
            look.glyphs,
            speed_label=self.speed(),
            playing=session.playing,
            marks=self.marks(),
            focused=self.focused,
        )

    def horizon(self) -> int:
        """The epoch at the bar's end."""
        return horizon_of(self.session.newest)

    def farthest(self) -> int:
        """The last epoch that can be sought."""
        return self.session.newest

    def marks(self) -> list[tuple[int, str]]:
        """Epochs and their glyphs."""
        session = self.session
        marks = [(change.epoch, "◆") for change in session.history.changes]
        if session.workshop.bench.branch.forked_at is not None:
            marks.append((session.workshop.bench.branch.forked_at, "├"))
        return marks

    def speed(self) -> str:
        """How fast it plays, in the player's language."""
        label = self.session.player.speed.label
        return self.look.words(SPEED_WORDS[label]) if label in SPEED_WORDS else label

    def on_click(self, event: events.Click) -> None:
        """Seek to the epoch under the mouse."""
        epoch = epoch_at(self.size.width, self.horizon(), self.speed(), event.x)
        if epoch is not None:
            self.post_message(self.Sought(min(epoch, self.farthest())))
