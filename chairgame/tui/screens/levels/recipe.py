"""Level 1's screen: digits choose a part, arrows and brackets place it, Enter builds and scans."""

from collections.abc import Iterator
from typing import cast

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.game.naming.kinds import kind_in
from chairgame.game.story.recipe import RecipePlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import RECIPE_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.recipe import Notebook, RecipeFloor

NOTEBOOK = 23  # columns: a scan with its recipe fits
SMALLEST_FLOOR = 10  # columns; a smaller picture shows nothing, and the notebook says it all in words


class RecipeScreen(LevelScreen, LooksAround):
    """The network writes a recipe."""

    KEYS = RECIPE_KEYS
    BINDINGS = bindings_of(KEYS)

    selected = 0

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, the notebook."""
        look = self.game.look
        with Horizontal():
            yield RecipeFloor(lambda: self.play, lambda: self.selected, look)
            yield Notebook(lambda: self.play, lambda: self.selected, look)

    def fit_stage(self, columns: int, rows: int) -> None:
        """The notebook keeps its lines; the floor takes the rest, which may be nothing."""
        floor = columns - NOTEBOOK if columns - NOTEBOOK >= SMALLEST_FLOOR else 0
        for name, width in (("floor", floor), ("notebook", columns - floor)):
            widget = self.query_one(f"#{name}")
            widget.display = width > 0
            widget.styles.width, widget.styles.height = width, rows

    @property
    def play(self) -> RecipePlay:
        """The play; undo makes another one."""
        return cast(RecipePlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """Scans left, the best so far, what the stars ask for, and how to read a cell."""
        _, play = self.game.look.words, self.play
        left, best = play.most - len(play.notebook), play.best_known
        lines = [_.plural("{n} scan left", "{n} scans left", left)]
        if best is not None:
            lines.append(_("best {distance} cm", distance=_.number(best.distance_cm, 1)))
        for count, wanted in play.rivals():
            mark = "✓" if best is not None and best.distance_cm < wanted else "☆"
            lines.append(f"{mark} " + _("{count} random: {distance}", count=count, distance=_.number(wanted, 1)))
        return (*lines, _("c3 1: tile c3, storey 1"))

    def sentence(self) -> str:
        """While it is built, nothing is known yet."""
        return self.idle_sentence() if not self.play.is_scanned else super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if not play.is_scanned:
            return _("From the heap, as the recipe says …")
        part = kind_in(play.thing.chair.parts[self.selected].kind, _)
        if not play.notebook:
            return _(
                "Enter builds and scans the recipe. 1 2 3 choose a part, arrows and [ ] move it. Chosen: {part}.",
                part=part,
            )
        return _(
            "Change the recipe, then Enter again. Arrows and [ ] move the {part}, 1 2 3 choose another.", part=part
        )

    def on_key(self, event: events.Key) -> None:
        """Digits choose a part. (Textual calls the base's own handler, too.)"""
        number = event.character or ""
        if number.isdigit() and 1 <= int(number) <= len(self.play.recipe):
            self._choose(int(number) - 1)

    def action_select(self, steps: int) -> None:
        """Another part."""
        self._choose((self.selected + steps) % len(self.play.recipe))

    def _choose(self, part: int) -> None:
        """A part to place; a key ends the picture that is still moving."""
        self.play.skip()
        self.selected = part
        self.changed()

    def action_shift(self, columns: int, rows: int, storeys: int) -> None:
        """The selected part by a cell; at the grid's edge it stays."""
        column, row, storey = self.play.recipe[self.selected]
        column = min(max(0, column + columns), COLUMNS - 1)
        row = min(max(0, row + rows), ROWS - 1)
        storey = min(max(0, storey + storeys), STOREYS - 1)
        if (column, row, storey) != self.play.recipe[self.selected]:
            self.move(f"place {self.selected} {column} {row} {storey}")
        else:
            self.play.skip()
            self.changed()

    def action_scan(self) -> None:
        """Build, scan, take apart; a press while it is built ends the picture."""
        if self.play.is_moving:
            self.play.skip()
            self.changed()
        else:
            self.move("scan")

    def action_hint(self) -> None:
        """A hint is read at once, not after the picture."""
        self.play.skip()
        super().action_hint()
        self.changed()

    def action_undo(self) -> None:
        """The recipe's changes since the last scan; what a scan has told stays told."""
        self.play.skip()
        if self.attempt.undo():
            self.changed()
        elif self.play.notebook:
            self.play.say(N_("What a scan has told cannot be untold. Undo takes back what you moved since."))
            self.changed()
        else:
            super().action_undo()
