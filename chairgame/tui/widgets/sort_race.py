"""Seven numbers by hand above, ten thousand by the machine below."""

from collections.abc import Callable, Hashable
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.sheet_play import SheetPlay
from chairgame.game.story.sorting import LARGEST
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.sort_board import ROW_ROWS, number_cloud, number_row
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WORDS_ROWS = 4  # above the cloud one, below it three


class SortBoard(CellsWidget):
    """Over the attempt's play; `at` is where the hand is."""

    def __init__(self, attempt: Attempt, look: Look, at: Callable[[], int]) -> None:
        super().__init__(id="sort")
        self.attempt, self.look, self.at = attempt, look, at

    @property
    def play(self) -> SheetPlay:
        """The play; undo makes another one."""
        return cast(SheetPlay, self.attempt.play)

    def key(self) -> Hashable:
        """The row, the hand, how far the machine is."""
        play, race = self.play, self.play.race
        machine = None if race is None else (race.plain.done, race.better.comparisons)
        return self.look, tuple(play.row), self.at(), machine, play.is_sorted, round(play.seconds, 1)

    def paint(self, height: int, width: int) -> Cells:
        """Hand and machine."""
        look, play, _ = self.look, self.play, self.look.words
        theme, glyphs = look.theme, look.glyphs
        cells = Cells.blank(height, width, theme.text, theme.panel)
        cells.blit(number_row(width, play.row, self.at(), play.is_sorted, theme, glyphs), 1, 0)
        top = ROW_ROWS + 2
        room = height - top - WORDS_ROWS
        if room < 1:
            return cells
        cells.put(top, 1, fitted(self._machine(), width - 2, glyphs), theme.bright, attributes=BOLD)
        race = play.race
        if race is None:
            return cells
        cells.blit(number_cloud(room, width - 2, race.plain.numbers, LARGEST, theme, glyphs), top + 1, 1)
        for row, text in enumerate(self._told(), start=height - WORDS_ROWS + 1):
            cells.put(row, 1, fitted(text, width - 2, glyphs), theme.dim, attributes=quiet(theme))
        return cells

    def _machine(self) -> str:
        _, play = self.look.words, self.play
        if play.race is None:
            return _("The machine waits, with {n}, for your first swap.", n=_.whole(play.setup.machine))
        return _("the machine, by your instruction: {n} numbers", n=_.whole(play.setup.machine))

    def _told(self) -> tuple[str, ...]:
        """How many comparisons; when all is done how long everybody took."""
        _, play, race = self.look.words, self.play, self.play.race
        assert race is not None
        done = _("{n} comparisons", n=_.whole(race.plain.comparisons))
        if not race.plain.is_over:
            return (done,)
        took = _("{n} s", n=_.number(race.seconds, 1))
        better = (
            _("a better sheet (merge sort): {n}", n=_.whole(race.better.comparisons)) if race.better.is_over else "…"
        )
        hand = _("you: {n} numbers in {seconds} s", n=len(play.row), seconds=_.number(play.seconds, 0))
        return (f"{done}, {took}", better, hand if play.is_sorted else "")
