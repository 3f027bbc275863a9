"""Level 1's screen: Tab and digits choose a part, arrows and brackets move it on the plan, Enter builds."""

from collections.abc import Iterator
from typing import cast

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.game.naming.kinds import kind_in
from chairgame.game.news import News
from chairgame.game.session.beats import Phase
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.recipe import RecipePlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import RECIPE_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.goals import GoalsPanel
from chairgame.tui.widgets.recipe import RecipeFloor, RecipeMaps, RecipePanel, tile_for

GAP = 1  # columns between maps and picture


class RecipeScreen(LevelScreen, LooksAround):
    """The network writes a recipe."""

    KEYS = RECIPE_KEYS
    BINDINGS = bindings_of(KEYS)
    GOALS_COLUMNS = (28, 36)

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.selected = len(self.play.plan) - 1

    def compose_stage(self) -> Iterator[Widget]:
        """The maps, the last build."""
        look = self.game.look
        with Horizontal():
            yield RecipeMaps(lambda: self.play, lambda: self.selected, look)
            yield RecipeFloor(self.attempt, lambda: self.selected, look)

    def goals_panel(self) -> GoalsPanel:
        """The table and the builds above the stars."""
        return RecipePanel(self.attempt, lambda: self.selected, self.game.look)

    def fit_stage(self, columns: int, rows: int) -> None:
        """The maps keep their tiles; the picture takes the rest."""
        maps, floor = self.query_one(RecipeMaps), self.query_one(RecipeFloor)
        maps.tile = tile_for(self.size.width, rows)
        maps.styles.width, maps.styles.height = maps.columns + GAP, rows
        floor.styles.width, floor.styles.height = columns - maps.columns - GAP, rows

    @property
    def play(self) -> RecipePlay:
        """The play; undo makes another one."""
        return cast(RecipePlay, self.attempt.play)

    def sentence(self) -> str:
        """While it is built, nothing is known yet."""
        _, play = self.game.look.words, self.play
        if not play.is_moving:
            return super().sentence() if play.news is not None else self.idle_sentence()
        return _("The box measures …") if play.moment.phase is Phase.MEASURE else _("From the heap, as the plan says …")

    def idle_sentence(self) -> str:
        """What Enter would build, or which key to begin with."""
        _, play = self.game.look.words, self.play
        changes = " ".join(f"{play.thing.chair.parts[step.part].label} {step.way}" for step in play.planned.differences)
        if changes:
            return _("Planned: {changes}. Enter builds it, and the box measures.", changes=changes)
        if len(play.builds) == 1:
            return _("Move a part by one tile: arrows, [ and ]. Enter builds it and tells you the points.")
        kind = kind_in(play.thing.chair.parts[self.selected].kind, _)
        return _("Arrows, [ and ] move the {part}, Tab takes another. Then Enter.", part=kind)

    def result_sentence(self) -> str:
        """At 0 the box has opened already."""
        _ = self.game.look.words
        if self.play.is_solved:
            return _("It is the same: you built what nobody showed you. Space: the word for it.")
        return _("Open the box? Space.")

    def on_key(self, event: events.Key) -> None:
        """Digits choose a part. (Textual calls the base's own handler, too.)"""
        number = event.character or ""
        if number.isdigit() and 1 <= int(number) <= len(self.play.plan) and self.check_action("select", (1,)):
            self._choose(int(number) - 1)

    def action_select(self, steps: int) -> None:
        """Another part."""
        self._choose((self.selected + steps) % len(self.play.plan))

    def _choose(self, part: int) -> None:
        """A part to place; a key ends the picture that is still moving."""
        self.play.skip()
        self.play.news = None
        self.selected = part
        self.changed()

    def action_shift(self, columns: int, rows: int, storeys: int) -> None:
        """The selected part by a tile; at the board's edge it stays."""
        column, row, storey = self.play.plan[self.selected]
        cell = column + columns, row + rows, storey + storeys
        if all(0 <= place < size for place, size in zip(cell, (COLUMNS, ROWS, STOREYS), strict=True)):
            self.move(f"place {self.selected} {cell[0]} {cell[1]} {cell[2]}")
        else:
            self._say(News(N_("That is the edge of the board.")))

    def action_build(self) -> None:
        """Apart, build, measure; a press while it is built ends the picture, and what is known costs nothing."""
        known = self.play.points_of(self.play.plan)
        if self.play.is_moving:
            self.play.skip()
            self.changed()
        elif known is None:
            self.move("build")
        else:
            self._say(
                News.counted(
                    "You know that one: {n} point. It costs nothing, and tells nothing.",
                    "You know that one: {n} points. It costs nothing, and tells nothing.",
                    known,
                )
            )

    def action_hint(self) -> None:
        """A hint is read at once, not after the picture."""
        self.play.skip()
        super().action_hint()
        self.changed()

    @property
    def can_undo(self) -> bool:
        """Whether there is a move of the plan to take back, or a build before."""
        return super().can_undo or self.play.earlier is not None

    def action_undo(self) -> None:
        """The plan back by one move, then build by build; no build is taken back, nor what it told."""
        self.play.skip()
        if self.attempt.undo():
            self._say(News(N_("The plan is back by one move.")))
        elif self.play.earlier is not None:
            self.move(f"recall {self.play.earlier}")
        else:
            self._say(News(N_("The plan is as it lay at first. A build is never taken back.")))

    def _say(self, news: News) -> None:
        self.play.skip()
        self.play.news = news
        self.changed()
