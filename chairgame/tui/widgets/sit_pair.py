"""Two chairs side by side, of which grandmother gets one: each on a floor of its own, its number below; then she sits
down on both.
"""

from collections.abc import Callable, Hashable

import numpy as np

from chairgame.chair.poses import Poses
from chairgame.game.sitting.feet import legs_of
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.sitting.solids import Solids
from chairgame.game.story.finale import SIDES, Finale
from chairgame.game.story.pairs import Built
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.feet_bars import LEAST_ROWS, feet_bars
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera, from_all_sides, row_cm
from chairgame.graphics.picture.sitting import AZIMUTH, ELEVATION
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.floor import Floor
from chairgame.tui.widgets.sit_stills import Caption, Seen, SitStills

FOOT_CM = 12.0  # of the legs' lower ends, seen in the floor view
LYING = 0.004  # radians: the eye is on the floor
LETTERS = "AB"
Asked = Callable[[], Finale | None]


class Side:
    """One of the two: what all its widgets ask."""

    def __init__(self, number: int, finale: Asked, chosen: Callable[[], str]) -> None:
        self.number, self.side = number, SIDES[number]
        self.finale, self._chosen = finale, chosen

    @property
    def built(self) -> Built | None:
        """The rebuild, once it has been found out."""
        finale = self.finale()
        return None if finale is None or finale.facts is None else finale.facts.shown()[self.number]

    @property
    def is_told(self) -> bool:
        """Whether she has been given one."""
        finale = self.finale()
        return finale is not None and finale.choice is not None

    @property
    def is_chosen(self) -> bool:
        """Whether it is this one, for now or for good."""
        finale = self.finale()
        choice = None if finale is None else finale.choice
        return (choice or self._chosen()) == self.side

    @property
    def name(self) -> str:
        """A or B; in brackets while it is chosen."""
        letter = LETTERS[self.number]
        return f"[{letter}]" if self.is_chosen else letter


class PairFloor(Floor):
    """One chair. `is_low` is the view from the floor, in which the feet fill the width."""

    def __init__(self, side: Side, look: Look) -> None:
        super().__init__(id=f"pair-{side.side}")
        self.side, self.look = side, look
        self.is_low = False
        self.camera = Camera(AZIMUTH, ELEVATION)
        self._fitted: Hashable = None

    def key(self) -> Hashable:
        """The chair, who is chosen, and from where one looks."""
        return self.look, self.side.built, self.side.name, self.is_low, self.camera

    def paint(self, height: int, width: int) -> Cells:
        """Framed: the chair at rest, on the floor."""
        look, built = self.look, self.side.built
        inner = (max(1, height - 2), max(1, width - 2))
        if built is None:
            cells = Cells.blank(*inner, look.theme.text, look.theme.panel)
            cells.put(0, 1, fitted(look.words("It is being built …"), inner[1] - 2, look.glyphs))
        else:
            cells = self._picture(built, *inner)
        return framed(cells, self.side.name, look.theme, look.glyphs, self.side.is_chosen)

    def _picture(self, built: Built, height: int, width: int) -> Cells:
        """From the floor the horizon is where the floor is: a foot that touches it is in the air. Then only what is
        above it is of interest, and a row of the floor."""
        rows = 2 * (height - 1) if self.is_low else height
        self._fit(built, rows, width)
        return self.drawn(still_of(built.chair, _standing(built)), rows, width).part(slice(0, height), slice(None))

    def _fit(self, built: Built, height: int, width: int) -> None:
        """Step back or closer once for each chair, view and size; who walks round on the floor is always near."""
        azimuth = self.camera.azimuth
        wanted = (built, self.is_low and azimuth, height, width)
        if wanted != self._fitted:
            self._fitted = wanted
            elevation = LYING if self.is_low else ELEVATION
            self.camera = fitted_camera(self._points(built), width, height, azimuth, elevation)

    def _points(self, built: Built) -> np.ndarray:
        """What has to be seen: all of it from wherever one looks, or the legs' lower ends."""
        poses, legs = _standing(built), list(legs_of(built.chair))
        if not self.is_low:
            return from_all_sides(corners_of(still_of(built.chair, poses)))
        solids = Solids.of(built.chair, poses)
        feet = np.concatenate([solids.below(leg, float(solids.lowest[leg]) + FOOT_CM) for leg in legs])
        return np.concatenate([np.column_stack([feet, np.full(len(feet), z)]) for z in (-FOOT_CM, FOOT_CM)])


