"""Level 1's board: the plan on two maps, the last build in 3D with its number, and what the builds have told."""

from collections.abc import Callable, Hashable
from typing import cast

from chairgame.game.naming.kinds import kind_in
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.recipe import RecipePlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.lid import put_lid
from chairgame.graphics.instruments.recipe import put_part_letters, recipe_camera, recipe_scene
from chairgame.graphics.instruments.recipe_maps import ABOVE, FRONT, Plan, map_height, map_width, recipe_map
from chairgame.graphics.instruments.recipe_table import TABLE_ROWS, TablePart, build_lines, slope_table
from chairgame.graphics.picture.camera import Camera
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.floor import Floor
from chairgame.tui.widgets.goals import GoalsPanel

TILES = ((6, 3), (4, 2), (4, 1))  # columns and rows, the largest that fit
WIDE = 100  # columns of the window from which a tile may be the largest
NUMBER_ROWS = 3
SMALLEST_PICTURE = 16  # columns; a smaller one shows nothing, and the maps say it all
LID_SECONDS = 1.2


def tile_for(columns: int, rows: int) -> tuple[int, int]:
    """The tile with which both maps and their titles fit into a window's stage of so many rows."""
    fitting = [tile for tile in TILES if _maps_height(tile) <= rows and (columns >= WIDE or tile != TILES[0])]
    return fitting[0] if fitting else TILES[-1]


def _maps_height(tile: tuple[int, int]) -> int:
    return 2 + map_height(FRONT, tile) + map_height(ABOVE, tile)


