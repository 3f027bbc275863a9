"""What three floors of the family's level show side by side: chairs to practise on, chairs never met, the bent one."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.family import FamilyPlay
from chairgame.game.story.family_bend import READ_TO, USUAL_HEIGHT, Bend
from chairgame.game.story.family_runs import bent, real
from chairgame.graphics.picture.camera import FloatArray
from chairgame.graphics.picture.fitting import corners_of
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import ghosted, still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.compared_floor import ComparedFloor

SIDES = 3
ROOMS_CM = 40  # steps in which there is room for higher seats
NOTHING = Scene((), np.empty((0, 3)), np.empty((0, 3)), np.empty((0, 3, 3)), (), np.empty(0))


@dataclass(frozen=True, eq=False)
class Side:
    """What stands on one floor: a chair as it is, or as a brain builds it; and how far off that is, in cm."""

    chair: Chair
    built: Poses | None = None
    off_cm: float | None = None
    name: str = ""

    def scene(self) -> Scene:
        """As it is built, the real one through it; else the real one by itself."""
        if self.built is None:
            return still_of(self.chair, real(self.chair))
        return ghosted(still_of(self.chair, self.built), self.chair, real(self.chair))


class FamilyView:
    """Looks at the attempt's play, and works out only what has changed."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        self.attempt, self.look = attempt, look
        self._sides: tuple[Hashable, list[Side]] = (None, [])
        self._room: tuple[Hashable, FloatArray] = (None, np.empty((0, 3)))

    @property
    def play(self) -> FamilyPlay:
        """The play; undo makes another one."""
        return cast(FamilyPlay, self.attempt.play)

    def floors(self) -> list[ComparedFloor]:
        """A floor for each side."""
        return [self._floor(index) for index in range(SIDES)]

    def shown(self) -> Hashable:
        """What decides about all three."""
        play = self.play
        if play.bend is not None:
            return play.bend, play.bend.shown, play.bend.is_told
        is_known = play.round_of(play.chairs) is not None
        return play.run, is_known, play.frame if play.is_practising else None

    def _floor(self, index: int) -> ComparedFloor:
        def side() -> Side | None:
            sides = self.sides()
            return sides[index] if index < len(sides) else None

        def scene() -> Scene:
            here = side()
            return NOTHING if here is None else here.scene()

        def title() -> str:
            here = side()
            return "–" if here is None else self._title(here, index)

        return ComparedFloor(scene, self.shown, self.room, title, self.look, f"family-{index}")

    def _title(self, side: Side, index: int) -> str:
        _ = self.look.words
        number = "" if side.off_cm is None else f"{_.number(side.off_cm, 1)} cm"
        if self.play.bend is not None:
            return f"{side.name}: {number or '?'}"
        return number or _("{n} of {all}", n=index + 1, all=self.play.chairs)

    def sides(self) -> list[Side]:
        """What stands on the floors now."""
        shown = self.shown()
        if shown != self._sides[0]:
            bend = self.play.bend
            self._sides = shown, self._of_run() if bend is None else self._of_bend(bend)
        return self._sides[1]

    def _of_run(self) -> list[Side]:
        play, run = self.play, self.play.run
        if play.round_of(play.chairs) is not None:
            off = run.off_cm(run.unseen)
            return [
                Side(chair, run.built(chair), float(cm)) for chair, cm in zip(run.unseen[:SIDES], off, strict=False)
            ]
        if not play.is_practising:
            return [Side(chair) for chair in run.chairs[:SIDES]]
        chairs = run.chairs[:SIDES]
        off = run.off_cm(chairs, play.frame)
        return [Side(chair, run.built(chair, play.frame), float(cm)) for chair, cm in zip(chairs, off, strict=True)]

    def _of_bend(self, bend: Bend) -> list[Side]:
        return [self._bent(bend, height) for height in (USUAL_HEIGHT, READ_TO, bend.shown)]

    def _bent(self, bend: Bend, height: int) -> Side:
        name = str(height)
        if not bend.may_show(height):
            return Side(bent(height), name=name)
        return Side(bent(height), bend.run.built(bent(height)), bend.off_cm(height), name)

    def room(self) -> FloatArray:
        """The corners in cm of all that may stand there, the same array as long as those are the same."""
        play = self.play
        top = 0 if play.bend is None else ROOMS_CM * max(2, -(-play.bend.shown // ROOMS_CM))
        wanted: Hashable = top or play.run
        if wanted != self._room[0]:
            run = play.run
            chairs = [*run.chairs[:SIDES], *run.unseen[:SIDES]]
            if top:
                chairs = [bent(top)]
            corners = np.concatenate([corners_of(still_of(chair, real(chair))) for chair in chairs])
            self._room = wanted, corners
        return self._room[1]
