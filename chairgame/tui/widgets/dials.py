"""The board of dials, and the floor on which what they make is built."""

from collections.abc import Callable, Hashable

import numpy as np

from chairgame.chair.poses import rotation_matrices
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.dials import FARTHEST, DialsPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.dials import DialRow, dials_board
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import assembled_at
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.floor import Floor

VIEW = Camera(azimuth=0.35, elevation=0.45, distance=270.0, target=(0.0, 0.0, 30.0))
SCAN_GLOW = 0.8
DIGITS = 3  # rows of the distance
FAR = 1e6  # cm: farther away there is only smoke


class DialsFloor(Floor):
    """What the brain builds with the dials where they were at the last scan, and its distance in large digits."""

    def __init__(self, play: Callable[[], DialsPlay], look: Look) -> None:
        super().__init__(id="floor")
        self.play, self.look = play, look
        self.camera = VIEW

    def key(self) -> Hashable:
        """The build, the moment, the camera."""
        play = self.play()
        return self.look, id(play), len(play.notebook), self._moment(), self.camera

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, play = self.look, self.play()
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        inner.blit(self.drawn(self._scene(), max(1, height - 2 - DIGITS), max(1, width - 2)), 0, 0)
        if play.is_scanned and play.notebook:
            self._put_distance(inner, play.notebook[-1].distance_cm)
        _ = look.words
        return framed(inner, _("workshop"), look.theme, look.glyphs, False)

    def _moment(self) -> Moment:
        moment = self.play().moment
        return Moment(moment.phase, 1.0) if self.look.reduced_motion and moment.phase is not None else moment

    def _put_distance(self, inner: Cells, distance: float) -> None:
        look = self.look
        top = inner.height - DIGITS
        if not distance < FAR:
            inner.put(
                top + 1,
                1,
                fitted(look.words("smoke"), inner.width - 2, look.glyphs),
                look.theme.warning,
                attributes=BOLD,
            )
            return
        text = look.words.number(distance, 1) if distance < 1000 else f"{distance:.0f}"
        big = big_text(text, look.theme.measure, look.theme, look.glyphs)
        inner.blit(big, top, 1)
        inner.put(top + 2, big.width + 2, "cm", look.theme.measure)

    def _scene(self) -> Scene:
        play = self.play()
        chair, poses = play.brain.chair, assembled_at(play.pile, play.poses, self._moment())
        count = len(chair.parts)
        if not play.notebook:
            poses = play.pile
        return Scene(
            shapes=tuple(part.shape for part in chair.parts),
            sizes=chair.sizes,
            centres=poses.centres,
            rotations=rotation_matrices(poses.quaternions),
            materials=tuple(part.material for part in chair.parts),
            glow=np.full(count, SCAN_GLOW if self._moment().phase is Phase.MEASURE else 0.0),
        )


class DialsBoard(CellsWidget):
    """The dials and the notebook."""

    def __init__(self, play: Callable[[], DialsPlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="dials")
        self.play, self.selected, self.look = play, selected, look

    def key(self) -> Hashable:
        """The dials, the scans that may be read, the selection."""
        play = self.play()
        return self.look, id(play), play.clicks, len(play.notebook), play.is_scanned, self.selected()

    def paint(self, height: int, width: int) -> Cells:
        """Framed; signals and slopes only once the scan is read."""
        look, play = self.look, self.play()
        _ = look.words
        gradient = play.gradient
        loudest = float(np.nanmax(np.abs(gradient))) or 1.0
        rows = []
        for dial, clicks in enumerate(play.clicks):
            slope = play.slopes.get(dial)
            note = "" if slope is None else _.number(slope, 1).replace("-", "−")
            signal = -float(gradient[dial]) / loudest if play.has_headphones and np.isfinite(gradient[dial]) else None
            new = clicks if not play.notebook else clicks - play.notebook[-1].clicks[dial]
            rows.append(DialRow(clicks, new, note if slope is None or slope < 0 else "+" + note, signal))
        known = play.notebook if play.is_scanned else play.notebook[:-1]
        best = min((entry.distance_cm for entry in known), default=None)
        lines = [
            (
                f"{number:>2}  {self._written(entry.distance_cm):>8}  {_turns(play, number - 1)}",
                entry.distance_cm == best,
            )
            for number, entry in enumerate(known, 1)
        ]
        second = _("signal") if play.has_headphones else _("cm per click")
        heading = f"{_('dials'):<21}{second}"
        inner = dials_board(
            max(1, height - 2),
            max(1, width - 2),
            rows,
            self.selected(),
            lines,
            (heading, _("scans")),
            FARTHEST,
            look.theme,
            look.glyphs,
        )
        return framed(inner, _("notebook"), look.theme, look.glyphs, True)

    def _written(self, distance: float) -> str:
        return self.look.words.number(distance, 1) if distance < FAR else self.look.words("smoke")


def _turns(play: DialsPlay, index: int) -> str:
    """`3:+2 5:−1`: which dials were turned before a scan, by how many clicks."""
    entry = play.notebook[index]
    before = play.notebook[index - 1].clicks if index else (0,) * len(entry.clicks)
    turned = [
        (dial + 1, now - then) for dial, (now, then) in enumerate(zip(entry.clicks, before, strict=True)) if now != then
    ]
    return " ".join(f"{dial}:{clicks:+d}" for dial, clicks in turned).replace("-", "−")
