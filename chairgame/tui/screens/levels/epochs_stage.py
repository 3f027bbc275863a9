"""The stage of epochs: its widgets, how they share the room, and which of them there is something to see in now."""

from collections.abc import Callable, Iterator
from typing import cast

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.finale import SIDES
from chairgame.tui.look import Look
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.film_strip import FilmStrip
from chairgame.tui.widgets.sit_feet import FeetPanel
from chairgame.tui.widgets.sit_pair import PairFloor, PairFoot, PairSeat, Side
from chairgame.tui.widgets.sit_stills import Caption
from chairgame.tui.widgets.sit_time import SeatRow, SitTimeline
from chairgame.tui.widgets.sit_verdict import SitVerdict
from chairgame.tui.widgets.sit_wiping import WipingPanel
from chairgame.tui.widgets.viewport import Viewport

SIDE_COLUMNS, WIDE_SIDE_COLUMNS, WIDE, ROOMY = 23, 38, 80, 50
FEET_FROM = 10  # rebuilds; before, there is nothing that could stand
TALL = 30  # rows, enough for the feet below whoever sits
FEET_ROWS = ((TALL, 9), (16, 6), (0, 5))  # from so many rows of the stage on
STAGE_CSS = """
EpochsScreen #loop, EpochsScreen #feet, EpochsScreen #finale, EpochsScreen #wiping { width: 100%; }
EpochsScreen #viewport, EpochsScreen #verdict { width: 1fr; height: 100%; }
EpochsScreen #black-box, EpochsScreen #wiping { height: 100%; }
EpochsScreen #film { width: 100%; height: 100%; }
EpochsScreen #timeline, EpochsScreen #seats { height: 1; width: 100%; }
"""


class EpochsStage:
    """All that is seen left of the stars."""

    def __init__(
        self,
        play: Callable[[], EpochsPlay],
        cursor: Callable[[], int | None],
        chosen: Callable[[], str],
        look: Look,
        clock: Callable[[], float],
    ) -> None:
        self._play, session = play, play().session
        self._columns = self._rows = self._feet_rows = 0
        self.viewport = Viewport(session, look)
        self.black_box = BlackBoxPanel(session, look, self.viewport)
        caption = Caption()
        self.verdict = SitVerdict(play, look, clock, caption)
        self.verdict.side = lambda: (self.viewport.camera.azimuth, self.viewport.camera.elevation)
        self.feet = FeetPanel(session, look, self.viewport)
        self.film = FilmStrip(session, look)
        self.timeline = SitTimeline(play, cursor, look)
        self.seats = SeatRow(play, cursor, look)
        self.wiping = WipingPanel(play, look)
        sides = [Side(number, lambda: play().finale, chosen) for number in range(len(SIDES))]
        self.pair_floors = [PairFloor(side, look) for side in sides]
        pairs = list(zip(sides, self.pair_floors, strict=True))
        self.pair_seats = [PairSeat(side, floor, look, clock, caption) for side, floor in pairs]
        self.pair_feet = [PairFoot(side, floor, look) for side, floor in pairs]

    def compose(self) -> Iterator[Widget]:
        """From the top; what is never seen together takes the same place."""
        with Horizontal(id="loop") as self.loop:
            yield self.viewport
            yield self.black_box
            yield self.verdict
        yield self.feet
        yield self.timeline
        yield self.seats
        yield self.film
        yield self.wiping
        with Vertical(id="finale") as self.finale:
            with Horizontal() as self.above:
                for floor, seat in zip(self.pair_floors, self.pair_seats, strict=True):
                    yield floor
                    yield seat
            with Horizontal() as self.below:
                yield from self.pair_feet

    def fit(self, columns: int, rows: int) -> None:
        """A narrow stage has no room for the box, whose figure the notes say as well."""
        self._columns, self._rows = columns, rows
        self._feet_rows = next(feet for least, feet in FEET_ROWS if rows >= least)
        self.black_box.styles.width = WIDE_SIDE_COLUMNS if columns >= WIDE else SIDE_COLUMNS
        self.feet.has_curve = ROOMY <= columns < WIDE
        self.feet.styles.height = self.below.styles.height = self._feet_rows
        self.above.styles.height = rows - self._feet_rows
        for widgets in (self.pair_floors, self.pair_seats, self.pair_feet):
            for number, widget in enumerate(cast(list[Widget], widgets)):
                widget.styles.width = (columns + 1 - number) // 2
                widget.styles.height = "100%"

    def look_at_pair(self, *, is_low: bool) -> None:
        """From the floor, or as one stands."""
        for floor in self.pair_floors:
            floor.is_low = is_low

    def follow(self, *, is_film: bool) -> None:
        """Show the run of the moment. Whoever has just sat down is more interesting than the floor."""
        play = self._play()
        session = play.session
        for widget in (self.viewport, self.black_box, self.film, self.timeline, self.feet):
            widget.session = session
        in_pairs, is_forgetting = play.finale is not None, play.run.is_forgetting and not is_film
        self._show_run(is_seen=not (is_film or is_forgetting or in_pairs))
        self.film.display, self.wiping.display, self.finale.display = is_film, is_forgetting, in_pairs
        is_told = play.finale is not None and play.finale.choice is not None
        for floor, seat in zip(self.pair_floors, self.pair_seats, strict=True):
            floor.display, seat.display = not is_told, is_told

    def _show_run(self, *, is_seen: bool) -> None:
        play, is_sitting = self._play(), self._play().last_test is not None
        is_roomy = self._rows >= TALL or not is_sitting
        has_feet = play.run.farthest >= FEET_FROM and not play.run.is_wiped and is_roomy
        self.loop.styles.height = max(1, self._rows - 2 - self._feet_rows * has_feet)
        self.loop.display = self.timeline.display = self.seats.display = is_seen
        self.feet.display = is_seen and has_feet
        self.viewport.display, self.verdict.display = not is_sitting, is_sitting
        self.black_box.display = self._columns >= ROOMY and not is_sitting
