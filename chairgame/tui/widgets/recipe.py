"""The floor on which a recipe is planned and built, and the notebook beside it."""

from collections.abc import Callable, Hashable

from chairgame.game.kinds import kind_in
from chairgame.game.story.recipe import RecipePlay
from chairgame.graphics.boxes import framed
from chairgame.graphics.camera import Camera
from chairgame.graphics.cells import Cells
from chairgame.graphics.recipe import notebook_board, recipe_scene
from chairgame.graphics.renderer import Renderer
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

VIEW = Camera(azimuth=0.35, elevation=0.55, distance=185.0, target=(0.0, 0.0, 26.0))


class RecipeFloor(CellsWidget):
    """The picture. The screen says which part is selected."""

    def __init__(self, play: Callable[[], RecipePlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="floor")
        self.play, self.selected, self.look = play, selected, look
        self.camera = VIEW
        self._renderer: Renderer | None = None

    def key(self) -> Hashable:
        """The recipe, the moment, the selection, the camera."""
        play = self.play()
        moment = play.moment
        if self.look.reduced_motion and moment.phase is not None:
            moment = type(moment)(moment.phase, 1.0)
        return self.look, play.recipe, moment, play.is_built, self.selected(), self.camera

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, renderer, play = self.look, self._renderer, self.play()
        wanted = (max(1, width - 2), max(1, height - 2), look.depth, look.glyphs)
        if renderer is None or (renderer.width, renderer.height, renderer.depth, renderer.glyphs) != wanted:
            renderer = self._renderer = Renderer(*wanted)
        moment = play.moment
        if look.reduced_motion and moment.phase is not None:
            moment = type(moment)(moment.phase, 1.0)
        scene = recipe_scene(
            play.thing.chair, play.recipe, play.pile, moment, is_built=play.is_built, selected=self.selected()
        )
        _ = look.words
        title = _("built") if play.is_built else _("planned")
        return framed(renderer.render(scene, self.camera), title, look.theme, look.glyphs, False)


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
        known = play.notebook if play.is_scanned else play.notebook[:-1]
        best = min((scan.distance_cm for scan in known), default=None)
        first_best = next((i for i, scan in enumerate(known) if scan.distance_cm == best), None)
        scans = [
            (scan.recipe, _.number(scan.distance_cm, 1) + " cm", index == first_best)
            for index, scan in enumerate(known)
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
