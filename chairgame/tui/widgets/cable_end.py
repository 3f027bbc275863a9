"""What the cable's stage shows after the cases: why a middle, who turns wires, and the count of slopes."""

from collections.abc import Hashable
from typing import Protocol

from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.cable import Act, CablePlay
from chairgame.game.story.crews import CrewRun, Crews
from chairgame.game.story.middle import WANTED_CM, MiddleRun
from chairgame.game.story.slope_count import SlopeCount
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.brainwork import layer_arrays
from chairgame.graphics.instruments.crew_board import CrewColumn, crew_board, picture_rows
from chairgame.graphics.instruments.film_strip import film_camera
from chairgame.graphics.instruments.middle_board import middle_board
from chairgame.graphics.instruments.slope_board import slope_board
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.look import Look

CHOICES = 5  # rows below the picture while it is asked who turns wires


class Stage(Protocol):
    """What is painted on."""

    look: Look
    option: int

    @property
    def play(self) -> CablePlay:
        """The play as it is now."""


class CableEnd:
    """Paints the acts after the cases."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def key(self) -> Hashable:
        """How far each run has come."""
        play = self._stage.play
        middle = None if play.middle is None else (play.middle.has_middle, play.middle.rebuilds)
        crews = None if play.crews is None else (play.bet, play.crews.rebuilds)
        count = None if play.slopes is None else (play.is_nudging, play.slopes.builds, play.has_listened)
        return middle, crews, count

    def paint(self, height: int, width: int) -> Cells:
        """The act."""
        play = self._stage.play
        if play.act is Act.MIDDLE and play.middle is not None:
            return self._middle(height, width, play.middle)
        if play.act is Act.EVERYBODY and play.crews is not None:
            asks = play.bet is None
            return self._question(height, width, play.crews) if asks else self._crews(height, width, play.crews)
        assert play.slopes is not None
        return self._count(height, width, play.slopes)

    def _middle(self, height: int, width: int, run: MiddleRun) -> Cells:
        look = self._stage.look
        _ = look.words
        title = _("with three neurons in the middle") if run.has_middle else _("without a middle")
        rebuilds = _.plural("{n} rebuild", "{n} rebuilds", run.rebuilds)
        figure = _("{rebuilds}: {cm} cm off", rebuilds=rebuilds, cm=_.number(run.off_cm, 1))
        heights = [float(height) for height in run.heights_cm]
        return middle_board(height, width, heights, WANTED_CM.tolist(), title, figure, look.theme, look.glyphs, _)

    def _names(self) -> tuple[str, str, str]:
        _ = self._stage.look.words
        return _("only the guiltiest wire"), _("the ten guiltiest"), _("all, each by its share")

    def _question(self, height: int, width: int, crews: Crews) -> Cells:
        """The newborn brain's build, and the options."""
        stage, look = self._stage, self._stage.look
        _, theme = look.words, look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        cells.blit(self._picture(height - CHOICES, width, crews, crews.runs[-1]), 0, 0)
        cells.put(
            height - CHOICES, 1, fitted(_("Which wires turn at each rebuild?"), width - 2, look.glyphs), theme.text
        )
        for option, name in enumerate(self._names()):
            is_chosen = option == stage.option
            text = f"{LETTERS[option]} {name}"
            text = f"[{text}]" if is_chosen else f" {text} "
            ground, bold = (theme.selection, BOLD) if is_chosen else (None, 0)
            row = height - CHOICES + 1 + option
            cells.put(row, 1, fitted(text, width - 2, look.glyphs), theme.bright, ground, bold)
        return cells

    def _crews(self, height: int, width: int, crews: Crews) -> Cells:
        look, bet = self._stage.look, self._stage.play.bet
        rows, columns = picture_rows(height), width // len(crews.runs) - 1
        wires = [crew.wires or crews.wires for crew in self._stage.play.setup.crews]
        each = [
            CrewColumn(
                f"{LETTERS[number]} {wires[number]}",
                self._picture(rows, columns, crews, run),
                run.distances,
                number == bet,
            )
            for number, run in enumerate(crews.runs)
        ]
        return crew_board(height, width, each, self._stage.play.setup.rebuilds, look.theme, look.glyphs, look.words)

    def _picture(self, rows: int, columns: int, crews: Crews, run: CrewRun) -> Cells:
        look = self._stage.look
        renderer = Renderer(columns, rows, look.depth, look.glyphs)
        return renderer.render(still_of(crews.chair, run.poses), film_camera(crews.chair))

    def _count(self, height: int, width: int, slopes: SlopeCount) -> Cells:
        look, _ = self._stage.look, self._stage.look.words
        listened = None if slopes.listened is None else layer_arrays(slopes.architecture, slopes.listened)
        note = ""
        if listened is not None:
            note = _("largest difference: {difference}", difference=_.number(slopes.largest_difference, 8))
        return slope_board(
            height,
            width,
            layer_arrays(slopes.architecture, slopes.nudged),
            listened,
            (slopes.builds - 1) / slopes.wires,
            (str(slopes.builds if self._stage.play.is_nudging else 0), str(int(listened is not None))),
            (_("by nudging: builds"), _("by one pass back")),
            note,
            look.theme,
            look.glyphs,
        )
