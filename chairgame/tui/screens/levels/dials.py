"""What the screens of levels 2 and 3 have in common: dials that are chosen and turned, and a board beside the floor."""

from typing import cast

from textual import events

from chairgame.game.story.dials import DIALS, DialsPlay
from chairgame.tui.screens.levels.base import WIDE, LevelScreen
from chairgame.tui.screens.looking import LooksAround

BOARD, WIDE_BOARD = 22, 30  # columns
LEAST_FLOOR = 12  # columns; a floor that is narrower shows nothing


class DialsScreen(LevelScreen, LooksAround):
    """Eight bundles of wires."""

    selected = 0

    @property
    def play(self) -> DialsPlay:
        """The play; undo makes another one."""
        return cast(DialsPlay, self.attempt.play)

    def board_rows(self, rows: int) -> dict[str, int]:
        """The board's widgets from the top, and how many rows each of them has."""
        raise NotImplementedError

    def fit_stage(self, columns: int, rows: int) -> None:
        """The board keeps its columns; the floor takes the rest, which may be nothing."""
        board = WIDE_BOARD if self.is_wide else BOARD
        floor = columns - board if columns - board >= LEAST_FLOOR else 0
        widget = self.query_one("#floor")
        widget.display = floor > 0
        widget.styles.width, widget.styles.height = floor, rows
        self.query_one("#board").styles.width = columns - floor
        for name, height in self.board_rows(rows).items():
            widget = self.query_one(f"#{name}")
            widget.display = height > 0
            widget.styles.width, widget.styles.height = columns - floor, height

    @property
    def is_wide(self) -> bool:
        """Whether there is room for large knobs."""
        return self.size.width >= WIDE

    def sentence(self) -> str:
        """While it is built, nothing is known yet."""
        return super().sentence() if self.play.is_scanned else self.idle_sentence()

    def result_sentence(self) -> str:
        """What the last build came to, and that the box may be opened."""
        _, news = self.game.look.words, self.play.news
        question = _("Open the box? Space.")
        return question if news is None else f"{news.sentence(_)} {question}"

    def on_key(self, event: events.Key) -> None:
        """Digits choose a dial."""
        number = event.character or ""
        if number.isdigit() and 1 <= int(number) <= DIALS:
            self.selected = int(number) - 1
            self.show()

    def action_select(self, steps: int) -> None:
        """Another dial."""
        self.selected = (self.selected + steps) % DIALS
        self.show()

    def action_twist(self, clicks: int) -> None:
        """The chosen dial by a click; a key ends the picture that is still moving."""
        self.play.skip()
        self.move(f"turn {self.selected} {clicks}")

    def action_hint(self) -> None:
        """A hint is read at once, not after the picture."""
        self.play.skip()
        super().action_hint()
        self.changed()
