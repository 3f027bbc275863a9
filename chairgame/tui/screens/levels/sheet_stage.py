"""The stage of the instruction sheet: its widgets, and where each act has which of them."""

from collections.abc import Callable, Iterator

from textual.widget import Widget

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.sheet_play import Act, SheetPlay
from chairgame.tui.look import Look
from chairgame.tui.widgets.sheet_desk import Desk
from chairgame.tui.widgets.sheet_floors import SheetFloors
from chairgame.tui.widgets.sheet_panels import BrainPanel, NetworkPanel, PlanPanel, SheetPanel
from chairgame.tui.widgets.sort_race import SortBoard

SHEET_ROWS = 8  # six lines in a frame
TALL, TALL_PROGRAMS = 30, 18  # rows of a stage that has room for more of a long program, and of that
ROOMY, TEXT_COLUMNS = 50, 36  # columns of a stage that has room for floors beside the sheet, and of the sheet then
STAGE_CSS = """
SheetScreen #stage > * { position: absolute; }
"""


class SheetStage:
    """All that is seen left of the stars; what is not needed is not displayed."""

    def __init__(self, attempt: Attempt, play: Callable[[], SheetPlay], desk: Desk, look: Callable[[], Look]) -> None:
        self._play, self._desk = play, desk
        self._fitted: tuple[Act, bool] | None = None
        now = look()
        self.board = SortBoard(attempt, now, lambda: desk.number)
        self.floors = SheetFloors(play, desk, look).floors(now)
        self.sheet = SheetPanel(attempt, desk, now, "sheet")
        self.plan = PlanPanel(attempt, desk, now, "plan")
        self.network = NetworkPanel(attempt, desk, now, "network")
        self.brain = BrainPanel(attempt, desk, now, "brain")

    def compose(self) -> Iterator[Widget]:
        """All of it."""
        yield from (self.board, *self.floors, self.sheet, self.plan, self.network, self.brain)

    @property
    def is_fitted(self) -> bool:
        """Whether things have the places of this act."""
        return self._fitted == self._scene

    def fit(self, columns: int, rows: int) -> None:
        """Each act has a stage of its own."""
        self._fitted = self._scene
        for widget in self.compose():
            widget.display = False
        if self._play().act is Act.SORT:
            _place(self.board, 0, 0, columns, rows)
        elif self._play().act is Act.WRITE:
            self._fit_desk(columns, rows)
        else:
            self._fit_rivals(columns, rows)

    def _fit_desk(self, columns: int, rows: int) -> None:
        """Sheet and plan at the left; two floors at the right, where there is room."""
        text = columns
        if columns >= ROOMY:
            text = max(TEXT_COLUMNS, columns // 2)
            for index, floor in enumerate(self.floors):
                top = rows * index // 2
                _place(floor, text, top, columns - text, rows * (index + 1) // 2 - top)
        _place(self.sheet, 0, 0, text, SHEET_ROWS)
        _place(self.plan, 0, SHEET_ROWS, text, rows - SHEET_ROWS)

    def _fit_rivals(self, columns: int, rows: int) -> None:
        """The sheet at the left, the network at the right."""
        most = TALL_PROGRAMS if self._desk.has_programs and rows >= TALL else SHEET_ROWS + 1
        half, below = columns // 2, min(most, max(3, rows // 2))
        right = self.brain if self._desk.has_programs else self.network
        for left, width, floor, panel in (
            (0, half, self.floors[0], self.sheet),
            (half, columns - half, self.floors[1], right),
        ):
            _place(floor, left, 0, width, rows - below)
            _place(panel, left, rows - below, width, below)

    @property
    def _scene(self) -> tuple[Act, bool]:
        return self._play().act, self._desk.has_programs


def _place(widget: Widget, left: int, top: int, width: int, height: int) -> None:
    widget.display = True
    widget.styles.offset, widget.styles.width, widget.styles.height = (left, top), width, max(1, height)