class PairSeat(SitStills):
    """The same chair, and grandmother on it."""

    def __init__(self, side: Side, floor: PairFloor, look: Look, clock: Callable[[], float], caption: Caption) -> None:
        super().__init__(f"seat-{side.side}", look, clock, caption)
        self.pair_side = side
        self.side = lambda: (floor.camera.azimuth, ELEVATION)

    def seen(self) -> Seen | None:
        """What she sits on, once she was given one of the two."""
        built = self.pair_side.built
        return None if built is None or not self.pair_side.is_told else (built.chair, built.poses, built.test)

    def paint(self, height: int, width: int) -> Cells:
        """Framed like the floor."""
        look, sitting = self.look, self.sitting
        inner = (max(1, height - 2), max(1, width - 2))
        if sitting is None:
            cells = Cells.blank(*inner, look.theme.text, look.theme.panel)
        else:
            cells = self.picture_of(*inner, sitting)
        return framed(cells, self.pair_side.name, look.theme, look.glyphs, self.pair_side.is_chosen)


class PairFoot(CellsWidget):
    """Below a chair: which rebuild it is, what the scanner says; the feet as bars in the lesson, and afterwards."""

    def __init__(self, side: Side, floor: PairFloor, look: Look) -> None:
        super().__init__(id=f"foot-{side.side}")
        self.side, self.floor, self.look = side, floor, look

    def key(self) -> Hashable:
        """The chair, who is chosen, what is told."""
        return self.look, self.side.built, self.side.name, self.side.is_told, self.floor.seen_size

    def paint(self, height: int, width: int) -> Cells:
        """A heading, and below it the number in large digits or the bars."""
        look, built, _ = self.look, self.side.built, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        if built is None:
            return cells
        number = _.number(built.distance_cm, 1)
        texts = [_("rebuild {n}", n=built.rebuild)]
        has_bars = self._has_bars and height > LEAST_ROWS
        if has_bars:
            texts.append(f"{number} cm")
        if self.side.is_told:
            texts = [*texts[1:], _("she sits") if built.holds else _("she falls")]
        colour = theme.focus if self.side.is_chosen else theme.text
        heading = fitted(f"{self.side.name} " + " · ".join(texts), width - 1, look.glyphs)
        cells.put(0, 1, heading, colour, attributes=BOLD * self.side.is_chosen)
        if has_bars:
            cells.blit(self._bars(built, height - 1, width), 1, 0)
        else:
            digits = big_text(number, theme.measure, theme, look.glyphs)
            cells.blit(digits, 1, 1)
            cells.put(3, digits.width + 2, "cm", theme.measure)
        return cells

    @property
    def _has_bars(self) -> bool:
        finale = self.side.finale()
        return self.side.is_told or (finale is not None and finale.is_lesson)

    def _bars(self, built: Built, height: int, width: int) -> Cells:
        look, camera, size = self.look, self.floor.camera, self.floor.seen_size
        scale = row_cm(camera, size.width - 2, size.height - 2)
        name = look.words("grandmother")
        feet, bridged = built.feet, GRANDMOTHER.within_cm
        return feet_bars(height, width, feet, name, bridged, scale, look.theme, look.glyphs, look.words)


def _standing(built: Built) -> Poses:
    """On the floor: the lowest part decides, as for the bars."""
    return Poses(built.poses.centres - [0, 0, built.lowest_cm], built.poses.quaternions)
