"""A frame of a film as cells: the floor with the monster's name, distance in large digits, curve. Knows no file."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from chairgame.game.naming.names import monster_name
from chairgame.game.session.beats import FULL, SPEEDS
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text, big_text_width
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.film.reel import Frame
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.graphics.picture.framing import workshop_camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.staging import scene_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History

WIDE, TALL = 60, 14  # columns and rows from which the figures have a panel of their own
LEAST_SIDE, MOST_SIDE = 28, 44


@dataclass(frozen=True)
class Shape:
    """How large a film is and what it is drawn with."""

    width: int
    height: int
    depth: ColourDepth
    glyphs: GlyphSet
    theme: Theme


class Stage(Protocol):
    """Draws a run's frames."""

    def picture(self, frame: Frame) -> Cells:
        """The frame, shape (height, width)."""


class FilmStage:
    """One run, any of its epochs as a picture. Asked for ascending epochs it computes each of them once."""

    def __init__(self, history: History, shape: Shape, catalogue: Catalogue) -> None:
        self.shape, self.words = shape, catalogue
        self.session = GameSession(history.chair, history.first_settings, history)
        self.session.change_speed(-len(SPEEDS))  # every rebuild in full, its flight as well
        self.camera = workshop_camera(history.chair, self.session.pile)
        self.distances = self.session.scanner.distances_of(0)
        width, height = shape.width, shape.height
        self._is_wide = width >= WIDE and height >= TALL
        self._side = min(MOST_SIDE, max(LEAST_SIDE, width * 3 // 8)) if self._is_wide else 0
        floor = (width - self._side, height - 1 - (not self._is_wide))
        self._renderer = Renderer(*floor, shape.depth, shape.glyphs)

    def picture(self, frame: Frame) -> Cells:
        """The frame, shape (height, width)."""
        session, shape = self.session, self.shape
        if session.epoch != frame.epoch:
            session.seek(frame.epoch)
        session.player.rest()
        if frame.flight < 1:
            session.player.show_moment(FULL.build * frame.flight)
        cells = Cells.blank(shape.height, shape.width, shape.theme.text, shape.theme.panel)
        cells.blit(self._floor(), 0, 0)
        if self._is_wide:
            cells.blit(self._panel(shape.height - 1, self._side), 0, shape.width - self._side)
        else:
            self._put(cells, shape.height - 2, 1, f"{self._epoch()}   {self._distance()}", shape.theme.measure)
        self._put(cells, shape.height - 1, 1, self._credits(), shape.theme.dim, quiet(shape.theme))
        return cells

    def _floor(self) -> Cells:
        """The picture, its monster's name above once the scanner has read it."""
        session = self.session
        cells = self._renderer.render(scene_of(session), self.camera)
        if session.player.is_measured:
            rebuild = session.rebuild
            name = monster_name(session.chair, rebuild.poses, rebuild.measurement.part_distances_cm, self.words)
            self._put(cells, 0, 1, name, self.shape.theme.bright, BOLD)
        return cells

    def _panel(self, height: int, width: int) -> Cells:
        """Epoch, distance and curve, one below the other."""
        theme, glyphs, _ = self.shape.theme, self.shape.glyphs, self.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        self._put(cells, 0, 2, self._epoch(), theme.text, BOLD)
        cells.blit(self._large_distance(width - 3), 2, 2)
        until = self.session.epoch + self.session.player.is_measured
        known = np.where(np.arange(len(self.distances)) < until, self.distances, np.nan)
        curve = loss_curve(
            height - 8,
            width - 3,
            [known],
            self.session.epoch,
            theme,
            glyphs,
            horizon=len(known) - 1,
            format=_.tick,
        )
        cells.blit(framed(curve, _("distance in cm"), theme, glyphs, False), 6, 1)
        return cells

    def _epoch(self) -> str:
        return self.words("epoch {epoch}", epoch=self.session.epoch)

    def _distance(self) -> str:
        distance = self.session.row.distance_cm if self.session.player.is_measured else None
        return "- cm" if distance is None else f"{self.words.number(distance, 1)} cm"

    def _large_distance(self, width: int) -> Cells:
        """With its unit, without it, or small, as there is room."""
        theme, glyphs, text = self.shape.theme, self.shape.glyphs, self._distance()
        for shown in (text, text.removesuffix(" cm")):
            if big_text_width(shown, glyphs) <= width:
                return big_text(shown, theme.measure, theme, glyphs)
        cells = Cells.blank(1, width, theme.text, theme.panel)
        self._put(cells, 0, 0, text, theme.measure, BOLD)
        return cells

    def _credits(self) -> str:
        _, settings = self.words, self.session.history.first_settings
        title = self.session.chair.title_in(_.language)
        return _("chairgame · {chair} · seed {seed}", chair=title, seed=settings.seed)

    def _put(self, cells: Cells, row: int, column: int, text: str, colour: int, attributes: int = 0) -> None:
        cells.put(row, column, fitted(text, cells.width - column - 1, self.shape.glyphs), colour, None, attributes)
