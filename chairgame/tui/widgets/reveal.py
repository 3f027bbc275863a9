"""The live picture beside a page: before a level the heap from the post, after it the player's best beside what was in
the box, and never before. A level in which nothing is built blind has an exhibit of its own.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import pi, radians
from typing import cast

from chairgame.game.story.attempt import READING, Attempt, Stage
from chairgame.game.story.building import BuildingPlay
from chairgame.game.story.reveal import Reveal
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.recipe import put_part_letters
from chairgame.graphics.instruments.reveal import put_gaps, turntables, turntables_camera
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera, from_all_sides
from chairgame.graphics.picture.portrait import AZIMUTH, ELEVATION
from chairgame.graphics.picture.scene import Scene
from chairgame.tui.look import Look
from chairgame.tui.widgets.floor import ORBIT_STEP, Floor

DEGREES_A_SECOND = 12.0
RISE_SECONDS = 1.0
MOST_LETTERED = 20  # parts: letters on more of them would hide what they name
REST_SECONDS = 60.0  # nobody looks any more


@dataclass(frozen=True)
class Exhibit:
    """Something to look at while one reads: its name, what tells it from another one, and the scene at some seconds."""

    title: str
    identity: Hashable
    scene: Callable[[float], Scene]


class RevealPicture(Floor):
    """Two turntables, or one with the heap or an exhibit. It turns by itself for a minute after each key, and by
    hand."""

    def __init__(self, attempt: Attempt, look: Look, exhibit: Callable[[], Exhibit | None] = lambda: None) -> None:
        super().__init__(id="beside")
        self.attempt, self.look, self._exhibit = attempt, look, exhibit
        self._seconds = 0.0
        self.camera = Camera()
        self.turn = 0.0
        self._alone, self._shown = 0.0, 0.0

    @property
    def is_there(self) -> bool:
        """Whether there is anything to show beside the text."""
        return self._is_reveal or self._is_heap or self._shown_exhibit is not None

    @property
    def _is_reveal(self) -> bool:
        return self.attempt.stage is Stage.DEBRIEF and self.attempt.play.reveal() is not None

    @property
    def _is_heap(self) -> bool:
        return self.attempt.stage is Stage.PAGES and isinstance(self.attempt.play, BuildingPlay)

    @property
    def _shown_exhibit(self) -> Exhibit | None:
        return self._exhibit() if self.attempt.stage in READING else None

    @property
    def playing(self) -> bool:
        """Whether time turns it."""
        if not self.is_there:
            return False
        return not self.look.reduced_motion and self._alone < REST_SECONDS

    def tick(self, seconds: float) -> None:
        """Turn on."""
        self._alone += seconds
        self._seconds += seconds
        self._shown = self._shown + seconds if self.attempt.stage is Stage.DEBRIEF else 0.0
        self.turn = (self.turn + radians(DEGREES_A_SECOND) * seconds) % (2 * pi)

    def wake(self) -> None:
        """Somebody is there."""
        self._alone = 0.0

    def orbit(self, sideways: int, upwards: int) -> None:  # noqa: ARG002
        """By hand."""
        self.turn = (self.turn + ORBIT_STEP * sideways) % (2 * pi)

    def zoom(self, steps: int) -> None:
        """All of it stays in sight."""

    def key(self) -> Hashable:
        """The stage and the turn."""
        exhibit = self._shown_exhibit
        shown = self.is_there if exhibit is None else (exhibit.title, exhibit.identity)
        return self.look, self.attempt.stage, shown, self.turn, self._grown()

    def _grown(self) -> float:
        """How far what was in the box has risen."""
        return 1.0 if self.look.reduced_motion else min(1.0, self._shown / RISE_SECONDS)

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        if not self.is_there:
            return Cells.blank(height, width, self.look.theme.text, self.look.theme.panel)
        reveal, exhibit, _ = self.attempt.play.reveal(), self._shown_exhibit, self.look.words
        inner = max(1, height - 2), max(1, width - 2)
        if self._is_reveal and reveal is not None:
            cells, title = self._both(reveal, *inner), _(reveal.chair.title_in(self.look.language))
        elif exhibit is not None:
            cells, title = self._exhibited(exhibit, *inner), exhibit.title
        else:
            cells, title = self._heap(*inner), _("today's post")
        return framed(cells, title, self.look.theme, self.look.glyphs, False)

    def _heap(self, height: int, width: int) -> Cells:
        play = cast(BuildingPlay, self.attempt.play)
        chair = play.chair
        scene = turntables(chair, [play.pile], self.turn)
        self.camera = turntables_camera(chair, [play.pile], width, height)
        return self.drawn(scene, height, width)

    def _exhibited(self, exhibit: Exhibit, height: int, width: int) -> Cells:
        scene = exhibit.scene(0.0 if self.look.reduced_motion else self._seconds)
        room = from_all_sides(corners_of(scene))
        self.camera = fitted_camera(room, width, height, AZIMUTH + self.turn, ELEVATION)
        return self.drawn(scene, height, width)

    def _both(self, reveal: Reveal, height: int, width: int) -> Cells:
        look, theme, _ = self.look, self.look.theme, self.look.words
        both, parts = [reveal.best, reveal.thing], reveal.chair.parts
        scene = turntables(reveal.chair, both, self.turn, max(0.02, self._grown()))
        below = 2 if reveal.unit else 1  # rows below the picture
        self.camera = turntables_camera(reveal.chair, both, width, height - below)
        picture = self.drawn(scene, height - below, width)
        if self._grown() == 1:
            notes = {gap.part: "" if reveal.unit else str(round(gap.off)) for gap in reveal.gaps}
            put_gaps(picture, self.camera, scene, len(parts), notes, theme, look.glyphs)
            if len(parts) <= MOST_LETTERED:
                put_part_letters(picture, self.camera, scene, [part.label for part in parts] * 2, theme)
        cells = Cells.blank(height, width, theme.text, theme.panel)
        cells.blit(picture, 0, 0)
        for column, name in ((0, _("your best")), (width // 2, _("in the box"))):
            text = fitted(name, width // 2, look.glyphs)
            start = column + (width // 2 - len(text)) // 2
            cells.put(height - below, start, text, theme.bright, attributes=BOLD)
        if reveal.unit and self._grown() == 1:
            text = fitted(_measured(reveal, width), width, look.glyphs)
            cells.put(height - 1, (width - len(text)) // 2, text, theme.warning, attributes=BOLD)
        return cells


def _measured(reveal: Reveal, width: int) -> str:
    """How far each part is off, where numbers of a measure would fill the picture: `A 13  C 4 cm`."""
    numbers = [f"{reveal.chair.parts[gap.part].label} {round(gap.off)}" for gap in reveal.gaps]
    for between in ("  ", " "):
        text = f"{between.join(numbers)} {reveal.unit}"
        if len(text) <= width:
            break
    return text if numbers else ""
