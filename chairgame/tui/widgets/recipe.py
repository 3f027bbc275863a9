"""The floor on which a recipe is planned and built, and the notebook beside it."""

from collections.abc import Callable, Hashable

from chairgame.game.naming.kinds import kind_in
from chairgame.game.session.beats import Moment
from chairgame.game.story.recipe import RecipePlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.recipe import (
    NotebookLine,
    notebook_board,
    put_board_names,
    recipe_camera,
    recipe_scene,
)
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.floor import Floor


class RecipeFloor(Floor):
    """The picture. The screen says which part is selected."""

    def __init__(self, play: Callable[[], RecipePlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="floor")
        self.play, self.selected, self.look = play, selected, look
        self.camera = recipe_camera()

    def key(self) -> Hashable:
        """The recipe, the moment, the selection, the camera."""
        play = self.play()
        return self.look, play.recipe, self._moment(), play.is_built, play.is_coming_apart, self.selected(), self.camera

    def paint(self, height: int, width: int) -> Cells:
        """Framed; the title says whether it is a plan."""
        look, play = self.look, self.play()
        chair, selected = play.thing.chair, self.selected()
        scene = recipe_scene(chair, play.recipe, play.pile, self._moment(), is_built=play.is_built, selected=selected)
        picture = self.drawn(scene, max(1, height - 2), max(1, width - 2))
        put_board_names(picture, self.camera, self._is_part, look.theme)
        return framed(picture, self._title(), look.theme, look.glyphs, False)

    def _moment(self) -> Moment:
        """Without motion a phase shows its end; coming apart is a build run backwards, so that it shows the heap."""
        play = self.play()
        moment = play.moment
        if self.look.reduced_motion and moment.phase is not None:
            return Moment(moment.phase, 0.0 if play.is_coming_apart else 1.0)
        return moment

    def _is_part(self, row: int, column: int) -> bool:
        part = self.part_at(row, column)
        return part is not None and part < len(self.play().recipe)

    def _title(self) -> str:
        _, play = self.look.words, self.play()
        if play.is_coming_apart:
            return _("taken apart")
        return _("built") if play.is_built else _("planned")


class Notebook(CellsWidget):
    """The plan and every scan."""

    def __init__(self, play: Callable[[], RecipePlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="notebook")
        self.play, self.selected, self.look = play, selected, look

    def key(self) -> Hashable:
        """The plan, the scans that may be read, the selection."""
        play = self.play()
        return self.look, play.recipe, len(play.notebook), play.is_scanned, self.selected()

    def paint(self, height: int, width: int) -> Cells:
        """Framed; a scan that is still under way tells nothing yet."""
        look, play = self.look, self.play()
        _ = look.words
        scans = [
            NotebookLine(index + 1, scan.recipe, _.number(scan.distance_cm, 1), scan is play.best_known)
            for index, scan in enumerate(play.known)
        ]
        labels = [kind_in(part.kind, _) for part in play.thing.chair.parts]
        inner = notebook_board(
            max(1, height - 2),
            max(1, width - 2),
            labels,
            play.recipe,
            self.selected(),
            scans,
            (_("recipe"), _("scans")),
            look.theme,
            look.glyphs,
        )
        return framed(inner, _("notebook"), look.theme, look.glyphs, False)