class RecipeMaps(CellsWidget):
    """The plan, exactly below each other from the front and from above."""

    def __init__(self, play: Callable[[], RecipePlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="maps")
        self.play, self.selected, self.look = play, selected, look
        self.tile = TILES[-1]

    @property
    def columns(self) -> int:
        """What it needs."""
        return map_width(self.tile)

    def key(self) -> Hashable:
        """The plan, the last build, the selection."""
        play = self.play()
        return self.look, play.plan, play.builds[-1].recipe, self.selected(), self.tile

    def paint(self, height: int, width: int) -> Cells:
        """Two titles, two maps."""
        look, play, _ = self.look, self.play(), self.look.words
        parts = play.thing.chair.parts
        plan = Plan(
            play.plan,
            play.builds[-1].recipe,
            tuple(part.label for part in parts),
            tuple(part.material for part in parts),
            self.selected(),
        )
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        row = 0
        for title, side in ((_("from the front ↑↓ ←→"), FRONT), (_("from above  [ ] depth"), ABOVE)):
            cells.put(row, 1, fitted(title, width - 1, look.glyphs), look.theme.focus, attributes=BOLD)
            cells.blit(recipe_map(plan, side, self.tile, look.theme, look.glyphs), row + 1, 0)
            row += 1 + map_height(side, self.tile)
        return cells


class RecipeFloor(Floor):
    """The last build, and how many points it is off."""

    def __init__(self, attempt: Attempt, selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="floor")
        self.attempt, self.selected, self.look = attempt, selected, look
        self.camera = Camera()
        self._fitted: tuple[object, ...] = ()

    @property
    def play(self) -> RecipePlay:
        """The play; undo makes another one."""
        return cast(RecipePlay, self.attempt.play)

    def key(self) -> Hashable:
        """What stands or flies, the number, the selection, the camera, the lid."""
        play = self.play
        return self.look, play.standing, self._moment(), self._number(), self.selected(), self.camera, self._lid()

    @property
    def _is_boxed(self) -> bool:
        """Whether the build is what is in the box, and the box is opened over it."""
        return self.attempt.stage is Stage.RESULT and self.play.is_solved

    def _lid(self) -> float:
        """How far it is open."""
        if not self._is_boxed or self.look.reduced_motion:
            return 1.0
        return min(1.0, self.attempt.result_seconds / LID_SECONDS)

    def _moment(self) -> Moment:
        """Without motion a phase shows its end."""
        moment, play = self.play.moment, self.play
        if self.look.reduced_motion and moment.phase is not None:
            return Moment(moment.phase, 0.0 if play.is_coming_apart else 1.0)
        return moment

    def _number(self) -> int | None:
        figure = self.attempt.result_figure() if self.attempt.stage is Stage.RESULT else None
        return self.play.shown_points if figure is None else round(figure[0])

    def paint(self, height: int, width: int) -> Cells:
        """The picture in its frame, the number below it, and a blank column beside it."""
        look = self.look
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        width -= 1
        if width >= SMALLEST_PICTURE:
            cells.blit(self._picture(max(1, height - NUMBER_ROWS - 2), width - 2), 0, 0)
            self._put_number(cells, height - NUMBER_ROWS, beside=True)
        else:
            self._put_number(cells, 0, beside=False)
        return cells

    def _picture(self, height: int, width: int) -> Cells:
        look, play, theme = self.look, self.play, self.look.theme
        chair = play.thing.chair
        if self._fitted != (id(chair), height, width):
            self._fitted = (id(chair), height, width)
            self.camera = recipe_camera(chair, play.pile, width, height)
        moment = self._moment()
        scene = recipe_scene(chair, play.standing, play.pile, moment, selected=self.selected())
        picture = self.drawn(scene, height, width)
        if moment.phase is not Phase.BUILD:
            put_part_letters(picture, self.camera, scene, [part.label for part in chair.parts], theme)
        put_lid(picture, self._lid(), theme, look.glyphs)
        return framed(picture, self._title(), theme, look.glyphs, self._is_boxed)

    def _title(self) -> str:
        _, play = self.look.words, self.play
        if self._is_boxed:
            return _("the box") if self._lid() < 1 else _(play.thing.chair.title_in("en"))
        if not play.is_moving:
            return _("last build")
        if play.is_coming_apart:
            return _("taken apart")
        return _("the box measures") if play.moment.phase is Phase.MEASURE else _("built")

    def _put_number(self, cells: Cells, row: int, *, beside: bool) -> None:
        """Large in points, with cm beside it or below it."""
        look, _, points = self.look, self.look.words, self._number()
        theme = look.theme
        if points is None:
            return
        digits = big_text(str(points), theme.measure, theme, look.glyphs)
        cells.blit(digits, row, 1 if beside else 0)
        place = (row + 1, digits.width + 3) if beside else (row + NUMBER_ROWS + 1, 0)
        words = _.plural("point off", "points off", points)
        room = cells.width - place[1]
        if len(words) <= room:
            cells.put(*place, fitted(words, room, look.glyphs), theme.measure, attributes=BOLD)
        distance = f"{_.number(self.play.thing.distance_cm(points), 1)} cm"
        cells.put(place[0] + 1, place[1], fitted(distance, room, look.glyphs), theme.dim, attributes=quiet(theme))


class RecipePanel(GoalsPanel):
    """What one tile changed, the builds, the stars."""

    def __init__(self, attempt: Attempt, selected: Callable[[], int], look: Look) -> None:
        super().__init__(attempt, look, lambda: ())
        self.selected = selected

    @property
    def play(self) -> RecipePlay:
        """The play; undo makes another one."""
        return cast(RecipePlay, self.attempt.play)

    def key(self) -> Hashable:
        """The builds that are known, the selection, the stars."""
        return super().key(), len(self.play.known), self.play.builds[-1].points, self.selected()

    def paint(self, height: int, width: int) -> Cells:
        """From the top the table and the builds, at the bottom the stars, which are the last to be cut."""
        look, play, theme, _ = self.look, self.play, self.look.theme, self.look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        stars = self._stars(width)
        top = max(0, height - len(stars))
        self._put(cells, top, stars)
        heading = [(_("stars"), theme.dim, quiet(theme))]
        parts = [TablePart(part.label, kind_in(part.kind, _), part.material) for part in play.thing.chair.parts]
        table = slope_table(width, parts, play.slopes, self.selected(), _("one tile changes"), theme, look.glyphs)
        room = top - len(heading)
        self._put(cells, room, heading)
        self._put_record(cells, room)
        cells.blit(table.part(slice(0, max(0, room)), slice(None)), 0, 0)
        row = TABLE_ROWS + len(parts) + (room > TABLE_ROWS + len(parts) + 6)
        words = _("builds: {n} of {all}", n=len(play.known), all=play.most), _("as it lay"), _("together")
        lines = build_lines(
            room - row - (room - row > 6), width, play.lines, [part.letter for part in parts], words, theme, look.glyphs
        )
        cells.blit(lines, row, 0)
        return cells

    def _put_record(self, cells: Cells, row: int) -> None:
        """With how many builds the box was opened at best; what a second play is for."""
        look, best = self.look, self.attempt.best_count
        if best is not None:
            text = look.words.plural("opened with {n} build", "opened with {n} builds", best)
            shown = fitted(text, cells.width, look.glyphs)
            cells.put(row, cells.width - len(shown), shown, look.theme.good)
