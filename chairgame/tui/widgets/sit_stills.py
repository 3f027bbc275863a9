"""Somebody sits down in still pictures, a quarter of a second each: what the lab's and the levels' sit tests share."""

from collections.abc import Callable, Hashable

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.sitting.collapse import CUT_SECONDS, still_at
from chairgame.game.sitting.outcome import SitTest
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.sit_picture import sit_picture
from chairgame.graphics.picture.sitting import AZIMUTH, ELEVATION, Sitting
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WEIGHED = 1  # the still that explains and does not fall
Seen = tuple[Chair, Poses, SitTest]


class Caption:
    """What of a fall is computed and what is drawn is said once: below the first one that anybody sees."""

    def __init__(self) -> None:
        self._fall: Sitting | None = None

    def is_below(self, sitting: Sitting) -> bool:
        """Whether it belongs to this one."""
        if self._fall is None and sitting.test.falls:
            self._fall = sitting
        return sitting is self._fall


class SitStills(CellsWidget):
    """Shows one still after the other whenever somebody new sits down. Subclasses say who sits on what (`seen`)."""

    def __init__(self, name: str, look: Look, clock: Callable[[], float], caption: Caption | None = None) -> None:
        """Widgets of one screen share a caption."""
        super().__init__(id=name)
        self.look, self._clock, self._caption = look, clock, caption or Caption()
        self.side: Callable[[], tuple[float, float]] = lambda: (AZIMUTH, ELEVATION)
        """From where one looks."""
        self._sitting: Sitting | None = None
        self._seconds, self._runs = 0.0, False

    def seen(self) -> Seen | None:
        """The chair, where its parts are, and the test; nothing while nobody sits there."""
        raise NotImplementedError

    def is_held(self) -> bool:
        """Whether what stands there is being changed: then nothing moves by itself, and it says what would happen."""
        return False

    def on_mount(self) -> None:
        """Time passes here for nothing but the stills."""
        self.clockwork = Clockwork(self, lambda: self, self._clock, 2 / CUT_SECONDS, self.show)

    @property
    def sitting(self) -> Sitting | None:
        """Whoever sits there now; a new test begins anew."""
        seen, sitting = self.seen(), self._sitting
        if seen is None:
            self._sitting = None
        elif sitting is None or sitting.test is not seen[2]:
            self._sitting, self._seconds = Sitting(*seen), 0.0
        return self._sitting

    @property
    def still(self) -> int:
        """Which of the stills is shown."""
        sitting = self.sitting
        if sitting is None or not sitting.cuts:
            return 0
        count = len(sitting.cuts)
        if self.is_held():
            return min(WEIGHED, count - 1)
        return still_at(count, self._seconds, reduced_motion=self.look.reduced_motion)

    @property
    def playing(self) -> bool:
        """Whether there is another still to come."""
        return self.sitting is not None and not self.is_held() and self.still < len(self._cuts()) - 1

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Let time pass."""
        before = self.still
        self._seconds += seconds
        return self.still != before

    def key(self) -> Hashable:
        """Who sits there, the still, and from where one looks."""
        return self.look, self.sitting, self.still, self.side()

    def show(self) -> None:
        """And let the stills follow each other, from when somebody sits down to the last."""
        super().show()
        if self.is_mounted and self.playing != self._runs:
            self._runs = self.playing
            self.clockwork.follow()

    def picture_of(self, height: int, width: int, sitting: Sitting) -> Cells:
        """The still of the moment."""
        look = self.look
        return sit_picture(
            height,
            width,
            sitting,
            self.still,
            look.theme,
            look.glyphs,
            look.words,
            self.side(),
            caption=self._caption.is_below(sitting),
        )

    def _cuts(self) -> tuple[object, ...]:
        return self._sitting.cuts if self._sitting is not None else ()
